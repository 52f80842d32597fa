//! The texts about an error in the comments of generated clients.

use errcat_build::unstable::model::{Catalog, Error, Notice};

/// Returns the shortest text about an error. A message that the server writes ends in `…`.
pub(crate) fn text(error: &Error) -> Option<String> {
    let message = error
        .message
        .as_ref()
        .map(|message| if error.dynamic { format!("{}…", message.value) } else { message.value.clone() });
    message.filter(|text| !text.is_empty()).or_else(|| error.description.clone())
}

/// Returns the shortest text about an error, with its status: `The CVM was not found (HTTP 404)`.
pub(crate) fn summary(error: &Error) -> Option<String> {
    let text = text(error);
    let status = error.status.as_ref().map(|status| format!("(HTTP {})", status.value));
    let parts: Vec<String> = text.into_iter().chain(status).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Returns the notice about a deprecated or retired error: `retired in 1.5: use {@link CartEmpty}`.
/// `link` writes the name of another error, given by its index.
pub(crate) fn notice(catalog: &Catalog, error: &Error, link: impl Fn(usize) -> String) -> Option<String> {
    let (word, notice): (&str, &Notice) = match (&error.retired, &error.deprecated) {
        (Some(notice), _) => ("retired", notice),
        (None, Some(notice)) => ("deprecated", notice),
        (None, None) => return None,
    };
    let since = notice.since.as_ref().map(|since| format!(" in {since}")).unwrap_or_default();
    let instead = notice.instead.filter(|at| *at < catalog.errors.len());
    let advice = [instead.map(|at| format!("use {}", link(at))), notice.note.clone()];
    let advice: Vec<String> = advice.into_iter().flatten().collect();
    let colon = if advice.is_empty() { "" } else { ": " };
    Some(format!("{word}{since}{colon}{}", advice.join("; ")))
}

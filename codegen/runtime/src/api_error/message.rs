//! The message of a response: a text, or a list of validation errors.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::{Form, Json, JsonKind, TextPiece};

/// Returns a string, or a number as written.
#[inline]
pub(super) fn plain(value: Json<'_>) -> Option<Cow<'_, str>> {
    match value.kind() {
        JsonKind::Number => value.number_text().map(Cow::Borrowed),
        JsonKind::String => value.as_str(),
        _ => None,
    }
}

/// Returns the message in a value. Validation errors with `loc` and `msg`, which FastAPI sends
/// with status 422, are joined to one text.
#[inline]
pub(super) fn read(json: Json<'_>) -> Option<String> {
    match json.kind() {
        JsonKind::String => json.as_str().filter(|text| !text.is_empty()).map(Cow::into_owned),
        JsonKind::Array => {
            let mut message = String::new();
            for item in json.items() {
                complaint(item, &mut message);
            }
            (!message.is_empty()).then_some(message)
        }
        _ => None,
    }
}

/// Formats a validation error, such as `body.name: field required`.
#[inline]
fn complaint(item: Json<'_>, message: &mut String) {
    let said = match item.kind() {
        JsonKind::String => item.as_str(),
        _ => ["msg", "message"].iter().find_map(|name| item.get(name)?.as_str()),
    };
    let Some(said) = said else { return };
    if !message.is_empty() {
        message.push_str("; ");
    }
    let mut place = item.get("loc").map(|loc| loc.items().filter_map(plain)).into_iter().flatten();
    if let Some(first) = place.next() {
        message.push_str(&first);
        for step in place {
            message.push('.');
            message.push_str(&step);
        }
        message.push_str(": ");
    }
    message.push_str(&said);
}

/// Returns a body that is a text, such as the message of a proxy. Markup is none.
#[inline]
pub(super) fn of_text(body: &[u8], content_type: Option<&[u8]>) -> Option<String> {
    let text = core::str::from_utf8(body).ok()?;
    let text = text.trim_start_matches('\u{feff}').trim();
    let is_html = content_type.is_some_and(|kind| kind.to_ascii_lowercase().starts_with(b"text/html"));
    let is_binary = text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{1b}'));
    let is_message = !text.is_empty() && !is_html && !text.starts_with('<') && !is_binary;
    is_message.then(|| String::from(text))
}

/// Removes the format of the API from a message. Returns `None` if the message is only the code.
#[inline]
pub(super) fn without_form(text: String, form: Form<'_>, code: Option<&str>) -> Option<String> {
    let (Form::Text(pieces), Some(code)) = (form, code) else { return Some(text) };
    // A server without a message writes the code alone.
    if text == code && pieces.contains(&TextPiece::Code) {
        return None;
    }
    let at = pieces.iter().position(|piece| *piece == TextPiece::Message).unwrap_or(pieces.len());
    let (before, after) = pieces.split_at(at);
    let inner = before
        .iter()
        .try_fold(text.as_str(), |rest, piece| rest.strip_prefix(literal(*piece, code)))
        .and_then(|rest| {
            let mut after = after.iter().skip(1).rev();
            after.try_fold(rest, |rest, piece| rest.strip_suffix(literal(*piece, code)))
        });
    match inner.map(String::from) {
        Some(inner) => (!inner.is_empty()).then_some(inner),
        None => Some(text),
    }
}

#[inline]
fn literal<'p>(piece: TextPiece<'p>, code: &'p str) -> &'p str {
    match piece {
        TextPiece::Text(text) => text,
        TextPiece::Code => code,
        TextPiece::Message => "",
    }
}

//! What links and lists say about an error.

use errcat_build::unstable::model::{Catalog, Error};

/// What links and lists say about one error. What the catalog does not say is absent.
pub(crate) struct Brief<'m> {
    /// The error.
    pub(crate) error: &'m Error,
    /// The published name, unless it is the code.
    pub(crate) name: Option<&'m str>,
    /// The title of the family.
    pub(crate) family: &'m str,
    /// The status and its phrase.
    pub(crate) status: Option<(u16, &'static str)>,
    /// The message. One that the server writes ends in `…`.
    pub(crate) message: Option<String>,
    /// The description, unless it is the message.
    pub(crate) description: Option<&'m str>,
}

impl<'m> Brief<'m> {
    pub(super) fn new(catalog: &'m Catalog, error: &'m Error) -> Self {
        let message = message(error);
        Self {
            error,
            name: error.name.as_ref().map(|name| name.as_str()).filter(|name| *name != error.code.value),
            family: &catalog.family_of(error).title,
            status: error.status.as_ref().map(|status| (status.value, errcat::status_phrase(status.value))),
            description: error.description.as_deref().filter(|text| Some(*text) != message.as_deref()),
            message,
        }
    }

    /// Returns the code and the published name.
    pub(crate) fn title(&self) -> String {
        match self.name {
            Some(name) => format!("{} {name}", self.error.code.value),
            None => self.error.code.value.clone(),
        }
    }

    /// Returns the shortest text about the error.
    pub(crate) fn summary(&self) -> Option<&str> {
        self.message.as_deref().or(self.description)
    }
}

/// Returns the message of an error.
pub(super) fn message(error: &Error) -> Option<String> {
    Some(shown(&error.message.as_ref()?.value, error.dynamic))
}

/// Returns a message. One that the server writes ends in `…`, because only its start is known.
pub(super) fn shown(message: &str, dynamic: bool) -> String {
    if dynamic { format!("{message}…") } else { message.to_owned() }
}

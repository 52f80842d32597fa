//! One error of a catalog.

use super::Template;
use crate::format::vocabulary::{Retry, Scalar, Visibility};
use crate::source::{Span, Spanned};
use crate::text::ident::Ident;
use crate::value::Value;

/// One error: its code and everything said of it.
#[derive(Clone, Debug)]
pub struct Error {
    /// Whether it could be read only in part, which has been reported.
    pub damaged: bool,
    /// The exact text on the wire.
    pub code: Spanned<String>,
    /// The code as a number, in a catalog of numbers.
    pub number: Option<i64>,
    /// The family, as an index into the catalog's families.
    pub family: usize,
    /// The place in its family, from 1.
    pub index: usize,
    /// The Rust variant.
    pub ident: Ident,
    /// The constant in the module `codes`.
    pub constant: Ident,
    /// The published name, verbatim.
    pub name: Option<Spanned<String>>,
    /// Published names in other languages: output and name.
    pub names: Vec<(String, String)>,
    /// The short text for the API's user.
    pub message: Option<Spanned<String>>,
    /// The message with its placeholders, where the error declares parameters.
    pub template: Option<Template>,
    /// The longer text for documentation.
    pub description: Option<String>,
    /// Whether the description came from a rule.
    pub description_derived: bool,
    /// Whether the server writes the message, and what is known is its beginning.
    pub dynamic: bool,
    /// The message's parameters; `None` where the error declares none.
    pub params: Option<Vec<Param>>,
    /// What travels beside the message.
    pub details: Vec<Param>,
    /// The HTTP status.
    pub status: Option<Spanned<u16>>,
    /// What a client may do.
    pub retry: Option<Retry>,
    /// The SDK class that overrides the rules.
    pub class: Option<Spanned<String>>,
    /// Tags.
    pub tags: Vec<Spanned<String>>,
    /// The exit status of a command-line client.
    pub exit: Option<u8>,
    /// What to do about it.
    pub help: Vec<String>,
    /// Pages that help.
    pub links: Vec<Link>,
    /// The error that outsiders see instead, as an index into the catalog's errors.
    pub mask: Option<Spanned<usize>>,
    /// Who may learn that it exists.
    pub visibility: Visibility,
    /// Why it should not be used any more.
    pub deprecated: Option<Notice>,
    /// Why it is not sent any more.
    pub retired: Option<Notice>,
    /// Other spellings that mean this error.
    pub aliases: Vec<Spanned<String>>,
    /// Lint rules that do not apply here, and the reasons.
    pub allow: Vec<(Spanned<String>, String)>,
    /// The keys that outputs pass on as they are.
    pub values: Vec<(&'static str, Value)>,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
}

impl Error {
    /// Returns the value of a key that has no field of its own.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.values.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// Returns the text of a key that has no field of its own.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.value(key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }
}

/// A parameter of a message, or a field of the details.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: Spanned<String>,
    /// The type of the value, or of each value of a list.
    pub scalar: Scalar,
    /// Whether it is a list.
    pub list: bool,
    /// Whether it may be missing.
    pub optional: bool,
    /// Whether it must not be shown.
    pub sensitive: bool,
    /// What it means.
    pub description: Option<String>,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
}

/// A page that helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its title.
    pub label: String,
    /// Its address.
    pub url: String,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
}

/// Why an error is on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Where the notice stands.
    pub place: Span,
    /// The version that said so.
    pub since: Option<String>,
    /// The code to use instead, as an index into the catalog's errors.
    pub instead: Option<usize>,
    /// More about it.
    pub note: Option<String>,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
}

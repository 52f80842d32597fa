//! The layout of the error responses of an API.

pub use errcat::Fact;

use crate::source::Spanned;
use crate::value::Value;

/// A fact and its places in a response.
#[derive(Clone, Debug)]
pub struct Member {
    /// The name of the fact.
    pub name: Spanned<String>,
    /// The paths. Clients try them in order, and servers write the first.
    pub paths: Vec<String>,
    /// The format.
    pub form: Form,
    /// The format as written.
    pub form_text: Option<String>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

impl Member {
    /// Returns the fact.
    #[must_use]
    pub fn fact(&self) -> Fact<'_> {
        Fact::named(&self.name)
    }
}

/// The format of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// The plain value.
    Plain,
    /// A text that contains the message and other facts.
    Text(Vec<TextPiece>),
    /// Details as a list of objects with `field`, `value` and `message`.
    Fields,
}

/// A piece of the format of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPiece {
    /// Literal text.
    Text(String),
    /// The code.
    Code,
    /// The message.
    Message,
}

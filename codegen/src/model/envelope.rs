//! Where the responses of an API keep what.

use crate::source::Spanned;
use crate::value::Value;

/// A fact and where it may stand.
#[derive(Clone, Debug)]
pub struct Member {
    /// What stands there, as written.
    pub name: Spanned<String>,
    /// What that is.
    pub fact: Content,
    /// The paths, tried in order; the first one is written.
    pub paths: Vec<String>,
    /// How it is written.
    pub form: Form,
    /// The form as written.
    pub form_text: Option<String>,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
}

/// What a response can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The code.
    Code,
    /// The text for people.
    Message,
    /// Values beside the message.
    Details,
    /// The parameters of the message.
    Params,
    /// What to do about it.
    Suggestions,
    /// Where to read on.
    Links,
    /// What to tell the support.
    RequestId,
    /// How long to wait.
    RetryAfter,
    /// The HTTP status once more.
    Status,
    /// A field of the API's own.
    Field,
}

impl Content {
    /// The facts that have a name of their own.
    pub const NAMED: [(&'static str, Self); 9] = [
        ("code", Self::Code),
        ("message", Self::Message),
        ("details", Self::Details),
        ("params", Self::Params),
        ("suggestions", Self::Suggestions),
        ("links", Self::Links),
        ("request_id", Self::RequestId),
        ("retry_after", Self::RetryAfter),
        ("status", Self::Status),
    ];

    /// The fact called `name`; any other name is a field of the API's own.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::NAMED.iter().find(|(known, _)| *known == name).map_or(Self::Field, |(_, fact)| *fact)
    }
}

/// How a fact is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    Plain,
    /// A message with other facts around it.
    Text(Vec<TextPiece>),
    /// Details as a list of objects with `field`, `value` and `message`.
    Fields,
}

/// A piece of a message's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextPiece {
    /// Text as it is.
    Text(String),
    /// The code.
    Code,
    /// The message.
    Message,
}

//! The layout of the error responses of an API.

use crate::source::Spanned;
use crate::value::Value;

/// A fact and its places in a response.
#[derive(Clone, Debug)]
pub struct Member {
    /// The fact as written.
    pub name: Spanned<String>,
    /// The fact.
    pub fact: Content,
    /// The paths. Clients try them in order, and servers write the first.
    pub paths: Vec<String>,
    /// The format.
    pub form: Form,
    /// The format as written.
    pub form_text: Option<String>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

/// A fact that a response can contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The code.
    Code,
    /// The message.
    Message,
    /// Values that are sent in addition to the message.
    Details,
    /// The parameters of the message.
    Params,
    /// Sentences about what to do.
    Suggestions,
    /// Links to further information.
    Links,
    /// The id of the request.
    RequestId,
    /// How long to wait.
    RetryAfter,
    /// The HTTP status.
    Status,
    /// A member that is specific to the API.
    Field,
}

impl Content {
    /// The facts with a fixed name.
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

    /// Returns the fact called `name`. Other names are specific to the API.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::NAMED.iter().find(|(known, _)| *known == name).map_or(Self::Field, |(_, fact)| *fact)
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

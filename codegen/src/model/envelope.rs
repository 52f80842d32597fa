//! The layout of the error responses of an API.

pub use errcat::{Fact, FieldForm};

use crate::format::vocabulary::Unit;
use crate::source::Spanned;
use crate::value::Value;

/// The layout of error responses.
#[derive(Clone, Debug, Default)]
pub struct Envelope {
    /// The facts and their places, in the order of the catalog.
    pub members: Vec<Member>,
    /// What servers write into a body.
    pub body: Vec<Part>,
    /// The mark of errors.
    pub is_error: Option<ErrorMark>,
    /// The media type that servers send.
    pub media_type: Option<String>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

/// A fact and its places in a response.
#[derive(Clone, Debug)]
pub struct Member {
    /// The name of the fact.
    pub name: Spanned<String>,
    /// Whether the fact is a member of `fields`.
    pub is_field: bool,
    /// The places. Clients try them in order, and servers write the first.
    pub places: Vec<Place>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

impl Member {
    /// Returns the fact.
    #[must_use]
    pub fn fact(&self) -> Fact<'_> {
        if self.is_field { Fact::Field(&self.name) } else { Fact::named(&self.name) }
    }

    /// Returns the place that servers write.
    #[must_use]
    pub fn written(&self) -> Option<&Place> {
        self.places.first()
    }

    /// Returns the format in which servers write the fact.
    #[must_use]
    pub fn form(&self) -> &Form {
        self.written().map_or(&Form::Plain, |place| &place.form)
    }
}

/// A place in a response.
#[derive(Clone, Debug)]
pub struct Place {
    /// The path.
    pub path: Path,
    /// The path as written.
    pub text: Spanned<String>,
    /// The format.
    pub form: Form,
    /// The format as written.
    pub form_text: Option<String>,
    /// The unit of a time to wait.
    pub unit: Unit,
    /// The mark before the text.
    pub after: Option<String>,
    /// The mark after the text.
    pub before: Option<String>,
}

/// A path in a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Path {
    /// Steps from the body.
    Body(Vec<Step>),
    /// A header.
    Header(String),
    /// A parameter of a header.
    Parameter(String, String),
}

impl Path {
    /// Returns the steps from the body.
    #[must_use]
    pub fn steps(&self) -> Option<&[Step]> {
        match self {
            Self::Body(steps) => Some(steps),
            Self::Header(_) | Self::Parameter(..) => None,
        }
    }
}

/// A step of a path in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A member of an object.
    Member(String),
    /// An item of a list.
    Index(usize),
    /// The first item of a list that has a member, given by its path, or that has this value there.
    First(Vec<String>, Option<String>),
}

/// The mark of errors that have an ordinary status.
#[derive(Clone, Debug)]
pub struct ErrorMark {
    /// The place.
    pub path: Path,
    /// The path as written.
    pub text: Spanned<String>,
    /// The value, as JSON.
    pub value: Option<String>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

/// A part of a body. See [`errcat::Part`]: names contain the comma before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The fact of a member of the envelope.
    Member(String, usize),
    /// The first of two facts that is present.
    Either(String, usize, usize),
    /// An object.
    Object(String, Vec<Part>),
    /// A list with fixed places.
    List(String, Vec<Part>),
    /// A list of the items that are present.
    Items(String, Vec<Part>),
    /// The members of a fact that has no object of its own.
    Members(usize),
    /// The items of a fact after other items of a list.
    Rest(usize),
    /// A constant member of every body.
    Always(String),
    /// A constant member of an item.
    Tag(String),
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
    /// Details as members of the object in which other facts stand.
    Beside,
    /// Mistakes in fields.
    Errors(FieldForm),
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

//! One error of a catalog.

use super::{Param, Segment, Template};
use crate::format::vocabulary::{Retry, Visibility};
use crate::ledger::PublishedName;
use crate::source::{Span, Spanned};
use crate::text::ident::Ident;
use crate::value::Value;

/// An error.
#[derive(Clone, Debug)]
pub struct Error {
    /// Whether the error could be read only in part, which has been reported.
    pub damaged: bool,
    /// The keys whose values are wrong, which has been reported: `status` or `mask`.
    pub wrong: Vec<&'static str>,
    /// The code on the wire. Further variants have the location of their name.
    pub code: Spanned<String>,
    /// The value that the code carries, if any.
    pub carried: Option<Carried>,
    /// The position among the variants of its code, from 0.
    pub variant: usize,
    /// The code as a number, if codes are integers.
    pub number: Option<i64>,
    /// The family, as an index into the families of the catalog.
    pub family: usize,
    /// The position in the family, from 1.
    pub index: usize,
    /// The variant.
    pub ident: Ident,
    /// The location of `ident`, if the catalog chooses the variant.
    pub own_ident: Option<Span>,
    /// The constant in the module `codes`.
    pub constant: Ident,
    /// Further constants.
    pub constants: Vec<Constant>,
    /// The published name.
    pub name: Option<Spanned<String>>,
    /// Earlier published names, in order of time.
    pub formerly: Vec<Spanned<String>>,
    /// Published names in other languages, as pairs of language and names.
    pub names: Vec<(String, Vec<PublishedName>)>,
    /// The `x-` keys of `names`.
    pub names_extensions: Vec<(String, Value)>,
    /// The message.
    pub message: Option<Spanned<String>>,
    /// The parsed message, if the error declares parameters.
    pub template: Option<Template>,
    /// The description.
    pub description: Option<String>,
    /// The location of the description, unless it is derived.
    pub description_place: Option<Span>,
    /// Whether the description is from a `derive` rule.
    pub description_derived: bool,
    /// Whether the server writes the message, so that this one is only its start.
    pub dynamic: bool,
    /// The parameters of the message, or `None` if the error declares none.
    pub params: Option<Vec<Param>>,
    /// The details.
    pub details: Vec<Param>,
    /// The HTTP status.
    pub status: Option<Spanned<u16>>,
    /// The retry advice.
    pub retry: Option<Retry>,
    /// The SDK class, if it overrides the rules.
    pub class: Option<Spanned<String>>,
    /// The tags.
    pub tags: Vec<Spanned<String>>,
    /// The exit code of command-line clients.
    pub exit: Option<u8>,
    /// Sentences about what to do.
    pub help: Vec<String>,
    /// The locations of the texts in `help`.
    pub help_places: Vec<Span>,
    /// Links to further information.
    pub links: Vec<Link>,
    /// The error that it refines, as an index into the errors of the catalog.
    pub parent: Option<Spanned<usize>>,
    /// The errors that refine it, as indices into the errors of the catalog, in order.
    pub children: Vec<usize>,
    /// The error that outsiders see instead, as an index into the errors of the catalog.
    pub mask: Option<Spanned<usize>>,
    /// Who may see the error.
    pub visibility: Visibility,
    /// The deprecation notice.
    pub deprecated: Option<Notice>,
    /// The retirement notice.
    pub retired: Option<Notice>,
    /// Other spellings of the code.
    pub aliases: Vec<Spanned<String>>,
    /// The aliases as numbers, if codes are integers.
    pub alias_numbers: Vec<i64>,
    /// Lint rules that are allowed, with reasons.
    pub allow: Vec<(Spanned<String>, String)>,
    /// The declared facts of the error itself, as pairs of their index and value. See
    /// [`Catalog::fact`](super::Catalog::fact) for inherited ones.
    pub facts: Vec<(usize, Spanned<Value>)>,
    /// The keys without a field of their own, which only outputs use.
    pub values: Vec<(&'static str, Value)>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

impl Error {
    /// Returns whether the error is deprecated or retired.
    #[must_use]
    pub fn is_deprecated(&self) -> bool {
        self.deprecated.is_some() || self.retired.is_some()
    }

    /// Returns whether the message has placeholders.
    #[must_use]
    pub fn has_placeholders(&self) -> bool {
        let is_param = |segment: &Segment| matches!(segment, Segment::Param(_));
        self.template.as_ref().is_some_and(|template| template.segments.iter().any(is_param))
    }

    /// Returns whether only the people who run the API may know the error.
    #[must_use]
    pub fn is_internal(&self) -> bool {
        self.visibility == Visibility::Internal
    }

    /// Returns the value of a key without a field of its own.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.values.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// Returns the text of a key without a field of its own.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.value(key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }
}

/// A value in a code, such as `{seconds}` in `FLOOD_WAIT_{seconds}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The text before the value.
    pub prefix: String,
    /// The text after the value.
    pub suffix: String,
    /// The parameter with the value, as an index into the parameters of the error.
    pub param: usize,
    /// The type of the value.
    pub kind: errcat::Carried,
}

impl Carried {
    /// Returns `true` if a text may match both patterns, whatever the types of their values.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let is_start = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
        let is_end = |a: &str, b: &str| a.ends_with(b) || b.ends_with(a);
        is_start(&self.prefix, &other.prefix) && is_end(&self.suffix, &other.suffix)
    }

    /// Returns `true` if a text is the code with a value.
    #[must_use]
    pub fn matches(&self, code: &str) -> bool {
        let value = code.strip_prefix(&self.prefix).and_then(|rest| rest.strip_suffix(&self.suffix));
        value.is_some_and(|value| self.kind.accepts(value))
    }

    /// Returns the code with this value.
    #[must_use]
    pub fn with(&self, value: &str) -> String {
        format!("{}{value}{}", self.prefix, self.suffix)
    }
}

/// A further constant of an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constant {
    /// The location of its name.
    pub place: Span,
    /// The name.
    pub name: Ident,
    /// Whether programs should use the usual constant instead.
    pub deprecated: bool,
}

/// A link to further information.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The label.
    pub label: String,
    /// The address.
    pub url: String,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

/// A deprecation or retirement notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The location of the notice.
    pub place: Span,
    /// The version.
    pub since: Option<String>,
    /// The replacement, as an index into the errors of the catalog.
    pub instead: Option<usize>,
    /// Additional information.
    pub note: Option<String>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

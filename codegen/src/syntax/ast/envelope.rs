//! The syntax tree of an envelope.

use super::{Extension, Text};
use crate::format::vocabulary::Unit;
use crate::source::Spanned;

/// The layout of error responses.
#[derive(Clone, Debug, Default)]
pub struct Envelope {
    /// The facts and their places, in the order of the catalog
    pub members: Vec<Member>,
    /// `is_error`
    pub is_error: Option<ErrorMark>,
    /// `media_type`
    pub media_type: Option<Text>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A fact of a response and its places.
#[derive(Clone, Debug)]
pub struct Member {
    /// The fact
    pub fact: Text,
    /// Whether the fact is a member of `fields`
    pub is_field: bool,
    /// The places, or the one place
    pub places: Vec<Place>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A place of a fact.
#[derive(Clone, Debug)]
pub struct Place {
    /// `path`, or the value alone
    pub path: Text,
    /// `as`
    pub form: Option<Text>,
    /// `unit`
    pub unit: Option<Spanned<Unit>>,
    /// `after`
    pub after: Option<Text>,
    /// `before`
    pub before: Option<Text>,
}

/// The mark of errors.
#[derive(Clone, Debug)]
pub struct ErrorMark {
    /// `path`
    pub path: Text,
    /// `value`, as JSON
    pub value: Option<Text>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

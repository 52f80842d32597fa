//! What a catalog says about all its errors and their responses: `derive`, `classes`, `envelope`.

use super::{Extension, Text};
use crate::format::vocabulary::Retry;
use crate::source::Spanned;

/// A rule that derives descriptions from codes.
#[derive(Clone, Debug)]
pub struct Derive {
    /// `match`
    pub pattern: Text,
    /// `description`
    pub description: Text,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A class of an SDK, and the responses that belong to it.
#[derive(Clone, Debug)]
pub struct Class {
    /// `name`
    pub name: Text,
    /// `parent`
    pub parent: Option<Text>,
    /// `when`
    pub when: Option<Spanned<When>>,
    /// `retry`
    pub retry: Option<Spanned<Retry>>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// The condition of a class.
#[derive(Clone, Debug)]
pub enum When {
    /// The request failed without a response.
    Transport,
    /// The response could not be understood.
    Decode,
    /// Always matches.
    Any,
    /// A response with one of these statuses and this kind of code, as far as they are given.
    Response {
        /// `status`: numbers, or classes such as `5xx`
        status: Vec<Text>,
        /// `code`: `present`, or a pattern
        code: Option<Text>,
        /// `x-…`
        extensions: Vec<Extension>,
    },
}

//! The classes into which an SDK sorts what it gets.

use crate::format::vocabulary::Retry;
use crate::source::{Span, Spanned};
use crate::text::ident::Ident;
use crate::value::Value;

/// A class and the condition under which a response belongs to it.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its name.
    pub name: Spanned<String>,
    /// Its variant in the enum of classes.
    pub variant: Ident,
    /// The class it is a kind of, as an index into the catalog's classes.
    pub parent: Option<usize>,
    /// When it applies; a class without a condition is only a parent.
    pub when: Option<Spanned<Condition>>,
    /// What a client may do.
    pub retry: Option<Retry>,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
}

/// When a class applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The request did not get through.
    Transport,
    /// The response could not be understood.
    Decode,
    /// Always.
    Any,
    /// A response of this kind.
    Response {
        /// Its status; `None` for any.
        status: Option<Statuses>,
        /// Its code.
        code: CodeCondition,
        /// The author's own keys.
        extensions: Vec<(String, Value)>,
    },
}

/// What a condition asks of a response's code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeCondition {
    /// Nothing.
    Any,
    /// There is one.
    Present,
    /// It matches a pattern with at most one `*`, compared in lower case.
    Matches(String),
}

/// A set of HTTP statuses, as written and as ranges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statuses {
    /// Each item: where it stands, its first and its last status.
    pub ranges: Vec<(Span, u16, u16)>,
}

impl Statuses {
    /// Whether `status` is in the set.
    #[must_use]
    pub fn holds(&self, status: u16) -> bool {
        self.ranges.iter().any(|(_, first, last)| (*first..=*last).contains(&status))
    }
}

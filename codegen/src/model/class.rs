//! The classes into which SDKs sort failures.

use crate::format::vocabulary::Retry;
use crate::source::{Span, Spanned};
use crate::text::glob;
use crate::text::ident::Ident;
use crate::value::Value;

/// A class, and the condition for a response to belong to it.
#[derive(Clone, Debug)]
pub struct Class {
    /// The name.
    pub name: Spanned<String>,
    /// The variant in the enum of classes.
    pub variant: Ident,
    /// The parent class, as an index into the classes of the catalog.
    pub parent: Option<usize>,
    /// The condition. A class without one is only a parent.
    pub when: Option<Spanned<Condition>>,
    /// The retry advice.
    pub retry: Option<Retry>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

impl Class {
    /// Returns `true` if a response with this code belongs to the class, unless it belongs to an earlier
    /// one. Without a known status, only conditions on the code hold.
    #[must_use]
    pub fn takes(&self, code: &str, status: Option<u16>) -> bool {
        match self.when.as_ref().map(|when| &when.value) {
            None | Some(Condition::Transport | Condition::Decode) => false,
            Some(Condition::Any) => true,
            Some(Condition::Response { status: statuses, code: wanted, .. }) => {
                let has_status = match (statuses, status) {
                    (None, _) => true,
                    (Some(statuses), Some(status)) => statuses.holds(status),
                    (Some(_), None) => false,
                };
                has_status
                    && match wanted {
                        CodeCondition::Any | CodeCondition::Present => true,
                        CodeCondition::Matches(pattern) => {
                            glob::capture(pattern, &code.to_lowercase()).is_some()
                        }
                    }
            }
        }
    }
}

/// The condition of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The request failed without a response.
    Transport,
    /// The response could not be understood.
    Decode,
    /// Always matches.
    Any,
    /// A response with this status and code.
    Response {
        /// The statuses, or `None` for any status.
        status: Option<Statuses>,
        /// The condition for the code.
        code: CodeCondition,
        /// The `x-` keys.
        extensions: Vec<(String, Value)>,
    },
}

/// The condition for the code of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeCondition {
    /// Any code, or none.
    Any,
    /// Any code.
    Present,
    /// A code that matches a pattern with at most one `*`, compared in lower case.
    Matches(String),
}

/// A set of HTTP statuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statuses {
    /// The location, first and last status of each item.
    pub ranges: Vec<(Span, u16, u16)>,
}

impl Statuses {
    /// Returns `true` if the set contains `status`.
    #[must_use]
    pub fn holds(&self, status: u16) -> bool {
        self.ranges.iter().any(|(_, first, last)| (*first..=*last).contains(&status))
    }
}

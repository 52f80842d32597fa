//! Fixes: changes that a program may make to a file without asking.

use crate::source::Span;

/// A fix for one finding. All edits are in the file of the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// A short description of the change.
    pub message: String,
    /// The replaced parts of the text, in order and without overlaps.
    pub edits: Vec<Edit>,
}

/// A key that an entry should have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The location of the entry: its key, or in a list one of its values.
    pub entry: Span,
    /// The missing key.
    pub key: &'static str,
    /// The value of the key.
    pub value: String,
}

/// A replacement of one part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The replaced part.
    pub span: Span,
    /// The replacement, which is empty if the part is removed.
    pub text: String,
}

impl Fix {
    /// Returns a fix that replaces `span` with `text`.
    pub fn replace(message: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        Self { message: message.into(), edits: vec![Edit { span, text: text.into() }] }
    }
}

//! Fixes: changes that a program may make to a file without asking.

use crate::source::Span;
use crate::value::Value;

/// A fix for one finding. All edits are in the file of the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// A short description of the change.
    pub message: String,
    /// The replaced parts of the text, in order and without overlaps.
    pub edits: Vec<Edit>,
}

/// A change that is a fix once its place in the tree of the file is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// A key that an entry should have.
    Key {
        /// The location of the entry: its key, or in a list one of its values.
        entry: Span,
        /// The missing key.
        key: &'static str,
        /// The value of the key.
        value: String,
    },
    /// A text that should have no blanks at its ends.
    Trim {
        /// The location of the text.
        text: Span,
    },
    /// An error that a family should have.
    Entry {
        /// The code.
        code: String,
        /// The keys.
        value: Value,
    },
}

impl Proposal {
    /// Proposes a key.
    #[must_use]
    pub fn key(entry: Span, key: &'static str, value: String) -> Self {
        Self::Key { entry, key, value }
    }

    /// Proposes an error.
    #[must_use]
    pub fn entry(code: String, value: Value) -> Self {
        Self::Entry { code, value }
    }
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

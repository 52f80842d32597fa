//! What is known about a syntax error: its finding, and where the file can be read again.

use crate::diag::Finding;

/// An explained syntax error.
pub(super) struct Explained {
    pub(super) finding: Finding,
    /// The text without the mistake, if more or less than one entry has to be left out.
    pub(super) rest: Option<String>,
    /// An offset in the entry to leave out, if it is not the one where parsing ended.
    pub(super) entry: Option<usize>,
}

impl Explained {
    /// A mistake in the entry around an offset.
    pub(super) fn at(finding: Finding, entry: usize) -> Self {
        Self { entry: Some(entry), ..finding.into() }
    }

    /// A mistake, and the text without it.
    pub(super) fn leaving(finding: Finding, rest: String) -> Self {
        Self { rest: Some(rest), ..finding.into() }
    }
}

impl From<Finding> for Explained {
    fn from(finding: Finding) -> Self {
        Self { finding, rest: None, entry: None }
    }
}

//! What a change asks of the next version, and whether it may be released.

/// The part of a semantic version that a change must raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// No program notices the change.
    Patch,
    /// Programs can use something new.
    Minor,
    /// Programs can break.
    Major,
}

impl Step {
    /// Returns `patch`, `minor` or `major`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// Whether a change may be released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// It may be released. The version says whether it breaks programs.
    Free,
    /// It may be released if the ledger accepts it with a reason.
    Say,
    /// It must never be released.
    Never,
}

impl Gate {
    /// Returns `free`, `say` or `never`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Say => "say",
            Self::Never => "never",
        }
    }
}

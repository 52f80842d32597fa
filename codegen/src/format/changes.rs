//! What each kind of change is, and what it asks of the version, for readers.

use super::vocabulary::ChangeRule;

/// The description of a kind of change.
#[derive(Clone, Copy, Debug)]
pub struct ChangeRow {
    /// The change, in a few words.
    pub meaning: &'static str,
    /// What it asks of the version for programs that read responses.
    pub wire: &'static str,
    /// What it asks of the version for programs that use the enum.
    pub rust: &'static str,
    /// Whether it may be released.
    pub gate: &'static str,
}

const fn row(meaning: &'static str, wire: &'static str, rust: &'static str, gate: &'static str) -> ChangeRow {
    ChangeRow { meaning, wire, rust, gate }
}

impl ChangeRule {
    /// Returns the description of the change.
    #[must_use]
    pub const fn row(self) -> ChangeRow {
        const NEVER: &str = "never";
        const SAY: &str = "with a reason";
        const FREE: &str = "yes";
        match self {
            Self::CodeAdded => row(
                "a new code, or one that came back as itself",
                "minor",
                "minor; major if the enum is exhaustive",
                FREE,
            ),
            Self::CodeRemoved => row(
                "a code without an entry and without a tombstone",
                "major",
                "major",
                "with a reason, or in a new major version",
            ),
            Self::CodeReused => {
                row("a code or alias that was given to another error", "major", "major", NEVER)
            }
            Self::MeaningChanged => {
                row("a code whose old error now has another code", "major", "major", NEVER)
            }
            Self::MeaningDoubtful => row(
                "a code that seems to mean something else",
                "major",
                "major",
                "with a reason, or with `formerly`",
            ),
            Self::CodeRekeyed => {
                row("an error with another code", "major; minor if the old code is an alias", "patch", FREE)
            }
            Self::NameChanged => row("another name", "patch", "minor with `formerly`, else major", FREE),
            Self::NameRemoved => row("a former name that is no longer listed", "patch", "major", FREE),
            Self::TextChanged => row("another message or description", "patch", "patch", FREE),
            Self::StatusChanged => {
                row("another HTTP status", "major; minor if none was known", "patch", FREE)
            }
            Self::RetryChanged => row("other retry advice", "major; minor if none was known", "patch", FREE),
            Self::ParamAdded => {
                row("a new parameter or detail", "minor", "minor if it is optional, else major", FREE)
            }
            Self::ParamRemoved => row("a parameter or detail that is gone", "major", "major", FREE),
            Self::ParamChanged => row("another type of a parameter or detail", "major", "major", FREE),
            Self::MaskChanged => row("another error that outsiders see", "major", "patch", SAY),
            Self::VisibilityChanged => {
                row("an error that others may see now", "minor if it is public now, else major", "patch", SAY)
            }
            Self::FactChanged => row("another documented fact", "patch", "patch", FREE),
            Self::Deprecated => row("a code that is deprecated now", "minor", "minor", FREE),
            Self::Retired => row("a code that is a tombstone now", "minor", "minor", FREE),
            Self::AliasAdded => row("another spelling", "minor", "minor", FREE),
            Self::AliasRemoved => row("a spelling that is gone", "major", "patch", FREE),
            Self::ContractChanged => {
                row("`type`, `unique` or `status` of the catalog", "major", "major", FREE)
            }
            Self::ClassChanged => row("a rule of the classes", "major", "major", FREE),
            Self::EnvelopeChanged => row("a place in the envelope", "major", "major", FREE),
            Self::FamilyMoved => {
                row("a code in another family", "patch", "major if families have enums, else patch", FREE)
            }
        }
    }
}

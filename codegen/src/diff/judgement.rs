//! Judges whether changes may be released, and with which version.

use super::{Change, Step};
use crate::text::version::Version;

/// The version that a catalog needs, and whether its changes may be released.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The released version.
    pub released: Option<Version>,
    /// The version of the catalog.
    pub declared: Option<Version>,
    /// The part of the version that must be raised, or `None` if nothing changed.
    pub required: Option<Step>,
    /// The lowest version with which the changes may be released.
    pub next: Option<Version>,
    /// The index of the first change that asks for this version.
    pub heaviest: Option<usize>,
    /// Whether all changes may be released, given a sufficient version.
    pub changes_allowed: bool,
    /// Whether the version is sufficient, or not known.
    pub version_allowed: bool,
}

impl Judgement {
    /// Judges the changes from a released version to a declared one.
    #[must_use]
    pub fn new(released: Option<&str>, declared: Option<&str>, changes: &[Change]) -> Self {
        let [released, declared] = [released, declared].map(|version| version.and_then(Version::parse));
        let required = changes.iter().map(Change::step).max();
        let heaviest = changes.iter().position(|change| Some(change.step()) == required);
        let next = match (&released, required) {
            (Some(released), Some(step)) => Some(released.after(step as usize)),
            (Some(released), None) => Some(released.clone()),
            (None, _) => declared.clone(),
        };
        let version_allowed = match (&released, &declared) {
            (Some(released), Some(declared)) => match required {
                None => declared >= released,
                Some(_) => declared > released && next.as_ref().is_none_or(|next| declared.reaches(next)),
            },
            _ => true,
        };
        let changes_allowed = changes.iter().all(Change::is_allowed);
        Self { released, declared, required, next, heaviest, changes_allowed, version_allowed }
    }

    /// Returns `true` if the changes may be released with this version.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        self.changes_allowed && self.version_allowed
    }
}

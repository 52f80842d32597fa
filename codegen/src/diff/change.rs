//! A change between two states of a catalog.

use crate::format::vocabulary::ChangeRule;
use crate::ledger::{Acceptance, Promise};
use crate::source::Span;

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The kind of change.
    pub rule: ChangeRule,
    /// The id of the catalog.
    pub catalog: String,
    /// The old family and code, or `None` for a change of the whole catalog.
    pub subject: Option<(String, String)>,
    /// The old value.
    pub old: Option<String>,
    /// The new value.
    pub new: Option<String>,
    /// The location in the older state, if any.
    pub before: Option<Span>,
    /// The location in the newer state, if any.
    pub after: Option<Span>,
}

/// Whether a change may be released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may be released. Whether it breaks clients depends on the version.
    Free,
    /// It may be released if the ledger accepts it with a reason.
    ByName,
    /// It must never be released.
    Never,
}

impl Change {
    /// Creates a change of the code of `subject`.
    pub(super) fn of(rule: ChangeRule, subject: &Promise) -> Self {
        Self::of_catalog(rule).about(Some((subject.family.clone(), subject.code.clone())))
    }

    /// Creates a change of the whole catalog.
    pub(super) fn of_catalog(rule: ChangeRule) -> Self {
        let catalog = String::new();
        Self { rule, catalog, subject: None, old: None, new: None, before: None, after: None }
    }

    fn about(mut self, subject: Option<(String, String)>) -> Self {
        self.subject = subject;
        self
    }

    /// Sets an alias as the subject instead of the code.
    pub(super) fn spelt(mut self, spelling: &str) -> Self {
        self.subject = self.subject.map(|(family, _)| (family, spelling.to_owned()));
        self
    }

    /// Sets the old and new values.
    pub(super) fn values(mut self, old: Option<String>, new: Option<String>) -> Self {
        (self.old, self.new) = (old, new);
        self
    }

    /// Sets the old location.
    pub(super) fn from(mut self, old: &Promise) -> Self {
        self.before = Some(old.place);
        self
    }

    /// Sets the new location.
    pub(super) fn at(mut self, new: &Promise) -> Self {
        self.after = Some(new.place);
        self
    }

    /// Sets the old value to the name of an error.
    pub(super) fn was(mut self, old: &Promise) -> Self {
        self.old = Some(old.label().to_owned());
        self.from(old)
    }

    /// Sets the new value to the name of an error.
    pub(super) fn is(mut self, new: &Promise) -> Self {
        self.new = Some(new.label().to_owned());
        self.at(new)
    }

    /// Returns `true` if this is the change that an acceptance is about.
    #[must_use]
    pub fn is_accepted_by(&self, acceptance: &Acceptance) -> bool {
        self.rule == acceptance.rule && self.subject == acceptance.subject
    }

    /// Returns whether the change may be released. Changes that reveal a hidden error must be
    /// accepted, and changes that make clients confuse two errors are refused.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.rule {
            rule if rule.is_never_accepted() => Verdict::Never,
            ChangeRule::MaskChanged if self.new.is_none() => Verdict::ByName,
            ChangeRule::VisibilityChanged if self.new.as_deref() == Some("public") => Verdict::ByName,
            _ => Verdict::Free,
        }
    }
}

//! A change between two states of a catalog.

use super::step::{Gate, Step};
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
    /// What it asks of the version for programs that read responses.
    pub wire: Step,
    /// What it asks of the version for programs that use the enum.
    pub rust: Step,
    /// Whether it may be released.
    pub gate: Gate,
    /// The reason with which the ledger accepts it.
    pub accepted: Option<String>,
    /// The number of the group of similar changes that it belongs to, from 1.
    pub group: Option<usize>,
    /// The code that has the old meaning now, if another one has it.
    pub home: Option<String>,
    /// The code in the newer state, if it is not the subject.
    pub code_now: Option<String>,
    /// The command that would keep the old value beside the new one, such as `rename`.
    pub kept_by: Option<&'static str>,
    /// Further words about the change.
    pub note: Option<String>,
    /// Whether outsiders can see the error, before or after.
    pub public: bool,
}

impl Change {
    /// Creates a change of the code of `subject`.
    pub(super) fn of(rule: ChangeRule, subject: &Promise) -> Self {
        let change = Self::of_catalog(rule).about(Some((subject.family.clone(), subject.code.clone())));
        change.seen_with(subject)
    }

    /// Creates a change of the whole catalog.
    pub(super) fn of_catalog(rule: ChangeRule) -> Self {
        Self {
            rule,
            catalog: String::new(),
            subject: None,
            old: None,
            new: None,
            before: None,
            after: None,
            wire: Step::Patch,
            rust: Step::Patch,
            gate: Gate::Free,
            accepted: None,
            group: None,
            home: None,
            code_now: None,
            kept_by: None,
            note: None,
            public: false,
        }
    }

    fn about(mut self, subject: Option<(String, String)>) -> Self {
        self.subject = subject;
        self
    }

    fn seen_with(mut self, promise: &Promise) -> Self {
        self.public |= promise.is_public();
        self
    }

    /// Sets what the change asks of the version, for readers of responses and for users of the enum.
    pub(super) fn asks(mut self, wire: Step, rust: Step) -> Self {
        (self.wire, self.rust) = (wire, rust);
        self
    }

    /// Sets whether the change may be released.
    pub(super) fn gated(mut self, gate: Gate) -> Self {
        self.gate = gate;
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
        self.seen_with(old)
    }

    /// Sets the new location.
    pub(super) fn at(mut self, new: &Promise) -> Self {
        self.after = Some(new.place);
        if self.subject.as_ref().is_some_and(|(_, code)| *code != new.code) {
            self.code_now = Some(new.code.clone());
        }
        self.seen_with(new)
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

    /// Returns what the change asks of the version.
    #[must_use]
    pub fn step(&self) -> Step {
        self.wire.max(self.rust)
    }

    /// Returns `true` if the change may be released, given a sufficient version.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        match self.gate {
            Gate::Free => true,
            Gate::Say => self.accepted.is_some(),
            Gate::Never => false,
        }
    }

    /// Returns `true` if this is the change that an acceptance is about.
    #[must_use]
    pub fn is_accepted_by(&self, acceptance: &Acceptance) -> bool {
        self.rule == acceptance.rule && self.subject == acceptance.subject
    }
}

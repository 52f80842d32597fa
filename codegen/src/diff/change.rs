//! One change, as data.

use crate::format::vocabulary::ChangeRule;
use crate::ledger::{Acceptance, Promise};
use crate::source::Span;

/// One thing that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind of change it is.
    pub rule: ChangeRule,
    /// The catalog's id.
    pub catalog: String,
    /// Family and code, as they were where they were; nothing for a change of the whole catalog.
    pub subject: Option<(String, String)>,
    /// What was.
    pub old: Option<String>,
    /// What is.
    pub new: Option<String>,
    /// Where it stands in the older state, if it does.
    pub before: Option<Span>,
    /// Where it stands in the newer state, if it does.
    pub after: Option<Span>,
}

/// What a release makes of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may be released; what it breaks is a matter of the version.
    Free,
    /// It may be released if somebody accepts it, by name and with a reason.
    ByName,
    /// It is never released.
    Never,
}

impl Change {
    /// A change that concerns the code of `subject`.
    pub(super) fn of(rule: ChangeRule, subject: &Promise) -> Self {
        Self::of_catalog(rule).about(Some((subject.family.clone(), subject.code.clone())))
    }

    /// A change that concerns the whole catalog.
    pub(super) fn of_catalog(rule: ChangeRule) -> Self {
        let catalog = String::new();
        Self { rule, catalog, subject: None, old: None, new: None, before: None, after: None }
    }

    fn about(mut self, subject: Option<(String, String)>) -> Self {
        self.subject = subject;
        self
    }

    /// Names another spelling instead of the code.
    pub(super) fn spelt(mut self, spelling: &str) -> Self {
        self.subject = self.subject.map(|(family, _)| (family, spelling.to_owned()));
        self
    }

    /// Says what was and what is.
    pub(super) fn values(mut self, old: Option<String>, new: Option<String>) -> Self {
        (self.old, self.new) = (old, new);
        self
    }

    /// Names the place before.
    pub(super) fn from(mut self, old: &Promise) -> Self {
        self.before = Some(old.place);
        self
    }

    /// Names the place after.
    pub(super) fn at(mut self, new: &Promise) -> Self {
        self.after = Some(new.place);
        self
    }

    /// Names what an error was.
    pub(super) fn was(mut self, old: &Promise) -> Self {
        self.old = Some(old.label().to_owned());
        self.from(old)
    }

    /// Names what an error is.
    pub(super) fn is(mut self, new: &Promise) -> Self {
        self.new = Some(new.label().to_owned());
        self.at(new)
    }

    /// Whether this is the change that somebody intended.
    #[must_use]
    pub fn is_accepted_by(&self, acceptance: &Acceptance) -> bool {
        self.rule == acceptance.rule && self.subject == acceptance.subject
    }

    /// What a release makes of it: what gives a secret away needs a word, what lets clients take one error for another is refused.
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

//! What changes of whole codes ask of the version.

use std::cell::OnceCell;

use super::{Change, Gate, Step};
use crate::format::vocabulary::{ChangeRule, State, Term, Unique};
use crate::index::Index;
use crate::ledger::{Ledger, Promise};
use crate::text::version::Version;

/// The facts about two states of a catalog that decide what a change asks of the version.
pub(super) struct Asked<'l> {
    new: &'l Ledger,
    /// Whether the new version may break programs.
    breaks: bool,
    /// Whether every family has an enum of its own.
    apart: bool,
    /// The codes of the newer state, once somebody asks.
    codes: OnceCell<Index<'l>>,
}

impl<'l> Asked<'l> {
    pub(super) fn new(old: &Ledger, new: &'l Ledger) -> Self {
        let apart = new.contract.is_some_and(|contract| contract.unique == Unique::Family);
        Self { new, breaks: breaks(old, new), apart, codes: OnceCell::new() }
    }

    /// Returns the change of a new code, or of one that is back.
    pub(super) fn added(&self, new: &Promise) -> Change {
        let rust = if self.new.exhaustive { Step::Major } else { Step::Minor };
        Change::of(ChangeRule::CodeAdded, new).asks(Step::Minor, rust)
    }

    /// Returns `true` if an error of the newer state has this code.
    fn has_entry(&self, old: &Promise) -> bool {
        let codes = self.codes.get_or_init(|| {
            let mut codes = Index::with_capacity(self.new.promises.len());
            for (position, promise) in self.new.promises.iter().enumerate() {
                codes.add(&promise.family, &promise.code, position);
            }
            codes
        });
        codes.get(&old.family, &old.code).is_some()
    }

    /// Returns the change of a code without an entry.
    pub(super) fn removed(&self, old: &Promise) -> Change {
        let gate = if self.breaks { Gate::Free } else { Gate::Say };
        let change = Change::of(ChangeRule::CodeRemoved, old).was(old);
        // The command would find another entry with the same code.
        let is_open = gate == Gate::Say && !old.is_out_of_use() && !self.has_entry(old);
        let note = (old.state == State::Deprecated).then(|| match &old.at {
            Some(version) => format!("it was deprecated since {version}"),
            None => "it was deprecated".to_owned(),
        });
        Change {
            note,
            kept_by: is_open.then_some("retire"),
            ..change.asks(Step::Major, Step::Major).gated(gate)
        }
    }

    /// Returns the change of an error in another family.
    pub(super) fn moved(&self, old: &Promise, new: &Promise) -> Change {
        let rust = if self.apart { Step::Major } else { Step::Patch };
        let change = Change::of(ChangeRule::FamilyMoved, old).from(old).at(new);
        change.values(Some(old.family.clone()), Some(new.family.clone())).asks(Step::Patch, rust)
    }
}

/// Returns `true` if the version says that programs may break.
fn breaks(old: &Ledger, new: &Ledger) -> bool {
    let parse = |ledger: &Ledger| ledger.version.as_deref().and_then(Version::parse);
    match (parse(old), parse(new)) {
        (Some(old), Some(new)) => new > old && new.reaches(&old.after(Step::Major as usize)),
        _ => false,
    }
}

/// Returns what a change of an attribute asks of the version, and whether it may be released.
pub(super) fn attribute(rule: ChangeRule, old: &Promise, new: &Promise, first: bool) -> (Step, Step, Gate) {
    match rule {
        ChangeRule::NameChanged => {
            let rust = if new.was_called(old.label()) { Step::Minor } else { Step::Major };
            (Step::Patch, rust, Gate::Free)
        }
        ChangeRule::StatusChanged | ChangeRule::RetryChanged => {
            let wire = if first { Step::Minor } else { Step::Major };
            (wire, Step::Patch, Gate::Free)
        }
        ChangeRule::MaskChanged => (Step::Major, Step::Patch, Gate::Say),
        ChangeRule::VisibilityChanged => {
            let wire = if new.visibility.as_str() == "public" { Step::Minor } else { Step::Major };
            (wire, Step::Patch, Gate::Say)
        }
        _ => (Step::Patch, Step::Patch, Gate::Free),
    }
}

/// Returns the change of an error with another code.
pub(super) fn rekeyed(old: &Promise, new: &Promise) -> Change {
    let wire = if new.has_alias(&old.code) { Step::Minor } else { Step::Major };
    let change = Change::of(ChangeRule::CodeRekeyed, old).from(old).at(new);
    let kept_by = (wire == Step::Major).then_some("rekey");
    let change = change.values(Some(old.code.clone()), Some(new.code.clone())).asks(wire, Step::Patch);
    Change { kept_by, ..change }
}

/// Returns a change that must never be released.
pub(super) fn never(rule: ChangeRule, new: &Promise) -> Change {
    Change::of(rule, new).asks(Step::Major, Step::Major).gated(Gate::Never)
}

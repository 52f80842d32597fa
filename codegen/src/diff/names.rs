//! Compares the names that errors had before.

use super::{Change, Step};
use crate::format::vocabulary::ChangeRule;
use crate::ledger::Promise;

/// Returns a change for each former name that is no longer listed, because its constant goes, and
/// for each new one that is not the name of a moment ago.
pub(super) fn changes(old: &Promise, new: &Promise) -> Vec<Change> {
    let is_lost = |name: &&str| !new.was_called(name) && new.label() != *name;
    let lost = old.former_names().filter(is_lost);
    let change = |name: &str| {
        let change = Change::of(ChangeRule::NameRemoved, old).from(old).at(new);
        change.values(Some(name.to_owned()), None).asks(Step::Patch, Step::Major)
    };
    let added = new.former_names().filter(|name| !old.was_called(name) && old.label() != *name);
    let fact = |name: &str| {
        let change = Change::of(ChangeRule::FactChanged, old).from(old).at(new);
        change.values(None, Some(format!("formerly: {name}")))
    };
    lost.map(change).chain(added.map(fact)).collect()
}

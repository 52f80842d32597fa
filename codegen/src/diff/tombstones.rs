//! What programs that use the enum lose with a tombstone that does not say all that the error said.

use super::{Change, Step, lists, names, whole};
use crate::format::vocabulary::{ChangeRule, State};
use crate::ledger::Promise;

/// Returns a change for each name, and each field of a struct, that the new tombstone of an error
/// lacks. Nobody receives the code any more, so only the enum and the structs count.
pub(super) fn changes(old: &Promise, new: &Promise) -> Vec<Change> {
    if new.state != State::Retired || old.is_out_of_use() {
        return Vec::new();
    }
    let is_fatal = |change: &Change| match change.rule {
        ChangeRule::NameChanged => old.ident != new.ident,
        ChangeRule::ParamRemoved | ChangeRule::ParamChanged | ChangeRule::NameRemoved => true,
        ChangeRule::ParamAdded => change.rust == Step::Major,
        _ => false,
    };
    let all = [whole::changes(old, new), names::changes(old, new), lists::changes(old, new)];
    let lost = all.into_iter().flatten().filter(is_fatal);
    lost.map(|change| Change { wire: Step::Patch, ..change }).collect()
}

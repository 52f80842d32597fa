//! Compares life cycle states.

use super::{Change, Step};
use crate::format::vocabulary::{ChangeRule, State, Term};
use crate::ledger::Promise;

/// Returns the change of the state. A code that comes back into use is another change.
pub(super) fn change(old: &Promise, new: &Promise) -> Option<Change> {
    let (rule, step) = match (old.state, new.state) {
        (State::Active, State::Deprecated) => (ChangeRule::Deprecated, Step::Minor),
        (State::Active | State::Deprecated | State::Removed, State::Retired) => {
            (ChangeRule::Retired, Step::Minor)
        }
        (State::Deprecated, State::Active) => (ChangeRule::FactChanged, Step::Patch),
        _ => return None,
    };
    let word = |promise: &Promise| Some(promise.state.as_str().to_owned());
    let change = Change::of(rule, old).from(old).at(new).values(word(old), word(new));
    Some(change.asks(step, step))
}

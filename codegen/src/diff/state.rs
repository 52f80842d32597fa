//! Compares life cycle states.

use super::{Change, Step};
use crate::format::vocabulary::{ChangeRule, State, Term};
use crate::ledger::Promise;

/// Returns the change of the state. A step back is not a change, because it breaks no client.
pub(super) fn change(old: &Promise, new: &Promise) -> Option<Change> {
    let rule = match (old.state, new.state) {
        (State::Active, State::Deprecated) => ChangeRule::Deprecated,
        (State::Active | State::Deprecated | State::Removed, State::Retired) => ChangeRule::Retired,
        _ => return None,
    };
    let word = |promise: &Promise| Some(promise.state.as_str().to_owned());
    let change = Change::of(rule, old).from(old).at(new).values(word(old), word(new));
    Some(change.asks(Step::Minor, Step::Minor))
}

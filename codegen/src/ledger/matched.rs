//! Which line of the older state is which of the newer one, going by codes.

use std::collections::BTreeMap;

use super::meaning::is_same;
use super::{Ledger, Promise};
use crate::terms::State;

/// Every line of both states, once.
#[derive(Default)]
pub(super) struct Matched<'p> {
    pub(super) both: Vec<(&'p Promise, &'p Promise)>,
    pub(super) gone: Vec<&'p Promise>,
    pub(super) out: Vec<&'p Promise>,
    pub(super) new: Vec<&'p Promise>,
}

type Key<'p> = (&'p str, &'p str);

/// Errors by code and family, then by code alone: where families share no code, or where nothing else is said of the error.
pub(super) fn by_key<'p>(old: &'p Ledger, new: &'p Ledger) -> Matched<'p> {
    let mut matched = Matched::default();
    let mut open: BTreeMap<Key<'p>, &Promise> = BTreeMap::new();
    for promise in &new.promises {
        open.entry(key(promise)).or_insert(promise);
    }
    // What still has an entry comes first: where two families had one code, one of the lines may be an old one.
    let (removed, known): (Vec<_>, Vec<_>) =
        old.promises.iter().partition(|promise| promise.state == State::Removed);
    let by_catalog = new.is_unique_by_catalog();
    let ended: BTreeMap<Key<'p>, &Promise> = removed.iter().map(|promise| (key(promise), *promise)).collect();
    // A family that shares no codes keeps its own promises.
    let may_move = |old: &Promise, new: &Promise| {
        let free = || ended.get(&key(new)).is_none_or(|ended| is_same(ended, new));
        by_catalog || (old.state != State::Removed && is_same(old, new) && free())
    };
    for lines in [known, removed] {
        let mut left = Vec::new();
        for promise in lines {
            match open.remove(&key(promise)) {
                Some(new) => matched.both.push((promise, new)),
                None => left.push(promise),
            }
        }
        for promise in left {
            let mut same =
                open.range((promise.code.as_str(), "")..).take_while(|((code, _), _)| *code == promise.code);
            let only = same.next().filter(|_| same.next().is_none()).map(|(_, new)| *new);
            match only.filter(|new| may_move(promise, new)) {
                Some(new) => {
                    open.remove(&key(new));
                    matched.both.push((promise, new));
                }
                None if promise.state == State::Removed => matched.out.push(promise),
                None => matched.gone.push(promise),
            }
        }
    }
    // Of two lines of one error, the one in use tells where it went.
    matched.gone.sort_by_key(|promise| promise.is_out_of_use());
    matched.new = open.into_values().collect();
    matched
}

fn key(promise: &Promise) -> Key<'_> {
    (&promise.code, &promise.family)
}

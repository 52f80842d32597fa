//! Matches the lines of two ledgers by code.

use std::collections::BTreeSet;

use super::meaning::{is_replaced, is_same};
use super::{Ledger, Promise};
use crate::format::vocabulary::State;
use crate::index::Index;
use crate::order;

/// Every line of both ledgers, once.
#[derive(Default)]
pub(super) struct Matched<'p> {
    pub(super) both: Vec<(&'p Promise, &'p Promise)>,
    pub(super) gone: Vec<&'p Promise>,
    pub(super) out: Vec<&'p Promise>,
    /// Positions in the newer ledger, sorted by code and family.
    pub(super) new: Vec<usize>,
}

/// Matches errors by code, family and name, then by code and family, then by code alone if families share codes or if nothing else
/// is known about the error.
pub(super) fn by_key<'p>(old: &'p Ledger, new: &'p Ledger) -> Matched<'p> {
    let mut matched = Matched::default();
    let mut open = Open::new(&new.promises);
    // Errors with an entry come first. If two families had the same code, one of the lines may be
    // an old one.
    let (removed, known): (Vec<_>, Vec<_>) =
        old.promises.iter().partition(|promise| promise.state == State::Removed);
    let by_catalog = new.is_unique_by_catalog();
    let mut ended = Index::with_capacity(removed.len());
    // Of two lines of one error, the last one wins.
    for (position, promise) in removed.iter().enumerate().rev() {
        ended.add(&promise.family, &promise.code, position);
    }
    let moves = (!by_catalog).then(|| Moves::new(old, new));
    // Without shared codes, a family keeps its own promises, unless it has another name now.
    let may_move = |old: &Promise, new: &Promise| {
        let Some(moves) = &moves else { return true };
        let ended = ended.get(&new.family, &new.code).map(|position| removed[position]);
        old.state != State::Removed
            && moves.lead(&old.family, &new.family)
            && ended.is_none_or(|ended| is_same(ended, new))
    };
    for lines in [&known, &removed] {
        let mut left = Vec::new();
        for &promise in lines {
            match open.same(promise) {
                Some(position) => matched.both.push((promise, open.take(position))),
                None => left.push(promise),
            }
        }
        left.retain(|promise| match open.of_key(promise) {
            Some(position) => {
                matched.both.push((promise, open.take(position)));
                false
            }
            None => true,
        });
        for promise in left {
            let only =
                open.only(&promise.code).filter(|&position| may_move(promise, &new.promises[position]));
            match only {
                Some(position) => matched.both.push((promise, open.take(position))),
                None if promise.state == State::Removed => matched.out.push(promise),
                None => matched.gone.push(promise),
            }
        }
    }
    // Of two lines of one error, the one in use says where it went.
    order::sort(&mut matched.gone, &|a, b| a.is_out_of_use().cmp(&b.is_out_of_use()));
    matched.new = open.in_order();
    matched
}

/// The families that have another name in the newer ledger. Such a family is gone, and half of its
/// codes went the same way.
struct Moves<'p> {
    known: Index<'p>,
}

impl<'p> Moves<'p> {
    fn new(old: &'p Ledger, new: &'p Ledger) -> Self {
        let mut moves = Self { known: Index::default() };
        let mut families = Index::default();
        for promise in &new.promises {
            families.add("", &promise.family, 0);
        }
        let is_gone = |promise: &&&Promise| families.get("", &promise.family).is_none();
        // Tombstones move with their family.
        let entries: Vec<&Promise> =
            old.promises.iter().filter(|line| line.state != State::Removed).collect();
        let gone: Vec<&&Promise> = entries.iter().filter(is_gone).collect();
        if gone.is_empty() {
            return moves;
        }
        let mut released = Index::with_capacity(entries.len());
        for promise in &entries {
            released.add(&promise.family, &promise.code, 0);
        }
        let mut fresh = Index::default();
        for (position, promise) in new.promises.iter().enumerate() {
            if released.get(&promise.family, &promise.code).is_none() {
                fresh.add_only("", &promise.code, position);
            }
        }
        let mut ways: Vec<(&str, Option<&str>)> = Vec::with_capacity(gone.len());
        for promise in gone {
            let home = fresh.get("", &promise.code).map(|position| new.promises[position].family.as_str());
            ways.push((&promise.family, home));
        }
        order::sort(&mut ways, &Ord::cmp);
        for family in ways.chunk_by(|a, b| a.0 == b.0) {
            for way in family.chunk_by(|a, b| a == b).filter(|way| way.len() * 2 >= family.len()) {
                if let (from, Some(to)) = way[0] {
                    moves.known.add(from, to, 0);
                }
            }
        }
        moves
    }

    /// Returns `true` if the codes of a family are in another family now.
    fn lead(&self, from: &str, to: &str) -> bool {
        self.known.get(from, to).is_some()
    }
}

/// The lines of the newer ledger that are not matched yet.
struct Open<'p> {
    promises: &'p [Promise],
    by_key: Index<'p>,
    by_code: Index<'p>,
    /// The lines of each code and family, at the position of the first one. There are several if
    /// the code has variants.
    keys: Vec<Vec<usize>>,
    /// The open lines of each code, at the position of its first line.
    codes: Vec<BTreeSet<usize>>,
    free: Vec<bool>,
}

impl<'p> Open<'p> {
    fn new(promises: &'p [Promise]) -> Self {
        let (by_key, by_code) = (Index::with_capacity(promises.len()), Index::with_capacity(promises.len()));
        let (codes, free) = (vec![BTreeSet::new(); promises.len()], vec![false; promises.len()]);
        let keys = vec![Vec::new(); promises.len()];
        let mut open = Self { promises, by_key, by_code, keys, codes, free };
        for (position, promise) in promises.iter().enumerate() {
            let first = open.by_key.add(&promise.family, &promise.code, position).unwrap_or(position);
            let is_known = |&known: &usize| promises[known].label() == promise.label();
            if !open.keys[first].iter().any(is_known) {
                open.keys[first].push(position);
                let code = open.by_code.add("", &promise.code, position).unwrap_or(position);
                open.codes[code].insert(position);
                open.free[position] = true;
            }
        }
        open
    }

    /// Returns the line with the code, family and name of `promise`.
    fn same(&self, promise: &Promise) -> Option<usize> {
        let has = |name: &dyn Fn(&Promise) -> bool| {
            self.lines(promise).find(|&position| name(&self.promises[position]))
        };
        has(&|new| new.label() == promise.label()).or_else(|| has(&|new| new.was_called(promise.label())))
    }

    /// Returns the line with the code and family of `promise`. A variant of a code is not matched
    /// with one that is clearly another error.
    fn of_key(&self, promise: &Promise) -> Option<usize> {
        let first = self.by_key.get(&promise.family, &promise.code)?;
        let has_variants = self.keys[first].len() > 1;
        self.lines(promise).find(|&position| !has_variants || !is_replaced(promise, &self.promises[position]))
    }

    /// Returns the open lines with the code and family of `promise`.
    fn lines(&self, promise: &Promise) -> impl Iterator<Item = usize> + '_ {
        let first = self.by_key.get(&promise.family, &promise.code);
        let lines = first.map(|first| self.keys[first].as_slice()).unwrap_or_default();
        lines.iter().copied().filter(|&position| self.free[position])
    }

    /// Returns the line with a code if there is only one.
    fn only(&self, code: &str) -> Option<usize> {
        let open = &self.codes[self.by_code.get("", code)?];
        open.first().copied().filter(|_| open.len() == 1)
    }

    fn take(&mut self, position: usize) -> &'p Promise {
        let promise = &self.promises[position];
        if let Some(code) = self.by_code.get("", &promise.code) {
            self.codes[code].remove(&position);
        }
        self.free[position] = false;
        promise
    }

    /// Returns the unmatched lines, sorted by code and family.
    fn in_order(&self) -> Vec<usize> {
        let mut left: Vec<usize> = (0..self.promises.len()).filter(|&position| self.free[position]).collect();
        let key = |position: usize| {
            let promise = &self.promises[position];
            (&promise.code, &promise.family, promise.place)
        };
        order::sort(&mut left, &|&a, &b| key(a).cmp(&key(b)));
        left
    }
}

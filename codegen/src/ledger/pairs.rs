//! Which error of the newer state is which of the older one.

use std::collections::{BTreeMap, BTreeSet};

use super::matched::by_key;
use super::meaning::{is_replaced, is_same};
use super::spellings::Spelt;
use super::{Ledger, Promise};
use crate::source::Span;

/// What became of an error, or where one comes from.
pub(crate) enum Pair<'p> {
    /// It has no entry any more.
    Gone(&'p Promise),
    /// It had none before.
    Out(&'p Promise),
    /// No release had it.
    New(&'p Promise),
    /// Out of use before, and in use again, for the same.
    Back(&'p Promise, &'p Promise),
    /// Out of use before, and in use for something else.
    Reused(&'p Promise, &'p Promise),
    /// In use all the time, but for something else.
    Replaced(&'p Promise, &'p Promise),
    /// The same error under another code.
    Rekeyed(&'p Promise, &'p Promise),
    /// The same error.
    Same(&'p Promise, &'p Promise),
}

impl<'p> Pair<'p> {
    /// The older and the newer one.
    pub(crate) fn both(&self) -> (Option<&'p Promise>, Option<&'p Promise>) {
        match *self {
            Self::Gone(old) | Self::Out(old) => (Some(old), None),
            Self::New(new) => (None, Some(new)),
            Self::Back(old, new)
            | Self::Reused(old, new)
            | Self::Replaced(old, new)
            | Self::Rekeyed(old, new)
            | Self::Same(old, new) => (Some(old), Some(new)),
        }
    }
}

/// Every error of both states, once.
pub(crate) fn pairs<'p>(old: &'p Ledger, new: &'p Ledger) -> Vec<Pair<'p>> {
    let matched = by_key(old, new);
    let homes = Homes::new(&old.promises, &new.promises);
    let mut pairs: Vec<Pair<'p>> =
        matched.both.iter().map(|(old, new)| judge(old, new, homes.of(old))).collect();
    let mut left: BTreeMap<Span, &Promise> = matched.new.iter().map(|new| (new.place, *new)).collect();
    let (spelt, cases) = (Spelt::new(new, &matched.new), Cases::new(&matched.new));
    for gone in matched.gone {
        let mut homes = homes.of(gone).into_iter().chain(spelt.of(gone)).chain(cases.of(gone));
        let home = homes.find_map(|home| left.remove(&home.place));
        pairs.push(home.map_or(Pair::Gone(gone), |home| Pair::Rekeyed(gone, home)));
    }
    pairs.extend(matched.out.into_iter().map(Pair::Out));
    pairs.extend(left.into_values().map(Pair::New));
    pairs
}

/// What one code stood for and stands for; `home` is where that error is now.
fn judge<'p>(old: &'p Promise, new: &'p Promise, home: Option<&Promise>) -> Pair<'p> {
    let moved = home.is_some_and(|home| home.place != new.place) && old.label() != new.label();
    match (old.is_out_of_use(), new.is_out_of_use()) {
        (true, false) if is_same(old, new) => Pair::Back(old, new),
        (true, false) => Pair::Reused(old, new),
        (false, false) if moved || is_replaced(old, new) => Pair::Replaced(old, new),
        // A tombstone gives nothing away, whatever it says.
        _ => Pair::Same(old, new),
    }
}

/// New errors by family and by their codes in small letters; nothing where two are the same then.
struct Cases<'p>(BTreeMap<(&'p str, String), Option<&'p Promise>>);

impl<'p> Cases<'p> {
    fn new(new: &[&'p Promise]) -> Self {
        let mut cases = BTreeMap::new();
        for &promise in new {
            let key = (promise.family.as_str(), promise.code.to_lowercase());
            cases.entry(key).and_modify(|one| *one = None).or_insert(Some(promise));
        }
        Self(cases)
    }

    /// The new error whose code differs from that of `gone` in capital letters only, unless it is clearly another one.
    fn of(&self, gone: &Promise) -> Option<&'p Promise> {
        let home = self.0.get(&(gone.family.as_str(), gone.code.to_lowercase())).copied().flatten();
        home.filter(|home| !is_replaced(gone, home))
    }
}

type Identity<'p> = (&'p str, Option<&'p str>, Option<&'p str>);

/// Where the errors of the older state are in the newer one, by name and texts, as far as these belong to one error only in both.
struct Homes<'p> {
    homes: BTreeMap<Identity<'p>, Option<&'p Promise>>,
    ambiguous: BTreeSet<Identity<'p>>,
}

impl<'p> Homes<'p> {
    fn new(old: &'p [Promise], new: &'p [Promise]) -> Self {
        let mut homes = BTreeMap::new();
        for promise in new {
            homes.entry(identity(promise)).and_modify(|home| *home = None).or_insert(Some(promise));
        }
        let mut seen = BTreeSet::new();
        let in_use = old.iter().filter(|promise| !promise.is_out_of_use());
        let ambiguous = in_use.map(identity).filter(|identity| !seen.insert(*identity)).collect();
        Self { homes, ambiguous }
    }

    fn of(&self, old: &Promise) -> Option<&'p Promise> {
        let identity = identity(old);
        let named = old.name.is_some() || old.message.is_some() || old.description.is_some();
        let home = self.homes.get(&identity).copied().flatten();
        home.filter(|_| named && !self.ambiguous.contains(&identity))
    }
}

/// What an error is, whatever its code is.
fn identity(promise: &Promise) -> Identity<'_> {
    (promise.name.as_deref().unwrap_or_default(), promise.message.as_deref(), promise.description.as_deref())
}

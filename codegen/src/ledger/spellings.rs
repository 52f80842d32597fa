//! Other spellings: they lead to an error as its code does, and are promised as that is.

use std::collections::{BTreeMap, BTreeSet};

use super::meaning::is_same;
use super::{Ledger, Pair, Promise};
use crate::source::Span;
use crate::terms::State;

/// A spelling, what it was released for, and what it stands for now: another error.
pub(crate) struct GivenAway<'p> {
    pub(crate) spelling: &'p str,
    pub(crate) old: &'p Promise,
    pub(crate) new: &'p Promise,
}

/// Every alias that led to another error or was its code, and every new code that was an alias of another error.
pub(crate) fn given_away<'p>(old: &'p Ledger, new: &'p Ledger, pairs: &[Pair<'p>]) -> Vec<GivenAway<'p>> {
    let owners = Owners::new(old, new);
    let both = pairs.iter().filter_map(|pair| match pair.both() {
        (Some(old), Some(new)) => Some(((old.code.as_str(), old.family.as_str()), new)),
        _ => None,
    });
    let heirs: BTreeMap<(&str, &str), &Promise> = both.collect();
    let now = new.promises.iter();
    let spelt: BTreeSet<(Span, &str)> =
        now.flat_map(|new| spellings(new).map(|spelling| (new.place, spelling))).collect();
    let is_another = |spelling: &str, old: &Promise, was: Option<&Promise>, new: &Promise| {
        match heirs.get(&(old.code.as_str(), old.family.as_str())) {
            Some(heir) if heir.place == new.place => !is_same(old, new),
            // A spelling that leads to two errors is ambiguous, which is told elsewhere; where nothing is known of two errors, they are two.
            Some(heir) => {
                !spelt.contains(&(heir.place, spelling)) && (old.is_unknown() || !is_same(old, new))
            }
            None => !is_same(old, new) || (old.is_unknown() && was.is_some() && old.ident != new.ident),
        }
    };
    let mut given = Vec::new();
    for pair in pairs {
        let (was, Some(new)) = pair.both() else { continue };
        let own: BTreeSet<&str> = was.into_iter().flat_map(spellings).collect();
        let aliases = new.aliases.iter().map(String::as_str).filter(|alias| !own.contains(alias));
        // A code that was one is judged already, and a tombstone gives none away.
        let fresh = matches!(pair, Pair::New(_) | Pair::Back(..) | Pair::Rekeyed(..));
        let code = (fresh && new.state != State::Retired).then_some(new.code.as_str());
        for spelling in aliases.chain(code) {
            let judged = |old: &Promise| code == Some(spelling) && old.code == spelling;
            let mut others = owners.of(spelling, new).iter().filter(|old| !judged(old));
            if let Some(old) = others.find(|old| is_another(spelling, old, was, new)) {
                given.push(GivenAway { spelling, old, new });
            }
        }
    }
    given
}

/// The errors of the older state by their spellings, in each space of codes.
pub(super) struct Owners<'p> {
    by_catalog: bool,
    owners: BTreeMap<(&'p str, &'p str), Vec<&'p Promise>>,
}

impl<'p> Owners<'p> {
    pub(super) fn new(old: &'p Ledger, new: &'p Ledger) -> Self {
        let by_catalog = new.is_unique_by_catalog();
        let mut owners: BTreeMap<_, Vec<&Promise>> = BTreeMap::new();
        for promise in &old.promises {
            for spelling in spellings(promise) {
                owners.entry((space(by_catalog, promise), spelling)).or_default().push(promise);
            }
        }
        Self { by_catalog, owners }
    }

    /// What a spelling of `new` was released for.
    pub(super) fn of<'a>(&'a self, spelling: &'a str, new: &'a Promise) -> &'a [&'p Promise] {
        self.owners.get(&(space(self.by_catalog, new), spelling)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// New errors by their spellings; nothing where two have the same.
pub(super) struct Spelt<'p> {
    by_catalog: bool,
    spelt: BTreeMap<(&'p str, &'p str), Option<&'p Promise>>,
}

impl<'p> Spelt<'p> {
    pub(super) fn new(ledger: &'p Ledger, new: &[&'p Promise]) -> Self {
        let by_catalog = ledger.is_unique_by_catalog();
        let mut spelt = BTreeMap::new();
        for &promise in new {
            for spelling in spellings(promise) {
                let key = (space(by_catalog, promise), spelling);
                spelt.entry(key).and_modify(|one| *one = None).or_insert(Some(promise));
            }
        }
        Self { by_catalog, spelt }
    }

    /// The same error under a code that was a spelling of `gone`, or with the code of `gone` among its spellings.
    pub(super) fn of(&self, gone: &Promise) -> Option<&'p Promise> {
        spellings(gone).find_map(|spelling| {
            let home = self.spelt.get(&(space(self.by_catalog, gone), spelling)).copied().flatten();
            home.filter(|home| (home.code == spelling || gone.code == spelling) && is_same(gone, home))
        })
    }
}

fn spellings(promise: &Promise) -> impl Iterator<Item = &str> {
    promise.aliases.iter().chain([&promise.code]).map(String::as_str)
}

fn space(by_catalog: bool, promise: &Promise) -> &str {
    if by_catalog { "" } else { &promise.family }
}

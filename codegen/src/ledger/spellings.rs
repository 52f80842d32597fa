//! Aliases, which are promised like codes.

use super::meaning::is_same;
use super::{Ledger, Pair, Promise};
use crate::format::vocabulary::State;
use crate::index::Index;

/// A code or alias, the error that it was released for, and the different error that has it now.
pub(crate) struct GivenAway<'p> {
    pub(crate) spelling: &'p str,
    pub(crate) old: &'p Promise,
    pub(crate) new: &'p Promise,
}

/// Returns every alias that was an alias or the code of another error, and every new code that was
/// an alias of another error.
pub(crate) fn given_away<'p>(old: &'p Ledger, new: &'p Ledger, pairs: &[Pair<'p>]) -> Vec<GivenAway<'p>> {
    let owners = Owners::new(old, new);
    let mut heirs = Index::with_capacity(pairs.len());
    for (position, pair) in pairs.iter().enumerate().rev() {
        if let (Some(old), Some(_)) = pair.both() {
            heirs.add(&old.family, &old.code, position);
        }
    }
    let is_another = |spelling: &str, old: &Promise, was: Option<&Promise>, new: &Promise| {
        let heir = heirs.get(&old.family, &old.code).and_then(|position| pairs[position].both().1);
        match heir {
            Some(heir) if heir.place == new.place => !is_same(old, new),
            // A text that belongs to two errors is ambiguous, which is reported elsewhere. If
            // nothing is known about two errors, they count as different.
            Some(heir) => !is_spelt(heir, spelling) && (old.is_unknown() || !is_same(old, new)),
            None => !is_same(old, new) || (old.is_unknown() && was.is_some() && old.ident != new.ident),
        }
    };
    let mut given = Vec::new();
    for pair in pairs {
        let (was, Some(new)) = pair.both() else { continue };
        let is_own = |alias: &str| was.is_some_and(|was| is_spelt(was, alias));
        let aliases = new.aliases.iter().map(String::as_str).filter(|alias| !is_own(alias));
        // Existing codes are judged elsewhere, and a tombstone does not reuse a code.
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

/// The errors of the older ledger by code and alias, for each scope.
pub(super) struct Owners<'p> {
    by_catalog: bool,
    spellings: Index<'p>,
    promises: Vec<Vec<&'p Promise>>,
}

impl<'p> Owners<'p> {
    pub(super) fn new(old: &'p Ledger, new: &'p Ledger) -> Self {
        let by_catalog = new.is_unique_by_catalog();
        let mut index = Index::with_capacity(old.promises.len());
        let mut owners: Vec<Vec<&Promise>> = Vec::with_capacity(old.promises.len());
        for promise in &old.promises {
            for spelling in spellings(promise) {
                match index.add(space(by_catalog, promise), spelling, owners.len()) {
                    Some(position) => owners[position].push(promise),
                    None => owners.push(vec![promise]),
                }
            }
        }
        Self { by_catalog, spellings: index, promises: owners }
    }

    /// Returns the errors that a code or alias of `new` was released for.
    pub(super) fn of(&self, spelling: &str, new: &Promise) -> &[&'p Promise] {
        let position = self.spellings.get(space(self.by_catalog, new), spelling);
        position.map(|position| self.promises[position].as_slice()).unwrap_or_default()
    }
}

/// New errors by code and alias, or `None` if two have the same.
pub(super) struct Spelt<'p> {
    ledger: &'p Ledger,
    spelt: Index<'p>,
}

impl<'p> Spelt<'p> {
    /// Indexes the `new` promises of a ledger.
    pub(super) fn new(ledger: &'p Ledger, new: &[usize]) -> Self {
        let by_catalog = ledger.is_unique_by_catalog();
        let mut spelt = Index::default();
        for &position in new {
            let promise = &ledger.promises[position];
            for spelling in spellings(promise) {
                spelt.add_only(space(by_catalog, promise), spelling, position);
            }
        }
        Self { ledger, spelt }
    }

    /// Returns the same error under a code that was an alias of `gone`, or with the code of `gone`
    /// as an alias.
    pub(super) fn of(&self, gone: &Promise) -> Option<usize> {
        let by_catalog = self.ledger.is_unique_by_catalog();
        spellings(gone).find_map(|spelling| {
            let position = self.spelt.get(space(by_catalog, gone), spelling)?;
            let home = &self.ledger.promises[position];
            let meant = (home.code == spelling || gone.code == spelling) && is_same(gone, home);
            meant.then_some(position)
        })
    }
}

fn spellings(promise: &Promise) -> impl Iterator<Item = &str> {
    promise.aliases.iter().chain([&promise.code]).map(String::as_str)
}

fn is_spelt(promise: &Promise, text: &str) -> bool {
    promise.code == text || promise.has_alias(text)
}

fn space(by_catalog: bool, promise: &Promise) -> &str {
    if by_catalog { "" } else { &promise.family }
}

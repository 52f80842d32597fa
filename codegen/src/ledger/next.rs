//! Computes the ledger after a release.

use super::spellings::Owners;
use super::{Ledger, Pair, Promise, kept, pairs};
use crate::format::vocabulary::State;
use crate::index::Index;
use crate::order;

/// Returns the ledger after releasing `now` on top of `old`. New codes start with this version,
/// codes without an entry are kept as removed, and accepted changes are dropped.
///
/// The last known facts of removed codes, tombstones and removed aliases are kept, because they say
/// which meaning the code must not lose.
///
/// ```
/// use errcat_build::unstable::{analyze, diff::promises, ledger::next, source::Sources};
///
/// let mut sources = Sources::default();
/// sources.add("shop.yaml", "errcat: 1\ntitle: Shop API\nversion: 1.0.0\nerrors:\n  cart_full: { status: 409 }\n");
/// let first = next(None, &promises(&analyze(&sources).model.catalogs[0]));
/// assert_eq!(
///     first.to_text().lines().last(),
///     Some(r#"{"code":"cart_full","family":"shop","first":"1.0.0","at":"1.0.0","state":"active","ident":"CartFull","status":409}"#),
/// );
/// ```
#[must_use]
pub fn next(old: Option<&Ledger>, now: &Ledger) -> Ledger {
    let nothing = Ledger { promises: Vec::new(), ..now.clone() };
    let old = old.unwrap_or(&nothing);
    let owners = Owners::new(old, now);
    let pairs = pairs(old, now);
    let mut lines = Lines::new(old, now);
    for pair in &pairs {
        match *pair {
            Pair::Gone(_) | Pair::Out(_) => {}
            Pair::New(new) | Pair::Rekeyed(_, new) => {
                // A tombstone for an alias of an error ends that error.
                let ended = owners.of(&new.code, new).first().copied().unwrap_or(new);
                lines.keep(
                    new,
                    &new.code,
                    Promise { first: now.version.clone(), ..kept(ended, new).into_owned() },
                );
            }
            Pair::Back(old, new)
            | Pair::Reused(old, new)
            | Pair::Replaced { old, new, .. }
            | Pair::Doubtful(old, new)
            | Pair::Same(old, new) => {
                lines.keep(
                    new,
                    &new.code,
                    Promise { first: old.first.clone(), ..kept(old, new).into_owned() },
                );
            }
        }
    }
    let by_catalog = now.is_unique_by_catalog();
    for pair in &pairs {
        let (Some(old), new) = pair.both() else { continue };
        // Without shared codes, each family may release a code once.
        if !new.is_some_and(|new| by_catalog && new.code == old.code) {
            lines.keep(old, &old.code, removed(old, &old.code));
        }
    }
    for pair in &pairs {
        let (Some(old), new) = pair.both() else { continue };
        let heir = new.map(|new| kept(old, new));
        let alive = [heir.as_deref(), lines.of(old)];
        let is_lost = |alias: &&String| !alive.iter().flatten().any(|line| line.has_alias(alias));
        let lost: Vec<&String> = old.aliases.iter().filter(is_lost).collect();
        let bare = Promise { aliases: Vec::new(), ..old.clone() };
        for alias in lost {
            lines.keep(old, alias, removed(&bare, alias));
        }
    }
    let mut promises = lines.promises;
    order::sort(&mut promises, &|a, b| (&a.code, &a.family, &a.ident).cmp(&(&b.code, &b.family, &b.ident)));
    date(old, &mut promises, now.version.as_deref());
    Ledger { promises, accepted: Vec::new(), damaged: false, ..now.clone() }
}

/// Sets the version that last wrote each line. A line that is as before keeps it.
fn date(old: &Ledger, promises: &mut [Promise], version: Option<&str>) {
    let mut known = Index::with_capacity(old.promises.len());
    let mut same: Vec<Vec<&Promise>> = Vec::new();
    for promise in &old.promises {
        match known.add(&promise.family, &promise.code, same.len()) {
            Some(at) => same[at].push(promise),
            None => same.push(vec![promise]),
        }
    }
    for promise in promises {
        let lines = known.get(&promise.family, &promise.code).map(|at| same[at].as_slice());
        let before = lines.unwrap_or_default().iter().find(|line| line.is_equal(promise));
        promise.at = match before {
            Some(before) => before.at.clone().or_else(|| before.first.clone()),
            None => version.map(str::to_owned),
        };
    }
}

/// The lines of a ledger by family and code. The first one wins, except that a code with variants
/// has one line per name.
#[derive(Default)]
struct Lines<'p> {
    places: Index<'p>,
    /// The lines of each family and code.
    same: Vec<Vec<usize>>,
    promises: Vec<Promise>,
    /// The codes with variants.
    several: Index<'p>,
}

impl<'p> Lines<'p> {
    fn new(old: &'p Ledger, now: &'p Ledger) -> Self {
        let mut lines = Self::default();
        for ledger in [old, now] {
            let mut known = Index::with_capacity(ledger.promises.len());
            for (position, promise) in ledger.promises.iter().enumerate() {
                if known.add(&promise.family, &promise.code, position).is_some() {
                    lines.several.add(&promise.family, &promise.code, position);
                }
            }
        }
        lines
    }

    /// Keeps a promise for a code in the family of `source`.
    fn keep(&mut self, source: &'p Promise, code: &'p str, promise: Promise) {
        let place = self.places.add(&source.family, code, self.same.len());
        let place = place.unwrap_or_else(|| {
            self.same.push(Vec::new());
            self.same.len() - 1
        });
        let has_variants = self.several.get(&source.family, code).is_some();
        let is_same = |&known: &usize| !has_variants || self.promises[known].label() == promise.label();
        if !self.same[place].iter().any(is_same) {
            self.same[place].push(self.promises.len());
            self.promises.push(promise);
        }
    }

    /// Returns the line in the place of `old`.
    fn of(&self, old: &Promise) -> Option<&Promise> {
        let same = &self.same[self.places.get(&old.family, &old.code)?];
        let own = same.iter().find(|&&line| self.promises[line].label() == old.label());
        own.or(same.first()).map(|&line| &self.promises[line])
    }
}

/// Returns what is kept of an alias that no longer exists.
fn removed(old: &Promise, spelling: &str) -> Promise {
    Promise { state: State::Removed, code: spelling.to_owned(), remains: None, ..old.clone() }
}

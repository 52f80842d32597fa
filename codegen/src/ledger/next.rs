//! The ledger after a release.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ledger, Promise};
use crate::terms::{State, Unique};

/// The ledger `old` after the release of what the catalog promises `now`: new codes begin with this version, those that are gone are kept as
/// removed ones, and what was accepted has happened.
///
/// Of a code that is gone, the last known facts stay, because they tell what must not come back as something else.
///
/// ```
/// use errcat_codegen::{compile, diff::promises, ledger::next, source::Sources};
///
/// let mut sources = Sources::default();
/// sources.add("shop.yaml", "errcat: 1\ntitle: Shop API\nversion: 1.0.0\nerrors:\n  cart_full: { status: 409 }\n");
/// let first = next(None, &promises(&compile(&sources).model.catalogs[0]));
/// assert_eq!(
///     first.to_text().lines().last(),
///     Some(r#"{"code":"cart_full","family":"shop","first":"1.0.0","state":"active","ident":"CartFull","status":409}"#),
/// );
/// ```
#[must_use]
pub fn next(old: Option<&Ledger>, now: &Ledger) -> Ledger {
    let released = old.map_or(&[][..], |old| &old.promises);
    let by_catalog = now.contract.is_some_and(|contract| contract.unique == Unique::Catalog);
    let key = |promise: &Promise| {
        (promise.code.clone(), if by_catalog { String::new() } else { promise.family.clone() })
    };
    let mut known: BTreeMap<_, &Promise> = BTreeMap::new();
    for promise in released {
        known
            .entry(key(promise))
            .and_modify(|known| {
                // Where families shared a code once, the one that still has it counts.
                if known.state == State::Removed && promise.state != State::Removed {
                    *known = promise;
                }
            })
            .or_insert(promise);
    }
    let first = |promise: &Promise| match known.get(&key(promise)) {
        Some(known) => known.first.clone(),
        None => now.version.clone(),
    };
    let mut promises: Vec<Promise> =
        now.promises.iter().map(|promise| Promise { first: first(promise), ..promise.clone() }).collect();
    let present: BTreeSet<_> = promises.iter().map(key).collect();
    let gone = released.iter().filter(|promise| !present.contains(&key(promise)));
    promises.extend(gone.map(|promise| Promise { state: State::Removed, ..promise.clone() }));
    promises.sort_by(|a, b| (&a.code, &a.family).cmp(&(&b.code, &b.family)));
    Ledger { promises, accepted: Vec::new(), damaged: false, ..now.clone() }
}

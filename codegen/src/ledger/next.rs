//! The ledger after a release.

use std::collections::{BTreeMap, BTreeSet};

use super::spellings::Owners;
use super::{Ledger, Pair, Promise, kept, pairs};
use crate::terms::State;

/// The ledger `old` after the release of what the catalog promises `now`: new codes begin with this version, those that are gone are kept as
/// removed ones, and what was accepted has happened.
///
/// Of a code that is gone, of one that has only a tombstone, and of a spelling that is gone, the last known facts stay, because they tell what must not
/// come back as something else.
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
    let nothing = Ledger { promises: Vec::new(), ..now.clone() };
    let old = old.unwrap_or(&nothing);
    let owners = Owners::new(old, now);
    let pairs = pairs(old, now);
    let mut lines = Lines::default();
    for pair in &pairs {
        match *pair {
            Pair::Gone(_) | Pair::Out(_) => {}
            Pair::New(new) | Pair::Rekeyed(_, new) => {
                // A tombstone for what was a spelling of an error ends that one.
                let ended = owners.of(&new.code, new).first().copied().unwrap_or(new);
                lines.keep(Promise { first: now.version.clone(), ..kept(ended, new).into_owned() });
            }
            Pair::Back(old, new)
            | Pair::Reused(old, new)
            | Pair::Replaced(old, new)
            | Pair::Same(old, new) => {
                lines.keep(Promise { first: old.first.clone(), ..kept(old, new).into_owned() });
            }
        }
    }
    let by_catalog = now.is_unique_by_catalog();
    for pair in &pairs {
        let (Some(old), new) = pair.both() else { continue };
        // Families that share no codes may each give a code away once.
        if !new.is_some_and(|new| by_catalog && new.code == old.code) {
            lines.keep(removed(old, &old.code));
        }
    }
    for pair in &pairs {
        let (Some(old), new) = pair.both() else { continue };
        let heir = new.map(|new| kept(old, new));
        let alive = [heir.as_deref(), lines.of(old)].into_iter().flatten().flat_map(|line| &line.aliases);
        let alive: BTreeSet<&String> = alive.collect();
        let lost: Vec<&String> = old.aliases.iter().filter(|alias| !alive.contains(alias)).collect();
        let bare = Promise { aliases: Vec::new(), ..old.clone() };
        for alias in lost {
            lines.keep(removed(&bare, alias));
        }
    }
    let promises = lines.0.into_values().collect();
    Ledger { promises, accepted: Vec::new(), damaged: false, ..now.clone() }
}

/// The lines of a ledger by code and family; what is known first stays.
#[derive(Default)]
struct Lines(BTreeMap<(String, String), Promise>);

impl Lines {
    fn keep(&mut self, promise: Promise) {
        self.0.entry((promise.code.clone(), promise.family.clone())).or_insert(promise);
    }

    /// The line in the place of `old`.
    fn of(&self, old: &Promise) -> Option<&Promise> {
        self.0.get(&(old.code.clone(), old.family.clone()))
    }
}

/// What stays known of a spelling that leads nowhere any more.
fn removed(old: &Promise, spelling: &str) -> Promise {
    Promise { state: State::Removed, code: spelling.to_owned(), ..old.clone() }
}

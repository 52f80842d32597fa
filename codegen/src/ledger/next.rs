//! The ledger after a release.

use super::spellings::Owners;
use super::{Ledger, Pair, Promise, kept, pairs};
use crate::format::vocabulary::State;
use crate::index::Index;
use crate::order;

/// The ledger `old` after the release of what the catalog promises `now`: new codes begin with this version, those that are gone are kept as
/// removed ones, and what was accepted has happened.
///
/// Of a code that is gone, of one that has only a tombstone, and of a spelling that is gone, the last known facts stay, because they tell what must not
/// come back as something else.
///
/// ```
/// use errcat_build::{analyze, diff::promises, ledger::next, source::Sources};
///
/// let mut sources = Sources::default();
/// sources.add("shop.yaml", "errcat: 1\ntitle: Shop API\nversion: 1.0.0\nerrors:\n  cart_full: { status: 409 }\n");
/// let first = next(None, &promises(&analyze(&sources).model.catalogs[0]));
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
                lines.keep(
                    new,
                    &new.code,
                    Promise { first: now.version.clone(), ..kept(ended, new).into_owned() },
                );
            }
            Pair::Back(old, new)
            | Pair::Reused(old, new)
            | Pair::Replaced(old, new)
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
        // Families that share no codes may each give a code away once.
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
    order::sort(&mut promises, &|a, b| (&a.code, &a.family).cmp(&(&b.code, &b.family)));
    Ledger { promises, accepted: Vec::new(), damaged: false, ..now.clone() }
}

/// The lines of a ledger by family and code; what is known first stays.
#[derive(Default)]
struct Lines<'p> {
    places: Index<'p>,
    promises: Vec<Promise>,
}

impl<'p> Lines<'p> {
    /// Keeps a promise for a code in the family of `source`.
    fn keep(&mut self, source: &'p Promise, code: &'p str, promise: Promise) {
        if self.places.add(&source.family, code, self.promises.len()).is_none() {
            self.promises.push(promise);
        }
    }

    /// The line in the place of `old`.
    fn of(&self, old: &Promise) -> Option<&Promise> {
        self.places.get(&old.family, &old.code).map(|position| &self.promises[position])
    }
}

/// What stays known of a spelling that leads nowhere any more.
fn removed(old: &Promise, spelling: &str) -> Promise {
    Promise { state: State::Removed, code: spelling.to_owned(), ..old.clone() }
}

//! Pairs the errors of two ledgers.

use super::matched::by_key;
use super::meaning::{is_doubtful, is_replaced, is_said, is_same};
use super::moves::moved;
use super::pair::Pair;
use super::spellings::Spelt;
use super::{Ledger, Promise};
use crate::index::Index;
use crate::order;

/// Returns every error of both ledgers once.
pub(crate) fn pairs<'p>(old: &'p Ledger, new: &'p Ledger) -> Vec<Pair<'p>> {
    let matched = by_key(old, new);
    // Only errors that are gone are searched for.
    let is_searched = !matched.gone.is_empty();
    let identities = |ledger| if is_searched { identities(ledger) } else { Vec::new() };
    let (old_identities, new_identities) = (identities(old), identities(new));
    let homes = Homes::new(old, &old_identities, &new_identities);
    let mut pairs = Vec::with_capacity(old.promises.len() + matched.new.len());
    let moved = moved(old, new, &matched.both);
    for ((old, heir), moved) in matched.both.into_iter().zip(moved) {
        pairs.push(judge(old, heir, moved.map(|home| &new.promises[home])));
    }
    let mut is_left = vec![false; new.promises.len()];
    for &position in &matched.new {
        is_left[position] = true;
    }
    let small: Vec<String> =
        matched.new.iter().map(|&position| new.promises[position].code.to_lowercase()).collect();
    let by_catalog = new.is_unique_by_catalog();
    let (spelt, cases) = (Spelt::new(new, &matched.new), Cases::new(new, &matched.new, &small));
    for gone in matched.gone {
        let ways = [homes.of(gone), spelt.of(gone), cases.of(gone)];
        // Without shared codes, another family has other errors.
        let is_near = |position: &usize| by_catalog || new.promises[*position].family == gone.family;
        match ways.into_iter().flatten().filter(is_near).find(|&position| is_left[position]) {
            Some(position) => {
                is_left[position] = false;
                pairs.push(Pair::Rekeyed(gone, &new.promises[position]));
            }
            None => pairs.push(Pair::Gone(gone)),
        }
    }
    pairs.extend(matched.out.into_iter().map(Pair::Out));
    let mut left: Vec<&Promise> =
        new.promises.iter().zip(is_left).filter(|(_, is_left)| *is_left).map(|(new, _)| new).collect();
    order::sort(&mut left, &|a, b| a.place.cmp(&b.place));
    pairs.extend(left.into_iter().map(Pair::New));
    pairs
}

/// Compares the old and new meaning of a code. `home` is the error that provably has the old one
/// now.
fn judge<'p>(old: &'p Promise, new: &'p Promise, home: Option<&'p Promise>) -> Pair<'p> {
    match (old.is_out_of_use(), new.is_out_of_use(), home) {
        (true, false, _) if is_same(old, new) => Pair::Back(old, new),
        (true, false, _) => Pair::Reused(old, new),
        (false, false, Some(home)) => Pair::Replaced { old, new, home },
        (false, false, None) if !is_said(old, new) && is_doubtful(old, new) => Pair::Doubtful(old, new),
        // A tombstone changes nothing about the meaning.
        _ => Pair::Same(old, new),
    }
}

/// New errors by family and lower-case code, or `None` if two have the same.
struct Cases<'p> {
    ledger: &'p Ledger,
    cases: Index<'p>,
}

impl<'p> Cases<'p> {
    /// Indexes the `new` errors by their codes in `small` letters.
    fn new(ledger: &'p Ledger, new: &[usize], small: &'p [String]) -> Self {
        let mut cases = Index::default();
        for (&position, code) in new.iter().zip(small) {
            cases.add_only(&ledger.promises[position].family, code, position);
        }
        Self { ledger, cases }
    }

    /// Returns the new error whose code differs from that of `gone` only by case, unless it clearly
    /// has another meaning.
    fn of(&self, gone: &Promise) -> Option<usize> {
        let home = self.cases.get(&gone.family, &gone.code.to_lowercase());
        home.filter(|&home| !is_replaced(gone, &self.ledger.promises[home]))
    }
}

/// Finds the errors of the older ledger in the newer one by name and texts, as long as these are
/// unique in both.
struct Homes<'i> {
    old: Index<'i>,
    new: Index<'i>,
}

impl<'i> Homes<'i> {
    /// Indexes the identities of all promises.
    fn new(old: &Ledger, old_identities: &'i [String], new_identities: &'i [String]) -> Self {
        let mut homes = Self {
            old: Index::with_capacity(old_identities.len()),
            new: Index::with_capacity(new_identities.len()),
        };
        for (position, (promise, identity)) in old.promises.iter().zip(old_identities).enumerate() {
            if !promise.is_out_of_use() {
                homes.old.add_only("", identity, position);
            }
        }
        for (position, identity) in new_identities.iter().enumerate() {
            homes.new.add_only("", identity, position);
        }
        homes
    }

    fn of(&self, old: &Promise) -> Option<usize> {
        if old.is_unknown() {
            return None;
        }
        let identity = identity(old);
        self.new.get("", &identity).filter(|_| !self.old.is_shared("", &identity))
    }
}

fn identities(ledger: &Ledger) -> Vec<String> {
    ledger.promises.iter().map(identity).collect()
}

/// Returns the identity of an error without its code: its name and texts with their lengths, so
/// that different errors have different identities.
fn identity(promise: &Promise) -> String {
    let name = promise.name.as_deref().unwrap_or_default();
    let mut identity = format!("{}:{name}", name.len());
    for text in [&promise.message, &promise.description] {
        match text {
            Some(text) => identity.push_str(&format!("{}:{text}", text.len())),
            None => identity.push('-'),
        }
    }
    identity
}

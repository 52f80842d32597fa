//! Finds codes that provably have another meaning, because their old name stands under another
//! code.

use super::meaning::{are_names_alike, given_name, is_said};
use super::{Ledger, Promise};
use crate::format::vocabulary::State;
use crate::index::Index;
use crate::order;

/// Returns for each pair of lines with the same code where the old error is now, if the code has
/// another meaning. The old name is now the name of another code, and
///
/// * the old and the new name of this code are not alike,
/// * or the new name belonged to another code before,
/// * or the same happened to a neighboring number.
///
/// Only names count, because texts often come in the same commit. If no error has a name, the
/// message stands for it.
pub(super) fn moved(old: &Ledger, new: &Ledger, both: &[(&Promise, &Promise)]) -> Vec<Option<usize>> {
    if both.iter().all(|(was, is)| was.is_called_like(is) && was.message == is.message) {
        return vec![None; both.len()];
    }
    let names = Names::new(old, new);
    let (mut homes, mut sure) = (vec![None; both.len()], vec![false; both.len()]);
    let mut open: Vec<usize> = Vec::new();
    for (at, (was, is)) in both.iter().enumerate() {
        let Some((name, home)) = names.left(was, is) else { continue };
        homes[at] = Some(home);
        let other =
            names.of(is).is_none_or(|own| !are_names_alike(name, own) || names.stood_elsewhere(is, own));
        sure[at] = other;
        if !other {
            open.push(at);
        }
    }
    spread(both, &mut sure, open);
    homes.into_iter().zip(sure).map(|(home, sure)| home.filter(|_| sure)).collect()
}

/// Adds the `open` cases that are neighbors of a sure one.
fn spread(both: &[(&Promise, &Promise)], sure: &mut [bool], mut open: Vec<usize>) {
    if open.is_empty() {
        return;
    }
    let key = |at: usize| {
        let (was, _) = both[at];
        numbered(&was.code).map(|(stem, number)| (was.family.as_str(), stem, number))
    };
    let mut known: Vec<_> = (0..both.len()).filter(|&at| sure[at]).filter_map(key).collect();
    order::sort(&mut known, &Ord::cmp);
    loop {
        let is_neighbor = |&at: &usize| {
            key(at).is_some_and(|(family, stem, number)| {
                let near = [number.checked_add(1), number.checked_sub(1)];
                near.into_iter().flatten().any(|near| known.binary_search(&(family, stem, near)).is_ok())
            })
        };
        let (found, left): (Vec<usize>, Vec<usize>) = open.iter().partition(|at| is_neighbor(at));
        if found.is_empty() {
            return;
        }
        for at in found {
            sure[at] = true;
            if let Some(key) = key(at) {
                order::insert(&mut known, key);
            }
        }
        open = left;
    }
}

/// Splits a code into the text before its last digits and their number.
pub(crate) fn numbered(code: &str) -> Option<(&str, u64)> {
    let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
    code[stem.len()..].parse().ok().map(|number| (stem, number))
}

/// The names of all errors in both ledgers.
struct Names<'p> {
    old: Index<'p>,
    new: Index<'p>,
    lines: (&'p [Promise], &'p [Promise]),
    by_catalog: bool,
    /// Whether messages stand for names.
    messages: bool,
}

impl<'p> Names<'p> {
    fn new(old: &'p Ledger, new: &'p Ledger) -> Self {
        let lines = (old.promises.as_slice(), new.promises.as_slice());
        let messages = lines.0.iter().chain(lines.1).all(|line| given_name(line).is_none());
        let by_catalog = old.is_unique_by_catalog() && new.is_unique_by_catalog();
        let mut names = Self { old: Index::default(), new: Index::default(), lines, by_catalog, messages };
        for (position, line) in lines.0.iter().enumerate().filter(|(_, line)| !line.is_out_of_use()) {
            if let Some(name) = names.of(line) {
                names.old.add_only(space(by_catalog, line), name, position);
            }
        }
        for (position, line) in lines.1.iter().enumerate().filter(|(_, line)| !line.is_out_of_use()) {
            if let Some(name) = names.of(line) {
                names.new.add_only(space(by_catalog, line), name, position);
            }
        }
        names
    }

    /// Returns what identifies an error.
    fn of<'l>(&self, line: &'l Promise) -> Option<&'l str> {
        if self.messages { line.message.as_deref() } else { given_name(line) }
    }

    /// Returns the old name of a code if it now is the name of another code, and where that is.
    fn left<'l>(&self, was: &'l Promise, is: &Promise) -> Option<(&'l str, usize)> {
        if was.is_out_of_use() || is.state == State::Retired || is_said(was, is) {
            return None;
        }
        let name = self.of(was)?;
        if self.of(is) == Some(name) {
            return None;
        }
        let home = self.new.get(space(self.by_catalog, is), name)?;
        let shared = self.old.get(space(self.by_catalog, was), name).is_none();
        (!shared && self.lines.1[home].code != is.code).then_some((name, home))
    }

    /// Returns `true` if the name that a code has now belonged to another code before.
    fn stood_elsewhere(&self, is: &Promise, name: &str) -> bool {
        let before = self.old.get(space(self.by_catalog, is), name);
        before.is_some_and(|before| self.lines.0[before].code != is.code)
    }
}

fn space(by_catalog: bool, line: &Promise) -> &str {
    if by_catalog { "" } else { &line.family }
}

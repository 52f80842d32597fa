//! Groups changes that one edit made: a step of a list of numbers, or another prefix.

use super::Change;
use crate::format::vocabulary::ChangeRule;
use crate::ledger::numbered;
use crate::order;

/// Numbers the groups, in the order of their first changes. A group has two changes or more.
pub(super) fn number(changes: &mut [Change]) {
    let mut groups = shifted(changes);
    groups.extend(rekeyed(changes));
    groups.push(positions(changes, ChangeRule::CodeRemoved));
    groups.retain(|group| group.len() > 1);
    order::sort(&mut groups, &|a, b| a.first().cmp(&b.first()));
    for (number, group) in (1..).zip(groups) {
        for at in group {
            changes[at].group = Some(number);
        }
    }
}

/// Returns the positions of the changes of one kind.
fn positions(changes: &[Change], rule: ChangeRule) -> Vec<usize> {
    (0..changes.len()).filter(|&at| changes[at].rule == rule).collect()
}

/// The family, the text before the number, the step and the number of a code.
type Number<'c> = (&'c str, &'c str, i128, u64);

/// Returns the runs of neighboring numbers whose meanings moved by the same step.
fn shifted(changes: &[Change]) -> Vec<Vec<usize>> {
    let mut cases: Vec<(Number<'_>, usize)> = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        let (Some((family, code)), Some((stem, number)), Some(step)) =
            (&change.subject, change.subject.as_ref().and_then(|(_, code)| numbered(code)), step(change))
        else {
            continue;
        };
        debug_assert!(code.starts_with(stem));
        cases.push(((family, stem, step, number), at));
    }
    order::sort(&mut cases, &Ord::cmp);
    let is_next = |a: &(Number<'_>, usize), b: &(Number<'_>, usize)| {
        let ((family, stem, step, number), next) = (a.0, b.0);
        (family, stem, step) == (next.0, next.1, next.2) && next.3 - number == 1
    };
    cases.chunk_by(is_next).map(|run| run.iter().map(|(_, at)| *at).collect()).collect()
}

/// Returns by how much the meaning of a numbered code moved: positive if the old meaning has a
/// higher number now.
pub(super) fn step(change: &Change) -> Option<i128> {
    if change.rule != ChangeRule::MeaningChanged {
        return None;
    }
    let (_, code) = change.subject.as_ref()?;
    let ((stem, old), (home, new)) = (numbered(code)?, numbered(change.home.as_deref()?)?);
    (stem == home).then(|| i128::from(new) - i128::from(old))
}

/// Returns the codes that were rewritten in the same way.
fn rekeyed(changes: &[Change]) -> Vec<Vec<usize>> {
    let mut cases: Vec<(Rewriting<'_>, usize)> = Vec::new();
    for (at, change) in changes.iter().enumerate().filter(|(_, c)| c.rule == ChangeRule::CodeRekeyed) {
        if let (Some(old), Some(new)) = (&change.old, &change.new) {
            cases.push((rewriting(old, new), at));
        }
    }
    order::sort(&mut cases, &Ord::cmp);
    let runs = cases.chunk_by(|a, b| a.0 == b.0);
    runs.map(|run| run.iter().map(|(_, at)| *at).collect()).collect()
}

/// How a code was rewritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rewriting<'c> {
    /// Only the case of letters differs.
    Case,
    /// Only what separates words differs.
    Separators,
    /// This part of the code became that one.
    Part(&'c str, &'c str),
}

/// Returns how a code was rewritten.
pub(super) fn rewriting<'c>(old: &'c str, new: &'c str) -> Rewriting<'c> {
    let words = |code: &str| code.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    if old.to_lowercase() == new.to_lowercase() {
        return Rewriting::Case;
    }
    if words(old) == words(new) {
        return Rewriting::Separators;
    }
    let same_end: usize =
        old.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (old, new) = (&old[..old.len() - same_end], &new[..new.len() - same_end]);
    let same_start: usize =
        old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    Rewriting::Part(&old[same_start..], &new[same_start..])
}

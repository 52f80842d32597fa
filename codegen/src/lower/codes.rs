//! Codes: what they are on the wire, and that none stands for two errors.

use std::collections::{BTreeSet, HashMap, hash_map};

use super::rules;
use crate::diag::Findings;
use crate::model::{Catalog, Entry};
use crate::source::Span;
use crate::syntax::ast::Text;
use crate::terms::{CodeType, Unique};

/// The number a code stands for; nothing where the codes are texts.
pub(super) fn number(code: &Text, kind: CodeType, findings: &mut Findings) -> Option<i64> {
    if kind == CodeType::String {
        return None;
    }
    let digits = code.strip_prefix('-').unwrap_or(code);
    let canonical = digits == "0" || !digits.starts_with('0');
    let number = code
        .parse()
        .ok()
        .filter(|_| canonical && digits.bytes().all(|b| b.is_ascii_digit()) && code.value != "-0");
    if number.is_none() {
        findings.push(rules::not_a_number(code.span, code));
    }
    number
}

/// For how many doubled codes of a catalog the next free one is worked out.
const SUGGESTIONS: usize = 50;

/// Reports every code that an earlier error of its scope has, and gives the places of those errors in the catalog.
pub(super) fn report_duplicates(catalog: &Catalog, findings: &mut Findings) -> BTreeSet<usize> {
    let mut taken: HashMap<(Option<usize>, &str), Span> = HashMap::with_capacity(catalog.errors.len());
    let mut doubled = Vec::new();
    for (index, entry) in catalog.errors.iter().enumerate() {
        let scope = (catalog.unique == Unique::Family).then_some(entry.family);
        match taken.entry((scope, entry.code.as_str())) {
            hash_map::Entry::Occupied(first) => doubled.push((index, scope, *first.get())),
            hash_map::Entry::Vacant(free) => {
                free.insert(entry.code.span);
            }
        }
    }
    for (nth, &(index, scope, first)) in doubled.iter().enumerate() {
        let entry = &catalog.errors[index];
        let is_taken = |code: &str| taken.contains_key(&(scope, code));
        let next = if nth < SUGGESTIONS { next_free(catalog, entry, is_taken) } else { None };
        findings.push(rules::duplicate_code(entry.code.span, first, &entry.code, next.as_deref()));
    }
    doubled.into_iter().map(|(index, ..)| index).collect()
}

/// The code after the last one of its family that is numbered like that of `entry`, retired and reserved ones counted.
fn next_free(catalog: &Catalog, entry: &Entry, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    let family = catalog.family_of(entry);
    let stem = entry.code.trim_end_matches(|c: char| c.is_ascii_digit());
    let width = entry.code.len() - stem.len();
    let number = |entry: &Entry| entry.code.strip_prefix(stem)?.parse::<u64>().ok();
    let mut next = catalog.errors_of(family).iter().filter_map(number).max()?.checked_add(1)?;
    loop {
        let candidate = format!("{stem}{next:0width$}");
        let mut reserved = catalog.reserved.iter().chain(&family.reserved);
        // A range is left behind in one step, however long it is.
        match reserved.find(|range| range.holds(&candidate)) {
            Some(range) => next = range.last_number().unwrap_or(next).max(next).checked_add(1)?,
            None if is_taken(&candidate) => next = next.checked_add(1)?,
            None => return Some(candidate),
        }
    }
}

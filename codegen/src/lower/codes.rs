//! Parses integer codes and reports duplicate codes.

use super::report;
use crate::diag::Findings;
use crate::format::vocabulary::CodeType;
use crate::index::Index;
use crate::model::{Catalog, Error};
use crate::syntax::ast::Text;

/// Returns the number of a code, or `None` if the codes of the catalog are texts.
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
        findings.push(report::not_a_number(code.span, code));
    }
    number
}

/// The number of duplicate codes per catalog for which a free code is suggested.
const SUGGESTIONS: usize = 50;

/// Reports every code that an earlier error in its scope already has. Returns the positions of
/// these errors in the catalog, in order.
pub(super) fn report_duplicates(catalog: &Catalog, findings: &mut Findings) -> Vec<usize> {
    let mut taken = Index::with_capacity(catalog.errors.len());
    let mut doubled = Vec::new();
    let mut firsts = Vec::new();
    for (position, entry) in catalog.errors.iter().enumerate() {
        if let Some(first) = taken.add(catalog.scope_of(entry), &entry.code, position) {
            doubled.push(position);
            firsts.push(catalog.errors[first].code.span);
        }
    }
    for (nth, (&position, first)) in doubled.iter().zip(firsts).enumerate() {
        let entry = &catalog.errors[position];
        let is_taken = |code: &str| taken.get(catalog.scope_of(entry), code).is_some();
        let next = if nth < SUGGESTIONS { next_free(catalog, entry, is_taken) } else { None };
        findings.push(report::duplicate_code(entry.code.span, first, &entry.code, next.as_deref()));
    }
    doubled
}

/// Returns the first free code after the highest number in the family of `entry`. Retired and
/// reserved codes count as taken.
fn next_free(catalog: &Catalog, entry: &Error, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    let family = catalog.family_of(entry);
    let stem = entry.code.trim_end_matches(|c: char| c.is_ascii_digit());
    let width = entry.code.len() - stem.len();
    let number = |entry: &Error| entry.code.strip_prefix(stem)?.parse::<u64>().ok();
    let mut next = catalog.errors_of(family).iter().filter_map(number).max()?.checked_add(1)?;
    loop {
        let candidate = format!("{stem}{next:0width$}");
        let mut reserved = catalog.reserved.iter().chain(&family.reserved);
        // Skip a reserved range in one step, however long it is.
        match reserved.find(|range| range.holds(&candidate)) {
            Some(range) => next = range.last_number().unwrap_or(next).max(next).checked_add(1)?,
            None if is_taken(&candidate) => next = next.checked_add(1)?,
            None => return Some(candidate),
        }
    }
}

//! Codes: what they are on the wire, and that none stands for two errors.

use std::collections::BTreeMap;

use super::rules;
use crate::diag::Findings;
use crate::model::{Catalog, Entry, Family};
use crate::source::{Span, Spanned};
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

/// Reports every code that an earlier error of its scope has.
pub(super) fn report_duplicates(catalog: &Catalog, findings: &mut Findings) {
    let mut taken: BTreeMap<(Option<usize>, &str), Span> = BTreeMap::new();
    for entry in &catalog.errors {
        let Spanned { value: code, span } = &entry.code;
        let scope = (catalog.unique == Unique::Family).then_some(entry.family);
        if let Some(first) = taken.get(&(scope, code.as_str())) {
            let next = next_free(catalog, catalog.family_of(entry), code, scope);
            findings.push(rules::duplicate_code(*span, *first, code, next.as_deref()));
        } else {
            taken.insert((scope, code), *span);
        }
    }
}

/// The code after the last one of its family that is numbered like `code`, retired and reserved ones counted.
fn next_free(catalog: &Catalog, family: &Family, code: &str, scope: Option<usize>) -> Option<String> {
    let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let width = code.len() - stem.len();
    let number = |entry: &Entry| entry.code.strip_prefix(stem)?.parse::<u64>().ok();
    let mut next = catalog.errors_of(family).iter().filter_map(number).max()?.checked_add(1)?;
    let reserved = || catalog.reserved.iter().chain(&family.reserved);
    loop {
        let candidate = format!("{stem}{next:0width$}");
        let taken = catalog
            .errors
            .iter()
            .any(|entry| entry.code.value == candidate && scope.is_none_or(|scope| scope == entry.family));
        if !taken && !reserved().any(|range| range.holds(&candidate)) {
            return Some(candidate);
        }
        next = next.checked_add(1)?;
    }
}

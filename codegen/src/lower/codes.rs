//! Reads integer codes and reports duplicate codes.

use super::report;
use crate::diag::Findings;
use crate::format::vocabulary::CodeType;
use crate::index::Index;
use crate::model::{Catalog, Error, Notation};
use crate::syntax::ast::{CodeForm, Text};

/// Returns how codes are written according to `code`, which may leave out the type.
pub(super) fn notation(form: &CodeForm, usual: CodeType, findings: &mut Findings) -> Notation {
    let code_type = form.code_type.map_or(usual, |spanned| spanned.value);
    match (code_type, form.format, form.width) {
        (CodeType::String, Some(format), _) => {
            findings.push(report::no_integers(format.span));
            Notation::Text
        }
        (CodeType::Integer, Some(_), Some(width)) => Notation::Hex(width.value),
        (CodeType::Integer, Some(format), None) => {
            findings.push(report::lacks(format.span, "format: hex", "width: 8"));
            Notation::HexWithoutWidth
        }
        (code_type, None, width) => {
            findings.extend(width.map(|width| report::lacks(width.span, "width", "format: hex")));
            if code_type == CodeType::Integer { Notation::Decimal } else { Notation::Text }
        }
    }
}

/// Returns the number of a code, or `None` if the codes of the family are texts. A hexadecimal
/// number in another form can be fixed.
pub(super) fn number(code: &Text, notation: Notation, findings: &mut Findings) -> Option<i64> {
    let number = notation.number(code);
    if is_unchecked(notation) {
        return number;
    }
    match number.map(|number| notation.code(number)) {
        Some(Some(written)) if written != code.value => {
            findings.push(report::other_notation(code.span, code, &written));
        }
        Some(Some(_)) => {}
        Some(None) | None => findings.push(report::not_a_number(code.span, code, "code", notation)),
    }
    number
}

/// Returns `true` if codes may have any form. A missing width is reported once, and not at each code.
fn is_unchecked(notation: Notation) -> bool {
    matches!(notation, Notation::Text | Notation::HexWithoutWidth)
}

/// Returns the numbers of aliases.
pub(super) fn aliases(aliases: &[Text], notation: Notation, findings: &mut Findings) -> Vec<i64> {
    let number = |alias: &Text| {
        let number = notation.number(alias);
        if number.is_none() && !is_unchecked(notation) {
            findings.push(report::not_a_number(alias.span, alias, "alias", notation));
        }
        number
    };
    aliases.iter().filter_map(number).collect()
}

/// The number of duplicate codes per catalog for which a free code is suggested.
const SUGGESTIONS: usize = 50;

/// Reports every code that an earlier error in its scope already has. Returns the positions of
/// these errors in the catalog, in order.
pub(super) fn report_duplicates(catalog: &Catalog, findings: &mut Findings) -> Vec<usize> {
    // A client that gets a decimal number must find one error.
    let decimal =
        |entry: &Error| catalog.decimal_of(entry, &entry.code).filter(|decimal| *decimal != entry.code.value);
    let decimals: Vec<Option<String>> = catalog.errors.iter().map(decimal).collect();
    let mut taken = Index::with_capacity(catalog.errors.len());
    let mut doubled: Vec<usize> = Vec::new();
    let mut first_of = Vec::new();
    for (position, entry) in catalog.errors.iter().enumerate() {
        if entry.variant > 0 {
            // It shares the code of the entry before, and its fate.
            if position > 0 && doubled.last() == Some(&(position - 1)) {
                doubled.push(position);
                first_of.push(None);
            }
            continue;
        }
        let scope = catalog.scope_of(entry);
        let first = taken.add(scope, &entry.code, position);
        let first = first.or_else(|| taken.add(scope, decimals[position].as_deref()?, position));
        if let Some(first) = first {
            doubled.push(position);
            first_of.push(Some(&catalog.errors[first]));
        }
    }
    let reported = doubled.iter().zip(first_of).filter_map(|(position, first)| Some((*position, first?)));
    for (nth, (position, first)) in reported.enumerate() {
        let entry = &catalog.errors[position];
        let is_taken = |code: &str| taken.get(catalog.scope_of(entry), code).is_some();
        let next = if nth < SUGGESTIONS { next_free(catalog, entry, is_taken) } else { None };
        let named = |entry: &Error| entry.name.as_ref().map(|name| name.value.clone());
        let differ = named(entry).zip(named(first)).is_some_and(|(name, first)| name != first);
        let same = entry.family == first.family && entry.code.value == first.code.value;
        let variants = differ && same;
        findings.push(report::duplicate_code(
            entry.code.span,
            first.code.span,
            &entry.code,
            next.as_deref(),
            variants,
        ));
    }
    doubled
}

/// Returns the first free code after the highest number in the family of `entry`. Retired and
/// reserved codes count as taken.
fn next_free(catalog: &Catalog, entry: &Error, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    let family = catalog.family_of(entry);
    if family.notation.width().is_some() {
        return None;
    }
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

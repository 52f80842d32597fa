//! `code-format`: a code that does not match the pattern of its catalog, or contains hidden
//! characters.

use std::borrow::Cow;

use super::Report;
use crate::diag::{Finding, Rule};
use crate::index::Index;
use crate::model::{Catalog, Error, Family};
use crate::source::Spanned;
use crate::text::reveal;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let mut excused = Index::default();
    for (position, code) in catalog.allow_codes.iter().enumerate() {
        excused.add("", code, position);
    }
    for entry in &catalog.errors {
        // The code of variants is written once.
        let codes = std::iter::once(&entry.code).filter(|_| entry.variant == 0);
        let written = codes.chain(&entry.aliases).chain(&entry.name);
        for text in written.filter(|text| reveal::has_hidden(text)) {
            report.push(hidden(text));
        }
        for alias in entry.aliases.iter().filter(|alias| alias.value.is_empty()) {
            report.push(crate::lower::report::no_code(alias.span, "an alias"));
        }
        // Braces that carry no value have been reported.
        let is_misread = entry.carried.is_none() && entry.params.is_some() && entry.code.contains('{');
        if entry.variant == 0
            && !is_misread
            && excused.get("", &entry.code).is_none()
            && let Some(pattern) = broken_pattern(catalog, catalog.family_of(entry), entry)
        {
            report.about(entry, finding(&entry.code, pattern));
        }
    }
}

fn broken_pattern<'c>(catalog: &'c Catalog, family: &'c Family, entry: &Error) -> Option<&'c str> {
    let of_catalog = catalog.pattern.as_ref().filter(|_| !family.replaces_code);
    [of_catalog, family.pattern.as_ref()]
        .into_iter()
        .flatten()
        .find(|pattern| !examples(entry).iter().any(|code| pattern.matches(code)))
        .map(crate::model::Pattern::as_str)
}

/// Returns texts of which one must match the pattern: the code, or the code with several values.
fn examples(entry: &Error) -> Vec<Cow<'_, str>> {
    let Some(carried) = &entry.carried else { return vec![Cow::Borrowed(entry.code.as_str())] };
    ["1", "a", "A"].iter().map(|value| Cow::Owned(carried.with(value))).collect()
}

fn finding(code: &Spanned<String>, pattern: &str) -> Finding {
    let message = format!("code `{}` does not match the pattern `{pattern}`", code.value);
    Finding::new(Rule::CodeFormat, code.span, message)
        .label("does not match")
        .help("correct the code, or list it under `allow_codes` in catalog.yaml")
}

fn hidden(text: &Spanned<String>) -> Finding {
    let shown = reveal::reveal(text);
    Finding::new(Rule::CodeFormat, text.span, format!("`{shown}` contains an invisible character"))
        .label("contains an invisible character")
        .help("remove the invisible character")
}

//! `number-gap`: a number that is missing between the codes of a family.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Error, Family};
use crate::order;

const RULE: Rule = Rule::NumberGap;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for family in &catalog.families {
        let numbered = numbered(catalog.errors_of(family));
        for series in numbered.chunk_by(|a, b| a.stem == b.stem) {
            let width = series.iter().map(Numbered::width).max().unwrap_or_default();
            let mut before = &series[0];
            // Of codes with the same number, the first one counts.
            for after in series {
                if after.number == before.number {
                    continue;
                }
                let gap = before.number + 1..after.number;
                let missing =
                    missing(catalog, family, gap, |number| format!("{}{number:0width$}", after.stem));
                if let Some(missing) = listed(&missing) {
                    report.about(after.entry, finding(before.entry, after.entry, &missing));
                }
                before = after;
            }
        }
    }
}

/// A code that ends in a number.
struct Numbered<'c> {
    stem: &'c str,
    digits: &'c str,
    number: u64,
    entry: &'c Error,
}

impl Numbered<'_> {
    /// Returns the minimum number of digits in its series.
    fn width(&self) -> usize {
        if self.digits.starts_with('0') { self.digits.len() } else { 0 }
    }
}

/// Returns the codes that end in a number, sorted by the text before the number, then by number.
fn numbered(errors: &[Error]) -> Vec<Numbered<'_>> {
    let mut numbered = Vec::new();
    for entry in errors {
        let code = entry.code.as_str();
        let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &code[stem.len()..];
        if let Ok(number) = digits.parse() {
            numbered.push(Numbered { stem, digits, number, entry });
        }
    }
    order::sort(&mut numbered, &|a, b| (a.stem, a.number).cmp(&(b.stem, b.number)));
    numbered
}

/// The number of missing codes that a finding names.
const SHOWN: usize = 3;

/// Returns the unreserved codes of a gap, but at most one more than a finding names.
fn missing(
    catalog: &Catalog,
    family: &Family,
    mut gap: std::ops::Range<u64>,
    code: impl Fn(u64) -> String,
) -> Vec<String> {
    let mut missing = Vec::new();
    while missing.len() <= SHOWN && !gap.is_empty() {
        let code = code(gap.start);
        let mut reserved = catalog.reserved.iter().chain(&family.reserved);
        // Skip a reserved range in one step, however long it is.
        let skipped =
            reserved.find(|range| range.holds(&code)).map(|range| range.last_number().unwrap_or(gap.start));
        if skipped.is_none() {
            missing.push(code);
        }
        gap.start = skipped.unwrap_or(gap.start).max(gap.start).saturating_add(1);
    }
    missing
}

/// Formats the first missing codes. Returns `None` if there is none.
fn listed(missing: &[String]) -> Option<String> {
    let named: Vec<String> = missing.iter().take(SHOWN).map(|code| format!("`{code}`")).collect();
    match named.len() {
        0 => None,
        _ if missing.len() > SHOWN => Some(format!("{} and others", named.join(", "))),
        _ => Some(named.join(" and ")),
    }
}

fn finding(first: &Error, entry: &Error, missing: &str) -> Finding {
    let message = format!(
        "the numbers between `{}` and `{}` have a gap: no {missing}",
        first.code.value, entry.code.value
    );
    Finding::new(RULE, entry.code.span, message)
        .label("after the gap")
        .related(first.code.span, "before the gap")
        .help(
            "restore the entry as `retired` if it was published; otherwise use the number next, or reserve it",
        )
}

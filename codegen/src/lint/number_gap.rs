//! A number that no code of a family has, although numbers before and behind it are codes.

use std::collections::BTreeMap;

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Entry, Family};

const RULE: Rule = Rule::NumberGap;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for family in &catalog.families {
        for (stem, series) in all_series(catalog.errors_of(family)) {
            for ((&before, first), (&after, entry)) in
                series.numbers.iter().zip(series.numbers.iter().skip(1))
            {
                let missing = missing(catalog, family, before + 1..after, |number| {
                    format!("{stem}{number:0width$}", width = series.width)
                });
                if let Some(missing) = listed(&missing) {
                    report.about(entry, finding(first, entry, &missing));
                }
            }
        }
    }
}

/// Codes of one family that differ in the number at their end only.
#[derive(Default)]
struct Series<'c> {
    /// How many digits a number has at least.
    width: usize,
    numbers: BTreeMap<u64, &'c Entry>,
}

/// By what stands before the number.
fn all_series(errors: &[Entry]) -> BTreeMap<&str, Series<'_>> {
    let mut all: BTreeMap<&str, Series<'_>> = BTreeMap::new();
    for entry in errors {
        let code = entry.code.as_str();
        let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &code[stem.len()..];
        let Ok(number) = digits.parse() else { continue };
        let series = all.entry(stem).or_default();
        if digits.starts_with('0') {
            series.width = series.width.max(digits.len());
        }
        series.numbers.entry(number).or_insert(entry);
    }
    all
}

/// How many missing codes a finding names.
const SHOWN: usize = 3;

/// The codes of a gap that nobody reserved, as far as it takes to see that there are too many to name.
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
        // A range is left behind in one step, however long it is.
        let behind =
            reserved.find(|range| range.holds(&code)).map(|range| range.last_number().unwrap_or(gap.start));
        if behind.is_none() {
            missing.push(code);
        }
        gap.start = behind.unwrap_or(gap.start).max(gap.start).saturating_add(1);
    }
    missing
}

/// The missing codes in words, at most a few of them; nothing where there is none.
fn listed(missing: &[String]) -> Option<String> {
    let named: Vec<String> = missing.iter().take(SHOWN).map(|code| format!("`{code}`")).collect();
    match named.len() {
        0 => None,
        _ if missing.len() > SHOWN => Some(format!("{} and so on", named.join(", "))),
        _ => Some(named.join(" and no ")),
    }
}

fn finding(first: &Entry, entry: &Entry, missing: &str) -> Finding {
    let message = format!("between `{}` and `{}` there is no {missing}", first.code.value, entry.code.value);
    Finding::new(RULE, entry.code.span, message)
        .label("behind the gap")
        .related(first.code.span, "before the gap")
        .help(
            "if it was published, add its entry as `retired`; else use it next, or reserve it with a reason",
        )
}

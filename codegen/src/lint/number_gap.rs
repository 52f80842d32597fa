//! A number that no code of a family has, although numbers before and behind it are codes.

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
            // Of codes with the same number the first one counts.
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

/// A code that ends with a number.
struct Numbered<'c> {
    stem: &'c str,
    digits: &'c str,
    number: u64,
    entry: &'c Error,
}

impl Numbered<'_> {
    /// How many digits the numbers of its series have at least.
    fn width(&self) -> usize {
        if self.digits.starts_with('0') { self.digits.len() } else { 0 }
    }
}

/// The codes that end with a number, by what stands before it, then by the number.
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

fn finding(first: &Error, entry: &Error, missing: &str) -> Finding {
    let message = format!("between `{}` and `{}` there is no {missing}", first.code.value, entry.code.value);
    Finding::new(RULE, entry.code.span, message)
        .label("behind the gap")
        .related(first.code.span, "before the gap")
        .help(
            "if it was published, add its entry as `retired`; else use it next, or reserve it with a reason",
        )
}

//! A code that has been reserved.

use super::{Lint, Report};
use crate::diag::{Finding, Rule, Severity};
use crate::model::Catalog;

pub(super) static LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    id: "reused-code",
    severity: Severity::Error,
    why: "A code that was published once, or is kept for something else, must not get another meaning.",
};

fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let reserved = catalog.reserved.iter().chain(&catalog.family_of(entry).reserved);
        for range in reserved.filter(|range| range.holds(&entry.code)) {
            let message = format!("code `{}` is reserved: {}", entry.code.value, range.reason);
            report.push(
                Finding::new(&RULE, entry.code.span, message)
                    .label("reserved")
                    .related(range.place, "reserved here")
                    .help("take another code"),
            );
        }
    }
}

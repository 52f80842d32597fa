//! A code that has been reserved.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::Catalog;

const RULE: Rule = Rule::ReusedCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let reserved = catalog.reserved.iter().chain(&catalog.family_of(entry).reserved);
        for range in reserved.filter(|range| range.holds(&entry.code)) {
            let message = format!("code `{}` is reserved: {}", entry.code.value, range.reason);
            report.push(
                Finding::new(RULE, entry.code.span, message)
                    .label("reserved")
                    .related(range.place, "reserved here")
                    .help("take another code"),
            );
        }
    }
}

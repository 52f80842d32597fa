//! An error without the status that its catalog promises.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::StatusPolicy;
use crate::model::Catalog;

const RULE: Rule = Rule::MissingStatus;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    if catalog.status != StatusPolicy::Required {
        return;
    }
    for entry in catalog.errors.iter().filter(|entry| entry.status.is_none()) {
        let message = format!("code `{}` has no status", entry.code.value);
        // Not to be allowed away: the generated signature has no place for an absent status.
        report.push(
            Finding::new(RULE, entry.code.span, message)
                .label("`status` is missing")
                .help("add `status:`, or say `status: optional` in catalog.yaml"),
        );
    }
}

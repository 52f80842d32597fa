//! `missing-status`: an error without a status in a catalog that requires one.

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
        // This cannot be allowed: the generated method returns a number, not an `Option`.
        report.push(
            Finding::new(RULE, entry.code.span, message)
                .label("`status` is missing")
                .help("add `status:`, or set `status: optional` in catalog.yaml"),
        );
    }
}

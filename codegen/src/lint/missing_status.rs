//! An error without the status that its catalog promises.

use super::{Lint, Report};
use crate::diag::{Finding, Rule, Severity};
use crate::model::Catalog;
use crate::terms::StatusPolicy;

pub(super) static LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    id: "missing-status",
    severity: Severity::Error,
    why: "A catalog that says `status: required` promises its users a status for every code.",
};

fn check(catalog: &Catalog, report: &Report<'_>) {
    if catalog.status != StatusPolicy::Required {
        return;
    }
    for entry in catalog.errors.iter().filter(|entry| entry.status.is_none()) {
        let message = format!("code `{}` has no status", entry.code.value);
        // Not to be allowed away: the generated signature has no place for an absent status.
        report.push(
            Finding::new(&RULE, entry.code.span, message)
                .label("`status` is missing")
                .help("add `status:`, or say `status: optional` in catalog.yaml"),
        );
    }
}

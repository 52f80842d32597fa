//! `missing-status`: an error without a status in a catalog that requires one.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::StatusPolicy;
use crate::model::{Catalog, Error};

const RULE: Rule = Rule::MissingStatus;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    if catalog.status != StatusPolicy::Required {
        return;
    }
    // A key that could not be read may be the status.
    let lacks = |entry: &&Error| {
        let is_inherited = catalog.defaults.damaged || catalog.family_of(entry).defaults.damaged;
        entry.status.is_none() && !entry.damaged && !entry.wrong.contains(&"status") && !is_inherited
    };
    for entry in catalog.errors.iter().filter(lacks) {
        let message = format!("code `{}` has no status", entry.code.value);
        // This cannot be allowed: the generated method returns a number, not an `Option`.
        report.push(
            Finding::new(RULE, entry.code.span, message)
                .label("`status` is missing")
                .help("add `status:`, or set `status: optional` in catalog.yaml"),
        );
    }
}

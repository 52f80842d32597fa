//! `unmasked-internal`: an internal error for which outsiders get no code.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::Role;
use crate::model::Catalog;

const RULE: Rule = Rule::UnmaskedInternal;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    if catalog.internal.is_some() || catalog.role == Role::Client {
        return;
    }
    for entry in catalog.errors.iter().filter(|entry| entry.is_internal() && entry.mask.is_none()) {
        let text = format!("outsiders get status 500 without a code instead of `{}`", entry.code.value);
        let finding = Finding::new(RULE, entry.code.span, text)
            .label("internal, without a mask")
            .help("give it a `mask`, or the catalog an error for all internal ones, as `internal`");
        report.about(entry, finding);
    }
}

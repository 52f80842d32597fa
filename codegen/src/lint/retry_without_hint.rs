//! `retry-without-hint`: `retry: retry-after` in a catalog that does not say where the time is
//! found.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::Retry;
use crate::model::{Catalog, Fact};

const RULE: Rule = Rule::RetryWithoutHint;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let declared = catalog.envelope.members.iter().any(|member| member.fact() == Fact::RetryAfter);
    if declared {
        return;
    }
    for entry in catalog.errors.iter().filter(|entry| entry.retry == Some(Retry::RetryAfter)) {
        let declared = entry
            .params
            .iter()
            .flatten()
            .chain(&entry.details)
            .any(|param| param.name.value == "retry_after");
        if !declared {
            let message = format!(
                "the catalog does not say where a response states how long to wait after `{}`",
                entry.code.value
            );
            let finding = Finding::new(RULE, entry.code.span, message)
                .label("`retry: retry-after`")
                .help("add the place in catalog.yaml: `envelope: { code: code, retry_after: \"header:retry-after\" }`");
            report.about(entry, finding);
        }
    }
}

//! An advice to wait that does not say where it is said how long.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::Retry;
use crate::model::{Catalog, Content};

const RULE: Rule = Rule::RetryWithoutHint;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let told = catalog.envelope.iter().any(|member| member.fact == Content::RetryAfter);
    if told {
        return;
    }
    for entry in catalog.errors.iter().filter(|entry| entry.retry == Some(Retry::RetryAfter)) {
        let told = entry
            .params
            .iter()
            .flatten()
            .chain(&entry.details)
            .any(|param| param.name.value == "retry_after");
        if !told {
            let message = format!("nothing says when `{}` may be tried again", entry.code.value);
            let finding = Finding::new(RULE, entry.code.span, message)
                .label("`retry: retry-after`")
                .help("name the place in catalog.yaml: `envelope: { retry_after: \"header:retry-after\" }`");
            report.about(entry, finding);
        }
    }
}

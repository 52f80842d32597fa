//! `missing-help`: an error without help.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::Catalog;

const RULE: Rule = Rule::MissingHelp;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let helpless = entry.help.iter().all(|help| help.trim().is_empty());
        // A retired error is no longer sent, so nobody needs help with it.
        if helpless && entry.retired.is_none() {
            let message = format!("`{}` has no help", entry.code.value);
            let finding = Finding::new(RULE, entry.code.span, message)
                .label("`help` is missing")
                .help("add `help:` with a sentence about what to do next");
            report.about(entry, finding);
        }
    }
}

//! An error that does not say what to do about it.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::Catalog;

const RULE: Rule = Rule::MissingHelp;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let helpless = entry.help.iter().all(|help| help.trim().is_empty());
        // Of an error that is no longer sent nobody has to know the way out.
        if helpless && entry.retired.is_none() {
            let message = format!("`{}` does not say what to do about it", entry.code.value);
            let finding = Finding::new(RULE, entry.code.span, message)
                .label("no help")
                .help("add `help:` with a sentence about what to do next");
            report.about(entry, finding);
        }
    }
}

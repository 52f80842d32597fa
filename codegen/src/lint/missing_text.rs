//! `missing-text`: an error with neither a message nor a description.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Error};

const RULE: Rule = Rule::MissingText;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    // Retired errors need no text.
    for entry in catalog.errors.iter().filter(|entry| entry.retired.is_none() && !has_text(entry)) {
        let message = format!("`{}` has neither a message nor a description", entry.code.value);
        let finding = Finding::new(RULE, entry.code.span, message)
            .label("no text")
            .help("add a `message:`, a `description:`, or a `derive` rule in catalog.yaml");
        report.about(entry, finding);
    }
}

fn has_text(entry: &Error) -> bool {
    let message = entry.message.as_ref().map(|message| message.as_str());
    [message, entry.description.as_deref()].into_iter().flatten().any(|text| !text.trim().is_empty())
}

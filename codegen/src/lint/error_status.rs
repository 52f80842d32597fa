//! `error-status`: an error with the status of a success.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Error};
use crate::value::Value;

const RULE: Rule = Rule::ErrorStatus;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let Some(status) = entry.status.filter(|_| is_success(catalog, entry)) else { continue };
        let text = format!("clients do not read status {} as an error", status.value);
        let finding = Finding::new(RULE, status.span, text).label("below 400").help(
            "use a status from 400 to 599; servers send 500 instead of this one. If such responses are \
             errors, say in the envelope how clients recognize them: `is_error`",
        );
        report.about(entry, finding);
    }
}

/// Returns `true` if an error has a status that clients do not read as an error.
pub(super) fn is_success(catalog: &Catalog, entry: &Error) -> bool {
    // The envelope may say otherwise that a response is an error.
    catalog.envelope.is_error.is_none()
        && entry.status.is_some_and(|status| status.value < 400)
        && !is_no_error(catalog, entry)
}

/// Returns `true` if a declared fact says that the code is no error.
fn is_no_error(catalog: &Catalog, entry: &Error) -> bool {
    let Some((fact, choices)) = catalog.error_fact() else { return false };
    let Some(Value::Text(value)) = catalog.fact(entry, fact) else { return false };
    choices.iter().any(|choice| !choice.is_error && choice.text == *value)
}

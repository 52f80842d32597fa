//! `duplicate-fact`: two codes with one value of a fact that finds one code.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::Lookup;
use crate::index::Index;
use crate::model::{Catalog, Error};
use crate::value::Value;

const RULE: Rule = Rule::DuplicateFact;

/// Checks every fact with `lookup: one`. Values are compared in the whole catalog, also if codes are
/// unique only in their family.
pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let looked_up = catalog.facts.iter().enumerate().filter(|(_, fact)| fact.lookup == Some(Lookup::One));
    for (index, fact) in looked_up {
        let values: Vec<Option<String>> =
            catalog.errors.iter().map(|error| text(catalog.looked_up(error, index)?)).collect();
        let mut holders = Index::with_capacity(values.len());
        for (position, value) in values.iter().enumerate() {
            let Some(value) = value else { continue };
            if let Some(first) = holders.add("", value, position) {
                let (error, first) = (&catalog.errors[position], &catalog.errors[first]);
                report.push(finding(&fact.name, value, error, first));
            }
        }
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(text) | Value::Text(text) => Some(text),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

fn finding(fact: &str, value: &str, error: &Error, first: &Error) -> Finding {
    let message =
        format!("`{}` and `{}` have the same `{fact}`, `{value}`", first.code.value, error.code.value);
    Finding::new(RULE, error.code.span, message)
        .label(format!("has the `{fact}` again"))
        .related(first.code.span, "the first one")
        .help(format!("correct one of the two, or write `lookup: many` for `{fact}`"))
}

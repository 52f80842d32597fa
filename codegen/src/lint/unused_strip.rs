//! `unused-strip`: a text in `strip` that no name has.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::Catalog;
use crate::text::strip::without;

const RULE: Rule = Rule::UnusedStrip;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    // A name that could not be read may have the text.
    if catalog.strip.is_empty() || catalog.errors.iter().any(|entry| entry.damaged) {
        return;
    }
    let mut used = vec![false; catalog.strip.len()];
    for name in catalog.errors.iter().filter_map(|entry| entry.name.as_ref()) {
        let mut left = name.as_str();
        for (text, used) in catalog.strip.iter().zip(&mut used) {
            if let Some(rest) = without(left, text) {
                left = rest;
                *used = true;
            }
        }
    }
    for (text, _) in catalog.strip.iter().zip(used).filter(|(_, used)| !used) {
        let message = format!("`strip` has no effect: it takes `{}` off no name", text.value);
        report.push(
            Finding::new(RULE, text.span, message).label("in no name").help("correct it, or remove it"),
        );
    }
}

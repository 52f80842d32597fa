//! A spelling that would parse to two errors.

use std::collections::BTreeMap;

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::Catalog;
use crate::source::Span;
use crate::terms::Unique;

const RULE: Rule = Rule::AmbiguousCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    if catalog.errors.iter().all(|entry| entry.aliases.is_empty()) {
        return;
    }
    let mut taken: BTreeMap<(Option<usize>, &str), Span> = BTreeMap::new();
    let scope = |family| (catalog.unique == Unique::Family).then_some(family);
    for entry in &catalog.errors {
        taken.entry((scope(entry.family), &entry.code.value)).or_insert(entry.code.span);
    }
    for entry in &catalog.errors {
        for alias in &entry.aliases {
            let key = (scope(entry.family), alias.value.as_str());
            match taken.get(&key) {
                Some(first) => report.push(finding(alias.span, *first, alias)),
                None => {
                    taken.insert(key, alias.span);
                }
            }
        }
    }
}

fn finding(span: Span, first: Span, alias: &str) -> Finding {
    Finding::new(RULE, span, format!("alias `{alias}` already leads to an error"))
        .label("taken")
        .related(first, "taken here")
        .help("remove the alias from one of the two")
}

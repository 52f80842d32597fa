//! A spelling that would parse to two errors.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::index::Index;
use crate::model::{Catalog, Error};
use crate::source::{Span, Spanned};

const RULE: Rule = Rule::AmbiguousCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    if catalog.errors.iter().all(|entry| entry.aliases.is_empty()) {
        return;
    }
    let mut spellings: Vec<(&Error, &Spanned<String>)> =
        catalog.errors.iter().map(|entry| (entry, &entry.code)).collect();
    for entry in &catalog.errors {
        spellings.extend(entry.aliases.iter().map(|alias| (entry, alias)));
    }
    let mut taken = Index::with_capacity(spellings.len());
    for (position, (entry, spelling)) in spellings.iter().enumerate() {
        let first = taken.add(catalog.scope_of(entry), spelling, position);
        // That an error has the code of another one is told elsewhere.
        if let Some(first) = first.filter(|_| position >= catalog.errors.len()) {
            report.push(finding(spelling.span, spellings[first].1.span, spelling));
        }
    }
}

fn finding(span: Span, first: Span, alias: &str) -> Finding {
    Finding::new(RULE, span, format!("alias `{alias}` already leads to an error"))
        .label("taken")
        .related(first, "taken here")
        .help("remove the alias from one of the two")
}

//! `ambiguous-code`: an alias that is also the code or alias of another error.

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
    // Clients find a hexadecimal number by its decimal text, too.
    let decimal = |(entry, spelling): &(&Error, &Spanned<String>)| catalog.decimal_of(entry, spelling);
    let decimals: Vec<Option<String>> = spellings.iter().map(decimal).collect();
    let mut taken = Index::with_capacity(spellings.len());
    for (position, (entry, spelling)) in spellings.iter().enumerate() {
        let scope = catalog.scope_of(entry);
        let first = taken.add(scope, spelling, position);
        let first = first.or_else(|| {
            let decimal = decimals[position].as_deref().filter(|decimal| *decimal != spelling.as_str())?;
            taken.add(scope, decimal, position)
        });
        // Two errors with one code are reported as `duplicate-code`.
        if let Some(first) = first.filter(|_| position >= catalog.errors.len()) {
            report.push(finding(spelling.span, spellings[first].1.span, spelling));
        }
    }
}

fn finding(span: Span, first: Span, alias: &str) -> Finding {
    Finding::new(RULE, span, format!("alias `{alias}` already belongs to an error"))
        .label("duplicate")
        .related(first, "first occurrence")
        .help("remove the alias from one of the two errors")
}

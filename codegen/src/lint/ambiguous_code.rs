//! `ambiguous-code`: an alias that is also the code or alias of another error, or two codes with
//! values that may stand for the same text.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::index::Index;
use crate::model::{Carried, Catalog, Error};
use crate::order;
use crate::source::{Span, Spanned};

const RULE: Rule = Rule::AmbiguousCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    overlaps(catalog, report);
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

/// Reports codes with values that may stand for the same text.
fn overlaps(catalog: &Catalog, report: &Report<'_>) {
    let mut carriers: Vec<(&Error, &Carried)> =
        catalog.errors.iter().filter_map(|entry| Some((entry, entry.carried.as_ref()?))).collect();
    // Of two that overlap, one starts with the other, so that they are close to each other.
    order::sort(&mut carriers, &|(a, x), (b, y)| {
        (catalog.scope_of(a), &x.prefix).cmp(&(catalog.scope_of(b), &y.prefix))
    });
    for (at, (first, carried)) in carriers.iter().enumerate() {
        let is_near = |(entry, other): &&(&Error, &Carried)| {
            catalog.scope_of(entry) == catalog.scope_of(first) && other.prefix.starts_with(&carried.prefix)
        };
        let others = carriers[at + 1..].iter().take_while(is_near);
        // Two errors with one code are reported as `duplicate-code`.
        let others =
            others.filter(|(entry, other)| other.overlaps(carried) && entry.code.value != first.code.value);
        for (entry, _) in others.take(SHOWN) {
            report.push(overlap(entry, first));
        }
    }
}

/// The number of findings about one code with a value.
const SHOWN: usize = 5;

fn overlap(entry: &Error, first: &Error) -> Finding {
    let (entry, first) = if first.code.span < entry.code.span { (entry, first) } else { (first, entry) };
    let message = format!("`{}` and `{}` may stand for the same code", first.code.value, entry.code.value);
    Finding::new(RULE, entry.code.span, message)
        .label("overlaps")
        .related(first.code.span, "the other code with a value")
        .help("make the texts before or after the values different, or write the codes of one of them out")
}

fn finding(span: Span, first: Span, alias: &str) -> Finding {
    Finding::new(RULE, span, format!("alias `{alias}` already belongs to an error"))
        .label("duplicate")
        .related(first, "first occurrence")
        .help("remove the alias from one of the two errors")
}

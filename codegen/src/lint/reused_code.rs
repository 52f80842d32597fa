//! A code that has been reserved, or that was released for something else.

use std::collections::BTreeSet;

use super::Report;
use crate::diag::{Finding, Rule};
use crate::diff::{Verdict, since_release};
use crate::model::Catalog;
use crate::source::Span;

const RULE: Rule = Rule::ReusedCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    reserved(catalog, report);
    released(catalog, report);
}

fn reserved(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let reserved = catalog.reserved.iter().chain(&catalog.family_of(entry).reserved);
        for range in reserved.filter(|range| range.holds(&entry.code)) {
            let message = format!("code `{}` is reserved: {}", entry.code.value, range.reason);
            report.push(
                Finding::new(RULE, entry.code.span, message)
                    .label("reserved")
                    .related(range.place, "reserved here")
                    .help("take another code"),
            );
        }
    }
}

/// What the ledger knows of a code that now stands for something else. Of an error that could be read only in part, nobody can tell what it is.
fn released(catalog: &Catalog, report: &Report<'_>) {
    let damaged = catalog.errors.iter().filter(|entry| entry.damaged);
    let unsure: BTreeSet<Span> = damaged.map(|entry| entry.code.span).collect();
    for change in since_release(catalog).iter().filter(|change| change.verdict() == Verdict::Never) {
        let (Some((_, code)), Some(old), Some(new), Some(before), Some(after)) =
            (&change.subject, &change.old, &change.new, change.before, change.after)
        else {
            continue;
        };
        if unsure.contains(&after) {
            continue;
        }
        let message = if old == new {
            format!("code `{code}` was released with another meaning")
        } else {
            format!("code `{code}` was released as `{old}`, which is not what `{new}` means")
        };
        report.push(
            Finding::new(RULE, after, message)
                .label("something else now")
                .related(before, "released here")
                .help("take a code that was never used, and keep what was released under this one"),
        );
    }
}

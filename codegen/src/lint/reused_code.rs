//! `reused-code`: a code that is reserved, or was released with another meaning.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::diff::{Change, Verdict, since_release};
use crate::ledger::Promise;
use crate::model::{Catalog, Error};
use crate::order;

const RULE: Rule = Rule::ReusedCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    reserved(catalog, report);
    released(catalog, report);
}

fn reserved(catalog: &Catalog, report: &Report<'_>) {
    for entry in catalog.errors.iter().filter(|entry| entry.variant == 0) {
        let reserved = catalog.reserved.iter().chain(&catalog.family_of(entry).reserved);
        for range in reserved.filter(|range| range.holds(&entry.code)) {
            let message = format!("code `{}` is reserved: {}", entry.code.value, range.reason);
            report.push(
                Finding::new(RULE, entry.code.span, message)
                    .label("reserved")
                    .related(range.place, "reserved here")
                    .help("use another code"),
            );
        }
    }
}

/// Reports codes that the ledger knows with another meaning. Errors that could be read only in part
/// are skipped, because their meaning is not known.
fn released(catalog: &Catalog, report: &Report<'_>) {
    let changes = since_release(catalog);
    let refused: Vec<&Change> = changes.iter().filter(|change| change.verdict() == Verdict::Never).collect();
    if refused.is_empty() {
        return;
    }
    let Some(ledger) = &catalog.ledger else { return };
    let mut known: Vec<&Promise> = ledger.promises.iter().collect();
    order::sort(&mut known, &|a, b| a.place.cmp(&b.place));
    let mut entries: Vec<&Error> = catalog.errors.iter().collect();
    order::sort(&mut entries, &|a, b| a.code.span.cmp(&b.code.span));
    for change in refused {
        let (Some((_, code)), Some(old), Some(new), Some(before), Some(after)) =
            (&change.subject, &change.old, &change.new, change.before, change.after)
        else {
            continue;
        };
        let entry = entries.binary_search_by(|entry| entry.code.span.cmp(&after)).ok().map(|at| entries[at]);
        if entry.is_some_and(|entry| entry.damaged) {
            continue;
        }
        let alias = entry.and_then(|entry| {
            entry.aliases.iter().find(|alias| alias.value == *code && entry.code.value != *code)
        });
        let kind = if alias.is_some() { "alias" } else { "code" };
        let promise = known.binary_search_by(|promise| promise.place.cmp(&before)).ok().map(|at| known[at]);
        let (message, label) =
            if promise.is_some_and(|promise| promise.is_unknown() && promise.is_out_of_use()) {
                (format!("{kind} `{code}` was removed, and its former meaning is not known"), "used again")
            } else if old == new {
                (format!("{kind} `{code}` was released with another meaning"), "new meaning")
            } else {
                let message = format!("{kind} `{code}` was released as `{old}` and now means `{new}`");
                (message, "new meaning")
            };
        report.push(
            Finding::new(RULE, alias.map_or(after, |alias| alias.span), message)
                .label(label)
                .related(before, "released here")
                .help(help(kind)),
        );
    }
}

fn help(kind: &str) -> &'static str {
    match kind {
        "alias" => "remove the alias; existing clients use it for another error",
        _ => "use a code that was never used, and restore the released error",
    }
}

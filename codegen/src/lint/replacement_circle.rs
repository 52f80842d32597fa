//! `replacement-circle`: errors that replace each other.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Error, Notice};

const RULE: Rule = Rule::ReplacementCircle;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    // The number of the walk that came by an error, from 1.
    let mut seen = vec![0; catalog.errors.len()];
    for start in 0..catalog.errors.len() {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = start + 1;
            match replacement(&catalog.errors[at]) {
                Some((_, next)) => at = next,
                None => break,
            }
        }
        if seen[at] == start + 1 && replacement(&catalog.errors[at]).is_some() {
            circle(catalog, at, report);
        }
    }
}

/// Returns the notice with the replacement of an error, and the replacement.
fn replacement(entry: &Error) -> Option<(&Notice, usize)> {
    let mut notices = [&entry.retired, &entry.deprecated].into_iter().flatten();
    notices.find_map(|notice| Some((notice, notice.instead?)))
}

/// The number of further errors that a finding shows.
const SHOWN: usize = 5;

/// Reports the circle that an error is part of.
fn circle(catalog: &Catalog, start: usize, report: &Report<'_>) {
    let mut steps = Vec::new();
    let mut at = start;
    while let Some((notice, next)) = replacement(&catalog.errors[at]) {
        steps.push((notice, next));
        at = next;
        if at == start {
            break;
        }
    }
    let [(first, next), others @ ..] = steps.as_slice() else { return };
    let entry = &catalog.errors[start];
    let message = format!(
        "`{}` is replaced by `{}`, which leads back to it",
        entry.code.value, catalog.errors[*next].code.value
    );
    let mut finding = Finding::new(RULE, first.place, message)
        .label("part of a circle")
        .help("let the replacements end at an error that is current, or remove `use`");
    for (notice, next) in others.iter().take(SHOWN) {
        finding =
            finding.related(notice.place, format!("leads on to `{}`", catalog.errors[*next].code.value));
    }
    report.about(entry, finding);
}

//! `duplicate-message`: two errors with the same message, unless one masks the other.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::index::Index;
use crate::model::Catalog;
use crate::text::filler::is_filler;

const RULE: Rule = Rule::DuplicateMessage;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let mut first = Index::with_capacity(catalog.errors.len());
    for (index, entry) in catalog.errors.iter().enumerate() {
        let Some(message) = entry.message.as_ref().filter(|_| !entry.dynamic) else { continue };
        if message.trim().is_empty() || is_filler(message) {
            // It is missing.
            continue;
        }
        let Some(earlier) = first.add(catalog.scope_of(entry), message, index) else { continue };
        // A mask that does not exist was to say that they are alike.
        if [earlier, index].iter().any(|error| catalog.errors[*error].wrong.contains(&"mask")) {
            continue;
        }
        let other = &catalog.errors[earlier];
        if other.code.value == entry.code.value && entry.variant == 0 {
            // A copy of the whole error is `duplicate-code`.
            continue;
        }
        let place = other.message.as_ref().map_or(other.code.span, |message| message.span);
        // A message that is written once for several variants is meant for all of them.
        if shown(catalog, earlier) != shown(catalog, index) && place != message.span {
            let [one, two] = if other.code.value == entry.code.value {
                [other, entry].map(|error| error.ident.as_str())
            } else {
                [other, entry].map(|error| error.code.as_str())
            };
            let text = format!("`{two}` has the same message as `{one}`");
            let finding = Finding::new(RULE, message.span, text)
                .label("same message")
                .related(place, "first occurrence")
                .help("change one of the messages, or set `mask` if one error should hide the other");
            report.about(entry, finding);
        }
    }
}

/// Returns the error that outsiders see.
fn shown(catalog: &Catalog, error: usize) -> usize {
    catalog.errors[error].mask.map_or(error, |mask| mask.value)
}

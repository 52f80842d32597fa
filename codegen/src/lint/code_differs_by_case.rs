//! `code-differs-by-case`: two codes that differ only by case.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::index::Index;
use crate::model::{Catalog, Error};
use crate::text::case;

const RULE: Rule = Rule::CodeDiffersByCase;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let codes = || catalog.errors.iter().map(|entry| entry.code.as_str());
    if codes().all(|code| code.to_lowercase() == code)
        || codes().all(|code| code.is_ascii() && code.to_uppercase() == code)
    {
        // All codes have one case.
        return;
    }
    let folded: Vec<String> = codes().map(str::to_lowercase).collect();
    let mut known = Index::with_capacity(folded.len());
    for (position, (entry, folded)) in catalog.errors.iter().zip(&folded).enumerate() {
        let Some(first) = known.add(catalog.scope_of(entry), folded, position) else { continue };
        let first = &catalog.errors[first];
        if first.code.value == entry.code.value {
            continue;
        }
        if collide(first, entry) {
            // An `allow` is needed as soon as one of them has another `ident`.
            report.allows(entry, RULE);
        } else {
            let message = format!("`{}` and `{}` differ only by case", first.code.value, entry.code.value);
            let finding = Finding::new(RULE, entry.code.span, message)
                .label("same letters")
                .related(first.code.span, "first code")
                .help("give one of the two another code");
            report.about(entry, finding);
        }
    }
}

/// Returns `true` if the case of the codes is also why `ident-collision` is reported. Then that is
/// the only finding.
fn collide(first: &Error, entry: &Error) -> bool {
    let is_from_code = |error: &Error| case::of_code(&error.code) == error.ident.as_str();
    first.ident == entry.ident && is_from_code(first) && is_from_code(entry)
}

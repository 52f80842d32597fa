//! `lookalike-code`: codes and names that look like others, or mix scripts.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::index::Index;
use crate::model::{Catalog, Error};
use crate::source::Spanned;
use crate::text::alike::{odd_letter, plain};

const RULE: Rule = Rule::LookalikeCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let codes = || catalog.errors.iter().flat_map(|entry| texts(entry).map(move |text| (entry, text)));
    if codes().all(|(_, text)| text.is_ascii()) {
        return;
    }
    let plain: Vec<String> = codes().map(|(_, text)| plain(text)).collect();
    let mut known = Index::with_capacity(plain.len());
    let all: Vec<(&Error, &Spanned<String>)> = codes().collect();
    for (position, ((entry, text), plain)) in all.iter().zip(&plain).enumerate() {
        let first = known.add(catalog.scope_of(entry), plain, position).map(|first| all[first]);
        let first = first.filter(|(_, first)| first.value != text.value);
        if is_reported(entry, text) {
            continue;
        }
        let advice = || format!("write `{plain}`");
        let found = match (first, odd_letter(text)) {
            (Some((other, first)), _) if other.ident != entry.ident => {
                let message = format!("`{}` and `{}` look the same", first.value, text.value);
                Finding::new(RULE, text.span, message)
                    .label("looks the same")
                    .related(first.span, "as this one")
                    .help("give one of the two another text, with plain letters")
            }
            (_, Some((odd, usual))) => {
                let message = format!(
                    "`{}` contains `{odd}` (U+{:04X}), which looks like `{usual}`",
                    text.value,
                    u32::from(odd)
                );
                Finding::new(RULE, text.span, message).label("looks like another text").help(advice())
            }
            _ => continue,
        };
        report.about(entry, found);
    }
}

/// Returns the code, its aliases and its name.
fn texts(entry: &Error) -> impl Iterator<Item = &Spanned<String>> {
    let code = (entry.variant == 0).then_some(&entry.code);
    code.into_iter().chain(&entry.aliases).chain(&entry.name)
}

/// Returns whether the Rust name that is made from a text has been reported.
fn is_reported(entry: &Error, text: &Spanned<String>) -> bool {
    let source = entry.name.as_ref().unwrap_or(&entry.code);
    let is_foreign = |c: char| !c.is_ascii() && c.is_alphanumeric();
    entry.own_ident.is_none() && source.value == text.value && text.chars().any(is_foreign)
}

//! `text-restates-code`: a text that says no more than the code.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Error};

const RULE: Rule = Rule::TextRestatesCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let names = [Some(entry.code.as_str()), entry.name.as_ref().map(|name| name.as_str())];
        // Descriptions that a `derive` rule makes from the code are not reported.
        let own = entry.description.as_deref().filter(|_| !entry.description_derived);
        let texts = [entry.message.as_ref().map(|message| message.as_str()), own];
        let restates = |text: &str| {
            letters(text).next().is_some()
                && names.iter().flatten().any(|name| letters(name).eq(letters(text)))
        };
        if texts.iter().all(Option::is_none) || !texts.iter().flatten().all(|text| restates(text)) {
            continue;
        }
        report.about(entry, finding(entry));
    }
}

fn finding(entry: &Error) -> Finding {
    let message = format!("the text of `{}` only repeats the code", entry.code.value);
    Finding::new(RULE, entry.code.span, message)
        .label("only repeated by the text")
        .help("say what happened and what to do about it")
}

/// Returns letters and digits in lower case. An iterator, because most texts differ early.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

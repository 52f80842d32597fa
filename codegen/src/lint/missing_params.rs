//! `missing-params`: braces in a message of an error that declares no parameters.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::Placeholders;
use crate::model::Catalog;

const RULE: Rule = Rule::MissingParams;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    if catalog.placeholders != Placeholders::Braces {
        return;
    }
    for entry in catalog.errors.iter().filter(|entry| entry.params.is_none() && !entry.damaged) {
        let Some(message) = &entry.message else { continue };
        let names = words(message);
        let Some(first) = names.first() else { continue };
        let text = format!("the message has `{{{first}}}`, but the error has no `params`");
        let declared = names.iter().map(|name| format!("{name}: string")).collect::<Vec<_>>().join(", ");
        let help = format!(
            "declare it, as in `params: {{ {declared} }}`; if the braces are part of the text, say so with `allow`"
        );
        report.about(entry, Finding::new(RULE, message.span, text).label("sent as it is").help(help));
    }
}

/// Returns the words in braces, up to a few.
fn words(text: &str) -> Vec<&str> {
    const FEW: usize = 4;
    let is_word = |word: &&str| {
        word.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
    };
    let inner = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(word, _)| word));
    inner.filter(is_word).fold(Vec::new(), |mut words, word| {
        if words.len() < FEW && !words.contains(&word) {
            words.push(word);
        }
        words
    })
}

//! `translation-params`: a translation with other placeholders than the message it translates.

use super::Report;
use super::missing_params::words;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::Placeholders;
use crate::model::{Catalog, Error, Segment, Template};
use crate::source::Spanned;

const RULE: Rule = Rule::TranslationParams;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for text in catalog.locales.iter().flat_map(|locale| &locale.texts) {
        let entry = &catalog.errors[text.error];
        let Some(message) = &text.message else { continue };
        let Some(original) = &entry.template else {
            if let Some(finding) = foreign(catalog, entry, message) {
                report.about(entry, finding);
            }
            continue;
        };
        if !original.misspelt.is_empty() {
            // The translation may have the right one.
            continue;
        }
        let same = text.template.as_ref().is_some_and(|template| shown(template) == shown(original));
        if !same {
            let text = format!("the translation of `{}` has other placeholders", entry.code.value);
            let mut finding = Finding::new(RULE, message.span, text)
                .label("different placeholders")
                .help("use the same placeholders as the message");
            if let Some(message) = &entry.message {
                finding = finding.related(message.span, "the message");
            }
            report.about(entry, finding);
        }
    }
}

/// Returns the finding for a word in braces that the translation of an error without parameters has,
/// and the message does not.
fn foreign(catalog: &Catalog, entry: &Error, message: &Spanned<String>) -> Option<Finding> {
    if catalog.placeholders != Placeholders::Braces || !message.contains('{') {
        return None;
    }
    let original = entry.message.as_ref();
    if original.is_some_and(|text| !words(text).is_empty()) {
        // The braces are part of the text.
        return None;
    }
    let name = *words(message).first()?;
    let text =
        format!("the translation of `{}` has `{{{name}}}`, but the error has no `params`", entry.code.value);
    let finding = Finding::new(RULE, message.span, text)
        .label("sent as it is")
        .help("write the translation without it, or declare it in the error");
    Some(match original {
        Some(original) => finding.related(original.span, "the message"),
        None => finding,
    })
}

/// Returns, for each parameter up to the last used one, whether the text shows it.
fn shown(template: &Template) -> Vec<bool> {
    let mut shown = Vec::new();
    for segment in &template.segments {
        if let Segment::Param(index) = segment {
            shown.resize(shown.len().max(index + 1), false);
            shown[*index] = true;
        }
    }
    shown
}

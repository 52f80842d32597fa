//! `translation-params`: a translation with other placeholders than the message it translates.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Segment, Template};

const RULE: Rule = Rule::TranslationParams;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for text in catalog.locales.iter().flat_map(|locale| &locale.texts) {
        let entry = &catalog.errors[text.error];
        let (Some(message), Some(original)) = (&text.message, &entry.template) else { continue };
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

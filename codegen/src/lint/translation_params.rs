//! A translation that shows other parameters than the message it translates.

use std::collections::BTreeSet;

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
            let text = format!("the translation of `{}` shows other parameters", entry.code.value);
            let mut finding = Finding::new(RULE, message.span, text)
                .label("not the placeholders of the message")
                .help("use every placeholder of the message, and no other");
            if let Some(message) = &entry.message {
                finding = finding.related(message.span, "the message");
            }
            report.about(entry, finding);
        }
    }
}

fn shown(template: &Template) -> BTreeSet<usize> {
    let params = template.segments.iter().filter_map(|segment| match segment {
        Segment::Param(index) => Some(*index),
        Segment::Text(_) => None,
    });
    params.collect()
}

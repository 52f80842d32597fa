//! `missing-text`: an error with neither a message nor a description, or with a text that is not
//! written yet.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Error, Family, Segment};
use crate::source::Span;
use crate::text::filler::is_filler;

const RULE: Rule = Rule::MissingText;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let single = |family: &&Family| family.place == catalog.place;
    let families = catalog.families.iter().filter(|family| !single(family));
    let titles = families.map(|family| ("family", &family.id, &family.title, family.place));
    for (what, id, title, place) in titles.chain([("catalog", &catalog.id, &catalog.title, catalog.place)]) {
        if title.trim().is_empty() || is_filler(title) {
            let message = format!("the {what} `{id}` has no title");
            let help = format!("write what the {what} is about as its `title`");
            report.push(Finding::new(RULE, place, message).label("the title is not written yet").help(help));
        }
    }
    // Retired errors need no text.
    for entry in catalog.errors.iter().filter(|entry| entry.retired.is_none()) {
        if !has_text(entry) {
            let message = format!("`{}` has neither a message nor a description", entry.code.value);
            let finding = Finding::new(RULE, entry.code.span, message)
                .label("no text")
                .help("add a `message:`, a `description:`, or a `derive` rule in catalog.yaml");
            report.about(entry, finding);
        }
        let mut fillers = texts(entry).filter(|(_, text, _)| is_filler(text));
        if let Some((what, text, span)) = fillers.next() {
            let shown: String = text.trim().chars().take(SHOWN).collect();
            let message = format!("the {what} of `{}` is only `{shown}`", entry.code.value);
            let finding = Finding::new(RULE, span, message)
                .label("not written yet")
                .help(format!("write the {what}, or leave it out"));
            let finding = fillers
                .fold(finding, |finding, (what, _, span)| finding.related(span, format!("the {what}, too")));
            report.about(entry, finding);
        }
        let mut help = entry.help.iter().zip(&entry.help_places);
        if let Some((_, place)) = help.find(|(text, _)| text.trim().is_empty()) {
            let message = format!("a text in the help of `{}` is empty", entry.code.value);
            let finding = Finding::new(RULE, *place, message).label("nothing to read");
            report.about(entry, finding.help("say what to do, or remove it"));
        }
    }
}

/// The length to which a filler is shown, which may be a long line.
const SHOWN: usize = 20;

fn has_text(entry: &Error) -> bool {
    let message = entry.message.as_ref().map(|message| message.as_str());
    [message, entry.description.as_deref()].into_iter().flatten().any(|text| !text.trim().is_empty())
}

/// Returns the texts that should be complete.
fn texts(entry: &Error) -> impl Iterator<Item = (&'static str, &str, Span)> {
    let mut segments = entry.template.iter().flat_map(|template| &template.segments);
    let has_params = segments.any(|segment| matches!(segment, Segment::Param(_)));
    // The server writes the rest of a dynamic message.
    let message = entry.message.as_ref().filter(|_| !entry.dynamic && !has_params);
    let message = message.map(|text| ("message", text.as_str(), text.span));
    let description = entry.description.as_deref().zip(entry.description_place);
    let description = description.map(|(text, span)| ("description", text, span));
    let help = entry.help.iter().zip(&entry.help_places).map(|(text, span)| ("help", text.as_str(), *span));
    message.into_iter().chain(description).chain(help)
}

//! `mask-differs`: a mask that can be told apart from the error it hides.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Error, Param};

const RULE: Rule = Rule::MaskDiffers;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let Some(mask) = entry.mask else { continue };
        let target = &catalog.errors[mask.value];
        let is_unread = |error: &Error| error.damaged || error.wrong.contains(&"status");
        if is_unread(entry) || is_unread(target) {
            continue;
        }
        let differs = match (status(entry) == status(target), message(entry) == message(target)) {
            (true, true) if target.mask.is_some() => "is masked itself",
            (true, true) if !Param::are_like(params(entry), params(target)) => "has other parameters",
            (true, true) => continue,
            (false, true) => "has another status",
            (true, false) => "has another message",
            (false, false) => "has another status and another message",
        };
        let text = format!("the mask `{}` of `{}` {differs}", target.code.value, entry.code.value);
        let finding = Finding::new(RULE, mask.span, text)
            .label(differs)
            .related(target.code.span, "the mask")
            .help(match differs {
                "has other parameters" => "give both errors the same parameters",
                _ if target.mask.is_some() => "choose an error that is not masked itself",
                _ => "give both errors the same status and the same message",
            });
        report.about(entry, finding);
    }
}

fn status(entry: &Error) -> Option<u16> {
    entry.status.map(|status| status.value)
}

fn params(entry: &Error) -> &[Param] {
    entry.params.as_deref().unwrap_or_default()
}

fn message(entry: &Error) -> Option<&str> {
    entry.message.as_ref().map(|message| message.as_str())
}

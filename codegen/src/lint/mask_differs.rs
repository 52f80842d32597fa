//! `mask-differs`: a mask that can be told apart from the error it hides.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::Retry;
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
        let Some((differs, help)) = difference(entry, target) else { continue };
        let text = format!("the mask `{}` of `{}` {differs}", target.code.value, entry.code.value);
        let finding = Finding::new(RULE, mask.span, text)
            .label(differs)
            .related(target.code.span, "the mask")
            .help(help);
        report.about(entry, finding);
    }
}

/// Returns how responses with the mask differ from those of the error, and what to do.
fn difference(entry: &Error, target: &Error) -> Option<(&'static str, &'static str)> {
    let same = "give both errors the same status and the same message";
    let params = || (params(entry), params(target));
    let any = |has: fn(&Error) -> bool| has(entry) || has(target);
    match (status(entry) == status(target), message(entry) == message(target)) {
        (false, true) => return Some(("has another status", same)),
        (true, false) => return Some(("has another message", same)),
        (false, false) => return Some(("has another status and another message", same)),
        (true, true) => {}
    }
    if target.mask.is_some() {
        return Some(("is masked itself", "choose an error that is not masked itself"));
    }
    if !Param::are_like(params().0, params().1) {
        return Some(("has other parameters", "give both errors the same parameters"));
    }
    if !Param::are_shown_alike(params().0, params().1) {
        let help = "let the same parameters be `sensitive` and `optional` in both errors";
        return Some(("shows other parameters", help));
    }
    if any(|error| error.dynamic) {
        let help = "a masked error sends the message of the catalog, so no server may write that of the mask";
        return Some(("cannot hide a message that servers write", help));
    }
    if any(|error| !error.details.is_empty()) {
        let help = "a masked error sends no details, so the mask must not have any either";
        return Some(("cannot hide details", help));
    }
    if any(|error| error.retry == Some(Retry::RetryAfter)) {
        let help = "a masked error does not say how long to wait, so the mask must not either";
        return Some(("cannot hide a time to wait", help));
    }
    None
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

//! `meaning-doubtful`: a released code that seems to mean something else.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::diff::{Change, describe};
use crate::format::vocabulary::ChangeRule;
use crate::model::Catalog;

const RULE: Rule = Rule::MeaningDoubtful;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let is_open = |change: &&Change| change.rule == ChangeRule::MeaningDoubtful && change.accepted.is_none();
    for change in report.changes().iter().filter(is_open) {
        let (Some((family, code)), Some(place)) = (&change.subject, change.after) else { continue };
        if report.is_unsure(place) {
            continue;
        }
        let finding = Finding::new(RULE, place, describe(change)).label("is it the same error?");
        let finding = match change.before {
            Some(before) => finding.related(before, "released here"),
            None => finding,
        };
        report.push(finding.help(help(change)).about(&catalog.id, family, code));
    }
}

fn help(change: &Change) -> String {
    let accept = change.command().unwrap_or_default();
    match (&change.old, &change.new) {
        (Some(old), Some(new)) if old != new => format!(
            "if it is, add `formerly: {old}`{}; if the new meaning is intended, run `{accept}`; else use a code that was never used",
            change.keeping().map(|keep| format!(" with `{keep}`")).unwrap_or_default(),
        ),
        _ => format!(
            "if it is, or if the new meaning is intended, run `{accept}`; else use a code that was never used"
        ),
    }
}

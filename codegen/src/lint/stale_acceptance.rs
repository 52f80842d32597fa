//! An accepted change that is not made, or not made any more.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::diff::since_release;
use crate::ledger::Acceptance;
use crate::model::Catalog;
use crate::terms::Term;

const RULE: Rule = Rule::StaleAcceptance;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let Some(ledger) = &catalog.ledger else { return };
    // What could not be read may be the change that is meant.
    if ledger.accepted.is_empty() || ledger.damaged || catalog.errors.iter().any(|entry| entry.damaged) {
        return;
    }
    let changes = since_release(catalog);
    let stale = |acceptance: &&Acceptance| !changes.iter().any(|change| change.is_accepted_by(acceptance));
    for Acceptance { place, rule, subject, .. } in ledger.accepted.iter().filter(stale) {
        let whose = subject.as_ref().map(|(_, code)| format!(" of `{code}`")).unwrap_or_default();
        let message = format!("`{}`{whose} is accepted, but nothing changed like that", rule.as_str());
        let finding = Finding::new(RULE, *place, message).label("accepts nothing");
        let known = changes.iter().filter(|change| change.subject == *subject);
        let mut rules: Vec<&str> = known.map(|change| change.rule.as_str()).collect();
        rules.dedup();
        let help = match rules.as_slice() {
            [] => "remove the line".to_owned(),
            rules => format!("remove the line; what did change: `{}`", rules.join("`, `")),
        };
        report.push(finding.help(help));
    }
}

//! An accepted change that is not made, or not made any more.

use std::collections::{BTreeMap, BTreeSet};

use super::Report;
use crate::diag::{Finding, Rule};
use crate::diff::since_release;
use crate::ledger::Acceptance;
use crate::model::Catalog;
use crate::terms::{ChangeRule, Term};

const RULE: Rule = Rule::StaleAcceptance;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let Some(ledger) = &catalog.ledger else { return };
    if ledger.accepted.is_empty() || ledger.damaged {
        return;
    }
    let changes = since_release(catalog);
    let mut made: BTreeMap<Subject<'_>, BTreeSet<ChangeRule>> = BTreeMap::new();
    for change in &changes {
        made.entry(change.subject.as_ref()).or_default().insert(change.rule);
    }
    let unsure = Unsure::new(catalog);
    for acceptance in &ledger.accepted {
        let made = made.get(&acceptance.subject.as_ref());
        let is_made = made.is_some_and(|made| made.contains(&acceptance.rule));
        if !is_made && !unsure.concerns(acceptance) {
            report.push(finding(acceptance, made));
        }
    }
}

/// Family and code; nothing for the catalog as a whole.
type Subject<'c> = Option<&'c (String, String)>;

fn finding(acceptance: &Acceptance, made: Option<&BTreeSet<ChangeRule>>) -> Finding {
    let Acceptance { place, rule, subject, .. } = acceptance;
    let whose = subject.as_ref().map(|(_, code)| format!(" of `{code}`")).unwrap_or_default();
    let message = format!("`{}`{whose} is accepted, but nothing changed like that", rule.as_str());
    let rules: Vec<&str> = made.into_iter().flatten().map(|rule| rule.as_str()).collect();
    let help = match rules.as_slice() {
        [] => "remove the line".to_owned(),
        rules => format!("remove the line; what did change: `{}`", rules.join("`, `")),
    };
    Finding::new(RULE, *place, message).label("accepts nothing").help(help)
}

/// Errors that could be read only in part: what could not be read may be the change that is meant.
struct Unsure<'c>(BTreeSet<(&'c str, &'c str)>);

impl<'c> Unsure<'c> {
    fn new(catalog: &'c Catalog) -> Self {
        let damaged = catalog.errors.iter().filter(|entry| entry.damaged);
        Self(damaged.map(|entry| (catalog.family_of(entry).id.as_str(), entry.code.as_str())).collect())
    }

    fn concerns(&self, acceptance: &Acceptance) -> bool {
        // An error that seems to be gone may be the one that could not be read.
        let elsewhere = matches!(
            acceptance.rule,
            ChangeRule::CodeRemoved | ChangeRule::CodeRekeyed | ChangeRule::FamilyMoved
        );
        let own = |(family, code): &(String, String)| self.0.contains(&(family.as_str(), code.as_str()));
        (elsewhere && !self.0.is_empty()) || acceptance.subject.as_ref().is_some_and(own)
    }
}

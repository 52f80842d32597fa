//! `stale-acceptance`: an accepted change that the catalog does not make.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::{ChangeRule, Term};
use crate::index::Index;
use crate::ledger::{Acceptance, Ledger};
use crate::model::Catalog;

const RULE: Rule = Rule::StaleAcceptance;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let Some(ledger) = &catalog.ledger else { return };
    if !ledger.damaged {
        unreleased_names(catalog, ledger, report);
    }
    // What several releases left in a merged ledger is tidied up by the next one.
    if ledger.accepted.is_empty() || ledger.damaged || ledger.merged {
        return;
    }
    let changes = report.changes();
    let unsure = Unsure::new(catalog);
    for acceptance in &ledger.accepted {
        // Changes are sorted by subject, then by rule.
        let first = changes.partition_point(|change| change.subject < acceptance.subject);
        let made = changes[first..].iter().take_while(|change| change.subject == acceptance.subject);
        let mut made: Vec<ChangeRule> = made.map(|change| change.rule).collect();
        made.dedup();
        if !made.contains(&acceptance.rule) && !unsure.concerns(acceptance) {
            report.push(finding(acceptance, &made));
        }
    }
}

/// Reports former names that no release had. They say nothing about any published code.
fn unreleased_names(catalog: &Catalog, ledger: &Ledger, report: &Report<'_>) {
    if catalog.errors.iter().all(|entry| entry.formerly.is_empty()) {
        return;
    }
    let mut released = Index::with_capacity(ledger.promises.len());
    for (position, promise) in ledger.promises.iter().enumerate() {
        let names = [promise.label(), promise.ident.as_str()];
        let remains = promise.remains.iter().flat_map(|remains| {
            remains.formerly.iter().chain([&remains.ident]).chain(&remains.name).map(String::as_str)
        });
        for name in names.into_iter().chain(promise.former_names()).chain(remains) {
            released.add("", name, position);
        }
    }
    for name in catalog.errors.iter().flat_map(|entry| &entry.formerly) {
        if released.get("", name).is_none() {
            let message = format!("`{}` was never released, so nothing was called that", name.value);
            report.push(Finding::new(RULE, name.span, message).label("no such name").help("remove it"));
        }
    }
}

fn finding(acceptance: &Acceptance, made: &[ChangeRule]) -> Finding {
    let Acceptance { place, rule, subject, .. } = acceptance;
    let whose = subject.as_ref().map(|(_, code)| format!(" of `{code}`")).unwrap_or_default();
    let message = format!("the accepted change `{}`{whose} was not made", rule.as_str());
    let rules: Vec<&str> = made.iter().map(|rule| rule.as_str()).collect();
    let help = match rules.as_slice() {
        [] => "remove the line".to_owned(),
        rules => format!("remove the line; the actual changes are `{}`", rules.join("`, `")),
    };
    Finding::new(RULE, *place, message).label("no such change").help(help)
}

/// Errors that could be read only in part. The unreadable part may contain the accepted change.
struct Unsure<'c> {
    codes: Index<'c>,
    any: bool,
}

impl<'c> Unsure<'c> {
    fn new(catalog: &'c Catalog) -> Self {
        let mut unsure = Self { codes: Index::default(), any: false };
        for (position, entry) in catalog.errors.iter().enumerate().filter(|(_, entry)| entry.damaged) {
            unsure.codes.add(&catalog.family_of(entry).id, &entry.code, position);
            unsure.any = true;
        }
        unsure
    }

    fn concerns(&self, acceptance: &Acceptance) -> bool {
        // An error that seems to be removed may be one that could not be read.
        let elsewhere = matches!(
            acceptance.rule,
            ChangeRule::CodeRemoved | ChangeRule::CodeRekeyed | ChangeRule::FamilyMoved
        );
        let own = |(family, code): &(String, String)| self.codes.get(family, code).is_some();
        (elsewhere && self.any) || acceptance.subject.as_ref().is_some_and(own)
    }
}

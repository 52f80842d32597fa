//! `vanished-code`: a released code that no entry has any more.

use super::Report;
use crate::diag::{Finding, Proposal, Rule};
use crate::diff::{Change, Gate, Judgement};
use crate::format::vocabulary::ChangeRule;
use crate::index::Index;
use crate::ledger::{Promise, are_names_alike};
use crate::model::Catalog;
use crate::value::Value;

const RULE: Rule = Rule::VanishedCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    let Some(ledger) = &catalog.ledger else { return };
    // What could not be read may be the entry.
    if ledger.damaged || catalog.errors.iter().any(|entry| entry.damaged) {
        return;
    }
    let changes = report.changes();
    let is_gone = |change: &&Change| change.rule == ChangeRule::CodeRemoved && change.gate == Gate::Say;
    let gone: Vec<&Change> = changes.iter().filter(is_gone).filter(|c| c.accepted.is_none()).collect();
    if gone.is_empty() {
        return;
    }
    let mut released = Index::with_capacity(ledger.promises.len());
    // Codes with several lines: of variants, or of two branches.
    let mut several = Index::default();
    for (position, promise) in ledger.promises.iter().enumerate() {
        if released.add(&promise.family, &promise.code, position).is_some() {
            several.add(&promise.family, &promise.code, position);
        }
    }
    for change in gone {
        let Some((family, code)) = &change.subject else { continue };
        let Some(promise) = released.get(family, code).map(|at| &ledger.promises[at]) else { continue };
        if several.get(family, code).is_some() {
            report.push(of_several(catalog, change, promise));
        } else if !promise.is_out_of_use() {
            report.push(finding(catalog, changes, change, promise));
        }
    }
}

/// Returns the finding about one of several errors that were released with a code.
fn of_several(catalog: &Catalog, change: &Change, promise: &Promise) -> Finding {
    let Promise { code, family, .. } = promise;
    let home = catalog.families.iter().find(|known| known.id == *family);
    let name = change.old.as_deref().unwrap_or(code);
    let message = format!("`{code}` was also released as `{name}`, which has no entry");
    Finding::new(RULE, home.map_or(catalog.place, |home| home.place), message)
        .label("it is missing here")
        .related(change.before.unwrap_or(promise.place), "released here")
        .about(&catalog.id, family, code)
        .help(format!(
            "if two branches gave the code to different errors, keep the one that was published, remove the line of the other one, and give it a code that was never used; if its removal is intended, run `{}`",
            change.command().unwrap_or_default()
        ))
}

fn finding(catalog: &Catalog, changes: &[Change], change: &Change, promise: &Promise) -> Finding {
    let Promise { code, family, .. } = promise;
    let home = catalog.families.iter().find(|known| known.id == *family);
    let place = home.map_or(catalog.place, |home| home.place);
    let accept = change.command().unwrap_or_default();
    let message = format!("the released code `{code}` has no entry");
    let finding = Finding::new(RULE, place, message)
        .label("it is missing here")
        .related(promise.place, "released here")
        .about(&catalog.id, family, code);
    if let Some(new) = heir(changes, promise) {
        return finding.help(format!(
            "renamed to `{new}`? `errcat rekey {code} {new}` keeps the old code as an alias; if its removal is intended, run `{accept}`"
        ));
    }
    let keep = change.keeping().unwrap_or_else(|| "retired".to_owned());
    let finding = finding
        .help(format!("keep it as a tombstone with `{keep}`; if its removal is intended, run `{accept}`"));
    match home {
        Some(_) => finding.propose(Proposal::entry(code.clone(), tombstone(catalog, changes, promise))),
        None => finding,
    }
}

/// Returns a new code of the family that is probably the same error.
fn heir<'c>(changes: &'c [Change], promise: &Promise) -> Option<&'c str> {
    let is_like = |change: &&Change| {
        let Some((family, code)) = &change.subject else { return false };
        change.rule == ChangeRule::CodeAdded
            && *family == promise.family
            && (are_names_alike(code, &promise.code) && has_words(code)
                || change.new.as_deref().is_some_and(|name| promise.name.as_deref() == Some(name)))
    };
    let found = changes.iter().find(is_like)?;
    found.subject.as_ref().map(|(_, code)| code.as_str())
}

/// Returns `true` if a code consists of words, so that similar codes mean similar things.
fn has_words(code: &str) -> bool {
    !code.ends_with(|c: char| c.is_ascii_digit())
}

/// Returns the entry that keeps a code as a tombstone.
fn tombstone(catalog: &Catalog, changes: &[Change], promise: &Promise) -> Value {
    let (released, declared) =
        (catalog.ledger.as_ref().and_then(|ledger| ledger.version.as_deref()), catalog.version.as_deref());
    let judgement = Judgement::new(released, declared, changes);
    let next = match (&judgement.released, &judgement.declared) {
        (Some(released), Some(declared)) if declared > released => Some(declared.to_string()),
        (Some(released), _) => Some(released.after(1).to_string()),
        (None, _) => None,
    };
    promise.tombstone(next.as_deref())
}

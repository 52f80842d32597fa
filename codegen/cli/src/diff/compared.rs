//! The changes of each catalog between two states.

use std::collections::{BTreeMap, BTreeSet};

use errcat_build::unstable::diag::{Finding, Rule};
use errcat_build::unstable::diff::{Change, Judgement, Step, changes, promises};
use errcat_build::unstable::format::vocabulary::{ChangeRule, State as Life};
use errcat_build::unstable::ledger::{Acceptance, Ledger, Promise, beside};
use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::source::Span;
use errcat_build::unstable::text::version::Version;

use super::states::State;

/// The changes of one catalog, and the verdict.
pub(crate) struct Compared<'c> {
    pub(crate) id: String,
    /// The newer catalog, unless it is gone or only its ledger is known.
    pub(crate) catalog: Option<&'c Catalog>,
    pub(crate) changes: Vec<Change>,
    pub(crate) judgement: Judgement,
    /// Whether an older state is known.
    pub(crate) released: bool,
    /// Whether the version is judged.
    pub(crate) by_version: bool,
    /// Findings about the ledger itself.
    pub(crate) findings: Vec<Finding>,
}

impl<'c> Compared<'c> {
    fn new(id: &str, catalog: Option<&'c Catalog>, old: &Ledger, new: &Ledger) -> Self {
        let changes = changes(id, old, new);
        let judgement = Judgement::new(old.version.as_deref(), new.version.as_deref(), &changes);
        let (id, findings) = (id.to_owned(), Vec::new());
        Self { id, catalog, changes, judgement, released: true, by_version: true, findings }
    }

    /// Compares a catalog with its ledger.
    pub(crate) fn with_ledger(catalog: &'c Catalog) -> Self {
        let now = promises(catalog);
        match &catalog.ledger {
            Some(ledger) => Self::new(&catalog.id, Some(catalog), ledger, &now),
            None => Self { released: false, ..Self::new(&catalog.id, Some(catalog), &now, &now) },
        }
    }

    /// Returns `true` if everything may be released with this version.
    pub(crate) fn is_allowed(&self) -> bool {
        self.findings.is_empty()
            && self.judgement.changes_allowed
            && (!self.by_version || self.judgement.version_allowed)
    }

    /// Returns `true` if a change breaks programs.
    pub(crate) fn breaks(&self) -> bool {
        self.changes.iter().any(|change| change.step() == Step::Major)
    }

    /// Returns the location of a change, or that of the catalog.
    pub(crate) fn place(&self, change: &Change) -> Option<Span> {
        change.after.or(change.before).or(self.catalog.map(|catalog| catalog.place))
    }
}

/// Compares two states. Catalogs are the same if they have the same id, or if each state has only
/// one.
pub(crate) fn between<'c>(old: &State, new: &'c State) -> Vec<Compared<'c>> {
    let lone = old.promises.len() == 1 && new.promises.len() == 1;
    let mut compared = Vec::new();
    for (id, now) in &new.promises {
        let lone = old.promises.first().filter(|_| lone).map(|(id, _)| id.as_str());
        let before = old.remembered(id).or_else(|| Some(renamed(old.remembered(lone?)?, lone?, id, now)));
        // A ledger keeps codes that are gone.
        let mut now = now.clone();
        now.promises.retain(|line| line.state != Life::Removed);
        let now = &now;
        let catalog = new.catalog(id);
        let accepted = catalog.and_then(|catalog| catalog.ledger.as_ref());
        let before = match before {
            Some(before) => with_acceptances(&before, accepted),
            None => Ledger { promises: Vec::new(), version: None, ..now.clone() },
        };
        compared.push(forget(Compared::new(id, catalog, &before, now)));
    }
    for (id, before) in old.promises.iter().filter(|(id, _)| !lone && new.of(id).is_none()) {
        let gone = Ledger { promises: Vec::new(), version: None, ..before.clone() };
        let mut gone = forget(Compared::new(id, None, before, &gone));
        gone.changes.iter_mut().for_each(|change| change.after = None);
        compared.push(gone);
    }
    compared
}

/// Returns the promises of a single-file catalog whose file has another name now. Its family has the
/// name of the file.
fn renamed(mut before: Ledger, old: &str, new: &str, now: &Ledger) -> Ledger {
    if now.promises.iter().all(|line| line.family == new) {
        for line in before.promises.iter_mut().filter(|line| line.family == old) {
            new.clone_into(&mut line.family);
        }
    }
    before
}

/// Removes the locations in the older state, whose files are not at hand.
fn forget(mut compared: Compared<'_>) -> Compared<'_> {
    compared.changes.iter_mut().for_each(|change| change.before = None);
    compared
}

fn with_acceptances(ledger: &Ledger, more: Option<&Ledger>) -> Ledger {
    let mut ledger = ledger.clone();
    let known = |ledger: &Ledger, new: &Acceptance| {
        ledger.accepted.iter().any(|old| (old.rule, &old.subject) == (new.rule, &new.subject))
    };
    for acceptance in more.iter().flat_map(|more| &more.accepted) {
        if !known(&ledger, acceptance) {
            ledger.accepted.push(acceptance.clone());
        }
    }
    ledger
}

/// Returns what a branch did: the changes since the ledger of a revision that the common commit does
/// not have, and that concern something that the branch touched.
pub(crate) fn since<'c>(revision: &State, base: &State, now: &'c State) -> Vec<Compared<'c>> {
    let mut compared = Vec::new();
    for (id, current) in &now.promises {
        let catalog = now.catalog(id);
        let own = catalog.and_then(|catalog| catalog.ledger.as_ref());
        let mut result = match revision.ledger(id).or_else(|| base.ledger(id)) {
            Some(ledger) => {
                let ledger = with_acceptances(ledger, own);
                let mut result = Compared::new(id, catalog, &ledger, current);
                if let Some(before) = base.of(id) {
                    let pending = changes(id, &ledger, before);
                    let pending: BTreeSet<_> = pending.iter().map(identity).collect();
                    let touched = touched(&changes(id, before, current));
                    let is_own =
                        |change: &Change| !pending.contains(&identity(change)) && concerns(change, &touched);
                    result.changes.retain(is_own);
                }
                result
            }
            // Without a release, everything is free.
            None => {
                let nothing = Ledger { promises: Vec::new(), version: None, ..current.clone() };
                let mut result = Compared::new(id, catalog, &nothing, current);
                if let Some(before) = base.of(id) {
                    let touched = touched(&changes(id, before, current));
                    result.changes.retain(|change| concerns(change, &touched));
                }
                Compared { released: false, ..result }
            }
        };
        let released = result.judgement.released.as_ref().map(ToString::to_string);
        result.judgement = Judgement::new(released.as_deref(), current.version.as_deref(), &result.changes);
        result.by_version = false;
        if let Some(before) = base.ledger(id) {
            let place = catalog.map_or(current.place, |catalog| catalog.place);
            let path = catalog.map(|catalog| beside(&catalog.path)).unwrap_or_default();
            result.findings.extend(rewritten(before, own, place, &path));
        }
        compared.push(forget(result));
    }
    compared
}

type Identity<'c> = (ChangeRule, &'c Option<(String, String)>, &'c Option<String>, &'c Option<String>);

/// Returns what two reports of one change have in common.
fn identity(change: &Change) -> Identity<'_> {
    (change.rule, &change.subject, &change.old, &change.new)
}

/// Returns the codes that changes are about, and `None` if one is about the whole catalog.
fn touched(changes: &[Change]) -> BTreeSet<Option<String>> {
    let codes = changes.iter().flat_map(|change| {
        let subject = change.subject.as_ref().map(|(_, code)| code.clone());
        [change.code_now.clone().or_else(|| subject.clone()), subject]
    });
    codes.collect()
}

fn concerns(change: &Change, touched: &BTreeSet<Option<String>>) -> bool {
    let subject = change.subject.as_ref().map(|(_, code)| code.clone());
    touched.contains(&subject) || (change.code_now.is_some() && touched.contains(&change.code_now))
}

/// Returns a finding if a line of the older ledger is gone, or says something else without a release.
fn rewritten(old: &Ledger, new: Option<&Ledger>, place: Span, path: &str) -> Option<Finding> {
    let Some(new) = new else {
        let message = format!("the ledger `{path}` is gone");
        return Some(
            Finding::new(Rule::LedgerRewritten, place, message).help("restore it from version control"),
        );
    };
    if new.damaged {
        return None;
    }
    let mut lines: BTreeMap<&str, Vec<&Promise>> = BTreeMap::new();
    for line in &new.promises {
        lines.entry(&line.code).or_default().push(line);
    }
    let wrong = old.promises.iter().filter_map(|line| {
        let same = lines.get(line.code.as_str()).map(Vec::as_slice).unwrap_or_default();
        let own = |other: &&&Promise| other.family == line.family && other.label() == line.label();
        let near = |other: &&&Promise| other.family == line.family;
        let now = same.iter().find(own).or_else(|| same.iter().find(near)).or_else(|| same.first());
        match now {
            None => Some((line, "is gone")),
            Some(now) if is_other(line, now) && !is_later(line, now) => Some((line, "says something else")),
            Some(_) => None,
        }
    });
    let wrong: Vec<_> = wrong.collect();
    let (first, what) = wrong.first()?;
    let more = match wrong.len() {
        1 => String::new(),
        count => format!(", and {} more lines", count - 1),
    };
    let message = format!("the line of `{}` {what} without a release{more}", first.code);
    let finding = Finding::new(Rule::LedgerRewritten, new.place, message);
    Some(finding.help("restore the line from version control; only `errcat release` writes ledgers"))
}

fn is_other(old: &Promise, new: &Promise) -> bool {
    let facts = |line: &Promise| {
        (line.name.clone(), line.message.clone(), line.description.clone(), line.first.clone())
    };
    facts(old) != facts(new)
}

/// Returns `true` if a later release wrote the newer line.
fn is_later(old: &Promise, new: &Promise) -> bool {
    let written = |line: &Promise| line.at.as_deref().or(line.first.as_deref()).and_then(Version::parse);
    match (written(old), written(new)) {
        (Some(old), Some(new)) => new > old,
        _ => false,
    }
}

//! Computes the next ledger of one catalog, and the reasons that prevent its release.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use errcat_build::unstable::diag::Findings;
use errcat_build::unstable::diff::{Change, Verdict, promises, since_release};
use errcat_build::unstable::format::vocabulary::{ChangeRule, Term};
use errcat_build::unstable::ledger::{Acceptance, Ledger, Promise, beside, next};
use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::source::{Sources, Span};
use errcat_build::unstable::syntax::read_ledger;
use errcat_build::unstable::text::reveal::reveal;
use semver::Version;

/// The release of one catalog.
pub(crate) struct Step<'c> {
    pub(crate) catalog: &'c Catalog,
    pub(crate) changes: Vec<Change>,
    pub(crate) next: Ledger,
    /// The text of the new ledger.
    pub(crate) text: String,
}

impl<'c> Step<'c> {
    pub(crate) fn new(catalog: &'c Catalog) -> Self {
        let next = next(catalog.ledger.as_ref(), &promises(catalog));
        Self { catalog, changes: since_release(catalog), text: next.to_text(), next }
    }

    /// Returns one line per reason against the release.
    pub(crate) fn refused(&self, sources: &Sources) -> Vec<String> {
        let line = |place: Span, what: &str, help: &str| {
            let (path, at) = (sources.path(place.file), sources.start(place));
            reveal(&format!("{path}:{at}: refused{what}; help: {help}")).into_owned()
        };
        let head = self.catalog.place;
        let mut refused = Vec::new();
        let same = self.is_same_version();
        let again =
            format!("{} is already released; increase `version`", self.released().unwrap_or_default());
        match (&self.catalog.version, self.released()) {
            (None, _) => refused.push(line(head, ": the catalog has no version", "add `version: 1.0.0`")),
            (Some(version), Some(released)) if order(version, released) == Some(Ordering::Less) => {
                let what = format!(": version {version} is lower than the released version {released}");
                refused.push(line(head, &what, "increase `version`"));
            }
            _ => {}
        }
        let accepted = self.accepted();
        for change in &self.changes {
            let place = change.after.or(change.before).unwrap_or(head);
            let is_accepted = accepted.contains(&(change.rule, change.subject.as_ref()));
            match change.verdict() {
                Verdict::Never => {
                    refused.push(line(place, &describe(change), "use a code that was never used"));
                }
                Verdict::ByName if !is_accepted => {
                    refused.push(line(place, &describe(change), &self.how_to_accept(change)));
                }
                _ if same => refused.push(line(place, &describe(change), &again)),
                _ => {}
            }
        }
        if same {
            let other = self.otherwise_promised().into_iter();
            refused.extend(other.map(|promise| {
                let what = format!(": `{}` was released with other values", promise.code);
                line(promise.place, &what, &again)
            }));
        }
        if let Some(reason) = self.unreadable() {
            let what = format!(": the new ledger would not be valid: {reason}");
            refused.push(line(head, &what, "split it into several catalogs"));
        }
        refused
    }

    fn accepted(&self) -> BTreeSet<(ChangeRule, Option<&(String, String)>)> {
        let accepted = self.catalog.ledger.as_ref().map_or(&[][..], |ledger| &ledger.accepted);
        accepted.iter().map(|acceptance| (acceptance.rule, acceptance.subject.as_ref())).collect()
    }

    fn released(&self) -> Option<&str> {
        self.catalog.ledger.as_ref()?.version.as_deref()
    }

    fn is_same_version(&self) -> bool {
        let versions = self.catalog.version.as_deref().zip(self.released());
        versions.and_then(|(version, released)| order(version, released)) == Some(Ordering::Equal)
    }

    /// Returns codes whose ledger line would change without a known change.
    fn otherwise_promised(&self) -> Vec<&Promise> {
        let Some(old) = &self.catalog.ledger else { return Vec::new() };
        let key = |promise: &Promise| (promise.family.clone(), promise.code.clone());
        let changed: BTreeSet<_> = self.changes.iter().filter_map(|change| change.subject.clone()).collect();
        let known: BTreeMap<_, &Promise> = old.promises.iter().map(|old| (key(old), old)).collect();
        let differs = |promise: &&Promise| {
            let key = key(promise);
            let old = known.get(&key).map(|old| Promise { place: promise.place, ..(*old).clone() });
            !changed.contains(&key) && old.as_ref() != Some(promise)
        };
        self.next.promises.iter().filter(differs).collect()
    }

    /// Returns the first finding of `errcat check` about the new ledger, if any.
    fn unreadable(&self) -> Option<String> {
        // An invalid version is reported for the catalog.
        let version = self.catalog.version.as_ref()?;
        order(version, version)?;
        let mut sources = Sources::default();
        let file = sources.add(beside(&self.catalog.path), self.text.as_str());
        let mut findings = Findings::default();
        read_ledger(&sources, file, &mut findings);
        findings.iter().next().map(|finding| finding.message.clone())
    }

    fn how_to_accept(&self, change: &Change) -> String {
        let line = Acceptance {
            place: self.catalog.place,
            rule: change.rule,
            subject: change.subject.clone(),
            reason: String::new(),
        };
        format!("if this is intended, add a reason in {}: {}", beside(&self.catalog.path), line.to_line())
    }
}

/// Describes a change, after the word `refused`.
fn describe(change: &Change) -> String {
    let fact = |fact: &Option<String>| fact.as_ref().map_or("nothing".to_owned(), |fact| format!("`{fact}`"));
    let whose = change.subject.as_ref().map_or("the catalog".to_owned(), |(_, code)| format!("`{code}`"));
    format!("[{}]: {whose}: {} became {}", change.rule.as_str(), fact(&change.old), fact(&change.new))
}

fn order(a: &str, b: &str) -> Option<Ordering> {
    Some(Version::parse(a).ok()?.cmp_precedence(&Version::parse(b).ok()?))
}

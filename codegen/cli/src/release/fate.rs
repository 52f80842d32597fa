//! Decides what becomes of a catalog in a release.

use errcat_build::unstable::diag::{Finding, Findings, Rule, Severity};
use errcat_build::unstable::diff::promises;
use errcat_build::unstable::ledger::{Ledger, Promise, beside, next};
use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::syntax::read_ledger;
use errcat_build::unstable::text::version::Version;

use super::Release;
use crate::diff::compared::Compared;
use crate::diff::report as rows;
use crate::library::Library;

pub(super) fn ledger(catalog: &Catalog) -> Option<&Ledger> {
    catalog.ledger.as_ref()
}

/// What becomes of a catalog.
pub(super) enum Fate<'c> {
    Unchanged,
    Refused(Vec<Finding>),
    Released(Box<Step<'c>>),
}

/// The release of one catalog.
pub(super) struct Step<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) compared: Compared<'c>,
    pub(super) next: Ledger,
    pub(super) text: String,
}

/// The mistakes that `check` finds in a catalog.
#[derive(PartialEq, Eq)]
pub(super) enum Reported {
    /// None.
    Nothing,
    /// Only changes that must not be released.
    Changes,
    /// Others.
    Mistakes,
}

/// Returns what is wrong with a catalog. A mistake outside of all catalogs concerns each of them.
pub(super) fn mistakes(library: &Library, catalog: &Catalog) -> Reported {
    let mut reported = Reported::Nothing;
    let findings = library.compiled.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    for finding in findings {
        if owner(library, finding).is_some_and(|owner| owner.id != catalog.id) {
            continue;
        }
        match finding.rule {
            Rule::ReusedCode | Rule::MeaningDoubtful | Rule::VanishedCode => reported = Reported::Changes,
            _ => return Reported::Mistakes,
        }
    }
    reported
}

/// Returns the catalog that has a finding.
fn owner<'l>(library: &'l Library, finding: &Finding) -> Option<&'l Catalog> {
    let path = library.sources.path(finding.primary.span.file);
    library.compiled.model.catalogs.iter().find(|catalog| {
        let folder =
            catalog.path.strip_suffix("catalog.yaml").or_else(|| catalog.path.strip_suffix("catalog.yml"));
        path == catalog.path
            || path == beside(&catalog.path)
            || folder.is_some_and(|folder| !folder.is_empty() && path.starts_with(folder))
            || catalog.families.iter().any(|family| family.path == path)
    })
}

/// Decides whether a catalog can be released.
pub(super) fn fate<'c>(args: &Release, catalog: &'c Catalog) -> Fate<'c> {
    let refuse = |rule: Rule, message: String, help: &str| {
        let mut finding = Finding::new(rule, catalog.place, message).help(help);
        finding.severity = Severity::Error;
        Fate::Refused(vec![finding])
    };
    let path = beside(&catalog.path);
    let Some(version) = &catalog.version else {
        return refuse(Rule::MissingLedger, "the catalog has no version".to_owned(), "add `version: 0.1.0`");
    };
    let is_stable = Version::parse(version) >= Version::parse("1.0.0");
    match ledger(catalog) {
        None if is_stable && !args.first => {
            let help = "restore the ledger from version control; if there never was one, use `errcat release --first`";
            return refuse(Rule::MissingLedger, format!("version {version} has no ledger `{path}`"), help);
        }
        Some(_) if args.first => {
            let help = "release without `--first`, or name only the catalogs that have no ledger";
            let message = format!("there is a ledger, `{path}`, which `--first` must not replace");
            return refuse(Rule::LedgerRewritten, message, help);
        }
        _ => {}
    }
    let compared = Compared::with_ledger(catalog);
    let next = next(ledger(catalog), &promises(catalog));
    // A merged ledger says the same, in another form.
    let is_settled = |old: &Ledger| is_same(old, &next) && (args.check || !old.merged);
    if ledger(catalog).is_some_and(is_settled) && compared.changes.is_empty() {
        return Fate::Unchanged;
    }
    let mut refused = rows::refusals(&compared);
    // The version is raised if nothing else is in the way.
    if !args.bump || refused.is_empty() {
        refused.extend(rows::version_finding(&compared));
    }
    refused.extend(otherwise_promised(catalog, &compared, &next));
    if refused.is_empty() {
        let text = next.to_text();
        refused.extend(unreadable(catalog, &text));
        if refused.is_empty() {
            return Fate::Released(Box::new(Step { catalog, compared, next, text }));
        }
    }
    Fate::Refused(refused)
}

/// Returns `true` if two ledgers say the same.
fn is_same(old: &Ledger, new: &Ledger) -> bool {
    let parts = |ledger: &Ledger| (ledger.classes.clone(), ledger.envelope.clone());
    old.version == new.version
        && old.contract == new.contract
        && (old.classes.is_none() || parts(old) == parts(new))
        && old.promises.len() == new.promises.len()
        && other_line(old, new).is_none()
}

/// Returns the first line of the newer ledger that the older one does not have.
fn other_line<'l>(old: &'l Ledger, new: &'l Ledger) -> Option<&'l Promise> {
    let sorted = |ledger: &'l Ledger| {
        let mut lines: Vec<&Promise> = ledger.promises.iter().collect();
        lines.sort_by_key(|line| (&line.code, &line.family, &line.ident));
        lines
    };
    let mut known = sorted(old).into_iter().peekable();
    sorted(new).into_iter().find(|line| {
        let key = |line: &Promise| (line.code.clone(), line.family.clone(), line.ident.clone());
        while known.next_if(|known| key(known) < key(line)).is_some() {}
        known.next_if(|known| known.is_equal(line)).is_none()
    })
}

/// Returns a finding about the first code whose line would change in the released version without a
/// change that is judged.
fn otherwise_promised(catalog: &Catalog, compared: &Compared<'_>, next: &Ledger) -> Option<Finding> {
    let old = ledger(catalog)?;
    if old.version != next.version || !compared.changes.is_empty() || old.merged {
        return None;
    }
    let line = other_line(old, next)?;
    let message = format!("`{}` was released with other values", line.code);
    let mut finding = Finding::new(Rule::LedgerRewritten, catalog.place, message);
    finding.severity = Severity::Error;
    Some(finding.help("raise `version`, for example with `errcat release --bump`"))
}

/// Returns a finding if `errcat check` could not read the new ledger.
fn unreadable(catalog: &Catalog, text: &str) -> Option<Finding> {
    let mut sources = Sources::default();
    let file = sources.add(beside(&catalog.path), text);
    let mut findings = Findings::default();
    read_ledger(&sources, file, &mut findings);
    let reason = findings.iter().next()?;
    let message = format!("the new ledger would not be valid: {}", reason.message);
    let mut finding = Finding::new(Rule::LedgerRewritten, catalog.place, message);
    finding.severity = Severity::Error;
    Some(finding.help("split it into several catalogs"))
}

//! `errcat release`: records the current version of each catalog in its ledger.

mod bump;
mod write;

use std::path::{Path, PathBuf};

use errcat_build::unstable::diag::{Finding, Findings, Rule, Severity};
use errcat_build::unstable::diff::promises;
use errcat_build::unstable::ledger::{Ledger, Promise, beside, next};
use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::project::{Failure, Project};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::syntax::read_ledger;
use errcat_build::unstable::text::version::Version;

use self::write::Ready;
use crate::args::Format;
use crate::diff::compared::Compared;
use crate::diff::report as rows;
use crate::library::{self, Library};
use crate::output::{Output, count};
use crate::report;

#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
pub(crate) struct Release {
    /// Catalog files or folders [default: all catalogs of the project].
    #[arg(value_name = "CATALOG")]
    pub(crate) paths: Vec<PathBuf>,
    /// Raise `version` in the catalog to what its changes need.
    #[arg(long)]
    pub(crate) bump: bool,
    /// Write the first ledger of a catalog with version 1.0.0 or later.
    #[arg(long)]
    pub(crate) first: bool,
    /// Show what would be released, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Write nothing, and fail if a catalog is not what its ledger says.
    #[arg(long, conflicts_with_all = ["bump", "first", "dry_run"])]
    pub(crate) check: bool,
    /// The format of findings.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

pub(crate) fn run(args: &Release) -> Result<Output, Failure> {
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return Err(Failure::new("-", "a catalog from standard input cannot be released"));
    }
    let mut project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    // Every catalog without a ledger is judged below.
    library::ignore(&mut project, Rule::MissingLedger);
    let mut library = Library::open(&project, &args.paths, "")?;
    if library
        .compiled
        .model
        .catalogs
        .iter()
        .any(|catalog| ledger(catalog).is_some_and(|ledger| ledger.newer))
    {
        return Ok(Output { broken: true, ..library.findings(args.format) });
    }
    let raised = if args.bump { bump::bump(&project, &mut library)? } else { Vec::new() };
    Ok(release(args, &project, &library, &raised))
}

fn ledger(catalog: &Catalog) -> Option<&Ledger> {
    catalog.ledger.as_ref()
}

/// What becomes of a catalog.
enum Fate<'c> {
    Unchanged,
    Refused(Vec<Finding>),
    Released(Box<Step<'c>>),
}

/// The release of one catalog.
struct Step<'c> {
    catalog: &'c Catalog,
    compared: Compared<'c>,
    next: Ledger,
    text: String,
}

fn release(args: &Release, project: &Project, library: &Library, raised: &[String]) -> Output {
    let mut output = library.findings(args.format);
    output.progress.extend(raised.iter().cloned());
    let findings = &library.compiled.findings;
    // Warnings do not prevent a release.
    output.found = findings.has_errors();
    let mut refused = Findings::default();
    let mut ready = Vec::new();
    let owners: Vec<Option<&Catalog>> = errors(findings).map(|finding| owner(library, finding)).collect();
    for catalog in &library.compiled.model.catalogs {
        // A mistake outside of all catalogs concerns each of them.
        if owners.iter().any(|owner| owner.is_none_or(|owner| owner.id == catalog.id)) {
            continue;
        }
        match fate(args, catalog) {
            Fate::Unchanged => output.progress.push(unchanged(catalog)),
            Fate::Refused(list) => refused.extend(list),
            Fate::Released(step) => ready.push(*step),
        }
    }
    output.found |= !refused.is_empty();
    output.text.push_str(&report::findings(&library.sources, &refused, args.format));
    if args.check {
        for step in &ready {
            output.found = true;
            output.text.push_str(&rows::report(
                &library.sources,
                std::slice::from_ref(&step.compared),
                args.format,
            ));
            output.progress.push(format!("{}: not released; run `errcat release`", step.catalog.id));
        }
        return output;
    }
    write_all(args, project, library, ready, &mut output);
    output
}

fn errors(findings: &Findings) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| finding.severity() == Severity::Error)
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
fn fate<'c>(args: &Release, catalog: &'c Catalog) -> Fate<'c> {
    let refuse = |message: String, help: String| {
        let mut finding = Finding::new(Rule::MissingLedger, catalog.place, message).help(help);
        finding.severity = Severity::Error;
        Fate::Refused(vec![finding])
    };
    let path = beside(&catalog.path);
    let Some(version) = &catalog.version else {
        return refuse("the catalog has no version".to_owned(), "add `version: 0.1.0`".to_owned());
    };
    let is_stable = Version::parse(version) >= Version::parse("1.0.0");
    match ledger(catalog) {
        None if is_stable && !args.first => {
            let help = "restore the ledger from version control; if there never was one, use `errcat release --first`";
            return refuse(format!("version {version} has no ledger `{path}`"), help.to_owned());
        }
        Some(_) if args.first => {
            return refuse(format!("there is a ledger, `{path}`"), "release without `--first`".to_owned());
        }
        _ => {}
    }
    let compared = Compared::with_ledger(catalog);
    let next = next(ledger(catalog), &promises(catalog));
    if ledger(catalog).is_some_and(|old| is_same(old, &next)) && compared.changes.is_empty() {
        return Fate::Unchanged;
    }
    let mut refused = rows::refusals(&compared);
    refused.extend(rows::version_finding(&compared));
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
        && !old.merged
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

fn unchanged(catalog: &Catalog) -> String {
    let codes = ledger(catalog).map_or(0, |ledger| ledger.promises.len());
    let version = catalog.version.as_deref().unwrap_or_default();
    format!("unchanged {}: {version}, {}", beside(&catalog.path), count(codes, "code", "codes"))
}

/// Writes all ledgers, after checking that each of them can be written. Reports every written file,
/// even if a later one fails.
fn write_all(
    args: &Release,
    project: &Project,
    library: &Library,
    steps: Vec<Step<'_>>,
    output: &mut Output,
) {
    let mut ready = Vec::with_capacity(steps.len());
    for step in steps {
        match Ready::new(project, &step.catalog.path, &step.text) {
            Ok(place) => ready.push((step, place)),
            Err(failure) => {
                output.broken = true;
                output.progress.push(format!("error: {failure}"));
            }
        }
    }
    if output.broken {
        return;
    }
    for (step, place) in ready {
        let written = if args.dry_run { Ok(()) } else { place.write() };
        if let Err(failure) = written {
            output.broken = true;
            output.progress.push(format!("error: {failure}"));
            return;
        }
        if !step.compared.changes.is_empty() {
            let compared = std::slice::from_ref(&step.compared);
            output.text.push_str(&rows::report(&library.sources, compared, args.format));
        }
        output.progress.push(step.progress(args.dry_run));
        if ledger(step.catalog).is_none() && !args.dry_run {
            output.progress.extend(write::attributes(project, &beside(&step.catalog.path)));
        }
    }
}

impl Step<'_> {
    /// Returns a progress line.
    fn progress(&self, dry_run: bool) -> String {
        let state = if dry_run { "would write" } else { "    wrote" };
        let version = self.catalog.version.as_deref().unwrap_or_default();
        let codes = count(self.next.promises.len(), "code", "codes");
        let changes = count(self.compared.changes.len(), "change", "changes");
        let size = if self.compared.released { format!("{codes}, {changes}") } else { codes };
        format!("{state} {}: {version}, {size}", beside(&self.catalog.path))
    }
}

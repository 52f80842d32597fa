//! `errcat release`: records the current version of each catalog in its ledger.

mod bump;
mod fate;
mod write;

use std::path::{Path, PathBuf};

use errcat_build::unstable::diag::{Findings, Rule};
use errcat_build::unstable::format::vocabulary::ChangeRule;
use errcat_build::unstable::ledger::beside;
use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::project::{Failure, Project};

use self::fate::{Fate, Reported, Step, fate, ledger, mistakes};
use self::write::Ready;
use crate::args::Format;
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
    /// Exit with 1 if there are warnings, too.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
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
    let raised = if args.bump { bump::bump(args, &project, &mut library)? } else { Vec::new() };
    Ok(release(args, &project, &library, &raised))
}

fn release(args: &Release, project: &Project, library: &Library, raised: &[String]) -> Output {
    let mut output = library.findings(args.format);
    output.progress.extend(raised.iter().cloned());
    // Warnings do not prevent a release.
    output.found |= args.deny_warnings && !library.compiled.findings.is_empty();
    let mut refused = Findings::default();
    let mut ready = Vec::new();
    for catalog in &library.compiled.model.catalogs {
        let reported = mistakes(library, catalog);
        if reported == Reported::Mistakes {
            continue;
        }
        match (reported, fate(args, catalog)) {
            // Those that `check` finds are listed already.
            (Reported::Changes, Fate::Refused(list)) => {
                refused.extend(list.into_iter().filter(|finding| {
                    finding.about.is_none() || !finding.change.is_some_and(is_found_by_check)
                }));
            }
            (Reported::Changes, _) => {}
            (_, Fate::Unchanged) => output.progress.push(unchanged(catalog)),
            (_, Fate::Refused(list)) => refused.extend(list),
            (_, Fate::Released(step)) => ready.push(*step),
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

/// Returns `true` if `check` has a rule for a change that must not be released.
fn is_found_by_check(change: ChangeRule) -> bool {
    matches!(
        change,
        ChangeRule::CodeRemoved
            | ChangeRule::CodeReused
            | ChangeRule::MeaningChanged
            | ChangeRule::MeaningDoubtful
    )
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

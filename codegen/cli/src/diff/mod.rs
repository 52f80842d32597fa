//! `errcat diff`: what changed, what it breaks, and the version that it needs.

mod accept;
pub(crate) mod compared;
mod json;
mod markdown;
mod readable;
pub(crate) mod report;
pub(crate) mod states;

use errcat_build::unstable::project::{Failure, Project};
use errcat_build::unstable::source::Sources;

use self::compared::Compared;
use self::readable::unreadable;
use self::states::State;
use crate::args::Format;
use crate::git::Repository;
use crate::library::{self, Library};
use crate::output::Output;

#[derive(clap::Args)]
pub(crate) struct Diff {
    /// The older state: a ledger, a catalog, a folder of catalogs, or a git revision [default: the
    /// last release].
    #[arg(value_name = "OLD", conflicts_with = "since")]
    old: Option<String>,
    /// The newer state [default: the working tree].
    #[arg(value_name = "NEW")]
    new: Option<String>,
    /// Judge only what this branch did since it left a git revision, by the ledger of that revision.
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Accept a change in the ledger, for example `code-removed:cart_full`. CODE may be
    /// `catalog/family/CODE`.
    #[arg(long, value_name = "RULE:CODE", requires = "reason", conflicts_with_all = ["old", "since", "markdown"])]
    accept: Option<String>,
    /// Why the change is intended.
    #[arg(long, value_name = "TEXT", requires = "accept", allow_hyphen_values = true)]
    reason: Option<String>,
    /// Print the changes as release notes.
    #[arg(long, conflicts_with = "format")]
    markdown: bool,
    /// Exit with 1 if a change breaks programs, even with a sufficient version.
    #[arg(long, conflicts_with = "accept")]
    deny_warnings: bool,
    /// The format of changes.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

pub(crate) fn run(args: &Diff) -> Result<Output, Failure> {
    let project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    if let (Some(what), Some(reason)) = (&args.accept, &args.reason) {
        return accept::run(&project, what, reason);
    }
    match (&args.old, &args.since) {
        (Some(old), _) => between(args, &project, old),
        (None, Some(revision)) => since(args, &project, revision),
        (None, None) => since_release(args, &project),
    }
}

/// Compares the working tree with its ledgers.
fn since_release(args: &Diff, project: &Project) -> Result<Output, Failure> {
    let library = Library::open(project, &[], "")?;
    if let Some(output) = unreadable(&library, args.format) {
        return Ok(output);
    }
    let catalogs = &library.compiled.model.catalogs;
    let compared: Vec<_> = catalogs.iter().map(Compared::with_ledger).collect();
    Ok(finish(args, &library.sources, &compared))
}

fn between(args: &Diff, project: &Project, old: &str) -> Result<Output, Failure> {
    let new = match &args.new {
        Some(new) => State::read(project, new, &ids(project))?,
        None => match working_tree(args, project)? {
            Ok(state) => state,
            Err(output) => return Ok(output),
        },
    };
    let wanted: Vec<String> = new.promises.iter().map(|(id, _)| id.clone()).collect();
    let old = State::read(project, old, &wanted)?;
    let mut compared = compared::between(&old, &new);
    if old.promises.len() == 1 && args.new.is_none() {
        // One catalog was named, so the others are not compared.
        compared.retain(|compared| old.of(&compared.id).is_some() || new.promises.len() == 1);
    }
    Ok(finish(args, &new.sources, &compared))
}

fn since(args: &Diff, project: &Project, revision: &str) -> Result<Output, Failure> {
    let now = match working_tree(args, project)? {
        Ok(state) => state,
        Err(output) => return Ok(output),
    };
    let Some(repository) = Repository::around(&project.root) else {
        return Err(Failure::new(revision, "there is no git repository here"));
    };
    let wanted: Vec<String> = now.promises.iter().map(|(id, _)| id.clone()).collect();
    let base = State::at(&repository, &repository.merge_base(revision)?, &wanted)?;
    let revision = State::at(&repository, revision, &wanted)?;
    let compared = compared::since(&revision, &base, &now);
    Ok(finish(args, &now.sources, &compared))
}

/// Returns the state of the working tree, or findings if it cannot be compared.
fn working_tree(args: &Diff, project: &Project) -> Result<Result<State, Output>, Failure> {
    let library = Library::open(project, &[], "")?;
    if let Some(output) = unreadable(&library, args.format) {
        return Ok(Err(output));
    }
    let Library { sources, compiled, .. } = library;
    let catalogs = compiled.model.catalogs;
    Ok(Ok(State::of_catalogs(sources, catalogs)))
}

/// Returns the ids of the catalogs in the working tree, as far as it can be read.
fn ids(project: &Project) -> Vec<String> {
    let library = Library::open(project, &[], "");
    let catalogs = library.map(|library| library.compiled.model.catalogs).unwrap_or_default();
    catalogs.into_iter().map(|catalog| catalog.id).collect()
}

fn finish(args: &Diff, sources: &Sources, compared: &[Compared<'_>]) -> Output {
    let text = if args.markdown {
        markdown::notes(compared)
    } else {
        report::report(sources, compared, args.format)
    };
    let breaks = compared.iter().any(Compared::breaks);
    let found = (args.deny_warnings && breaks) || !compared.iter().all(Compared::is_allowed);
    Output { text, found, ..Output::default() }
}

//! `errcat gen`: writes the configured outputs, or shows what is stale.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use errcat_build::unstable::diag::Severity;
use errcat_build::unstable::emit::rust::{FILE_NAME, Layout, emit};
use errcat_build::unstable::project::{
    Failure, FileChange, Planned, Project, SETTINGS, Upkeep, compare, stay_within, store,
};
use errcat_outputs::OUTPUTS;

use crate::args::Format;
use crate::library::{self, Library};
use crate::output::{Output, count};
use crate::tally::{self, Tally};
use crate::text_diff;
use crate::waiting::Waiting;

#[derive(clap::Args)]
pub(crate) struct Gen {
    /// The kinds of outputs to write [default: all that `errcat.yaml` configures].
    #[arg(value_name = "KIND", value_parser = kinds())]
    pub(crate) kinds: Vec<String>,
    /// Write nothing. Show what is stale, and exit with 1 if anything is.
    #[arg(long)]
    pub(crate) check: bool,
    /// Remove files that earlier runs wrote and no output writes any more.
    #[arg(long, conflicts_with = "out")]
    pub(crate) prune: bool,
    /// Write to this folder. Without an `errcat.yaml`, write all catalogs as Rust code to
    /// `DIR/errcat.rs`.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Exit with 1 if there are warnings, too.
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// The format of findings.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

impl Gen {
    /// Writes all outputs that are configured.
    pub(crate) fn all(format: Format) -> Self {
        Self { kinds: Vec::new(), check: false, prune: false, out: None, deny_warnings: false, format }
    }
}

/// Returns the kinds of outputs as possible arguments.
fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(OUTPUTS.iter().map(|output| output.keys().name))
}

pub(crate) fn run(args: &Gen) -> Result<Output, Failure> {
    let _waiting = Waiting::start("generating");
    let project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let library = Library::open(&project, &[], "")?;
    let mut output = library.judged(args.format, args.deny_warnings);
    // Warnings do not prevent generating.
    if library.compiled.findings.has_errors() {
        return Ok(output);
    }
    output.progress.clear();
    let mut tally = Tally::new(args.check);
    let planned = project.outputs(&library.compiled.model, &library.sources)?;
    match &args.out {
        Some(out) => {
            let current = std::env::current_dir().map_err(|error| Failure::new(".", error))?;
            elsewhere(args, &project, &library, &planned, &current.join(out), &mut output, &mut tally)?;
        }
        None => in_project(args, &project, &planned, &mut output, &mut tally)?,
    }
    let warnings = match library.compiled.findings.count(Severity::Warning) {
        0 => String::new(),
        warnings => format!(", {}", count(warnings, "warning", "warnings")),
    };
    output.progress.push(format!("{}{warnings}: {}", library.size(), tally.summary()));
    output.progress.extend(tally.next().map(str::to_owned));
    Ok(output)
}

/// Writes or compares the configured outputs.
fn in_project(
    args: &Gen,
    project: &Project,
    planned: &[Planned],
    output: &mut Output,
    tally: &mut Tally,
) -> Result<(), Failure> {
    refuse_unconfigured(args, planned)?;
    let mut removed = Vec::new();
    for planned in planned.iter().filter(|planned| is_wanted(args, planned)) {
        stay_within(&project.root, &planned.folder)?;
        let changes = write(args, project, planned, &project.root.join(&planned.folder), output, tally)?;
        removed.extend(changes.into_iter().filter(|change| change.new.is_none()).map(|change| change.path));
    }
    let upkeep = project.upkeep(planned, &|planned| is_wanted(args, planned), &removed, args.prune)?;
    tally.upkeep(&upkeep.changes);
    if args.check {
        show(project, &upkeep.changes, output);
    } else {
        project.keep_up(&upkeep)?;
        output.progress.extend(upkeep.changes.iter().map(|change| tally::line(&project.root, change)));
    }
    output.progress.extend(remarks(&upkeep));
    Ok(())
}

/// Writes or compares the outputs in the folder of the command line.
fn elsewhere(
    args: &Gen,
    project: &Project,
    library: &Library,
    planned: &[Planned],
    out: &Path,
    output: &mut Output,
    tally: &mut Tally,
) -> Result<(), Failure> {
    if !planned.is_empty() || !args.kinds.is_empty() {
        refuse_unconfigured(args, planned)?;
        for planned in planned.iter().filter(|planned| is_wanted(args, planned)) {
            write(args, project, planned, out, output, tally)?;
        }
        return Ok(());
    }
    let tree = emit(&library.compiled.model.with_locales(|_| false), &Layout::File(FILE_NAME.to_owned()));
    let changes = if args.check { compare(out, &tree)? } else { store(out, &tree)? };
    if args.check {
        show(project, &changes, output);
    }
    tally.add(&project.root, out, out, &tree, &changes, output);
    Ok(())
}

fn is_wanted(args: &Gen, planned: &Planned) -> bool {
    args.kinds.is_empty() || args.kinds.iter().any(|kind| kind == planned.kind())
}

/// Returns an error if there is nothing to write.
fn refuse_unconfigured(args: &Gen, planned: &[Planned]) -> Result<(), Failure> {
    let missing = args.kinds.iter().find(|kind| !planned.iter().any(|planned| planned.kind() == *kind));
    if let Some(kind) = missing {
        let reason = format!("no output of the kind `{kind}` is configured; add it to `outputs`");
        return Err(Failure::new(SETTINGS, reason));
    }
    if planned.is_empty() && !args.prune {
        return Err(Failure::new(
            SETTINGS,
            "no output is configured; add `outputs: { rust: { path: src/generated } }` to this file, or use `--out DIR`",
        ));
    }
    Ok(())
}

/// Writes or compares one output at `place`, and reports it.
fn write(
    args: &Gen,
    project: &Project,
    planned: &Planned,
    place: &Path,
    output: &mut Output,
    tally: &mut Tally,
) -> Result<Vec<FileChange>, Failure> {
    let changes = if args.check { planned.compare(place)? } else { planned.store(place)? };
    if args.check {
        show(project, &changes, output);
    }
    tally.add(&project.root, &planned.shown(), place, &planned.tree, &changes, output);
    Ok(changes)
}

/// Shows changes without making them.
fn show(project: &Project, changes: &[FileChange], output: &mut Output) {
    output.found |= !changes.is_empty();
    output.text.extend(changes.iter().map(|change| text_diff::unified(change, &project.root)));
}

/// Returns remarks about files that no output writes any more.
fn remarks(upkeep: &Upkeep) -> Vec<String> {
    let mut remarks = Vec::new();
    for path in &upkeep.leftovers {
        remarks.push(format!(
            "{path}: no output writes this file any more; run `errcat gen --prune` to remove it"
        ));
    }
    for path in &upkeep.foreign {
        remarks.push(format!("{path}: kept, because it no longer looks like a generated file"));
    }
    remarks
}

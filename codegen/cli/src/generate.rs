//! `errcat gen`: writes the configured outputs, or shows what is stale.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use errcat_build::unstable::emit::rust::{FILE_NAME, Layout, emit};
use errcat_build::unstable::project::{
    Failure, FileChange, Planned, Project, SETTINGS, Upkeep, WRITTEN, compare, stay_within, store,
};
use errcat_build::unstable::tree::Tree;
use errcat_outputs::OUTPUTS;

use crate::args::Format;
use crate::library::{self, Library};
use crate::output::{Output, count};
use crate::text_diff;

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
    /// The format of findings.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

impl Gen {
    /// Writes all outputs that are configured.
    pub(crate) fn all(format: Format) -> Self {
        Self { kinds: Vec::new(), check: false, prune: false, out: None, format }
    }
}

/// Returns the kinds of outputs as possible arguments.
fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(OUTPUTS.iter().map(|output| output.keys().name))
}

pub(crate) fn run(args: &Gen) -> Result<Output, Failure> {
    let project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let library = Library::open(&project, &[], "")?;
    let mut output = library.findings(args.format);
    // Warnings do not prevent generating.
    output.found = library.compiled.findings.has_errors();
    if output.found {
        return Ok(output);
    }
    let planned = project.outputs(&library.compiled.model, &library.sources)?;
    match &args.out {
        Some(out) => {
            let current = std::env::current_dir().map_err(|error| Failure::new(".", error))?;
            elsewhere(args, &project, &library, &planned, &current.join(out), &mut output)?;
        }
        None => in_project(args, &project, &planned, &mut output)?,
    }
    Ok(output)
}

/// Writes or compares the configured outputs.
fn in_project(
    args: &Gen,
    project: &Project,
    planned: &[Planned],
    output: &mut Output,
) -> Result<(), Failure> {
    refuse_unconfigured(args, planned)?;
    let mut removed = Vec::new();
    for planned in planned.iter().filter(|planned| is_wanted(args, planned)) {
        stay_within(&project.root, &planned.folder)?;
        let changes = write(args, project, planned, &project.root.join(&planned.folder), output)?;
        removed.extend(changes.into_iter().filter(|change| change.new.is_none()).map(|change| change.path));
    }
    let upkeep = project.upkeep(planned, &|planned| is_wanted(args, planned), &removed, args.prune)?;
    if args.check {
        show(project, &upkeep.changes, output);
        if !upkeep.changes.is_empty() {
            let stale = count(upkeep.changes.len(), "file", "files");
            output.progress.push(format!("{WRITTEN}: {stale} stale; run `errcat gen` to update it"));
        }
    } else {
        project.keep_up(&upkeep)?;
        let state = |change: &FileChange| if change.new.is_some() { "wrote" } else { "removed" };
        let lines = upkeep.changes.iter().map(|change| line(state(change), &project.root, &change.path));
        output.progress.extend(lines);
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
) -> Result<(), Failure> {
    if !planned.is_empty() || !args.kinds.is_empty() {
        refuse_unconfigured(args, planned)?;
        for planned in planned.iter().filter(|planned| is_wanted(args, planned)) {
            write(args, project, planned, out, output)?;
        }
        return Ok(());
    }
    let tree = emit(&library.compiled.model, &Layout::File(FILE_NAME.to_owned()));
    let changes = if args.check { compare(out, &tree)? } else { store(out, &tree)? };
    report(args, project, out, out, &tree, &changes, output);
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
) -> Result<Vec<FileChange>, Failure> {
    let changes = if args.check { planned.compare(place)? } else { planned.store(place)? };
    report(args, project, &planned.shown(), place, &planned.tree, &changes, output);
    Ok(changes)
}

/// Reports the written or stale files of an output.
fn report(
    args: &Gen,
    project: &Project,
    name: &Path,
    place: &Path,
    tree: &Tree,
    changes: &[FileChange],
    output: &mut Output,
) {
    if args.check {
        show(project, changes, output);
        output.progress.push(staleness(name, tree, changes));
    } else {
        output.progress.extend(states(&project.root, place, tree, changes));
    }
}

/// Shows changes without making them.
fn show(project: &Project, changes: &[FileChange], output: &mut Output) {
    output.found |= !changes.is_empty();
    output.text.extend(changes.iter().map(|change| text_diff::unified(change, &project.root)));
}

fn staleness(name: &Path, tree: &Tree, changes: &[FileChange]) -> String {
    let files = count(tree.len(), "file", "files");
    match changes.len() {
        0 => format!("{}: {files}, all up to date", name.display()),
        stale => format!("{}: {files}, {stale} stale; run `errcat gen` to update them", name.display()),
    }
}

/// Returns a line per file that says what was done with it.
fn states(root: &Path, place: &Path, tree: &Tree, changes: &[FileChange]) -> Vec<String> {
    let files = tree.iter().map(|(path, _)| place.join(path));
    let removed = changes.iter().filter(|change| change.new.is_none()).map(|change| change.path.clone());
    let mut paths: Vec<PathBuf> = files.chain(removed).collect();
    paths.sort();
    let state = |path: &PathBuf| match changes.iter().find(|change| change.path == *path) {
        None => "unchanged",
        Some(FileChange { new: None, .. }) => "removed",
        Some(_) => "wrote",
    };
    paths.iter().map(|path| line(state(path), root, path)).collect()
}

fn line(state: &str, root: &Path, path: &Path) -> String {
    format!("{state:>9} {}", shown(root, path))
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

/// Formats a path relative to the project if possible.
fn shown(root: &Path, path: &Path) -> String {
    let current = std::env::current_dir().unwrap_or_default();
    let base = if root == Path::new("") { current.as_path() } else { root };
    path.strip_prefix(base).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

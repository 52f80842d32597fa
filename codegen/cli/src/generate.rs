//! `errcat gen`: writes the configured outputs, or shows what is stale.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use errcat_build::unstable::diag::Severity;
use errcat_build::unstable::emit::rust::{FILE_NAME, Layout, emit};
use errcat_build::unstable::project::{
    Failure, FileChange, Planned, Project, SETTINGS, Upkeep, compare, slashed, stay_within, store,
};
use errcat_outputs::OUTPUTS;

use crate::args::Format;
use crate::library::{self, Library};
use crate::output::{Output, count};
use crate::report;
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
    /// Write the responses of each operation, too: of the output `openapi`, from a file such as
    /// `getCvm: [ERR-03-001]`. Replaces `operations` of the output in `errcat.yaml`.
    #[arg(long, value_name = "FILE")]
    pub(crate) operations: Option<PathBuf>,
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
        Self {
            kinds: Vec::new(),
            check: false,
            prune: false,
            out: None,
            operations: None,
            deny_warnings: false,
            format,
        }
    }
}

/// Returns the kinds of outputs as possible arguments.
fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(OUTPUTS.iter().map(|output| output.keys().name))
}

pub(crate) fn run(args: &Gen) -> Result<Output, Failure> {
    let _waiting = Waiting::start("generating");
    let mut project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    if let Some(file) = &args.operations {
        let path = library::from_root(&project, std::slice::from_ref(file)).remove(0);
        if !is_asked(args, "openapi") || !project.set_operations("openapi", &slashed(&path)) {
            return Err(Failure::new(file, "`--operations` is only for the output `openapi`"));
        }
    }
    let mut library = Library::open(&project, &[], "")?;
    library.check_operations(&project)?;
    let mut output = library.judged(args.format, args.deny_warnings);
    // Warnings do not prevent generating.
    if library.compiled.findings.has_errors() {
        return Ok(output);
    }
    output.progress.clear();
    let mut stale = Vec::new();
    let mut tally = Tally::new(args.check);
    let planned = project.outputs(&library.compiled.model, &library.sources, &args.kinds)?;
    match &args.out {
        Some(out) => {
            let current = std::env::current_dir().map_err(|error| Failure::new(".", error))?;
            let mut run =
                Run { args, project: &project, output: &mut output, tally: &mut tally, stale: &mut stale };
            elsewhere(&mut run, &library, &planned, &current.join(out))?;
        }
        None => {
            let mut run =
                Run { args, project: &project, output: &mut output, tally: &mut tally, stale: &mut stale };
            in_project(&mut run, &planned)?;
        }
    }
    show(args, &project, &mut library, &stale, &mut output);
    let warnings = match library.compiled.findings.count(Severity::Warning) {
        0 => String::new(),
        warnings => format!(", {}", count(warnings, "warning", "warnings")),
    };
    output.progress.push(format!("{}{warnings}: {}", library.size(), tally.summary()));
    output.progress.extend(tally.next().map(str::to_owned));
    Ok(output)
}

/// What is passed along while outputs are written or compared.
struct Run<'r> {
    args: &'r Gen,
    project: &'r Project,
    output: &'r mut Output,
    tally: &'r mut Tally,
    /// The changes that were not made, because nothing is written.
    stale: &'r mut Vec<FileChange>,
}

/// Writes or compares the configured outputs.
fn in_project(run: &mut Run<'_>, planned: &[Planned]) -> Result<(), Failure> {
    let Run { args, project, .. } = *run;
    refuse_unconfigured(args, planned)?;
    let mut removed = Vec::new();
    for planned in planned {
        stay_within(&project.root, &planned.folder)?;
        let changes = run.write(planned, &project.root.join(&planned.folder))?;
        removed.extend(changes.into_iter().filter(|change| change.new.is_none()).map(|change| change.path));
    }
    let upkeep = project.upkeep(planned, &args.kinds, &removed, args.prune)?;
    run.tally.upkeep(&upkeep.changes);
    run.output.progress.extend(remarks(&upkeep));
    if args.check {
        run.stale.extend(upkeep.changes);
    } else {
        project.keep_up(&upkeep)?;
        run.output.progress.extend(upkeep.changes.iter().map(|change| tally::line(&project.root, change)));
    }
    Ok(())
}

/// Writes or compares the outputs in the folder of the command line.
fn elsewhere(run: &mut Run<'_>, library: &Library, planned: &[Planned], out: &Path) -> Result<(), Failure> {
    let args = run.args;
    if !planned.is_empty() || !args.kinds.is_empty() {
        refuse_unconfigured(args, planned)?;
        for planned in planned {
            run.write(planned, out)?;
        }
        return Ok(());
    }
    let tree = emit(&library.compiled.model.with_locales(|_| false), &Layout::File(FILE_NAME.to_owned()));
    let changes = if args.check { compare(out, &tree)? } else { store(out, &tree)? };
    run.tally.add(&run.project.root, out, out, &tree, &changes, run.output);
    run.keep(changes);
    Ok(())
}

impl Run<'_> {
    /// Writes or compares one output at `place`, and reports it.
    fn write(&mut self, planned: &Planned, place: &Path) -> Result<Vec<FileChange>, Failure> {
        let changes = if self.args.check { planned.compare(place)? } else { planned.store(place)? };
        let name = planned.shown();
        self.tally.add(&self.project.root, &name, place, &planned.tree, &changes, self.output);
        self.keep(changes.clone());
        Ok(changes)
    }

    fn keep(&mut self, changes: Vec<FileChange>) {
        if self.args.check {
            self.stale.extend(changes);
        }
    }
}

fn is_asked(args: &Gen, kind: &str) -> bool {
    args.kinds.is_empty() || args.kinds.iter().any(|asked| asked == kind)
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

/// Shows changes without making them: people get a diff, programs get findings.
fn show(args: &Gen, project: &Project, library: &mut Library, stale: &[FileChange], output: &mut Output) {
    output.found |= !stale.is_empty();
    if args.format == Format::Human {
        output.text.extend(stale.iter().map(|change| text_diff::unified(change, &project.root)));
        return;
    }
    let Library { sources, compiled, .. } = library;
    compiled.findings.extend(stale.iter().map(|change| project.stale_file(change, sources)));
    output.text = report::findings(&library.sources, &library.compiled.findings, args.format);
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

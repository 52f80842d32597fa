//! `errcat release`: records the current version of each catalog in its ledger.

use std::path::{Component, Path, PathBuf};

use clap::ValueEnum;
use errcat_build::unstable::ledger::beside;
use errcat_build::unstable::project::{Failure, Project, prepare, stay_within, store};
use errcat_build::unstable::tree::Tree;

use crate::args::Format;
use crate::library::{self, Library};
use crate::output::{Output, count};
use crate::release_step::Step;

#[derive(clap::Args)]
pub(crate) struct Release {
    /// Catalog files or folders [default: all catalogs of the project].
    #[arg(value_name = "CATALOG")]
    pub(crate) paths: Vec<PathBuf>,
    /// The format of findings.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
}

pub(crate) fn run(args: &Release) -> Result<Output, Failure> {
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return Err(Failure::new("-", "a catalog from standard input cannot be released"));
    }
    let project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let library = Library::open(&project, &args.paths, "")?;
    let mut output = library.findings(args.format);
    // Warnings do not prevent a release.
    output.found = library.compiled.findings.has_errors();
    if output.found {
        return Ok(output);
    }
    let steps: Vec<Step<'_>> = library.compiled.model.catalogs.iter().map(Step::new).collect();
    let refused: Vec<String> = steps.iter().flat_map(|step| step.refused(&library.sources)).collect();
    if !refused.is_empty() {
        refuse(&mut output, refused, args.format);
        return Ok(output);
    }
    write(&project, &steps, &mut output);
    Ok(output)
}

/// Reports what is not released. Formats that cannot express this fail, because an empty report
/// would mean success.
fn refuse(output: &mut Output, refused: Vec<String>, format: Format) {
    if matches!(format, Format::Human | Format::Concise) {
        output.found = true;
        output.text.push_str(&(refused.join("\n") + "\n"));
        return;
    }
    let name = format.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
    let reason =
        format!("error: `--format {name}` cannot show why a release was refused; use `human` or `concise`");
    output.broken = true;
    output.text.clear();
    output.progress.extend(refused.into_iter().chain([reason]));
}

/// Writes all ledgers, after checking that each of them can be written. Reports every written file,
/// even if a later one fails.
fn write(project: &Project, steps: &[Step<'_>], output: &mut Output) {
    let mut ready = Vec::with_capacity(steps.len());
    for step in steps {
        match Ready::new(project, step) {
            Ok(step) => ready.push(step),
            Err(failure) => {
                output.broken = true;
                output.progress.push(format!("error: {failure}"));
            }
        }
    }
    if output.broken {
        return;
    }
    for step in ready {
        match step.write() {
            Ok(line) => output.progress.push(line),
            Err(failure) => {
                output.broken = true;
                output.progress.push(format!("error: {failure}"));
                return;
            }
        }
    }
}

/// A ledger that is ready to be written to its path.
struct Ready<'s> {
    step: &'s Step<'s>,
    path: PathBuf,
    folder: PathBuf,
    tree: Tree,
}

impl<'s> Ready<'s> {
    fn new(project: &Project, step: &'s Step<'s>) -> Result<Self, Failure> {
        let path = PathBuf::from(beside(&step.catalog.path));
        let folder = path.parent().unwrap_or(Path::new(""));
        if path.is_relative() {
            // A catalog named with `..` is outside of the project, so only the rest of its path is
            // checked for links.
            let above: PathBuf =
                folder.components().take_while(|part| *part == Component::ParentDir).collect();
            let below = folder.strip_prefix(&above).unwrap_or(folder);
            stay_within(&project.root.join(&above), below)?;
        }
        let folder = project.root.join(folder);
        let mut tree = Tree::default();
        tree.insert(path.file_name().unwrap_or_default().to_string_lossy(), step.text.as_str());
        prepare(&folder, &tree)?;
        Ok(Self { step, path, folder, tree })
    }

    /// Writes the ledger and returns a progress line.
    fn write(&self) -> Result<String, Failure> {
        let written = store(&self.folder, &self.tree)?;
        let state = if written.is_empty() { "unchanged" } else { "wrote" };
        let catalog = self.step.catalog;
        let version = catalog.version.as_deref().unwrap_or_default();
        let codes = count(self.step.next.promises.len(), "code", "codes");
        let changes = count(self.step.changes.len(), "change", "changes");
        let size = if catalog.ledger.is_some() { format!("{codes}, {changes}") } else { codes };
        Ok(format!("{state:>9} {}: {version}, {size}", self.path.display()))
    }
}

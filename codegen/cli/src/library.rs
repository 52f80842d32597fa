//! Loads the catalogs of the project, from the command line, or built into the command.

use std::io::Read;
use std::path::{Path, PathBuf};

use errcat_build::unstable::Analysis;
use errcat_build::unstable::diag::{Findings, Rule};
use errcat_build::unstable::diff::since_release;
use errcat_build::unstable::format::vocabulary::{ChangeRule, Level};
use errcat_build::unstable::ledger::{is_ledger, owners};
use errcat_build::unstable::project::{
    Failure, Found, OpenError, Others, Project, SETTINGS, is_there, normal, read_settings, slashed,
};
use errcat_build::unstable::source::{FileId, LARGEST_FILE, Sources};
use errcat_edit::offer;
use errcat_outputs::OUTPUTS;

use crate::args::{Check, Format};
use crate::output::{Output, count};
use crate::{report, repository};

/// Analyzed catalogs and their source files.
pub(crate) struct Library {
    pub(crate) sources: Sources,
    pub(crate) compiled: Analysis,
    /// The file that is standard input.
    pub(crate) stdin: Option<FileId>,
}

impl Library {
    /// Analyzes catalogs with the rule levels of a project.
    pub(crate) fn analyze(project: &Project, sources: Sources) -> Self {
        let mut compiled = project.analyze(&sources);
        offer(&sources, &mut compiled.findings);
        Self { sources, compiled, stdin: None }
    }

    /// Adds findings about the files with operations that outputs name.
    pub(crate) fn check_operations(&mut self, project: &Project) -> Result<(), Failure> {
        if self.compiled.findings.has_errors() {
            return Ok(());
        }
        let found = project.check_operations(&self.compiled.model, &mut self.sources)?;
        self.compiled.findings.extend(found.iter().cloned());
        self.compiled.findings.sort();
        Ok(())
    }

    /// Adds findings about operations, and about stale outputs if there are no errors.
    pub(crate) fn look_for_stale_outputs(&mut self, project: &Project) -> Result<(), Failure> {
        self.check_operations(project)?;
        if !self.compiled.findings.has_errors() {
            let stale = project.stale(&self.compiled.model, &mut self.sources)?;
            self.compiled.findings.extend(stale);
        }
        Ok(())
    }

    /// Loads the catalogs at `paths`, or all of the project if `paths` is empty. The path `-` is
    /// standard input, which stands for the file `stdin_name` of its catalog, or is a single-file
    /// catalog.
    pub(crate) fn open(project: &Project, paths: &[PathBuf], stdin_name: &str) -> Result<Self, Failure> {
        let (stdin, paths): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| path == Path::new("-"));
        let mut paths = from_root(project, &paths);
        if stdin.is_empty() {
            let found = if paths.is_empty() { project.catalogs()? } else { project.catalogs_at(&paths)? };
            return Ok(Self::analyze(project, found.sources));
        }
        let bytes = stdin_bytes()?;
        let name = normal(&project.root, &from_root(project, &[PathBuf::from(stdin_name)]).remove(0));
        refuse_other_names(project, stdin_name, &name)?;
        paths.extend(catalog_around(project, &name));
        let Found { mut sources, .. } = project.catalogs_at(&paths)?;
        let file = sources.put_bytes(&slashed(&name), bytes);
        Ok(Self { stdin: Some(file), ..Self::analyze(project, sources) })
    }

    /// Returns the text of a file to print instead of writing it. A part of a text would be taken for
    /// all of it, so there is none of a file that could not be read completely.
    pub(crate) fn printable(&self, file: FileId) -> String {
        if self.sources.is_whole(file) { self.sources.text(file).to_owned() } else { String::new() }
    }

    /// Returns the catalogs that are built into the command.
    pub(crate) fn built_in() -> Self {
        let mut sources = Sources::default();
        for (path, text) in errcat_catalogs::SOURCES {
            sources.add(*path, *text);
        }
        let compiled = errcat_build::unstable::analyze(&sources);
        Self { sources, compiled, stdin: None }
    }

    /// Returns the number of codes and catalogs in words.
    pub(crate) fn size(&self) -> String {
        let catalogs = &self.compiled.model.catalogs;
        let codes = catalogs.iter().map(|catalog| catalog.errors.len()).sum();
        format!("{} in {}", count(codes, "code", "codes"), count(catalogs.len(), "catalog", "catalogs"))
    }

    /// Returns the number of codes that no release had, in words. Catalogs without a ledger do not
    /// count.
    fn unreleased(&self) -> String {
        let changes = self.compiled.model.catalogs.iter().flat_map(since_release);
        match changes.filter(|change| change.rule == ChangeRule::CodeAdded).count() {
            0 => String::new(),
            1 => "; 1 code is not released yet".to_owned(),
            count => format!("; {count} codes are not released yet"),
        }
    }

    /// Returns the findings as output of a command. Warnings alone are not a failure.
    pub(crate) fn findings(&self, format: Format) -> Output {
        let findings = &self.compiled.findings;
        Output {
            text: report::findings(&self.sources, findings, format),
            progress: vec![format!("checked {}: {}", self.size(), report::summary(findings))],
            found: findings.has_errors(),
            ..Output::default()
        }
    }

    /// Returns the findings as output of a command for which warnings are a failure, too, if
    /// `deny_warnings` says so.
    pub(crate) fn judged(&self, format: Format, deny_warnings: bool) -> Output {
        let mut output = self.findings(format);
        if let Some(checked) = output.progress.first_mut() {
            checked.push_str(&self.unreleased());
        }
        output.found |= deny_warnings && !self.compiled.findings.is_empty();
        output
    }
}

/// Opens the project around the current folder. Its root is the nearest parent folder with an
/// `errcat.yaml`, or else the current folder. Mistakes in `errcat.yaml` are returned as output.
pub(crate) fn project(format: Format) -> Result<Result<Project, Output>, Failure> {
    match Project::open(&repository::root()?, OUTPUTS, Others::Unknown) {
        Ok(project) => Ok(Ok(project)),
        Err(OpenError::Failure(failure)) => Err(failure),
        Err(OpenError::Findings(sources, findings)) => {
            Ok(Err(Output { broken: true, ..of_settings(&sources, &findings, format) }))
        }
    }
}

/// Returns the mistakes in an `errcat.yaml` as output.
fn of_settings(sources: &Sources, findings: &Findings, format: Format) -> Output {
    Output {
        text: report::findings(sources, findings, format),
        progress: vec![report::summary(findings)],
        found: findings.has_errors(),
        ..Output::default()
    }
}

/// Checks standard input if it stands for the `errcat.yaml` of the project, which is not read then.
pub(crate) fn settings_from_stdin(args: &Check) -> Result<Option<Output>, Failure> {
    let root = repository::root()?;
    let project = Project::unread(root);
    let name = normal(&project.root, &from_root(&project, &[PathBuf::from(&args.stdin_name)]).remove(0));
    if args.paths != [Path::new("-")] || name != Path::new(SETTINGS) {
        return Ok(None);
    }
    let bytes = stdin_bytes()?;
    let text = String::from_utf8(bytes.clone()).unwrap_or_default();
    let (_, sources, findings) = read_settings(bytes, OUTPUTS, Others::Unknown);
    let mut output = of_settings(&sources, &findings, args.format);
    output.found |= args.deny_warnings && !findings.is_empty();
    if args.fix {
        // Nothing in settings is fixed.
        output.aside = std::mem::replace(&mut output.text, text);
    }
    Ok(Some(output))
}

/// Reads standard input, but no more than is needed to see that it is too large.
pub(crate) fn stdin_bytes() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::new("standard input", error))?;
    Ok(bytes)
}

/// Rejects a name of standard input that cannot be that of a file of a catalog.
fn refuse_other_names(project: &Project, given: &str, path: &Path) -> Result<(), Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_known = [".yaml", ".yml"].iter().any(|ending| name.ends_with(ending)) || is_ledger(&name);
    if !is_known || given.contains(char::is_control) || project.root.join(path).is_dir() {
        let reason =
            "the name of standard input must be that of a file of a catalog, such as `catalogs/shop.yaml`";
        return Err(Failure::new(given, reason));
    }
    Ok(())
}

/// Returns what stands for the catalog on disk that a file belongs to: the file itself, if it exists,
/// the catalog of a new ledger, or the folder of the catalog.
fn catalog_around(project: &Project, file: &Path) -> Option<PathBuf> {
    let name = file.file_name()?.to_string_lossy();
    let owners = if is_ledger(&name) { owners(&name) } else { Vec::new() };
    let places =
        std::iter::once(file.to_owned()).chain(owners.iter().map(|owner| file.with_file_name(owner)));
    if let Some(place) = places.into_iter().find(|place| project.root.join(place).is_file()) {
        return Some(place);
    }
    let folder = file.parent()?;
    let above = folder.parent().filter(|_| folder.ends_with("locales"));
    let heads = ["catalog.yaml", "catalog.yml"];
    let is_catalog =
        |folder: &&Path| heads.iter().any(|head| is_there(&project.root.join(folder).join(head)));
    [Some(folder), above].into_iter().flatten().find(is_catalog).map(Path::to_owned)
}

/// Turns a rule off for this run.
pub(crate) fn ignore(project: &mut Project, rule: Rule) {
    project.settings.levels.set(rule, Level::Off);
}

/// Converts paths relative to the current folder into paths relative to the project.
pub(crate) fn from_root(project: &Project, paths: &[PathBuf]) -> Vec<PathBuf> {
    if project.root == Path::new("") {
        return paths.to_vec();
    }
    let current = std::env::current_dir().unwrap_or_default();
    let below = current.strip_prefix(&project.root).unwrap_or(Path::new("")).to_owned();
    paths.iter().map(|path| below.join(path)).collect()
}

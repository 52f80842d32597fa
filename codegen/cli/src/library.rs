//! Loads the catalogs of the project, from the command line, or built into the command.

use std::io::Read;
use std::path::{Path, PathBuf};

use errcat_build::unstable::Analysis;
use errcat_build::unstable::diag::Rule;
use errcat_build::unstable::diff::since_release;
use errcat_build::unstable::format::vocabulary::{ChangeRule, Level};
use errcat_build::unstable::project::{Failure, Found, OpenError, Others, Project, slashed};
use errcat_build::unstable::source::{FileId, Sources};
use errcat_edit::offer;
use errcat_outputs::OUTPUTS;

use crate::args::Format;
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
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| Failure::new("standard input", error))?;
        let name = from_root(project, &[PathBuf::from(stdin_name)]).remove(0);
        paths.extend(catalog_around(project, &name));
        let Found { mut sources, .. } = project.catalogs_at(&paths)?;
        let file = sources.put_bytes(&slashed(&name), bytes);
        Ok(Self { stdin: Some(file), ..Self::analyze(project, sources) })
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
        Err(OpenError::Findings(sources, findings)) => Ok(Err(Output {
            text: report::findings(&sources, &findings, format),
            progress: vec![report::summary(&findings)],
            found: true,
            broken: true,
            ..Output::default()
        })),
    }
}

/// Returns what stands for the catalog on disk that a file belongs to: the file itself, if it exists,
/// or the folder of the catalog.
fn catalog_around(project: &Project, file: &Path) -> Option<PathBuf> {
    if project.root.join(file).is_file() {
        return Some(file.to_owned());
    }
    let folder = file.parent()?;
    let above = folder.parent().filter(|_| folder.ends_with("locales"));
    let is_catalog = |folder: &&Path| project.root.join(folder).join("catalog.yaml").is_file();
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

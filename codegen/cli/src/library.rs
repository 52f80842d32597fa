//! Loads the catalogs of the project, from the command line, or built into the command.

use std::io::Read;
use std::path::{Path, PathBuf};

use errcat_build::unstable::Analysis;
use errcat_build::unstable::diag::Rule;
use errcat_build::unstable::diff::since_release;
use errcat_build::unstable::format::vocabulary::{ChangeRule, Level};
use errcat_build::unstable::project::{Failure, Found, OpenError, Others, Project, SETTINGS};
use errcat_build::unstable::source::Sources;
use errcat_edit::offer;
use errcat_outputs::OUTPUTS;

use crate::args::Format;
use crate::output::{Output, count};
use crate::report;

/// Analyzed catalogs and their source files.
pub(crate) struct Library {
    pub(crate) sources: Sources,
    pub(crate) compiled: Analysis,
}

impl Library {
    /// Analyzes catalogs with the rule levels of a project.
    pub(crate) fn analyze(project: &Project, sources: Sources) -> Self {
        let mut compiled = project.analyze(&sources);
        offer(&sources, &mut compiled.findings);
        Self { sources, compiled }
    }

    /// Adds findings about stale outputs if the catalogs have no errors.
    pub(crate) fn look_for_stale_outputs(&mut self, project: &Project) -> Result<(), Failure> {
        if !self.compiled.findings.has_errors() {
            let stale = project.stale(&self.compiled.model, &mut self.sources)?;
            self.compiled.findings.extend(stale);
        }
        Ok(())
    }

    /// Loads the catalogs at `paths`, or all of the project if `paths` is empty. The path `-` is
    /// standard input, which is a single-file catalog.
    pub(crate) fn open(project: &Project, paths: &[PathBuf], stdin_name: &str) -> Result<Self, Failure> {
        let (stdin, paths): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| path == Path::new("-"));
        let Found { mut sources, .. } = match (paths.is_empty(), stdin.is_empty()) {
            (true, true) => project.catalogs()?,
            _ => project.catalogs_at(&from_root(project, &paths))?,
        };
        if !stdin.is_empty() {
            let mut bytes = Vec::new();
            std::io::stdin()
                .read_to_end(&mut bytes)
                .map_err(|error| Failure::new("standard input", error))?;
            sources.add_bytes(stdin_name, bytes);
        }
        Ok(Self::analyze(project, sources))
    }

    /// Returns the catalogs that are built into the command.
    pub(crate) fn built_in() -> Self {
        let mut sources = Sources::default();
        for (path, text) in errcat_catalogs::SOURCES {
            sources.add(*path, *text);
        }
        let compiled = errcat_build::unstable::analyze(&sources);
        Self { sources, compiled }
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
    match Project::open(&root()?, OUTPUTS, Others::Unknown) {
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

/// Turns a rule off for this run.
pub(crate) fn ignore(project: &mut Project, rule: Rule) {
    project.settings.levels.set(rule, Level::Off);
}

/// Returns the root of the project, which is the empty path for the current folder.
pub(crate) fn root() -> Result<PathBuf, Failure> {
    let current = std::env::current_dir().map_err(|error| Failure::new(".", error))?;
    let root = current.ancestors().find(|folder| folder.join(SETTINGS).is_file());
    Ok(root.filter(|root| *root != current).map(Path::to_owned).unwrap_or_default())
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

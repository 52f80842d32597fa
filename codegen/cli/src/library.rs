//! Catalogs to work on: those of the project around the current folder, those named on the command line, those built in.

use std::io::Read;
use std::path::{Path, PathBuf};

use errcat_build::Analysis;
use errcat_build::project::{Failure, Found, OpenError, Others, Project, SETTINGS, find};
use errcat_build::source::Sources;

use crate::args::Format;
use crate::output::{Output, count};
use crate::outputs::OUTPUTS;
use crate::report;

/// Analyzed catalogs and the files they came from.
pub(crate) struct Library {
    pub(crate) sources: Sources,
    pub(crate) compiled: Analysis,
}

impl Library {
    /// Catalogs by the rules of a project.
    pub(crate) fn analyze(project: &Project, sources: Sources) -> Self {
        let compiled = project.analyze(&sources);
        Self { sources, compiled }
    }

    /// Adds what the outputs of the project have against the catalogs, if these are sound.
    pub(crate) fn look_for_stale_outputs(&mut self, project: &Project) -> Result<(), Failure> {
        if !self.compiled.findings.has_errors() {
            let stale = project.stale(&self.compiled.model, &mut self.sources)?;
            self.compiled.findings.extend(stale);
        }
        Ok(())
    }

    /// The catalogs at `paths`, or those of the project where none is named; `-` is standard input, a catalog of one file.
    pub(crate) fn open(project: &Project, paths: &[PathBuf], stdin_name: &str) -> Result<Self, Failure> {
        let (stdin, paths): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| path == Path::new("-"));
        let Found { mut sources, .. } = match (paths.is_empty(), stdin.is_empty()) {
            (true, true) => project.catalogs()?,
            _ => find(&project.root, &from_root(project, &paths))?,
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

    /// The catalogs that are part of the command.
    pub(crate) fn built_in() -> Self {
        let mut sources = Sources::default();
        for (path, text) in errcat_catalogs::SOURCES {
            sources.add(*path, *text);
        }
        let compiled = errcat_build::analyze(&sources);
        Self { sources, compiled }
    }

    /// How much there is, in words.
    pub(crate) fn size(&self) -> String {
        let catalogs = &self.compiled.model.catalogs;
        let codes = catalogs.iter().map(|catalog| catalog.errors.len()).sum();
        format!("{} in {}", count(codes, "code", "codes"), count(catalogs.len(), "catalog", "catalogs"))
    }

    /// The findings as a command's output.
    pub(crate) fn findings(&self, format: Format) -> Output {
        let findings = &self.compiled.findings;
        Output {
            text: report::findings(&self.sources, findings, format),
            progress: vec![format!("checked {}: {}", self.size(), report::summary(findings))],
            found: !findings.is_empty(),
            ..Output::default()
        }
    }
}

/// The project around the current folder: the nearest folder above with an `errcat.yaml`, else the current one. Mistakes in its
/// settings are an output.
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

/// Where the project is: the current folder is the empty path.
pub(crate) fn root() -> Result<PathBuf, Failure> {
    let current = std::env::current_dir().map_err(|error| Failure::new(".", error))?;
    let root = current.ancestors().find(|folder| folder.join(SETTINGS).is_file());
    Ok(root.filter(|root| *root != current).map(Path::to_owned).unwrap_or_default())
}

/// Paths as the project counts them, where the command runs below its root.
fn from_root(project: &Project, paths: &[PathBuf]) -> Vec<PathBuf> {
    if project.root == Path::new("") {
        return paths.to_vec();
    }
    let current = std::env::current_dir().unwrap_or_default();
    let below = current.strip_prefix(&project.root).unwrap_or(Path::new("")).to_owned();
    paths.iter().map(|path| below.join(path)).collect()
}

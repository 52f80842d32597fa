//! A project on disk: its catalogs and outputs. Only this module and `cargo` access files.

mod files;
mod operations;
mod planned;
mod rewrite;
mod store;
mod written;

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

pub use self::files::{Found, find, is_there, normal, read_text, refuse_special, slashed};
pub use self::planned::Planned;
pub use self::rewrite::rewrite;
pub use self::store::{FileChange, compare, prepare, stay_within, store};
pub use self::written::{Upkeep, WRITTEN};
use crate::diag::{Finding, Findings, Rule};
use crate::emit::{self, Output};
use crate::model::Model;
use crate::pipeline::Analysis;
use crate::source::{Sources, Span};
pub use crate::syntax::Others;
use crate::syntax::{self, ast::Settings};

/// The name of the settings file.
pub const SETTINGS: &str = "errcat.yaml";

/// A failure with a path and a reason.
#[derive(Debug)]
pub struct Failure {
    path: PathBuf,
    reason: String,
}

impl Failure {
    /// Creates a failure for a path.
    pub fn new(path: impl Into<PathBuf>, reason: impl fmt::Display) -> Self {
        Self { path: path.into(), reason: reason.to_string() }
    }

    /// Returns the failure with another path.
    #[must_use]
    pub fn at(self, path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), ..self }
    }

    /// Returns the failure with a path relative to `root`, if it is below.
    #[must_use]
    pub fn relative_to(self, root: &Path) -> Self {
        match normal(root, &self.path) {
            path if path == Path::new("") => self,
            path => self.at(path),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for Failure {}

/// The kinds of outputs that a program can write.
pub type Kinds = &'static [&'static dyn Output];

/// A folder with catalogs and settings.
pub struct Project {
    /// The folder, which all paths are relative to.
    pub root: PathBuf,
    /// The settings of `errcat.yaml`, or the defaults.
    pub settings: Settings,
    /// Whether there is an `errcat.yaml`.
    pub configured: bool,
    kinds: Kinds,
}

/// The reason why a project cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    /// The settings cannot be read.
    Failure(Failure),
    /// The settings have mistakes.
    Findings(Sources, Findings),
}

impl Project {
    /// Opens the project at `root`, for a program that can write these kinds of outputs. Other
    /// kinds in the settings are mistakes, or are for another program.
    ///
    /// # Errors
    /// Returns an error if the settings cannot be read or have mistakes.
    pub fn open(root: &Path, kinds: Kinds, others: Others) -> Result<Self, OpenError> {
        let path = root.join(SETTINGS);
        let settings = Settings::default();
        let mut project = Self { root: root.to_owned(), settings, configured: is_there(&path), kinds };
        if project.configured {
            let bytes = files::read(&path).map_err(|error| OpenError::Failure(Failure::new(&path, error)))?;
            let (settings, sources, findings) = read_settings(bytes, kinds, others);
            if findings.has_errors() {
                return Err(OpenError::Findings(sources, findings));
            }
            project.settings = settings;
        }
        Ok(project)
    }

    /// Opens the project at `root` with default settings, ignoring invalid ones.
    #[must_use]
    pub fn unread(root: PathBuf) -> Self {
        Self { root, settings: Settings::default(), configured: true, kinds: &[] }
    }

    /// Analyzes catalogs with the rule levels of the project.
    #[must_use]
    pub fn analyze(&self, sources: &Sources) -> Analysis {
        let mut compiled = crate::pipeline::analyze_with(sources, &self.settings.levels);
        for (output, values) in self.configured_outputs() {
            compiled.findings.extend(output.findings(&compiled.model, &emit::Settings::new(values)));
        }
        compiled.findings.sort();
        compiled
    }

    /// Reads the catalogs.
    ///
    /// # Errors
    /// Returns an error if a file or folder cannot be read, or if there is no catalog.
    pub fn catalogs(&self) -> Result<Found, Failure> {
        let folder = PathBuf::from(&self.settings.catalogs);
        let place = self.root.join(&folder);
        if !is_there(&place) {
            let reason = "there is no such folder; create it, or set `catalogs` in `errcat.yaml`";
            return Err(Failure::new(folder, reason));
        }
        std::fs::metadata(&place).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::new(&folder, "the symbolic link is dangling"),
            _ => Failure::new(&folder, error),
        })?;
        find(&self.root, &[folder])
    }

    /// Reads the catalogs at `paths`, which are relative to the root. A file that several catalogs
    /// share stands for these catalogs.
    ///
    /// # Errors
    /// Returns an error if something cannot be read or is not a catalog.
    pub fn catalogs_at(&self, paths: &[PathBuf]) -> Result<Found, Failure> {
        let paths = &self.meant(paths);
        let found = find(&self.root, paths)?;
        let all = || self.catalogs().ok().map(|found| found.sources);
        let sharing = files::sharing(all, &found.sources);
        if sharing.is_empty() {
            // A file that no catalog reads is reported like in a run over the whole catalog.
            let catalogs = normal(&self.root, Path::new(&self.settings.catalogs));
            let within = paths.iter().map(|path| files::catalog_above(&self.root, &catalogs, path));
            let within: Vec<PathBuf> = within.collect();
            return if within == *paths { Ok(found) } else { find(&self.root, &within) };
        }
        find(&self.root, &[paths.as_slice(), &sharing].concat())
    }

    /// Returns the paths that paths of the command line stand for. The settings concern all catalogs
    /// of the project, and a folder around the folder of catalogs contains these.
    fn meant(&self, paths: &[PathBuf]) -> Vec<PathBuf> {
        let catalogs = normal(&self.root, Path::new(&self.settings.catalogs));
        let mut meant = Vec::new();
        for path in paths {
            let place = normal(&self.root, path);
            let is_settings = place == Path::new(SETTINGS);
            let is_around = place != catalogs && catalogs.starts_with(&place);
            if is_settings || (is_around && is_there(&self.root.join(&catalogs))) {
                meant.push(catalogs.clone());
            }
            if !is_settings {
                meant.push(path.clone());
            }
        }
        meant
    }
}

/// Reads an `errcat.yaml` for a program that can write these kinds of outputs, and returns the
/// settings, the file and its mistakes.
#[must_use]
pub fn read_settings(bytes: Vec<u8>, kinds: Kinds, others: Others) -> (Settings, Sources, Findings) {
    let mut sources = Sources::default();
    let file = sources.add_bytes(SETTINGS, bytes);
    let mut findings = Findings::default();
    let maps: Vec<_> = kinds.iter().map(|output| output.keys()).collect();
    let settings = syntax::settings(&sources, file, &maps, others, &mut findings);
    findings.sort();
    // `--fix` fixes only catalogs, and without settings it is not known which files are catalogs.
    findings.retain(|finding| {
        finding.fix = None;
        true
    });
    (settings, sources, findings)
}

impl Project {
    /// Returns a finding for every stale file. Outputs that were never written are not reported.
    ///
    /// # Errors
    /// Returns an error if an output cannot be read.
    pub fn stale(&self, model: &Model, sources: &mut Sources) -> Result<Vec<Finding>, Failure> {
        let mut findings = Vec::new();
        for planned in self.outputs(model, sources, &[])? {
            let place = self.root.join(&planned.folder);
            let is_written = match planned.tree.root() {
                Some(root) => store::read(&place.join(root))?.is_some(),
                None => planned.tree.iter().any(|(path, _)| is_there(&place.join(path))),
            };
            if !is_written {
                continue;
            }
            findings.extend(planned.compare(&place)?.iter().map(|change| self.stale_file(change, sources)));
        }
        Ok(findings)
    }

    /// Returns the finding for a stale file, which is added to the sources.
    #[must_use]
    pub fn stale_file(&self, change: &FileChange, sources: &mut Sources) -> Finding {
        let path = change.path.strip_prefix(&self.root).unwrap_or(&change.path);
        let message = match (&change.old, &change.new) {
            (None, _) => "a generated file is missing",
            (_, None) => "a generated file no longer belongs to a catalog",
            _ if change.is_of_line_ends() => "a generated file has other line ends",
            _ => "a generated file is out of date",
        };
        let file = sources.add(slashed(path), change.old.clone().unwrap_or_default());
        let help = "run `errcat gen` and commit the result";
        Finding::new(Rule::StaleOutput, Span::top(file), message).help(help)
    }
}

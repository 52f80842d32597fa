//! A project on the disk: where its catalogs lie, and what has to be written. Everything that touches files is here.

mod files;
mod planned;
mod rewrite;
mod store;
mod written;

use std::fmt;
use std::path::{Path, PathBuf};

pub use self::files::{Found, find};
pub use self::planned::Planned;
pub use self::rewrite::rewrite;
pub use self::store::{Change, compare, prepare, stay_within, store};
pub use self::written::{Upkeep, WRITTEN};
use crate::Analysis;
use crate::diag::{Finding, Findings, Rule};
use crate::emit::{self, Output};
use crate::model::Model;
use crate::source::{Sources, Span};
pub use crate::syntax::Others;
use crate::syntax::{self, ast::Settings};

/// The name of the file that configures a project.
pub const SETTINGS: &str = "errcat.yaml";

/// Why something could not be done at all: a path and the reason.
#[derive(Debug)]
pub struct Failure {
    path: PathBuf,
    reason: String,
}

impl Failure {
    /// Ties a reason to a path.
    pub fn new(path: impl Into<PathBuf>, reason: impl fmt::Display) -> Self {
        Self { path: path.into(), reason: reason.to_string() }
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

/// A folder with catalogs, and what its `errcat.yaml` says of them.
pub struct Project {
    /// The folder, from which all paths are counted.
    pub root: PathBuf,
    /// What `errcat.yaml` says, or what holds without one.
    pub settings: Settings,
    /// Whether there is an `errcat.yaml`.
    pub configured: bool,
    kinds: Kinds,
}

/// What a project could not be opened for.
#[derive(Debug)]
pub enum OpenError {
    /// The disk.
    Failure(Failure),
    /// The settings.
    Findings(Sources, Findings),
}

impl Project {
    /// Opens the project at `root`, for a program that can write these kinds of outputs. Other kinds in the settings are mistakes, or are for
    /// another program.
    ///
    /// # Errors
    /// The settings cannot be read, or say something wrong.
    pub fn open(root: &Path, kinds: Kinds, others: Others) -> Result<Self, OpenError> {
        let path = root.join(SETTINGS);
        let settings = Settings::default();
        let mut project = Self { root: root.to_owned(), settings, configured: path.is_file(), kinds };
        if project.configured {
            let bytes =
                std::fs::read(&path).map_err(|error| OpenError::Failure(Failure::new(&path, error)))?;
            let mut sources = Sources::default();
            let file = sources.add_bytes(SETTINGS, bytes);
            let mut findings = Findings::default();
            let maps: Vec<_> = kinds.iter().map(|output| output.keys()).collect();
            project.settings = syntax::settings(&sources, file, &maps, others, &mut findings);
            if findings.has_errors() {
                findings.sort();
                // `--fix` mends catalogs, and which these are is what could not be read.
                findings.retain(|finding| {
                    finding.fix = None;
                    true
                });
                return Err(OpenError::Findings(sources, findings));
            }
        }
        Ok(project)
    }

    /// The project at `root` whose settings make no sense, with what holds without any.
    #[must_use]
    pub fn unread(root: PathBuf) -> Self {
        Self { root, settings: Settings::default(), configured: true, kinds: &[] }
    }

    /// What catalogs mean, and what is wrong with them by the rules of the project.
    #[must_use]
    pub fn analyze(&self, sources: &Sources) -> Analysis {
        let mut compiled = crate::analyze_with(sources, &self.settings.levels);
        for (output, values) in self.configured_outputs() {
            compiled
                .findings
                .extend(output.findings(&compiled.model, &emit::Settings::new(values, Vec::new())));
        }
        compiled.findings.sort();
        compiled
    }

    /// Reads the catalogs.
    ///
    /// # Errors
    /// A file or folder cannot be read, or there is no catalog.
    pub fn catalogs(&self) -> Result<Found, Failure> {
        let folder = PathBuf::from(&self.settings.catalogs);
        if !self.root.join(&folder).exists() {
            let reason =
                "there is no such folder: put catalogs there, or say in `errcat.yaml` where they are";
            return Err(Failure::new(folder, reason));
        }
        find(&self.root, &[folder])
    }
}

impl Project {
    /// A finding for every generated file that is not what the catalogs say. An output that was never written is none.
    ///
    /// # Errors
    /// An output cannot be read.
    pub fn stale(&self, model: &Model, sources: &mut Sources) -> Result<Vec<Finding>, Failure> {
        let mut findings = Vec::new();
        for planned in self.outputs(model, sources)? {
            let place = self.root.join(&planned.folder);
            if !planned.tree.root().is_some_and(|root| place.join(root).is_file()) {
                continue;
            }
            for change in planned.compare(&place)? {
                let path = change.path.strip_prefix(&self.root).unwrap_or(&change.path);
                let message = match (&change.old, &change.new) {
                    (None, _) => "a generated file is missing",
                    (_, None) => "a generated file belongs to no catalog any more",
                    _ => "a generated file is not what the catalogs say",
                };
                let file = sources.add(files::slashed(path), change.old.unwrap_or_default());
                let finding = Finding::new(Rule::StaleOutput, Span::top(file), message);
                findings.push(finding.help("run `errcat gen`, and commit what it writes"));
            }
        }
        Ok(findings)
    }
}

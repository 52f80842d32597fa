//! A project on the disk: where its catalogs lie, and what has to be written. Everything that touches files is here.

mod files;
mod rewrite;
mod store;

use std::fmt;
use std::path::{Path, PathBuf};

pub use self::files::{Found, find};
pub use self::rewrite::rewrite;
pub use self::store::{Change, compare, prepare, stay_within, store};
use crate::Analysis;
use crate::diag::{Finding, Findings, Rule};
use crate::emit::rust::{Layout, Root, emit};
use crate::ledger::is_ledger;
use crate::model::Model;
use crate::source::{Sources, Span};
use crate::syntax::{self, ast::RustSettings, ast::Settings};
use crate::tree::Tree;

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

/// A folder with catalogs, and what its `errcat.yaml` says of them.
#[derive(Debug)]
pub struct Project {
    /// The folder, from which all paths are counted.
    pub root: PathBuf,
    /// What `errcat.yaml` says, or what holds without one.
    pub settings: Settings,
    /// Whether there is an `errcat.yaml`.
    pub configured: bool,
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
    /// Opens the project at `root`.
    ///
    /// # Errors
    /// The settings cannot be read, or say something wrong.
    pub fn open(root: &Path) -> Result<Self, OpenError> {
        let path = root.join(SETTINGS);
        let mut project =
            Self { root: root.to_owned(), settings: Settings::default(), configured: path.is_file() };
        if project.configured {
            let bytes =
                std::fs::read(&path).map_err(|error| OpenError::Failure(Failure::new(&path, error)))?;
            let mut sources = Sources::default();
            let file = sources.add_bytes(SETTINGS, bytes);
            let mut findings = Findings::default();
            project.settings = syntax::settings(&sources, file, &mut findings);
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
        Self { root, settings: Settings::default(), configured: true }
    }

    /// What catalogs mean, and what is wrong with them by the rules of the project.
    #[must_use]
    pub fn analyze(&self, sources: &Sources) -> Analysis {
        let mut compiled = crate::analyze_with(sources, &self.settings.levels);
        if self.settings.rust.as_ref().is_some_and(|rust| rust.features) {
            compiled.findings.extend(taken_features(&compiled.model));
            compiled.findings.sort();
        }
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

    /// Everything that the settings ask for: each folder below the root, and what belongs into it.
    #[must_use]
    pub fn outputs(&self, model: &Model, sources: &Sources) -> Vec<(PathBuf, Tree)> {
        let rust = self.settings.rust.iter();
        rust.map(|rust| (PathBuf::from(&rust.path.value), rust_output(rust, model, sources))).collect()
    }
}

impl Project {
    /// A finding for every generated file that is not what the catalogs say. An output that was never written is none.
    ///
    /// # Errors
    /// An output cannot be read.
    pub fn stale(&self, model: &Model, sources: &mut Sources) -> Result<Vec<Finding>, Failure> {
        let mut findings = Vec::new();
        for (folder, tree) in self.outputs(model, sources) {
            let place = self.root.join(&folder);
            if !tree.root().is_some_and(|root| place.join(root).is_file()) {
                continue;
            }
            for change in compare(&place, &tree)? {
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

/// Cargo features that mean something else in a generated crate, or in any.
const FEATURES: [&str; 6] = ["alloc", "default", "regenerate", "serde", "sources", "std"];

/// A finding for every catalog whose feature would be one of these.
fn taken_features(model: &Model) -> impl Iterator<Item = Finding> {
    let taken = model.catalogs.iter().filter(|catalog| FEATURES.contains(&catalog.id.as_str()));
    taken.map(|catalog| {
        let message = format!("`{}` is a Cargo feature with a meaning of its own", catalog.id);
        Finding::new(Rule::ReservedIdent, catalog.place, message)
            .label("with `features: true`, every catalog is a feature")
            .help("rename the file or folder")
    })
}

fn rust_output(settings: &RustSettings, model: &Model, sources: &Sources) -> Tree {
    let depth = settings.path.split('/').filter(|part| !matches!(*part, "" | ".")).count();
    let from_root = |path: &str| format!("{}{path}", "../".repeat(depth));
    let paths = sources.ids().map(|file| sources.path(file).to_owned()).filter(|path| !is_ledger(path));
    let root = Root {
        name: settings.root.as_ref().map_or("mod.rs", |name| name.as_str()).to_owned(),
        features: settings.features,
        sources: if settings.sources {
            paths.map(|path| (path.clone(), from_root(&path))).collect()
        } else {
            Vec::new()
        },
        readme: settings.readme.as_ref().map(|path| from_root(path)),
    };
    emit(model, &Layout::Crate(root))
}

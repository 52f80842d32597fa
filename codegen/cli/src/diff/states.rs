//! The states of catalogs that can be compared: files, folders, ledgers and git revisions.

use std::path::{Path, PathBuf};

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::{Findings, Rule, Severity, concise};
use errcat_build::unstable::diff::promises;
use errcat_build::unstable::ledger::{Ledger, is_ledger, next, owners};
use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::project::{Failure, Project, SETTINGS};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::syntax::read_ledger;

use crate::git::{File, Repository};
use crate::library::from_root;

/// The catalogs of one state.
pub(crate) struct State {
    pub(crate) sources: Sources,
    pub(crate) catalogs: Vec<Catalog>,
    /// The promises of each catalog, by its id.
    pub(crate) promises: Vec<(String, Ledger)>,
}

impl State {
    /// Returns the promises of a catalog.
    pub(crate) fn of(&self, id: &str) -> Option<&Ledger> {
        self.promises.iter().find(|(known, _)| known == id).map(|(_, ledger)| ledger)
    }

    pub(crate) fn catalog(&self, id: &str) -> Option<&Catalog> {
        self.catalogs.iter().find(|catalog| catalog.id == id)
    }

    /// Returns the state of analyzed catalogs. What a ledger knows about removed codes is part of it.
    fn analyzed(sources: Sources, name: &str) -> Result<Self, Failure> {
        let analysis = analyze(&sources);
        let broken = analysis
            .findings
            .iter()
            .find(|finding| finding.rule == Rule::Syntax && finding.severity() == Severity::Error);
        if let Some(finding) = broken {
            return Err(Failure::new(name, concise(&sources, finding)));
        }
        Ok(Self::of_catalogs(sources, analysis.model.catalogs))
    }

    /// Returns the state of catalogs as they are now.
    pub(crate) fn of_catalogs(sources: Sources, catalogs: Vec<Catalog>) -> Self {
        let promises = catalogs.iter().map(|catalog| (catalog.id.clone(), promises(catalog))).collect();
        Self { sources, catalogs, promises }
    }

    /// Returns the promises of a catalog, with what its ledger knows about codes that are gone.
    pub(crate) fn remembered(&self, id: &str) -> Option<Ledger> {
        let now = self.of(id)?;
        Some(match self.ledger(id) {
            Some(ledger) if !ledger.damaged => {
                Ledger { accepted: ledger.accepted.clone(), ..next(Some(ledger), now) }
            }
            _ => now.clone(),
        })
    }

    /// Reads a state: a ledger, a catalog file, a folder, or a git revision.
    pub(crate) fn read(project: &Project, name: &str, wanted: &[String]) -> Result<Self, Failure> {
        let path = from_root(project, &[PathBuf::from(name)]).remove(0);
        let place = project.root.join(&path);
        if is_ledger(name) && place.is_file() {
            return ledger_at(&place, name);
        }
        if place.exists() {
            return Self::analyzed(project.catalogs_at(&[path])?.sources, name);
        }
        let Some(repository) = Repository::around(&project.root) else {
            let reason = "there is no such file or folder, and no git repository with such a revision";
            return Err(Failure::new(name, reason));
        };
        Self::at(&repository, name, wanted)
    }

    /// Reads the catalogs of a git revision: those in its folder of catalogs, and the wanted ones
    /// wherever they are.
    pub(crate) fn at(repository: &Repository, revision: &str, wanted: &[String]) -> Result<Self, Failure> {
        let files = repository.files(revision)?;
        let folder = format!("{}{}/", repository.prefix, catalogs_folder(repository, &files)?);
        let is_named = |file: &&File| wanted.iter().any(|id| belongs_to(&file.path, id));
        let mut chosen: Vec<&File> =
            files.iter().filter(|file| file.path.starts_with(&folder) && is_source(&file.path)).collect();
        let has = |id: &String| chosen.iter().any(|file| belongs_to(&file.path, id));
        if !wanted.iter().all(has) {
            let others: Vec<&File> =
                files.iter().filter(is_named).filter(|file| is_source(&file.path)).collect();
            for file in others {
                if !chosen.iter().any(|known| known.path == file.path) {
                    chosen.push(file);
                }
            }
        }
        let mut sources = Sources::default();
        for (path, bytes) in repository.read(&chosen)? {
            let shown = path.strip_prefix(&repository.prefix).unwrap_or(&path).to_owned();
            let elsewhere = !path.starts_with(&folder);
            // Elsewhere a file with the name of a catalog can be anything.
            if elsewhere && !is_ledger(&path) && is_single(&path, wanted) && !is_catalog_text(&bytes) {
                continue;
            }
            sources.add_bytes(shown, bytes);
        }
        Self::analyzed(sources, revision)
    }

    /// Returns the ledgers that the state has, as they are written.
    pub(crate) fn ledger(&self, id: &str) -> Option<&Ledger> {
        self.catalog(id).and_then(|catalog| catalog.ledger.as_ref())
    }
}

/// Returns the folder of catalogs in a revision.
fn catalogs_folder(repository: &Repository, files: &[File]) -> Result<String, Failure> {
    let settings = format!("{}{SETTINGS}", repository.prefix);
    let Some(file) = files.iter().find(|file| file.path == settings) else {
        return Ok("catalogs".to_owned());
    };
    let text = repository.read(&[file])?.pop().map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned());
    let text = text.unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("catalogs:"));
    let value =
        line.map(|value| value.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'', '/']));
    Ok(value.filter(|value| !value.is_empty()).unwrap_or("catalogs").to_owned())
}

fn is_source(path: &str) -> bool {
    [".yaml", ".yml", ".lock"].iter().any(|ending| path.ends_with(ending))
}

/// Returns `true` if a file is in the folder of a catalog, or is the catalog or its ledger.
fn belongs_to(path: &str, id: &str) -> bool {
    path.split('/').rev().skip(1).take(2).any(|folder| folder == id) || is_single(path, &[id.to_owned()])
}

fn is_single(path: &str, ids: &[String]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    ids.iter().any(|id| id == stem)
}

fn is_catalog_text(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).lines().any(|line| line.starts_with("errcat:"))
}

/// Reads one ledger. Its catalog is the one beside it.
fn ledger_at(place: &Path, name: &str) -> Result<State, Failure> {
    let bytes = std::fs::read(place).map_err(|error| Failure::new(name, error))?;
    let mut sources = Sources::default();
    let file = sources.add_bytes(name, bytes);
    let mut findings = Findings::default();
    let ledger = read_ledger(&sources, file, &mut findings);
    if let Some(finding) = findings.iter().next() {
        return Err(Failure::new(name, concise(&sources, finding)));
    }
    let absolute = std::path::absolute(place).unwrap_or_else(|_| place.to_owned());
    let slashed = absolute.to_string_lossy().replace('\\', "/");
    let owner = owners(&slashed).into_iter().next().unwrap_or_default();
    let stem = owner.trim_end_matches(".yaml").trim_end_matches("/catalog");
    let id = stem.rsplit('/').next().unwrap_or(stem).to_owned();
    Ok(State { sources, catalogs: Vec::new(), promises: vec![(id, ledger)] })
}

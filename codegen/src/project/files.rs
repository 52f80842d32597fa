//! Which files are catalogs, read in an order that no file system decides.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Failure;
use crate::source::Sources;

/// Catalogs as read from the disk.
#[derive(Debug)]
pub struct Found {
    /// Their files.
    pub sources: Sources,
    /// Every file and folder that was looked into, relative to the root as far as they lie below it.
    pub read: Vec<PathBuf>,
}

/// Reads the catalogs at `paths`, which are counted from `root`: folders of catalogs, folders that are a catalog, catalogs of one file, or any
/// file of a catalog, which then is read as a whole.
///
/// # Errors
/// Something cannot be read, or is no catalog.
pub fn find(root: &Path, paths: &[PathBuf]) -> Result<Found, Failure> {
    let mut search = Search { root, files: BTreeSet::new(), folders: BTreeSet::new() };
    for path in paths {
        let before = search.files.len();
        search.visit(path)?;
        if search.files.len() == before && !search.files.iter().any(|file| file.starts_with(path)) {
            return Err(Failure::new(
                path,
                "there is no catalog: a catalog is a `.yaml` file, or a folder with a `catalog.yaml`",
            ));
        }
    }
    let mut sources = Sources::default();
    for file in &search.files {
        let bytes = std::fs::read(root.join(file)).map_err(|error| Failure::new(file, error))?;
        sources.add_bytes(slashed(file), bytes);
    }
    let read = search.folders.into_iter().chain(search.files).collect();
    Ok(Found { sources, read })
}

struct Search<'r> {
    root: &'r Path,
    files: BTreeSet<PathBuf>,
    folders: BTreeSet<PathBuf>,
}

impl Search<'_> {
    fn visit(&mut self, path: &Path) -> Result<(), Failure> {
        let full = self.root.join(path);
        let kind = std::fs::metadata(&full).map_err(|error| Failure::new(path, error))?;
        if kind.is_dir() {
            return if self.is_catalog(path) { self.catalog(path) } else { self.catalogs(path) };
        }
        let parent = path.parent().unwrap_or(Path::new(""));
        let above = parent.parent().unwrap_or(Path::new(""));
        if self.is_catalog(parent) {
            self.catalog(parent)
        } else if parent.ends_with("locales") && self.is_catalog(above) {
            self.catalog(above)
        } else {
            self.files.insert(path.to_owned());
            Ok(())
        }
    }

    fn is_catalog(&self, folder: &Path) -> bool {
        ["catalog.yaml", "catalog.yml"].iter().any(|name| self.root.join(folder).join(name).is_file())
    }

    /// A folder of catalogs: files, and folders one level down.
    fn catalogs(&mut self, folder: &Path) -> Result<(), Failure> {
        for path in self.list(folder)? {
            if self.root.join(&path).is_dir() {
                self.catalog(&path)?;
            } else if is_yaml(&path) {
                self.files.insert(path);
            }
        }
        Ok(())
    }

    /// A folder that is a catalog: its files and its translations.
    fn catalog(&mut self, folder: &Path) -> Result<(), Failure> {
        for path in self.list(folder)? {
            if path.ends_with("locales") && self.root.join(&path).is_dir() {
                let translations = self.list(&path)?;
                self.files.extend(translations.into_iter().filter(|path| is_yaml(path)));
            } else if is_yaml(&path) && !self.root.join(&path).is_dir() {
                self.files.insert(path);
            }
        }
        Ok(())
    }

    /// What lies in a folder, hidden files left out.
    fn list(&mut self, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
        self.folders.insert(folder.to_owned());
        let failure = |error| Failure::new(folder, error);
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(self.root.join(folder)).map_err(failure)? {
            let name = entry.map_err(failure)?.file_name();
            if !name.as_encoded_bytes().starts_with(b".") {
                paths.push(folder.join(name));
            }
        }
        paths.sort_unstable();
        Ok(paths)
    }
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// The path with `/` on every system, without `./` at its beginning.
fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    text.strip_prefix("./").map_or(text.clone(), str::to_owned)
}

//! Which files are catalogs, read in an order that no file system decides.

use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use super::Failure;
use crate::ledger::{beside, is_ledger, is_ledger_text, is_of_folder, owners};
use crate::order;
use crate::source::{LARGEST_FILE, Sources};

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
    let mut search = Search { root, files: Vec::new(), folders: Vec::new() };
    for given in paths {
        let path = normal(root, given);
        let before = search.files.len();
        search.visit(&path)?;
        if search.files.len() == before && !search.files.iter().any(|file| file.starts_with(&path)) {
            let reason =
                "there is no catalog: a catalog is a `.yaml` file, or a folder with a `catalog.yaml`";
            return Err(Failure::new(given, reason));
        }
    }
    let mut sources = Sources::default();
    sources.set_folder(name(root));
    for file in &search.files {
        let place = root.join(file);
        match read(&place) {
            Ok(bytes) => sources.add_bytes(slashed(file), bytes),
            // A mistake in the project, which must not keep the others from being told.
            Err(error) if error.kind() == ErrorKind::NotFound && place.is_symlink() => {
                sources.add_dangling(slashed(file))
            }
            Err(error) => return Err(Failure::new(file, error)),
        };
    }
    let mut read = search.folders;
    read.extend(search.files);
    Ok(Found { sources, read })
}

/// The bytes of a file, but no more than it takes to see that there are too many.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The path without `.` and `..`, and relative to the root where it lies below it, so that one file has one path.
fn normal(root: &Path, path: &Path) -> PathBuf {
    let root = absolute(root);
    let path = path.strip_prefix(&root).unwrap_or(path);
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            part => normal.push(part),
        }
    }
    normal
}

/// What a folder is called.
fn name(folder: &Path) -> String {
    absolute(folder).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A folder's path from the root of the file system; the empty path is the current folder.
fn absolute(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    std::path::absolute(folder).map_or_else(|_| folder.to_owned(), |path| path.components().collect())
}

struct Search<'r> {
    root: &'r Path,
    /// In order, each once.
    files: Vec<PathBuf>,
    /// In order, each once.
    folders: Vec<PathBuf>,
}

impl Search<'_> {
    fn visit(&mut self, path: &Path) -> Result<(), Failure> {
        let full = self.root.join(path);
        let full = if full.as_os_str().is_empty() { PathBuf::from(".") } else { full };
        let kind = std::fs::metadata(&full).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::new(path, "there is no such file or folder"),
            _ => Failure::new(path, error),
        })?;
        if kind.is_dir() {
            return if self.is_catalog(path) { self.catalog(path) } else { self.catalogs(path) };
        }
        let parent = path.parent().unwrap_or(Path::new(""));
        let above = parent.parent().unwrap_or(Path::new(""));
        if self.is_catalog(parent) {
            self.catalog(parent)
        } else if parent.ends_with("locales") && self.is_catalog(above) {
            self.catalog(above)
        } else if is_lock(path) {
            let mut owners = owners(&name_of(path)).into_iter().map(|name| path.with_file_name(name));
            let Some(catalog) = owners.find(|catalog| self.root.join(catalog).is_file()) else {
                return Err(Failure::new(path, "there is no catalog beside this ledger"));
            };
            self.single(catalog);
            Ok(())
        } else {
            self.single(path.to_owned());
            Ok(())
        }
    }

    /// A catalog of one file, with its ledger.
    fn single(&mut self, catalog: PathBuf) {
        let ledger = catalog.with_file_name(beside(&name_of(&catalog)));
        let place = self.root.join(&ledger);
        // A folder in its place, too: reading it then fails, where leaving it out would leave the promises out.
        if place.exists() || place.is_symlink() {
            order::insert(&mut self.files, ledger);
        }
        order::insert(&mut self.files, catalog);
    }

    fn is_catalog(&self, folder: &Path) -> bool {
        ["catalog.yaml", "catalog.yml"].iter().any(|name| self.root.join(folder).join(name).is_file())
    }

    /// A folder of catalogs: files, and folders one level down.
    fn catalogs(&mut self, folder: &Path) -> Result<(), Failure> {
        for path in self.list(folder)? {
            if self.root.join(&path).is_dir() {
                self.catalog(&path)?;
            } else {
                self.file(path);
            }
        }
        Ok(())
    }

    /// A folder below the folder of catalogs: a catalog with its families, its ledger and its translations, or catalogs of one file each.
    fn catalog(&mut self, folder: &Path) -> Result<(), Failure> {
        let is_catalog = self.is_catalog(folder);
        for path in self.list(folder)? {
            if path.ends_with("locales") && self.root.join(&path).is_dir() {
                let translations = self.list(&path)?;
                for path in translations.into_iter().filter(|path| is_yaml(path)) {
                    order::insert(&mut self.files, path);
                }
            } else if is_catalog && is_of_folder(&name_of(&path)) {
                order::insert(&mut self.files, path);
            } else if self.root.join(&path).is_dir() {
                // Nothing that belongs to a catalog lies deeper.
            } else if is_catalog && is_yaml(&path) {
                order::insert(&mut self.files, path);
            } else {
                self.file(path);
            }
        }
        Ok(())
    }

    /// A file that is a catalog, or the ledger of one, if it is either.
    fn file(&mut self, path: PathBuf) {
        if is_yaml(&path) {
            self.single(path);
        } else if is_lock(&path) && (is_of_folder(&name_of(&path)) || self.is_like_a_ledger(&path)) {
            order::insert(&mut self.files, path);
        }
    }

    /// Whether a file begins like a ledger, also where its catalog is gone.
    fn is_like_a_ledger(&self, path: &Path) -> bool {
        let mut beginning = Vec::new();
        let file = std::fs::File::open(self.root.join(path));
        let read = file.and_then(|file| file.take(BEGINNING).read_to_end(&mut beginning));
        read.is_ok() && is_ledger_text(&String::from_utf8_lossy(&beginning))
    }

    /// What lies in a folder, hidden files left out.
    fn list(&mut self, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
        order::insert(&mut self.folders, folder.to_owned());
        let failure = |error| Failure::new(folder, error);
        let mut paths = Vec::new();
        let full = self.root.join(folder);
        let full = if full.as_os_str().is_empty() { Path::new(".") } else { &full };
        for entry in std::fs::read_dir(full).map_err(failure)? {
            let name = entry.map_err(failure)?.file_name();
            if !name.as_encoded_bytes().starts_with(b".") {
                paths.push(folder.join(name));
            }
        }
        order::sort(&mut paths, &Ord::cmp);
        Ok(paths)
    }
}

/// How many bytes of a file are looked at to see whether it is a ledger.
const BEGINNING: u64 = 8 << 10;

fn is_lock(path: &Path) -> bool {
    is_ledger(&name_of(path))
}

/// What a file is called.
fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// The path with `/` on every system, without `./` at its beginning.
pub(super) fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    text.strip_prefix("./").map_or(text.clone(), str::to_owned)
}

/// The path with `/` on every system, without any `.` and empty parts.
pub(super) fn plain(path: &Path) -> String {
    let parts = path.components().filter(|part| !matches!(part, Component::CurDir));
    slashed(&parts.collect::<PathBuf>())
}

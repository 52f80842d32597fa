//! Which files are catalogs, read in an order that no file system decides.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use super::Failure;
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
    let mut search = Search { root, files: BTreeSet::new(), folders: BTreeSet::new() };
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
    let read = search.folders.into_iter().chain(search.files).collect();
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
    files: BTreeSet<PathBuf>,
    folders: BTreeSet<PathBuf>,
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
            let catalog = path.with_extension("yaml");
            if !self.root.join(&catalog).is_file() {
                return Err(Failure::new(path, "there is no catalog beside this ledger"));
            }
            self.single(catalog);
            Ok(())
        } else {
            self.single(path.to_owned());
            Ok(())
        }
    }

    /// A catalog of one file, with its ledger.
    fn single(&mut self, catalog: PathBuf) {
        let ledger = catalog.with_extension("lock");
        let place = self.root.join(&ledger);
        if place.is_file() || place.is_symlink() {
            self.files.insert(ledger);
        }
        self.files.insert(catalog);
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
                self.single(path);
            } else if is_lock(&path) && self.is_lone_ledger(&path) {
                self.files.insert(path);
            }
        }
        Ok(())
    }

    /// Whether a file is the ledger of a catalog that is gone. Other programs have files of this ending, too.
    fn is_lone_ledger(&self, path: &Path) -> bool {
        let mut beginning = [0; MARK.len()];
        let read =
            std::fs::File::open(self.root.join(path)).and_then(|mut file| file.read_exact(&mut beginning));
        read.is_ok() && beginning == *MARK
    }

    /// A folder that is a catalog: its files, its ledger and its translations.
    fn catalog(&mut self, folder: &Path) -> Result<(), Failure> {
        for path in self.list(folder)? {
            if path.ends_with("locales") && self.root.join(&path).is_dir() {
                let translations = self.list(&path)?;
                self.files.extend(translations.into_iter().filter(|path| is_yaml(path)));
            } else if (is_yaml(&path) || path.ends_with(FOLDER_LEDGER)) && !self.root.join(&path).is_dir() {
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
        let full = self.root.join(folder);
        let full = if full.as_os_str().is_empty() { Path::new(".") } else { &full };
        for entry in std::fs::read_dir(full).map_err(failure)? {
            let name = entry.map_err(failure)?.file_name();
            if !name.as_encoded_bytes().starts_with(b".") {
                paths.push(folder.join(name));
            }
        }
        paths.sort_unstable();
        Ok(paths)
    }
}

/// What every ledger begins with.
const MARK: &[u8; 10] = b"{\"errcat\":";

/// What the ledger of a catalog that is a folder is called.
const FOLDER_LEDGER: &str = "errcat.lock";

fn is_lock(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "lock")
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// The path with `/` on every system, without `./` at its beginning.
pub(super) fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    text.strip_prefix("./").map_or(text.clone(), str::to_owned)
}

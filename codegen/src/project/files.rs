//! Finds and reads the files of catalogs, in a fixed order.

mod unread;

use std::io::{ErrorKind, Read};
use std::path::{Component, MAIN_SEPARATOR, Path, PathBuf};

use super::{Failure, SETTINGS};
use crate::ledger::{beside, is_ledger, is_ledger_text, is_of_folder, owners};
use crate::order;
use crate::source::{FileId, LARGEST_FILE, Sources};
use crate::syntax::{CatalogFiles, catalog_files, is_catalog, shared_paths, stem};

/// Catalogs read from disk.
#[derive(Debug)]
pub struct Found {
    /// Their files.
    pub sources: Sources,
    /// Every file and folder that was read, relative to the root if possible.
    pub read: Vec<PathBuf>,
}

/// Reads the catalogs at `paths`, which are relative to `root`. A path can be a folder of catalogs,
/// a catalog folder, a single-file catalog, or any file of a catalog, which stands for the whole
/// catalog.
///
/// # Errors
/// Returns an error if something cannot be read or is not a catalog.
pub fn find(root: &Path, paths: &[PathBuf]) -> Result<Found, Failure> {
    let mut search = Search::new(root);
    for given in paths {
        let path = normal(root, given);
        if !is_plain(&path) {
            return Err(Failure::new(given, "the path has control characters or is not UTF-8; rename it"));
        }
        let before = search.files.len();
        search.visit(&path)?;
        if search.files.len() == before && !search.files.iter().any(|file| file.starts_with(&path)) {
            let reason = "no catalog found; a catalog is a `.yaml` file, or a folder with a `catalog.yaml`";
            return Err(Failure::new(given, reason));
        }
    }
    let mut sources = Sources::default();
    sources.set_folder(name(root));
    for file in &search.files {
        add(root, file, &mut sources)?;
    }
    for path in shared(root, &sources) {
        if !search.files.contains(&path) {
            add(root, &path, &mut sources)?;
            search.files.push(path);
        }
    }
    for file in search.unread.iter().filter(|file| !search.files.contains(file)) {
        sources.add_unread(slashed(file));
    }
    let mut read = search.folders;
    read.extend(search.files);
    Ok(Found { sources, read })
}

/// Returns the catalogs in `all` that list a file of `given`, if that is not a catalog itself.
pub(super) fn sharing(all: impl FnOnce() -> Option<Sources>, given: &Sources) -> Vec<PathBuf> {
    let shared = catalog_files(given).into_iter().filter_map(|catalog| match catalog {
        CatalogFiles::Single { file, .. } if !is_catalog(given, file) => Some(stem(given.path(file))),
        _ => None,
    });
    let shared: Vec<&str> = shared.collect();
    let Some(all) = (if shared.is_empty() { None } else { all() }) else { return Vec::new() };
    let lists = |head: &FileId| {
        let paths = shared_paths(&all, *head);
        paths.iter().any(|path| shared.contains(&path.as_str()))
    };
    heads(&all).filter(lists).map(|head| PathBuf::from(all.path(head))).collect()
}

/// Iterates over the files `catalog.yaml`.
fn heads(sources: &Sources) -> impl Iterator<Item = FileId> {
    sources.ids().filter(|file| {
        let name = sources.path(*file).rsplit('/').next();
        matches!(name, Some("catalog.yaml" | "catalog.yml"))
    })
}

/// Returns the folder of the catalog, below the folder of catalogs, around a file that is too deep in
/// it to be read, or else the path itself.
pub(super) fn catalog_above(root: &Path, catalogs: &Path, path: &Path) -> PathBuf {
    let is_catalog = |folder: &&Path| Search::new(root).is_catalog(folder);
    let place = normal(root, path);
    let mut above = place.ancestors().skip(1).take_while(|folder| folder.starts_with(catalogs));
    if !is_yaml(&place) || above.next().is_some_and(|beside| is_catalog(&beside)) {
        return path.to_owned();
    }
    above.find(is_catalog).map_or(path.to_owned(), Path::to_owned)
}

/// Returns the files of the families that catalogs list by path, as far as they exist.
fn shared(root: &Path, sources: &Sources) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in heads(sources).flat_map(|head| shared_paths(sources, head)) {
        let endings = ["yaml", "yml"].into_iter().map(|ending| PathBuf::from(format!("{path}.{ending}")));
        let mut existing = endings.filter(|path| root.join(path).is_file() || root.join(path).is_symlink());
        if let Some(path) = existing.next() {
            order::insert(&mut files, path);
        }
    }
    files
}

/// Reads a file and adds it.
fn add(root: &Path, file: &Path, sources: &mut Sources) -> Result<(), Failure> {
    let place = root.join(file);
    match read(&place) {
        Ok(bytes) => sources.add_bytes(slashed(file), bytes),
        // A dangling link is a mistake in the project. Mistakes in other files must still be
        // reported.
        Err(error) if error.kind() == ErrorKind::NotFound && place.is_symlink() => {
            sources.add_dangling(slashed(file))
        }
        Err(error) => return Err(Failure::new(file, error)),
    };
    Ok(())
}

/// Reads a file, but no more than is needed to see that it is too large.
pub(super) fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    refuse_special(path)?;
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a text that is not a catalog.
///
/// # Errors
/// Returns an error if the file cannot be read, or is not a text.
pub fn read_text(path: &Path) -> std::io::Result<String> {
    refuse_special(path)?;
    std::fs::read_to_string(path)
}

/// Rejects a pipe, a socket or a device, because reading it may never end. Reading a folder fails
/// anyway.
///
/// # Errors
/// Returns an error if there is neither a file nor a folder at `path`.
pub fn refuse_special(path: &Path) -> std::io::Result<()> {
    let kind = std::fs::metadata(path)?;
    if kind.is_file() || kind.is_dir() { Ok(()) } else { Err(std::io::Error::other("not a regular file")) }
}

/// Returns `true` if there is anything at `path`, even a link to nothing.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Removes `.` and `..` from a path and makes it relative to the root if possible, so that a file
/// has only one path.
#[must_use]
pub fn normal(root: &Path, path: &Path) -> PathBuf {
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

/// Returns the name of a folder.
fn name(folder: &Path) -> String {
    absolute(folder).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Returns the absolute path of a folder. The empty path is the current folder.
fn absolute(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    std::path::absolute(folder).map_or_else(|_| folder.to_owned(), |path| path.components().collect())
}

struct Search<'r> {
    root: &'r Path,
    /// Sorted, without duplicates.
    files: Vec<PathBuf>,
    /// Sorted, without duplicates.
    folders: Vec<PathBuf>,
    /// Files that look like parts of a catalog, but are not read.
    unread: Vec<PathBuf>,
}

impl<'r> Search<'r> {
    fn new(root: &'r Path) -> Self {
        Self { root, files: Vec::new(), folders: Vec::new(), unread: Vec::new() }
    }

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
                return Err(Failure::new(path, "there is no catalog next to this ledger"));
            };
            self.single(catalog);
            Ok(())
        } else {
            self.single(path.to_owned());
            Ok(())
        }
    }

    /// Adds a single-file catalog with its ledger.
    fn single(&mut self, catalog: PathBuf) {
        let ledger = catalog.with_file_name(beside(&name_of(&catalog)));
        // A folder in the place of the ledger is added, too, so that reading it fails instead of
        // ignoring the ledger.
        if is_there(&self.root.join(&ledger)) {
            order::insert(&mut self.files, ledger);
        }
        order::insert(&mut self.files, catalog);
    }

    fn is_catalog(&self, folder: &Path) -> bool {
        ["catalog.yaml", "catalog.yml"].iter().any(|name| is_there(&self.root.join(folder).join(name)))
    }

    /// Adds a folder of catalogs: its files, and its folders one level down.
    fn catalogs(&mut self, folder: &Path) -> Result<(), Failure> {
        for path in self.list(folder)? {
            if self.is_folder(&path) {
                self.catalog(&path)?;
            } else if path.extension().is_none() && is_dangling(&self.root.join(&path)) {
                // This may have been a catalog.
                order::insert(&mut self.files, path);
            } else {
                self.file(path);
            }
        }
        Ok(())
    }

    /// Adds a folder below the folder of catalogs: a catalog with families, ledger and
    /// translations, or single-file catalogs.
    fn catalog(&mut self, folder: &Path) -> Result<(), Failure> {
        let is_catalog = self.is_catalog(folder);
        for path in self.list(folder)? {
            if path.ends_with("locales") && is_dangling(&self.root.join(&path)) {
                order::insert(&mut self.files, path);
            } else if path.ends_with("locales") && self.root.join(&path).is_dir() {
                let translations = self.list(&path)?;
                for path in translations {
                    if is_yaml(&path) {
                        order::insert(&mut self.files, path);
                    } else {
                        self.unread(&path);
                    }
                }
            } else if is_catalog && is_of_folder(&name_of(&path)) {
                order::insert(&mut self.files, path);
            } else if self.is_folder(&path) {
                // Nothing that belongs to a catalog is deeper.
                self.unread(&path);
            } else if is_catalog && is_yaml(&path) {
                order::insert(&mut self.files, path);
            } else {
                self.file(path);
            }
        }
        Ok(())
    }

    /// Returns `true` if a path is a folder. One with the name of a catalog is not: it is in the
    /// place of a file, so that reading it fails.
    fn is_folder(&self, path: &Path) -> bool {
        !is_yaml(path) && self.root.join(path).is_dir()
    }

    /// Adds a file if it is a catalog or a ledger.
    fn file(&mut self, path: PathBuf) {
        if is_yaml(&path) {
            self.single(path);
        } else if is_lock(&path) && (is_of_folder(&name_of(&path)) || self.is_like_a_ledger(&path)) {
            order::insert(&mut self.files, path);
        } else {
            self.unread(&path);
        }
    }

    /// Returns `true` if a file starts like a ledger, even if its catalog is missing.
    fn is_like_a_ledger(&self, path: &Path) -> bool {
        beginning(&self.root.join(path)).is_some_and(|text| is_ledger_text(&text))
    }

    /// Returns the entries of a folder that can be parts of catalogs: without hidden files, the
    /// settings, and names that cannot be told to cargo, which are not read.
    fn list(&mut self, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
        order::insert(&mut self.folders, folder.to_owned());
        let failure = |error| Failure::new(folder, error);
        let mut paths = Vec::new();
        let full = self.root.join(folder);
        let full = if full.as_os_str().is_empty() { Path::new(".") } else { &full };
        for entry in std::fs::read_dir(full).map_err(failure)? {
            let name = entry.map_err(failure)?.file_name();
            let path = folder.join(&name);
            if name.as_encoded_bytes().starts_with(b".") || path == Path::new(SETTINGS) {
                continue;
            }
            if is_plain(Path::new(&name)) {
                paths.push(path);
            } else {
                self.unread(&path);
            }
        }
        order::sort(&mut paths, &Ord::cmp);
        Ok(paths)
    }
}

/// Returns the beginning of a file, which is enough to recognize it. Anything but a regular file has
/// none.
fn beginning(path: &Path) -> Option<String> {
    if !path.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path).ok()?.take(BEGINNING).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The number of bytes that are read to recognize a file.
const BEGINNING: u64 = 8 << 10;

/// Returns whether a path can be told to cargo and shown in reports. A name with a backslash would be
/// a path on another system.
pub(super) fn is_plain(path: &Path) -> bool {
    let is_plain = |name: &str| !name.contains(|c: char| c.is_control() || c == '\\');
    path.components().all(|part| match part {
        Component::Normal(name) => name.to_str().is_some_and(is_plain),
        _ => true,
    })
}

fn is_dangling(path: &Path) -> bool {
    path.is_symlink() && !path.exists()
}

fn is_lock(path: &Path) -> bool {
    is_ledger(&name_of(path))
}

/// Returns the name of a file.
fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// Returns a path with `/` on every platform, without `./` at its start.
#[must_use]
pub fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy().replace(MAIN_SEPARATOR, "/");
    text.strip_prefix("./").map_or(text.clone(), str::to_owned)
}

/// Returns a path with `/` on every platform, without `.` and empty parts.
pub(super) fn plain(path: &Path) -> String {
    let parts = path.components().filter(|part| !matches!(part, Component::CurDir));
    slashed(&parts.collect::<PathBuf>())
}

//! Writes trees to disk. Only changed files are written, and each file is replaced atomically.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{Failure, refuse_special};
use crate::emit::Output;
use crate::order;
use crate::tree::Tree;

/// A file that differs from the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The path.
    pub path: PathBuf,
    /// The current content, or `None` if the file does not exist.
    pub old: Option<String>,
    /// The new content, or `None` if the file is to be removed.
    pub new: Option<String>,
}

impl FileChange {
    /// Returns `true` if only the ends of lines differ, as after a checkout with `autocrlf`.
    #[must_use]
    pub fn is_of_line_ends(&self) -> bool {
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => old != new && with_line_feeds(old) == with_line_feeds(new),
            _ => false,
        }
    }
}

/// Returns `true` if two texts are equal, except that the lines of `old` may end with a carriage
/// return and a line feed. A checkout can change these.
pub(super) fn is_same(old: &str, new: &str) -> bool {
    old == new || (old.contains("\r\n") && old.replace("\r\n", "\n") == new.replace("\r\n", "\n"))
}

/// Returns a text whose lines end with a line feed, whatever they ended with.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Returns the changes that would make `folder` contain the files of `tree`. Other files are kept.
///
/// # Errors
/// Returns an error if something in the folder cannot be read.
pub fn compare(folder: &Path, tree: &Tree) -> Result<Vec<FileChange>, Failure> {
    let mut changes = Vec::new();
    for (path, text) in tree.iter() {
        let path = folder.join(path);
        let old = read(&path)?;
        if !old.as_ref().is_some_and(|old| is_same(old, text)) {
            changes.push(FileChange { path, old, new: Some(text.to_owned()) });
        }
    }
    Ok(changes)
}

/// Like [`compare`], but also removes orphans: files that the existing root declares and `tree`
/// does not contain. Only files marked as generated are removed.
///
/// # Errors
/// Returns an error if something in the folder cannot be read.
pub(super) fn compare_output(
    folder: &Path,
    tree: &Tree,
    output: &dyn Output,
) -> Result<Vec<FileChange>, Failure> {
    let mut changes = compare(folder, tree)?;
    for (path, old) in orphans(folder, tree, output)? {
        changes.push(FileChange { path, old: Some(old), new: None });
    }
    order::sort(&mut changes, &|a, b| a.path.cmp(&b.path));
    Ok(changes)
}

/// Returns the changes that [`store`] would make, after checking that it can make them.
///
/// # Errors
/// Returns an error if something cannot be read or is a symbolic link.
pub fn prepare(folder: &Path, tree: &Tree) -> Result<Vec<FileChange>, Failure> {
    let changes = compare(folder, tree)?;
    refuse_links(folder, &changes)?;
    Ok(changes)
}

/// Makes `folder` match `tree` and returns the changes.
///
/// # Errors
/// Returns an error if something cannot be read or written. Every file is then either old or new,
/// never partial.
pub fn store(folder: &Path, tree: &Tree) -> Result<Vec<FileChange>, Failure> {
    let changes = prepare(folder, tree)?;
    sweep(folder, tree);
    apply(&changes, write)?;
    Ok(changes)
}

/// Makes changes of generated files below `folder`, after checking that nothing prevents them.
///
/// # Errors
/// Returns an error if a symbolic link is in the way or something cannot be written. Every file is
/// then either old or new, never partial.
pub(super) fn make(folder: &Path, changes: &[FileChange]) -> Result<(), Failure> {
    refuse_links(folder, changes)?;
    // Waiting for the disk takes most of the time with thousands of files, which can be generated
    // again after a power failure.
    apply(changes, |path, text| replace(path, text, |_| Ok(())))
}

fn apply(changes: &[FileChange], write: impl Fn(&Path, &str) -> Result<(), Failure>) -> Result<(), Failure> {
    for change in changes {
        match &change.new {
            Some(text) => write(&change.path, text)?,
            None => remove(&change.path)?,
        }
    }
    Ok(())
}

/// Rejects a folder that a symbolic link leads out of `root`.
///
/// # Errors
/// Returns an error if the folder is outside of the root or cannot be resolved.
pub fn stay_within(root: &Path, folder: &Path) -> Result<(), Failure> {
    let real = |path: &Path| fs::canonicalize(if path == Path::new("") { Path::new(".") } else { path });
    let top = real(root).map_err(|error| Failure::new(root, error))?;
    for part in folder.ancestors().collect::<Vec<_>>().into_iter().rev() {
        match real(&root.join(part)) {
            Ok(path) if path.starts_with(&top) => {}
            Ok(path) => {
                let reason = format!("a symbolic link leads out of the project, to {}", path.display());
                return Err(Failure::new(part, reason));
            }
            Err(error) if error.kind() == ErrorKind::NotFound && root.join(part).is_symlink() => {
                return Err(Failure::new(part, "the symbolic link is dangling"));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => break,
            Err(error) => return Err(Failure::new(part, error)),
        }
    }
    Ok(())
}

/// Rejects a symbolic link at `path` or in a folder between it and `folder`.
fn refuse_links(folder: &Path, changes: &[FileChange]) -> Result<(), Failure> {
    match changes.iter().find_map(|change| link_below(folder, &change.path)) {
        Some(link) => {
            Err(Failure::new(link, "a symbolic link is in the place of a generated file; remove it"))
        }
        None => Ok(()),
    }
}

/// Returns the part of `path` below `folder` that is a symbolic link, if any.
pub(super) fn link_below<'p>(folder: &Path, path: &'p Path) -> Option<&'p Path> {
    path.ancestors().take_while(|part| *part != folder).find(|part| part.is_symlink())
}

pub(super) fn read(path: &Path) -> Result<Option<String>, Failure> {
    match refuse_special(path).and_then(|()| fs::read(path)) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::new(path, error)),
    }
}

/// Returns the files of `output` that the existing root declares and the tree does not contain.
fn orphans(folder: &Path, tree: &Tree, output: &dyn Output) -> Result<Vec<(PathBuf, String)>, Failure> {
    let Some(root) = tree.root() else { return Ok(Vec::new()) };
    let root = read(&folder.join(root))?.filter(|text| output.is_own(text)).unwrap_or_default();
    let mut orphans = Vec::new();
    for name in output.declared(&root) {
        collect_marked(&folder.join(name), output, &mut orphans)?;
    }
    let is_orphan = |(path, _): &(PathBuf, String)| {
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
        tree.get(&name).is_none()
    };
    orphans.retain(is_orphan);
    Ok(orphans)
}

/// Collects the marked files at `path`, which may be a file, a folder, or missing.
fn collect_marked(
    path: &Path,
    output: &dyn Output,
    found: &mut Vec<(PathBuf, String)>,
) -> Result<(), Failure> {
    let failure = |error| Failure::new(path, error);
    let kind = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata.file_type(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failure(error)),
    };
    if kind.is_dir() {
        for entry in fs::read_dir(path).map_err(failure)? {
            collect_marked(&entry.map_err(failure)?.path(), output, found)?;
        }
    } else if kind.is_file() && !is_hidden(path) {
        let text = read(path)?.unwrap_or_default();
        if output.is_own(&text) {
            found.push((path.to_owned(), text));
        }
    }
    Ok(())
}

/// Returns `true` if a file is hidden. It may be a temporary file of another run.
fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Removes a file, unless another run has removed it already.
fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::new(path, error)),
        _ => Ok(()),
    }
}

/// Writes a file so that it is on the disk, either as it was or as a whole.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    sweep_beside(path);
    replace(path, text, fs::File::sync_all)
}

/// Removes the temporary files that killed runs left for a file.
pub(super) fn sweep_beside(path: &Path) {
    let name = short_name(path);
    sweep_folder(path.parent().unwrap_or(Path::new(".")), &|target| target == name);
}

/// The number of characters of a name that the name of a temporary file has. Systems limit the length
/// of names to 255 bytes.
const LONGEST_NAME: usize = 50;

/// Returns the name of a file in that of a temporary file.
fn short_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().chars().take(LONGEST_NAME).collect()
}

/// Removes the temporary files next to those of the tree that killed runs left.
pub(super) fn sweep(folder: &Path, tree: &Tree) {
    let mut folders: Vec<PathBuf> = Vec::new();
    for (path, _) in tree.iter() {
        let path = folder.join(path);
        order::insert(&mut folders, path.parent().unwrap_or(folder).to_owned());
    }
    let is_ours = |name: &str, place: &Path| {
        let mut paths = tree.iter().map(|(path, _)| folder.join(path));
        paths.any(|path| path.parent() == Some(place) && short_name(&path) == name)
    };
    for place in &folders {
        sweep_folder(place, &|name| is_ours(name, place));
    }
}

/// Removes the temporary files in a folder that killed runs left for files that `is_ours` accepts.
fn sweep_folder(folder: &Path, is_ours: &dyn Fn(&str) -> bool) {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    for entry in entries {
        let name = entry.file_name();
        let parts =
            name.to_str().and_then(|name| name.strip_prefix('.')?.strip_suffix(".tmp")?.rsplit_once('.'));
        let Some((target, process)) = parts else { continue };
        if is_ours(target) && process.parse().is_ok_and(is_gone) {
            // Another run may have removed it.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Returns `true` if no process has this id. Systems that do not show their processes as files are not
/// asked, and nothing is removed there.
fn is_gone(process: u32) -> bool {
    let all = Path::new("/proc");
    all.join("self").exists() && !all.join(process.to_string()).exists()
}

/// Writes a temporary file next to the target and renames it.
fn replace(path: &Path, text: &str, sync: impl Fn(&fs::File) -> std::io::Result<()>) -> Result<(), Failure> {
    let failure = |error| Failure::new(path, error);
    let folder = path.parent().unwrap_or(Path::new("."));
    let missing: Vec<&Path> = folder.ancestors().take_while(|part| !part.exists()).collect();
    let clean = |_: &std::io::Error| {
        // Remove folders that were created for a file that was not written. Folders with other
        // content stay.
        for part in &missing {
            let _ = fs::remove_dir(part);
        }
    };
    if let Some(link) = folder.ancestors().find(|part| part.is_symlink() && !part.exists()) {
        return Err(Failure::new(link, "the symbolic link is dangling"));
    }
    fs::create_dir_all(folder).inspect_err(clean).map_err(failure)?;
    let beside = folder.join(format!(".{}.{}.tmp", short_name(path), std::process::id()));
    let written = fs::File::create(&beside)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| sync(&file)))
        .and_then(|()| keep_permissions(path, &beside))
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        // Report the first error, not a failure to clean up.
        let _ = fs::remove_file(&beside);
        clean(&error);
        failure(error)
    })
}

/// Copies the permissions of the replaced file.
fn keep_permissions(old: &Path, new: &Path) -> std::io::Result<()> {
    match fs::metadata(old) {
        Ok(metadata) => fs::set_permissions(new, metadata.permissions()),
        Err(_) => Ok(()),
    }
}

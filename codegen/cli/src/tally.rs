//! What a run of `errcat gen` did, in words.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use errcat_build::unstable::project::{FileChange, read_text};
use errcat_build::unstable::tree::Tree;

use crate::init::declares;
use crate::output::{Output, count};

/// The number of changed files up to which each of them is listed.
const FEW: usize = 30;

/// The files of a run.
pub(crate) struct Tally {
    /// Whether nothing is written.
    check: bool,
    files: usize,
    written: usize,
    removed: usize,
    next: Option<String>,
}

impl Tally {
    pub(crate) fn new(check: bool) -> Self {
        Self { check, files: 0, written: 0, removed: 0, next: None }
    }

    /// Adds the files of an output. `root` is the folder to which paths are relative.
    pub(crate) fn add(
        &mut self,
        root: &Path,
        name: &Path,
        place: &Path,
        tree: &Tree,
        changes: &[FileChange],
        output: &mut Output,
    ) {
        self.files += tree.len();
        self.upkeep(changes);
        let changed: BTreeSet<&Path> = changes.iter().map(|change| change.path.as_path()).collect();
        let files = tree.iter().map(|(path, _)| place.join(path));
        output.details.extend(
            files
                .filter(|path| !changed.contains(path.as_path()))
                .map(|path| format!("unchanged {}", shown(root, &path))),
        );
        if self.check {
            return;
        }
        if changes.len() > FEW {
            let files = count(changes.len(), "file", "files");
            output.progress.push(format!("wrote {files} in {}", name.display()));
            output.details.extend(changes.iter().map(|change| line(root, change)));
        } else {
            output.progress.extend(changes.iter().map(|change| line(root, change)));
        }
        let root_file = tree.root().filter(|file| Path::new(file).extension().is_some_and(|end| end == "rs"));
        let is_root = |change: &&FileChange| root_file.is_some_and(|file| change.path == place.join(file));
        if changes.iter().find(is_root).is_some_and(|change| change.old.is_none()) {
            self.next = next(root, place);
        }
    }

    /// Adds files that belong to no output.
    pub(crate) fn upkeep(&mut self, changes: &[FileChange]) {
        let removed = changes.iter().filter(|change| change.new.is_none()).count();
        self.removed += removed;
        self.written += changes.len() - removed;
    }

    /// Returns what was done, or what is stale.
    pub(crate) fn summary(&self) -> String {
        let files = count(self.files, "file", "files");
        match (self.check, self.written, self.removed) {
            (_, 0, 0) => format!("{files} up to date"),
            (true, written, removed) => {
                let it = if written + removed == 1 { "it" } else { "them" };
                let files = count(written + removed, "file", "files");
                format!("{files} stale; run `errcat gen` to update {it}")
            }
            (false, written, 0) => format!("wrote {}", count(written, "file", "files")),
            (false, written, removed) => {
                format!("wrote {}, removed {removed}", count(written, "file", "files"))
            }
        }
    }

    /// Returns what to do after the first run.
    pub(crate) fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }
}

/// Returns how a crate takes over a new module, unless it does.
fn next(root: &Path, place: &Path) -> Option<String> {
    let (module, folder) = (place.file_name()?.to_str()?, place.parent()?);
    let files = ["lib.rs", "main.rs"].map(|name| folder.join(name));
    let text = |path: &PathBuf| read_text(path).ok();
    if files.iter().filter_map(text).any(|text| declares(&text, module)) {
        return None;
    }
    let file =
        files.iter().find(|path| path.is_file()).map_or("the crate".to_owned(), |path| shown(root, path));
    Some(format!("next: add `mod {module};` to {file}, and run `cargo add errcat`"))
}

/// Returns a line that says what happened to a file.
pub(crate) fn line(root: &Path, change: &FileChange) -> String {
    let state = if change.new.is_some() { "wrote" } else { "removed" };
    format!("{state:>9} {}", shown(root, &change.path))
}

/// Formats a path relative to the project if possible.
fn shown(root: &Path, path: &Path) -> String {
    let current = std::env::current_dir().unwrap_or_default();
    let base = if root == Path::new("") { current.as_path() } else { root };
    path.strip_prefix(base).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

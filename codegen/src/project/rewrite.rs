//! Writes fixed texts back to their files.

use std::fs;
use std::path::{Path, PathBuf};

use super::Failure;
use super::store::write;
use crate::source::Sources;

/// Writes every text of `new` that differs from `old`, relative to `root`, and returns the changed
/// files. All of them are checked before the first is written.
///
/// # Errors
/// Returns an error if a file was changed meanwhile, is read-only, or is reached through a link out
/// of the project.
pub fn rewrite(root: &Path, old: &Sources, new: &Sources) -> Result<Vec<String>, Failure> {
    let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
    let changed: Vec<_> = old.ids().filter(|file| old.text(*file) != new.text(*file)).collect();
    let mut places = Vec::with_capacity(changed.len());
    for &file in &changed {
        places.push(place(root, Path::new(old.path(file)), old.text(file))?);
    }
    for (file, place) in changed.iter().zip(places) {
        write(&place, new.text(*file)).map_err(|failure| failure.at(new.path(*file)))?;
    }
    Ok(changed.iter().map(|file| new.path(*file).to_owned()).collect())
}

/// Returns the target of a path if it may be written and still contains `text`.
fn place(root: &Path, path: &Path, text: &str) -> Result<PathBuf, Failure> {
    let failure = |error| Failure::new(path, error);
    let inside = root.canonicalize().map_err(failure)?;
    let real = root.join(path).canonicalize().map_err(failure)?;
    if path.is_relative() && !real.starts_with(&inside) {
        return Err(Failure::new(path, "a link leads out of the project; the file is not changed"));
    }
    if fs::metadata(&real).map_err(failure)?.permissions().readonly() {
        return Err(Failure::new(path, "the file is read-only"));
    }
    if fs::read(&real).map_err(failure)? != text.as_bytes() {
        return Err(Failure::new(path, "the file was changed meanwhile; run the command again"));
    }
    Ok(real)
}

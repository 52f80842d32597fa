//! `.errcat/outputs`: the files that earlier runs of `errcat gen` wrote, so that `--prune` can
//! remove those that are no longer written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::store::{FileChange, is_same, link_below, make, read, sweep_beside};
use super::{Failure, Planned, Project, files, stay_within};
use crate::order;

/// The list of written files, relative to the project. It is sorted, has one path per line, and
/// should be committed.
pub const WRITTEN: &str = ".errcat/outputs";

/// The changes of a run in addition to its outputs.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Upkeep {
    /// The removal of files that no output writes any more, and the change of the list.
    pub changes: Vec<FileChange>,
    /// Files that no output writes any more and that are kept, because their removal was not
    /// requested.
    pub leftovers: Vec<String>,
    /// Files that no output writes any more and that are kept, because they were changed.
    pub foreign: Vec<String>,
    /// Folders of removed files, which go if nothing is left in them.
    folders: BTreeSet<PathBuf>,
}

impl Project {
    /// Returns the changes after writing the outputs of these kinds, or all of them if no kind is
    /// named. `removed` are the files that writing them removes. Files at the paths of other outputs
    /// are kept, because it is not known whether they are still written.
    ///
    /// # Errors
    /// Returns an error if the list or a file in it cannot be read.
    pub fn upkeep(
        &self,
        outputs: &[Planned],
        kinds: &[String],
        removed: &[PathBuf],
        prune: bool,
    ) -> Result<Upkeep, Failure> {
        let mut upkeep = Upkeep::default();
        let list = self.root.join(WRITTEN);
        let old = read(&list)?;
        let mut kept: Vec<String> = outputs.iter().flat_map(paths).collect();
        let wanted: BTreeSet<String> = kept.iter().cloned().collect();
        let others = self.others(kinds);
        let removed: BTreeSet<&Path> = removed.iter().map(PathBuf::as_path).collect();
        // The folder of an output has files of its own, and the folders above it have none.
        let listed = old.iter().flat_map(|text| text.lines());
        let homes: BTreeSet<&Path> = listed.filter_map(|path| Path::new(path).parent()).collect();
        for path in old.iter().flat_map(|text| text.lines()).filter(|path| is_below(path)) {
            let place = self.root.join(path);
            if removed.contains(place.as_path()) || !is_plain_file(&self.root, &place) {
                continue;
            }
            let is_of_another = others.iter().any(|other| Path::new(path).starts_with(other));
            if wanted.contains(path) || is_of_another {
                kept.push(path.to_owned());
                continue;
            }
            if !prune {
                kept.push(path.to_owned());
                upkeep.leftovers.push(path.to_owned());
                continue;
            }
            match read(&place)? {
                Some(text) if self.kinds.iter().any(|output| output.is_own(&text)) => {
                    upkeep.changes.push(FileChange { path: place, old: Some(text), new: None });
                    let above = Path::new(path).ancestors().skip(1);
                    let is_below_home = |folder: &&Path| folder.ancestors().any(|it| is_home(&homes, it));
                    upkeep.folders.extend(above.filter(is_below_home).map(Path::to_owned));
                }
                _ => upkeep.foreign.push(path.to_owned()),
            }
        }
        order::sort(&mut kept, &Ord::cmp);
        kept.dedup();
        let text: String = kept.iter().flat_map(|path| [path.as_str(), "\n"]).collect();
        let new = (!text.is_empty()).then_some(text);
        let is_same = match (&old, &new) {
            (Some(old), Some(new)) => is_same(old, new),
            (old, new) => old == new,
        };
        if !is_same {
            if new.is_none() {
                upkeep.folders.extend(Path::new(WRITTEN).parent().map(Path::to_owned));
            }
            upkeep.changes.push(FileChange { path: list, old, new });
        }
        Ok(upkeep)
    }

    /// Makes the changes of [`upkeep`](Self::upkeep).
    ///
    /// # Errors
    /// Returns an error if a symbolic link is in the way, or if a file cannot be written or
    /// removed.
    pub fn keep_up(&self, upkeep: &Upkeep) -> Result<(), Failure> {
        for change in &upkeep.changes {
            let path = change.path.strip_prefix(&self.root).unwrap_or(&change.path);
            stay_within(&self.root, path.parent().unwrap_or(Path::new("")))?;
        }
        sweep_beside(&self.root.join(WRITTEN));
        make(&self.root, &upkeep.changes)?;
        // The inner folders come first. A folder with something in it cannot be removed.
        for folder in upkeep.folders.iter().rev() {
            drop(fs::remove_dir(self.root.join(folder)));
        }
        Ok(())
    }
}

/// Returns `true` if a folder has files of outputs. The project itself is no folder of an output.
fn is_home(homes: &BTreeSet<&Path>, folder: &Path) -> bool {
    folder != Path::new("") && homes.contains(folder)
}

/// Returns the files of an output, relative to the project.
fn paths(planned: &Planned) -> Vec<String> {
    planned.tree.iter().map(|(path, _)| files::plain(&planned.folder.join(path))).collect()
}

/// Returns `true` if a line of the list can be a file below the project.
fn is_below(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':'])
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Returns `true` if there is a file at `place` that is not reached through a symbolic link.
fn is_plain_file(root: &Path, place: &Path) -> bool {
    link_below(root, place).is_none() && fs::symlink_metadata(place).is_ok_and(|metadata| metadata.is_file())
}

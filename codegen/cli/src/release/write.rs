//! Writes a ledger beside its catalog.

use std::path::{Component, Path, PathBuf};

use errcat_build::unstable::ledger::beside;
use errcat_build::unstable::project::{Failure, Project, prepare, read_text, stay_within, store};
use errcat_build::unstable::tree::Tree;

use crate::git::Repository;

/// A ledger that is ready to be written to its path.
pub(super) struct Ready {
    folder: PathBuf,
    tree: Tree,
}

impl Ready {
    /// Checks that the ledger of a catalog can be written.
    pub(super) fn new(project: &Project, catalog: &str, text: &str) -> Result<Self, Failure> {
        let path = PathBuf::from(beside(catalog));
        let folder = path.parent().unwrap_or(Path::new(""));
        if path.is_relative() {
            // A catalog named with `..` is outside of the project, so only the rest of its path is
            // checked for links.
            let above: PathBuf =
                folder.components().take_while(|part| *part == Component::ParentDir).collect();
            let below = folder.strip_prefix(&above).unwrap_or(folder);
            stay_within(&project.root.join(&above), below)?;
        }
        let folder = project.root.join(folder);
        let mut tree = Tree::default();
        tree.insert(path.file_name().unwrap_or_default().to_string_lossy(), text);
        prepare(&folder, &tree)?;
        Ok(Self { folder, tree })
    }

    /// Writes the ledger.
    pub(super) fn write(&self) -> Result<(), Failure> {
        store(&self.folder, &self.tree).map(|_| ())
    }
}

/// Returns the advice to let git merge a new ledger, unless it does. Outside of a repository, any line of
/// `.gitattributes` for ledgers is taken for one that does.
pub(super) fn attributes(project: &Project, ledger: &str) -> Option<String> {
    let repository = Repository::around(&project.root);
    let prefix = repository.as_ref().map_or("", |repository| repository.prefix.as_str());
    let is_merged = match &repository {
        Some(repository) => repository.merges_lines(ledger),
        None => read_text(&project.root.join(".gitattributes")).is_ok_and(|text| {
            text.lines().any(|line| line.contains(".lock") && line.contains("merge=union"))
        }),
    };
    // The line of `errcat init`, which is for all ledgers.
    let catalogs = &project.settings.catalogs;
    let ledgers = if Path::new(ledger).starts_with(catalogs) {
        format!("{catalogs}/**/*.lock")
    } else {
        ledger.to_owned()
    };
    let line = format!("/{prefix}{ledgers} text eol=lf merge=union");
    (!is_merged).then(|| format!("next: add `{line}` to `.gitattributes`, so that git merges the ledger"))
}

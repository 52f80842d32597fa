//! Sorts the files below the folder of catalogs into catalogs.

use super::shared_families::{
    is_catalog, is_head, listed_paths, meant_family, mentioned_paths, shared_paths, split, stem, twin,
};
use crate::format::language::canonical;
use crate::ledger::{beside, is_ledger};
use crate::order;
use crate::source::{FileId, Sources};

/// The files of one catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogFiles {
    /// A catalog that is a single file.
    Single {
        /// The name of the file without its extension.
        id: String,
        /// The file.
        file: FileId,
        /// Its ledger.
        ledger: Option<FileId>,
    },
    /// A catalog that is a folder.
    Folder {
        /// The name of the folder.
        id: String,
        /// `catalog.yaml`
        head: FileId,
        /// The family files, with their names. Those from other folders come last.
        families: Vec<(String, FileId)>,
        /// The files in `locales/`, with their languages.
        locales: Vec<(String, FileId)>,
        /// Its ledger.
        ledger: Option<FileId>,
    },
}

/// Sorts files into catalogs by path. A folder with a `catalog.yaml` is a catalog. A file in a
/// folder without one is a catalog, too, unless a catalog lists it as a family. The result is
/// sorted by id.
#[must_use]
pub fn catalog_files(sources: &Sources) -> Vec<CatalogFiles> {
    let read = sources.ids().filter(|file| !sources.is_unread(*file));
    let mut paths: Vec<(&str, FileId)> = read.map(|id| (sources.path(id), id)).collect();
    order::sort(&mut paths, &Ord::cmp);
    // Of two files that differ only in their ending, one is read.
    let all: Vec<&str> = paths.iter().map(|(path, _)| *path).collect();
    paths.retain(|(path, _)| twin(&all, path).is_none());
    let (ledgers, paths): (Vec<_>, Vec<_>) = paths.into_iter().partition(|(path, _)| is_ledger(path));
    let ledger = |file| {
        let path = beside(sources.path(file));
        ledgers.binary_search_by_key(&path.as_str(), |(path, _)| path).ok().map(|index| ledgers[index].1)
    };
    // Files that a misspelt path was probably meant for. They are not reported as catalogs, too.
    let mut meant = Vec::new();
    let heads = paths.iter().filter_map(|(path, file)| {
        let (folder, name) = split(path);
        is_head(name).then_some((folder, *file))
    });
    let mut catalogs: Vec<CatalogFiles> = heads
        .map(|(folder, head)| CatalogFiles::Folder {
            id: if folder.is_empty() { sources.folder() } else { split(folder).1 }.to_owned(),
            head,
            families: families(sources, &paths, (folder, head), &mut meant),
            locales: within(&paths, &join(folder, "locales"), head),
            ledger: ledger(head),
        })
        .collect();
    // The paths in catalogs whose lists cannot be read, once they are needed.
    let mut mentioned: Option<Vec<String>> = None;
    for &(path, file) in &paths {
        let name = split(path).1;
        let owned = meant.contains(&file) || catalogs.iter().any(|catalog| catalog.holds(file));
        let mut is_mentioned = || {
            let heads = paths.iter().filter(|(path, _)| is_head(split(path).1));
            let heads = heads.flat_map(|(_, head)| mentioned_paths(sources, *head));
            let others = paths.iter().flat_map(|(_, file)| listed_paths(sources, *file));
            let all = || heads.chain(others).collect();
            mentioned.get_or_insert_with(all).iter().any(|known| known == stem(path))
        };
        if !owned && !is_translation(sources, path, file) && (is_catalog(sources, file) || !is_mentioned()) {
            catalogs.push(CatalogFiles::Single { id: stem(name).to_owned(), file, ledger: ledger(file) });
        }
    }
    order::sort(&mut catalogs, &|a, b| a.id().cmp(b.id()));
    catalogs
}

/// Returns the translations without a catalog: in a folder `locales` that is not next to a
/// `catalog.yaml`.
pub fn lone_translations<'s>(
    sources: &'s Sources,
    catalogs: &'s [CatalogFiles],
) -> impl Iterator<Item = FileId> + 's {
    let is_owned = |file| catalogs.iter().any(|catalog| catalog.holds(file));
    let all = sources.ids().filter(|file| !sources.is_unread(*file));
    all.filter(move |file| is_translation(sources, sources.path(*file), *file) && !is_owned(*file))
}

/// Returns `true` if a file is called like a translation and is no catalog itself.
fn is_translation(sources: &Sources, path: &str, file: FileId) -> bool {
    let (folder, name) = split(path);
    let tag = || stem(name).replace('_', "-");
    split(folder).1 == "locales"
        && !is_ledger(path)
        && canonical(&tag()).is_some()
        && !is_catalog(sources, file)
}

/// Returns the ledgers without a catalog.
pub fn lone_ledgers<'s>(
    sources: &'s Sources,
    catalogs: &'s [CatalogFiles],
) -> impl Iterator<Item = FileId> + 's {
    let is_owned = |file| catalogs.iter().any(|catalog| catalog.ledger() == Some(file));
    sources.ids().filter(move |file| is_ledger(sources.path(*file)) && !is_owned(*file))
}

impl CatalogFiles {
    /// Returns the ledger.
    #[must_use]
    pub fn ledger(&self) -> Option<FileId> {
        match self {
            Self::Single { ledger, .. } | Self::Folder { ledger, .. } => *ledger,
        }
    }

    /// Returns the id of the catalog.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Single { id, .. } | Self::Folder { id, .. } => id,
        }
    }

    fn holds(&self, wanted: FileId) -> bool {
        match self {
            Self::Single { file, .. } => *file == wanted,
            Self::Folder { head, families, locales, .. } => {
                *head == wanted || families.iter().chain(locales).any(|(_, file)| *file == wanted)
            }
        }
    }
}

/// Returns the files beside a catalog, and those from elsewhere that it lists.
fn families(
    sources: &Sources,
    paths: &[(&str, FileId)],
    (folder, head): (&str, FileId),
    meant: &mut Vec<FileId>,
) -> Vec<(String, FileId)> {
    let at = |path: &str| {
        let found = ["yaml", "yml"].into_iter().find_map(|ending| {
            let path = format!("{path}.{ending}");
            paths.binary_search_by_key(&path.as_str(), |(path, _)| path).ok()
        });
        found.map(|index| paths[index].1).filter(|file| !is_catalog(sources, *file))
    };
    let mut families = within(paths, folder, head);
    for path in shared_paths(sources, head) {
        if let Some(file) = at(&path) {
            if !families.iter().any(|(_, known)| *known == file) {
                families.push((split(&path).1.to_owned(), file));
            }
        } else if let Some(near) = meant_family(sources, &path) {
            meant.extend(at(&join(split(&path).0, near.word)));
        }
    }
    families
}

fn within(paths: &[(&str, FileId)], folder: &str, head: FileId) -> Vec<(String, FileId)> {
    paths
        .iter()
        .filter(|(path, file)| split(path).0 == folder && *file != head)
        .map(|(path, file)| (stem(split(path).1).to_owned(), *file))
        .collect()
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

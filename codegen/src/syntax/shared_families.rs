//! Resolves the entries of `families`, which may be paths to files that several catalogs share.

use super::yaml::{self, Node, NodeKind};
use crate::diag::Findings;
use crate::ledger::is_ledger;
use crate::source::{FileId, Sources};
use crate::text::nearest::{Near, nearest};

/// Returns the path, without its extension, of the file that an entry of `families` names. `head`
/// is the path of the catalog. Returns `None` if the entry leads out of the project.
#[must_use]
pub fn family_path(head: &str, entry: &str) -> Option<String> {
    let mut parts: Vec<&str> = match split(head).0 {
        "" => Vec::new(),
        folder => folder.split('/').collect(),
    };
    if entry.starts_with('/') {
        return None;
    }
    for part in entry.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop().filter(|last| !matches!(*last, "" | ".."))?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Returns the paths, without their extension, of the families that a catalog lists by path. A list
/// with mistakes counts as far as it can be read, so that its files are not mistaken for catalogs.
#[must_use]
pub fn shared_paths(sources: &Sources, head: FileId) -> Vec<String> {
    // Most catalogs share nothing, and need not be parsed for that. The list is after its key, and a
    // slash is written as one or as an escape.
    let text_of_head = sources.text(head);
    let lists = text_of_head.find("families").and_then(|at| text_of_head.get(at..));
    if lists.is_none_or(|lists| !lists.contains(['/', '\\'])) {
        return Vec::new();
    }
    let document = yaml::parse(sources, head, &mut Findings::default());
    let NodeKind::Map(entries) = &document.root.kind else { return Vec::new() };
    let lists = entries.iter().filter(|(key, _)| text(key) == Some("families"));
    let listed = lists.flat_map(|(_, list)| match &list.kind {
        NodeKind::List(items) => items.as_slice(),
        _ => std::slice::from_ref(list),
    });
    let shared = listed.filter_map(text).filter(|entry| entry.contains('/'));
    shared.filter_map(|entry| family_path(sources.path(head), entry)).collect()
}

/// Returns all paths in a catalog whose list of families may not be readable, because of another
/// mistake or a misspelt key. That mistake is reported, and not again for each file.
pub(super) fn mentioned_paths(sources: &Sources, head: FileId) -> Vec<String> {
    let document = yaml::parse(sources, head, &mut Findings::default());
    let is_misspelt = |key: &str| key != "families" && nearest(key, ["families"]).is_some();
    let is_lost = match &document.root.kind {
        NodeKind::Map(entries) => entries.iter().filter_map(|(key, _)| text(key)).any(is_misspelt),
        _ => false,
    };
    if !document.damaged && !is_lost {
        return Vec::new();
    }
    let words = sources.text(head).split(|c: char| c.is_whitespace() || "[]{},\"'".contains(c));
    let paths = words.filter(|word| word.contains('/'));
    paths.filter_map(|path| family_path(sources.path(head), path)).collect()
}

/// Returns the paths of the families that a catalog lists although it is no `catalog.yaml`, which is
/// reported once.
pub(super) fn listed_paths(sources: &Sources, file: FileId) -> Vec<String> {
    if is_head(split(sources.path(file)).1)
        || !is_catalog(sources, file)
        || !sources.text(file).contains("families")
    {
        return Vec::new();
    }
    let document = yaml::parse(sources, file, &mut Findings::default());
    let NodeKind::Map(entries) = &document.root.kind else { return Vec::new() };
    let lists = entries.iter().filter(|(key, _)| text(key) == Some("families"));
    let items = lists.flat_map(|(_, list)| match &list.kind {
        NodeKind::List(items) => items.as_slice(),
        _ => std::slice::from_ref(list),
    });
    items.filter_map(text).filter_map(|entry| family_path(sources.path(file), entry)).collect()
}

/// Returns `true` if a file is a catalog itself, which cannot be a family of another one.
#[must_use]
pub fn is_catalog(sources: &Sources, file: FileId) -> bool {
    let begins = |line: &str| line.trim_start_matches('\u{FEFF}').starts_with("errcat:");
    is_head(split(sources.path(file)).1) || sources.text(file).lines().take(BEGINNING).any(begins)
}

/// Returns the name, without its extension, of the family file that a path was probably meant for.
#[must_use]
pub fn meant_family<'s>(sources: &'s Sources, path: &str) -> Option<Near<'s>> {
    let (folder, name) = split(path);
    let files = sources.ids().filter(|file| {
        let path = sources.path(*file);
        split(path).0 == folder && !is_ledger(path) && !is_catalog(sources, *file)
    });
    nearest(stem(name), files.map(|file| stem(split(sources.path(file)).1)))
}

/// The number of lines that are searched for the key `errcat`, which usually comes first.
const BEGINNING: usize = 100;

/// Returns the file `NAME.yaml` beside `NAME.yml`. The paths are sorted.
pub(super) fn twin<'p>(paths: &[&'p str], path: &str) -> Option<&'p str> {
    let yaml = format!("{}.yaml", path.strip_suffix(".yml")?);
    paths.binary_search(&yaml.as_str()).ok().map(|index| paths[index])
}

pub(super) fn is_head(name: &str) -> bool {
    matches!(name, "catalog.yaml" | "catalog.yml")
}

/// Splits a path into folder and name.
#[must_use]
pub fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Returns the name or path of a file without its extension.
#[must_use]
pub fn stem(name: &str) -> &str {
    name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name)
}

fn text(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Plain(text) | NodeKind::Quoted(text) => Some(text),
        _ => None,
    }
}

//! Updates a catalog in place: only what the source says differently changes.

mod changes;
mod found;
mod guesses;

use errcat_build::unstable::source::Sources;
use errcat_build::unstable::value::Value;
use errcat_edit::{Operation, Path, Place, edit};

use self::changes::{Changes, entry_value};
use self::found::{Found, entries, get, text};
use crate::catalog::{Catalog, Family};
use crate::failure::Failure;
use crate::write;

/// An updated catalog.
#[derive(Clone, Debug)]
pub struct Update {
    /// The files, also the new ones.
    pub sources: Sources,
    /// The codes that were added.
    pub added: Vec<String>,
    /// The codes that changed, with the keys that changed.
    pub changed: Vec<(String, Vec<String>)>,
    /// The codes that the source no longer has. They are kept.
    pub gone: Vec<String>,
    /// Guesses that differ from the catalog, which is kept: codes and keys.
    pub kept: Vec<(String, String)>,
}

/// Updates the files of one catalog.
///
/// # Errors
/// Returns an error if a file cannot be read or edited.
pub fn update(sources: &Sources, catalog: &Catalog) -> Result<Update, Failure> {
    let found = Found::read(sources).map_err(|path| {
        Failure::new(format!("{path} has mistakes; `errcat check` shows them, and nothing was written"))
    })?;
    let mut operations: Vec<Vec<Operation>> = vec![Vec::new(); found.families.len()];
    let mut changes = Changes::default();
    let mut head: Vec<Operation> = Vec::new();
    let mut new_files: Vec<&Family> = Vec::new();
    for family in &catalog.families {
        let own = found.families.iter().position(|other| other.id == family.id);
        let is_known = |code: &str| found.holder(&family.id, code).is_some();
        if own.is_none() && !family.entries.iter().any(|entry| is_known(&entry.code)) {
            changes.added.extend(family.entries.iter().map(|entry| entry.code.clone()));
            new_files.push(family);
            continue;
        }
        let mut before: Option<(usize, &str)> = None;
        let mut seen: Vec<&str> = Vec::new();
        for entry in &family.entries {
            let is_unique = catalog.head.iter().any(|key| key.name == "unique");
            let holder = match own.filter(|_| is_unique) {
                Some(own) => found.families[own].entry(&entry.code).map(|_| own),
                None => found.holder(&family.id, &entry.code),
            };
            // The second of two rows with one code was reported; it cannot be told apart.
            if family.entries.len() < 2_000 && seen.contains(&entry.code.as_str()) {
                continue;
            }
            seen.push(&entry.code);
            if let Some(holder) = holder {
                let path = Path::keys(["errors", entry.code.as_str()]);
                if let Some(node) = found.families[holder].entry(&entry.code) {
                    changes.entry(&entry.code, &path, node, entry, &mut operations[holder]);
                }
                before = Some((holder, &entry.code));
                continue;
            }
            let at = before.map(|(at, _)| at).or(own).unwrap_or_default();
            let place = match before {
                Some((_, code)) => Place::After(code.to_owned()),
                None => Place::First,
            };
            let errors = Path::keys(["errors"]);
            operations[at].push(Operation::insert(errors, entry.code.as_str(), entry_value(entry), place));
            changes.added.push(entry.code.clone());
            before = Some((at, &entry.code));
        }
    }
    declare(&found, catalog, &mut head);
    for family in &new_files {
        head.push(Operation::insert_item(
            Path::keys(["families"]),
            Value::Text(family.id.clone()),
            Place::Last,
        ));
    }
    let mut new = sources.clone();
    apply(&mut new, found.head, &head)?;
    for (family, operations) in found.families.iter().zip(&operations) {
        apply(&mut new, family.file, operations)?;
    }
    let folder = sources.path(found.head).rsplit_once('/').map_or("", |(folder, _)| folder);
    for family in new_files {
        new.add(format!("{folder}/{}.yaml", family.id), write::family(family));
    }
    guesses::mark(&mut new, catalog, &changes.added);
    let gone = gone(&found, catalog);
    Ok(Update { sources: new, added: changes.added, changed: changes.changed, gone, kept: changes.kept })
}

fn apply(
    sources: &mut Sources,
    file: errcat_build::unstable::source::FileId,
    operations: &[Operation],
) -> Result<(), Failure> {
    if operations.is_empty() {
        return Ok(());
    }
    let text = edit(sources.text(file), operations).map_err(|refusal| {
        Failure::new(format!("{} cannot be updated in place: {refusal}", sources.path(file)))
    })?;
    sources.set_text(file, text);
    Ok(())
}

/// Declares facts and tags that the catalog does not have yet.
fn declare(found: &Found, catalog: &Catalog, head: &mut Vec<Operation>) {
    for name in ["facts", "tags"] {
        let Some(key) = catalog.head.iter().find(|key| key.name == name) else { continue };
        let Value::Map(declared) = &key.value else { continue };
        let known = entries(get(&found.head_tree, name));
        for (entry, declaration) in declared {
            if !known.iter().any(|(other, _)| text(other) == entry) {
                head.push(Operation::insert(
                    Path::keys([name]),
                    entry.as_str(),
                    declaration.clone(),
                    Place::Last,
                ));
            }
        }
    }
}

/// Returns the codes that the source no longer has. Retired ones are not missed.
fn gone(found: &Found, catalog: &Catalog) -> Vec<String> {
    let mut known: Vec<&str> =
        catalog.families.iter().flat_map(|family| &family.entries).map(|entry| entry.code.as_str()).collect();
    known.sort_unstable();
    let is_retired = |family: &found::Family, code: &str| {
        family.entry(code).is_some_and(|node| get(node, "retired").is_some())
    };
    let mut gone = Vec::new();
    for family in &found.families {
        let codes =
            family.codes().filter(|code| known.binary_search(code).is_err() && !is_retired(family, code));
        gone.extend(codes.map(str::to_owned));
    }
    gone
}

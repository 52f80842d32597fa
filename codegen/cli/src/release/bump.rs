//! `errcat release --bump`: raises the version of a catalog to what its changes need.

use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::project::{Failure, Project, rewrite};
use errcat_build::unstable::source::{FileId, Sources};
use errcat_build::unstable::value::Value;
use errcat_edit::{Document, Operation, Path};

use super::Release;
use super::fate::{Fate, Reported, fate, mistakes};
use crate::diff::compared::Compared;
use crate::library::Library;

/// The version of a catalog, and the one that it needs.
struct Raise {
    id: String,
    path: String,
    old: String,
    new: String,
}

/// Raises the versions that are too low, analyzes the catalogs again, and writes them. Returns
/// progress lines. A catalog that cannot be released even then stays as it is.
pub(super) fn bump(args: &Release, project: &Project, library: &mut Library) -> Result<Vec<String>, Failure> {
    let mut raises: Vec<Raise> = library.compiled.model.catalogs.iter().filter_map(needed).collect();
    let after = raised(project, library, &raises)?;
    raises.retain(|raise| is_of_use(args, &after, raise));
    if raises.is_empty() {
        return Ok(Vec::new());
    }
    let after = raised(project, library, &raises)?;
    let state = if args.dry_run { "would raise" } else { "   raised" };
    if !args.dry_run {
        rewrite(&project.root, &library.sources, &after.sources)?;
    }
    *library = after;
    let line = |Raise { path, old, new, .. }: &Raise| format!("{state} {path}: {old} → {new}");
    Ok(raises.iter().map(line).collect())
}

/// Returns the version that a catalog needs, unless it has it. A higher version must not allow what
/// nobody said is meant, such as a code without an entry.
fn needed(catalog: &Catalog) -> Option<Raise> {
    let judgement = Compared::with_ledger(catalog).judgement;
    if judgement.version_allowed || !judgement.changes_allowed {
        return None;
    }
    Some(Raise {
        id: catalog.id.clone(),
        path: catalog.path.clone(),
        old: catalog.version.clone()?,
        new: judgement.next?.to_string(),
    })
}

/// Returns the catalogs with higher versions.
fn raised(project: &Project, library: &Library, raises: &[Raise]) -> Result<Library, Failure> {
    let mut sources = library.sources.clone();
    for raise in raises {
        let file = library.sources.ids().find(|file| library.sources.path(*file) == raise.path);
        if let Some(file) = file.filter(|file| library.sources.is_whole(*file)) {
            sources.set_text(file, with_version(&library.sources, file, raise)?);
        }
    }
    Ok(Library::analyze(project, sources))
}

/// Returns `true` if a catalog has its new version and can be released.
fn is_of_use(args: &Release, after: &Library, raise: &Raise) -> bool {
    let mut catalogs = after.compiled.model.catalogs.iter();
    let Some(catalog) = catalogs.find(|catalog| catalog.id == raise.id) else { return false };
    catalog.version.as_ref() == Some(&raise.new)
        && mistakes(after, catalog) == Reported::Nothing
        && matches!(fate(args, catalog), Fate::Released(_))
}

/// Returns the text of a file with another version. Every other byte stays.
fn with_version(sources: &Sources, file: FileId, raise: &Raise) -> Result<String, Failure> {
    let failure = |reason: &dyn std::fmt::Display| {
        Failure::new(&raise.path, format!("the version cannot be raised: {reason}"))
    };
    let text = sources.text(file);
    let document = Document::parse(text).map_err(|refusal| failure(&refusal))?;
    let operation = Operation::replace(Path::keys(["version"]), Value::from(raise.new.as_str()));
    let edits = document.edits(&operation).map_err(|refusal| failure(&refusal))?;
    let [edit] = edits.as_slice() else { return Err(failure(&"it is not one text")) };
    let (start, end) = (edit.span.start as usize, edit.span.end as usize);
    // Quotes stay.
    let value = text[start..end].replacen(&raise.old, &raise.new, 1);
    Ok(format!("{}{value}{}", &text[..start], &text[end..]))
}

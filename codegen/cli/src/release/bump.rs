//! `errcat release --bump`: raises the version of a catalog to what its changes need.

use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::project::{Failure, Project, rewrite};
use errcat_build::unstable::source::{FileId, Sources};
use errcat_build::unstable::value::Value;
use errcat_edit::{Document, Operation, Path};

use crate::diff::compared::Compared;
use crate::library::Library;

/// Raises the versions that are too low, writes the files, and analyzes them again. Returns progress
/// lines. Catalogs with changes that may not be released stay as they are.
pub(super) fn bump(project: &Project, library: &mut Library) -> Result<Vec<String>, Failure> {
    let mut sources = library.sources.clone();
    let mut raised = Vec::new();
    for catalog in &library.compiled.model.catalogs {
        let Some((old, new)) = needed(catalog) else { continue };
        let file = library.sources.ids().find(|file| library.sources.path(*file) == catalog.path);
        let Some(file) = file.filter(|file| library.sources.is_whole(*file)) else { continue };
        sources.set_text(file, with_version(&library.sources, file, &catalog.path, &old, &new)?);
        raised.push((catalog.id.clone(), new.clone(), format!("   raised {}: {old} → {new}", catalog.path)));
    }
    if raised.is_empty() {
        return Ok(Vec::new());
    }
    let after = Library::analyze(project, sources.clone());
    let is_raised = |(id, version, _): &(String, String, String)| {
        let mut catalogs = after.compiled.model.catalogs.iter();
        catalogs.any(|catalog| catalog.id == *id && catalog.version.as_ref() == Some(version))
    };
    if let Some((id, ..)) = raised.iter().find(|raised| !is_raised(raised)) {
        return Err(Failure::new(id, "the version cannot be raised in place"));
    }
    rewrite(&project.root, &library.sources, &sources)?;
    *library = after;
    Ok(raised.into_iter().map(|(.., line)| line).collect())
}

/// Returns the version of a catalog and the one that it needs.
fn needed(catalog: &Catalog) -> Option<(String, String)> {
    let compared = Compared::with_ledger(catalog);
    let judgement = &compared.judgement;
    // A removed code may be allowed by the new major version, so only final reasons count here.
    if judgement.version_allowed {
        return None;
    }
    Some((catalog.version.clone()?, judgement.next.as_ref()?.to_string()))
}

/// Returns the text of a file with another version. Every other byte stays.
fn with_version(
    sources: &Sources,
    file: FileId,
    path: &str,
    old: &str,
    new: &str,
) -> Result<String, Failure> {
    let failure = |reason: &dyn std::fmt::Display| {
        Failure::new(path, format!("the version cannot be raised: {reason}"))
    };
    let text = sources.text(file);
    let document = Document::parse(text).map_err(|refusal| failure(&refusal))?;
    let operation = Operation::replace(Path::keys(["version"]), Value::from(new));
    let edits = document.edits(&operation).map_err(|refusal| failure(&refusal))?;
    let [edit] = edits.as_slice() else { return Err(failure(&"it is not one text")) };
    let (start, end) = (edit.span.start as usize, edit.span.end as usize);
    // Quotes stay.
    let value = text[start..end].replacen(old, new, 1);
    Ok(format!("{}{value}{}", &text[..start], &text[end..]))
}

//! `errcat rekey`: another code for an error. The old one stays as an alias.

use errcat_build::unstable::model::{Catalog, Error};
use errcat_build::unstable::project::Failure;
use errcat_build::unstable::source::{FileId, Sources};
use errcat_build::unstable::value::Value;
use errcat_edit::{Document, Operation, Path, Step};

use super::editor::Editor;
use super::entry::Entry;
use super::refused::Refused;
use super::verify::Wanted;
use crate::output::Output;

#[derive(clap::Args)]
pub(crate) struct Rekey {
    /// The old code, or `catalog/family/CODE`.
    old: String,
    /// The new code.
    new: String,
}

pub(crate) fn run(args: &Rekey) -> Result<Output, Failure> {
    let editor = match Editor::open()? {
        Ok(editor) => editor,
        Err(output) => return Ok(output),
    };
    editor.finish(rekey(&editor, args))
}

fn rekey(editor: &Editor, args: &Rekey) -> Refused<(Sources, String)> {
    if editor.find(&args.old).is_empty() {
        return keep_old(editor, args);
    }
    let (catalog, error) = editor.only(&args.old)?;
    let entry = Entry::of(&editor.library.sources, error)?;
    if !entry.is_top() {
        return Err("the code of an error in `sub` follows from its parent".to_owned());
    }
    let mut edits = references(editor, catalog, error, &args.new)?;
    edits.extend(translations(editor, catalog, error, &args.new));
    // The alias first: afterwards the entry has another key.
    edits.extend(entry.take("aliases", &args.new));
    let sources = editor.apply_unverified(&edits)?;
    edits.push(entry.again(&sources)?.add("aliases", &error.code));
    edits.push((entry.file, Operation::rename(entry.path.clone(), args.new.as_str())));
    let family = &catalog.family_of(error).id;
    let wanted = Wanted {
        subject: (&catalog.id, family, Some(&error.code), Some(&args.new)),
        keys: &["code", "aliases", "ident"],
        references: &["mask", "parent", "deprecated", "retired"],
    };
    Ok((editor.apply(&edits, &wanted)?, String::new()))
}

/// Adds a released code without an entry as an alias of the error that has its new code already.
fn keep_old(editor: &Editor, args: &Rekey) -> Refused<(Sources, String)> {
    let (catalog, error) = editor.only(&args.new)?;
    let old = args.old.rsplit('/').next().unwrap_or(&args.old);
    let is_released = |code: &&str| {
        let mut lines = catalog.ledger.iter().flat_map(|ledger| &ledger.promises);
        lines.any(|line| line.code == **code && !line.is_out_of_use())
    };
    let code = [args.old.as_str(), old].into_iter().find(is_released);
    let Some(code) = code else { return Err(format!("there is no code `{}`", args.old)) };
    let entry = Entry::of(&editor.library.sources, error)?;
    let family = &catalog.family_of(error).id;
    let own = Some(error.code.as_str());
    let wanted = Wanted { subject: (&catalog.id, family, own, own), keys: &["aliases"], references: &[] };
    Ok((editor.apply(&[entry.add("aliases", code)], &wanted)?, String::new()))
}

/// Returns the operations on the keys of other errors that name this one.
fn references(
    editor: &Editor,
    catalog: &Catalog,
    error: &Error,
    new: &str,
) -> Refused<Vec<(FileId, Operation)>> {
    let own = catalog.errors.iter().position(|entry| entry.code.span == error.code.span);
    let mut edits = Vec::new();
    for entry in
        catalog.errors.iter().filter(|entry| entry.code.span != error.code.span && entry.variant == 0)
    {
        let notice = |notice: &Option<errcat_build::unstable::model::Notice>| {
            notice.as_ref().is_some_and(|notice| notice.instead == own)
        };
        let places: [(bool, &[&str]); 4] = [
            (entry.mask.map(|mask| mask.value) == own && entry.mask.is_some(), &["mask"]),
            (entry.parent.map(|parent| parent.value) == own && entry.parent.is_some(), &["parent"]),
            (notice(&entry.deprecated), &["deprecated", "use"]),
            (notice(&entry.retired), &["retired", "use"]),
        ];
        for (_, keys) in places.into_iter().filter(|(refers, _)| *refers) {
            let place = Entry::of(&editor.library.sources, entry)?;
            if place.has(keys[0]) {
                let path = keys.iter().fold(place.path.clone(), |path, key| path.key(*key));
                edits.push((place.file, Operation::replace(path, Value::from(new))));
            }
        }
    }
    Ok(edits)
}

/// Returns the operations on translations of the error.
fn translations(editor: &Editor, catalog: &Catalog, error: &Error, new: &str) -> Vec<(FileId, Operation)> {
    let sources = &editor.library.sources;
    let family = &catalog.family_of(error).id;
    let mut edits = Vec::new();
    for locale in &catalog.locales {
        let file = locale.place.file;
        let Ok(document) = Document::parse(sources.text(file)) else { continue };
        for (key, name) in [
            (error.code.value.clone(), new.to_owned()),
            (format!("{family}/{}", error.code.value), format!("{family}/{new}")),
        ] {
            let path: Path = [Step::Key("errors".to_owned()), Step::Key(key)].into_iter().collect();
            if document.kind_at(&path).is_some() {
                edits.push((file, Operation::rename(path, name)));
            }
        }
    }
    edits
}

//! `errcat rename`: another published name.

use errcat_build::unstable::ledger::Promise;
use errcat_build::unstable::model::{Catalog, Error};
use errcat_build::unstable::project::Failure;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::case;
use errcat_build::unstable::text::strip::strip;
use errcat_build::unstable::value::Value;

use super::editor::Editor;
use super::entry::Entry;
use super::refused::Refused;
use super::verify::Wanted;
use crate::output::Output;

#[derive(clap::Args)]
pub(crate) struct Rename {
    /// The code, or `catalog/family/CODE`.
    code: String,
    /// The new name.
    name: String,
}

pub(crate) fn run(args: &Rename) -> Result<Output, Failure> {
    let editor = match Editor::open()? {
        Ok(editor) => editor,
        Err(output) => return Ok(output),
    };
    editor.finish(rename(&editor, args))
}

fn rename(editor: &Editor, args: &Rename) -> Refused<(Sources, String)> {
    let (catalog, error) = editor.only(&args.code)?;
    let name = args.name.trim();
    if name.is_empty() {
        return Err("the name is empty".to_owned());
    }
    let label = error.name.as_ref().map_or(error.ident.as_str(), |name| name.as_str());
    let entry = Entry::of(&editor.library.sources, error)?;
    if label == name {
        return keep_old(editor, catalog, error, &entry);
    }
    let mut edits = vec![entry.set("name", Value::from(name))];
    if error.own_ident.is_some() {
        let short = strip(name, catalog.strip.iter().map(|text| text.as_str()));
        edits.push(entry.set("ident", Value::from(case::upper_camel(short).as_str())));
    }
    // A message alone became a map, so the next operations need the new tree.
    let sources = editor.apply_unverified(&edits)?;
    let entry = entry.again(&sources)?;
    edits.extend(entry.take("formerly", name));
    if is_released(catalog, error, label) && !error.formerly.iter().any(|known| known.value == label) {
        let sources = editor.apply_unverified(&edits)?;
        edits.push(entry.again(&sources)?.add("formerly", label));
    }
    let family = &catalog.family_of(error).id;
    let code = Some(error.code.as_str());
    let wanted = Wanted {
        subject: (&catalog.id, family, code, code),
        keys: &["name", "ident", "formerly"],
        references: &[],
    };
    Ok((editor.apply(&edits, &wanted)?, String::new()))
}

/// Adds the released name of an error that has its new name already to `formerly`.
fn keep_old(editor: &Editor, catalog: &Catalog, error: &Error, entry: &Entry) -> Refused<(Sources, String)> {
    let (code, family) = (error.code.as_str(), &catalog.family_of(error).id);
    let name = error.name.as_ref().map_or(error.ident.as_str(), |name| name.as_str());
    let is_old = |label: &&str| *label != name && !error.formerly.iter().any(|known| known.value == **label);
    let Some(old) = released(catalog, error).map(Promise::last_label).find(is_old) else {
        return Err(format!("`{code}` is called `{name}` already"));
    };
    let wanted = Wanted {
        subject: (&catalog.id, family, Some(code), Some(code)),
        keys: &["formerly"],
        references: &[],
    };
    Ok((editor.apply(&[entry.add("formerly", old)], &wanted)?, String::new()))
}

/// Returns `true` if a release had the error under this name.
fn is_released(catalog: &Catalog, error: &Error, label: &str) -> bool {
    released(catalog, error).any(|line| line.label() == label || line.last_label() == label)
}

/// Returns the released lines of an error. A code with variants has several.
fn released<'c>(catalog: &'c Catalog, error: &'c Error) -> impl Iterator<Item = &'c Promise> {
    let family = &catalog.family_of(error).id;
    let lines = catalog.ledger.iter().flat_map(|ledger| &ledger.promises);
    lines.filter(move |line| line.code == error.code.value && line.family == *family)
}

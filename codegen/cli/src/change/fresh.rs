//! `errcat new`: adds a code that was never used.

use std::collections::BTreeSet;

use errcat_build::unstable::ledger::beside;
use errcat_build::unstable::model::{Catalog, Family};
use errcat_build::unstable::project::Failure;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::value::Value;
use errcat_edit::{Document, Operation, Path, Place, place_of};

use super::editor::Editor;
use super::number::Number;
use super::refused::{Refused, refused, say_which};
use super::used;
use super::verify::Wanted;
use crate::git::Repository;
use crate::output::Output;

/// The number of families that are listed.
const FEW: usize = 8;

#[derive(clap::Args)]
pub(crate) struct New {
    /// The family, or `catalog/family`. A single-file catalog is its own family.
    family: String,
    /// The published name. Where codes are words, it is the code.
    name: String,
    /// The message.
    #[arg(short, long, value_name = "TEXT")]
    message: Option<String>,
    /// The description.
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// The HTTP status.
    #[arg(long, value_name = "STATUS")]
    status: Option<u16>,
    /// Do not look at other branches and tags.
    #[arg(long)]
    no_refs: bool,
}

pub(crate) fn run(args: &New) -> Result<Output, Failure> {
    let editor = match Editor::open()? {
        Ok(editor) => editor,
        Err(output) => return Ok(output),
    };
    let (catalog, family) = match family(&editor, &args.family) {
        Ok(found) => found,
        Err(reason) => return Ok(refused(&reason)),
    };
    let elsewhere = match (Number::of(catalog, family), args.no_refs) {
        (Some(number), false) => used_elsewhere(&editor, catalog, &number)?,
        _ => BTreeSet::new(),
    };
    editor.finish(add(&editor, args, catalog, family, &elsewhere))
}

/// Returns the family that is meant.
fn family<'e>(editor: &'e Editor, name: &str) -> Refused<(&'e Catalog, &'e Family)> {
    let all = editor.catalogs().iter().flat_map(|catalog| catalog.families.iter().map(move |f| (catalog, f)));
    let is_meant = |(catalog, family): &(&Catalog, &Family)| {
        family.id == name
            || format!("{}/{}", catalog.id, family.id) == name
            || (catalog.id == name && catalog.families.len() == 1)
    };
    let found: Vec<_> = all.filter(is_meant).collect();
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(unknown(editor, name)),
        several => {
            Err(say_which(several.iter().map(|(catalog, family)| format!("{}/{}", catalog.id, family.id))))
        }
    }
}

/// Says which families there are.
fn unknown(editor: &Editor, name: &str) -> String {
    let all = editor
        .catalogs()
        .iter()
        .flat_map(|catalog| catalog.families.iter().map(|family| format!("`{}/{}`", catalog.id, family.id)));
    let mut all: Vec<String> = all.collect();
    let own: Vec<String> =
        all.iter().filter(|family| family.starts_with(&format!("`{name}/"))).cloned().collect();
    if !own.is_empty() {
        return format!("`{name}` has several families: {}", own.join(", "));
    }
    let more = all.len().saturating_sub(FEW);
    all.truncate(FEW);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("there is no family `{name}`; there are {}{more}", all.join(", "))
}

/// Returns the numbers that other branches and tags use.
fn used_elsewhere(editor: &Editor, catalog: &Catalog, number: &Number) -> Result<BTreeSet<u64>, Failure> {
    let mut numbers = BTreeSet::new();
    let Some(repository) = Repository::around(&editor.project.root) else { return Ok(numbers) };
    let folder = editor.project.settings.catalogs.trim_end_matches('/').to_owned();
    let folder = format!("{}{folder}/", repository.prefix);
    let mut seen = BTreeSet::new();
    for name in repository.refs() {
        let files = repository.files(&name)?;
        let is_wanted = |path: &str| {
            let ending = [".yaml", ".yml", ".lock"].iter().any(|ending| path.ends_with(ending));
            ending && (path.starts_with(&folder) || path.split('/').any(|part| part == catalog.id))
        };
        let wanted: Vec<_> = files
            .iter()
            .filter(|file| is_wanted(&file.path) && seen.insert(file.object().to_owned()))
            .collect();
        for (_, bytes) in repository.read(&wanted)? {
            numbers.extend(used::numbers(&String::from_utf8_lossy(&bytes), number));
        }
    }
    Ok(numbers)
}

fn add(
    editor: &Editor,
    args: &New,
    catalog: &Catalog,
    family: &Family,
    elsewhere: &BTreeSet<u64>,
) -> Refused<(Sources, String)> {
    if args.name.trim().is_empty() {
        return Err("the name is empty".to_owned());
    }
    if catalog.ledger.as_ref().is_some_and(|ledger| ledger.newer || ledger.damaged) {
        return Err(format!("`{}` cannot be read, so nobody knows what was used", beside(&catalog.path)));
    }
    let number = Number::of(catalog, family);
    let code = match &number {
        Some(number) => number.next(catalog, family, elsewhere)?,
        None => args.name.clone(),
    };
    let known = catalog.ledger.iter().flat_map(|ledger| &ledger.promises);
    if known.clone().any(|line| line.code == code) && number.is_none() {
        return Err(format!("`{code}` was released already"));
    }
    let text = |text: &Option<String>| text.as_deref().map(Value::from);
    let keys = [
        ("name", number.is_some().then(|| Value::from(args.name.as_str()))),
        ("message", text(&args.message)),
        ("description", text(&args.description)),
        ("status", args.status.map(Value::number)),
    ];
    let keys: Vec<_> = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
    let value = match keys.as_slice() {
        [(key, message)] if key == "message" => message.clone(),
        _ => Value::Map(keys),
    };
    let file = editor.file(&family.path)?;
    let document =
        Document::parse(editor.library.sources.text(file)).map_err(|refusal| refusal.to_string())?;
    let errors = Path::keys(["errors"]);
    let place = match number {
        Some(_) => place_of(&document, &errors, &code),
        None => alphabetical(catalog, family, &code),
    };
    let operation = Operation::insert(errors, code.as_str(), value, place);
    let wanted = Wanted { subject: (&catalog.id, &family.id, None, Some(&code)), keys: &[], references: &[] };
    Ok((editor.apply(&[(file, operation)], &wanted)?, format!("{code}\n")))
}

/// Returns the place of a word: in alphabetical order if the codes are, else at the end.
fn alphabetical(catalog: &Catalog, family: &Family, code: &str) -> Place {
    let codes: Vec<&str> = catalog.errors_of(family).iter().map(|entry| entry.code.as_str()).collect();
    match codes.iter().find(|known| **known > code) {
        Some(next) if codes.is_sorted() => Place::Before((*next).to_owned()),
        _ => Place::Last,
    }
}

//! `errcat retire`: turns a code into a tombstone.

use errcat_build::unstable::ledger::Promise;
use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::project::Failure;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::subject;
use errcat_build::unstable::value::Value;
use errcat_edit::{Comments, Document, Operation, Path, place_of};

use super::editor::{Editor, next_version};
use super::entry::Entry;
use super::refused::{Refused, say_which};
use super::verify::Wanted;
use crate::output::Output;

#[derive(clap::Args)]
pub(crate) struct Retire {
    /// The code, or `catalog/family/CODE`.
    code: String,
    /// The code to use instead.
    #[arg(long = "use", value_name = "CODE")]
    instead: Option<String>,
    /// Why, or what to do instead.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Take the tombstone back.
    #[arg(long, conflicts_with_all = ["instead", "note"])]
    undo: bool,
}

pub(crate) fn run(args: &Retire) -> Result<Output, Failure> {
    let editor = match Editor::open()? {
        Ok(editor) => editor,
        Err(output) => return Ok(output),
    };
    editor.finish(retire(&editor, args))
}

fn retire(editor: &Editor, args: &Retire) -> Refused<(Sources, String)> {
    if editor.find(&args.code).is_empty() && !args.undo {
        return restore(editor, args);
    }
    let (catalog, error) = editor.only(&args.code)?;
    let code = error.code.as_str();
    let entry = Entry::of(&editor.library.sources, error)?;
    let edits = match (error.retired.is_some(), args.undo) {
        (true, true) => vec![(entry.file, Operation::remove(entry.path.key("retired"), Comments::Keep))],
        (false, false) => vec![entry.set("retired", notice(editor, args, catalog)?)],
        (true, false) => return Err(format!("`{code}` is retired already")),
        (false, true) => return Err(format!("`{code}` is not retired")),
    };
    let family = &catalog.family_of(error).id;
    let wanted = Wanted {
        subject: (&catalog.id, family, Some(code), Some(code)),
        keys: &["retired"],
        references: &[],
    };
    Ok((editor.apply(&edits, &wanted)?, String::new()))
}

/// Returns the value of `retired`.
fn notice(editor: &Editor, args: &Retire, catalog: &Catalog) -> Refused<Value> {
    let instead = match &args.instead {
        None => None,
        Some(code) => {
            let found: Vec<_> =
                editor.find(code).into_iter().filter(|(known, _)| known.id == catalog.id).collect();
            let [(_, instead), ..] = found.as_slice() else {
                return Err(format!("there is no code `{code}`"));
            };
            Some(instead.code.value.clone())
        }
    };
    let keys = [("since", next_version(catalog)), ("use", instead), ("note", args.note.clone())];
    let keys = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), Value::Text(value?))));
    Ok(Value::Map(keys.collect()))
}

/// Writes the tombstone of a code that has no entry any more.
fn restore(editor: &Editor, args: &Retire) -> Refused<(Sources, String)> {
    let lines = editor.catalogs().iter().flat_map(|catalog| {
        let lines = catalog.ledger.iter().flat_map(|ledger| &ledger.promises);
        lines.map(move |line| (catalog, line))
    });
    let is_meant = |(catalog, line): &(&Catalog, &Promise)| {
        !line.is_out_of_use() && subject::names(&args.code, &catalog.id, &line.family, &line.code)
    };
    let found: Vec<_> = lines.filter(is_meant).collect();
    let (catalog, line) = match found.as_slice() {
        [one] => *one,
        [] => return Err(format!("there is no code `{}`", args.code)),
        several => {
            return Err(say_which(
                several.iter().map(|(catalog, line)| format!("{}/{}/{}", catalog.id, line.family, line.code)),
            ));
        }
    };
    let family = catalog.families.iter().find(|family| family.id == line.family);
    let family = family.ok_or_else(|| format!("the family `{}` is gone, too", line.family))?;
    let file = editor.file(&family.path)?;
    let Value::Map(mut keys) = line.tombstone(None) else { return Err("there is no tombstone".to_owned()) };
    keys.retain(|(key, _)| key != "retired");
    keys.push(("retired".to_owned(), notice(editor, args, catalog)?));
    let errors = Path::keys(["errors"]);
    let document =
        Document::parse(editor.library.sources.text(file)).map_err(|refusal| refusal.to_string())?;
    let place = place_of(&document, &errors, &line.code);
    let operation = Operation::insert(errors, line.code.as_str(), Value::Map(keys), place);
    let wanted =
        Wanted { subject: (&catalog.id, &family.id, None, Some(&line.code)), keys: &[], references: &[] };
    Ok((editor.apply(&[(file, operation)], &wanted)?, String::new()))
}

//! Tests of every operation on catalogs of every style.
//!
//! `edits/NAME/` contains `before.yaml`, the operations in `operations.yaml`, and either
//! `after.yaml` or the reason in `refused.txt`. Each case runs with LF, with CRLF, with a byte
//! order mark, and without a final line break. `UPDATE=1` updates the expected results.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

use std::fs;
use std::path::{Path as File, PathBuf};

use errcat_build::unstable::value::Value;
use errcat_edit::{Comments, Operation, Path, Place, Style, edit};
use serde_yaml::Value as Yaml;

#[test]
fn operations_change_what_they_are_about_and_no_other_byte() {
    let root = File::new(env!("CARGO_MANIFEST_DIR")).join("tests/edits");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(folders.len() > 20, "only {} cases", folders.len());
    let mut wrong = Vec::new();
    for folder in &folders {
        wrong.extend(check(folder).err().map(|reason| format!("{}: {reason}", folder.display())));
    }
    assert!(wrong.is_empty(), "{}\n(UPDATE=1 accepts what comes out now)", wrong.join("\n"));
}

fn check(folder: &File) -> Result<(), String> {
    let before = fs::read_to_string(folder.join("before.yaml")).unwrap();
    let operations = operations(&fs::read_to_string(folder.join("operations.yaml")).unwrap());
    let result = edit(&before, &operations);
    let (name, other, actual) = match &result {
        Ok(text) => ("after.yaml", "refused.txt", text.clone()),
        Err(refusal) => ("refused.txt", "after.yaml", format!("{refusal}\n")),
    };
    if std::env::var_os("UPDATE").is_some() {
        fs::write(folder.join(name), &actual).unwrap();
        fs::remove_file(folder.join(other)).ok();
    }
    let expected = fs::read_to_string(folder.join(name)).unwrap_or_default();
    if expected != actual {
        return Err(format!("{name} should be\n{expected}but is\n{actual}"));
    }
    let Ok(after) = result else { return Ok(()) };
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let marked = |text: &str| format!("\u{FEFF}{text}");
    let variants = [("CRLF", crlf(&before), crlf(&after)), ("a mark", marked(&before), marked(&after))];
    // An empty file has no line ending to keep.
    for (what, before, after) in variants.into_iter().filter(|_| !before.is_empty()) {
        let actual = edit(&before, &operations).map_err(|refusal| format!("with {what}: {refusal}"))?;
        if actual != after {
            return Err(format!("with {what}: {actual:?}"));
        }
    }
    let open = |text: &str| text.strip_suffix('\n').unwrap_or(text).to_owned();
    let actual = edit(&open(&before), &operations).map_err(|refusal| format!("left open: {refusal}"))?;
    if open(&actual) != open(&after) {
        return Err(format!("without the last line ending: {actual:?}"));
    }
    Ok(())
}

/// Parses the operations of a file.
fn operations(text: &str) -> Vec<Operation> {
    let list: Vec<Yaml> = serde_yaml::from_str(text).unwrap();
    list.iter().map(operation).collect()
}

fn operation(written: &Yaml) -> Operation {
    let text = |key: &str| written[key].as_str().unwrap_or_default().to_owned();
    let place = || match &written["place"] {
        Yaml::Null => Place::Last,
        Yaml::String(word) if word == "first" => Place::First,
        Yaml::Mapping(map) => {
            let (how, what) = map.iter().next().unwrap();
            match (how.as_str().unwrap(), what) {
                ("before", what) => Place::Before(what.as_str().unwrap().to_owned()),
                ("after", what) => Place::After(what.as_str().unwrap().to_owned()),
                (_, order) => Place::Ordered(texts(order)),
            }
        }
        other => panic!("{other:?} is no place"),
    };
    let comments = if text("comments") == "remove" { Comments::Remove } else { Comments::Keep };
    let style = match text("style").as_str() {
        "block" => Style::Block,
        "flow" => Style::Flow,
        _ => Style::Auto,
    };
    let at = path(&written["at"]);
    match text("do").as_str() {
        "insert" => Operation::insert(at, text("key"), value(&written["value"]), place()).in_style(style),
        "insert-item" => Operation::insert_item(at, value(&written["value"]), place()).in_style(style),
        "rename" => Operation::rename(at, text("key")),
        "replace" => Operation::replace(at, value(&written["value"])).in_style(style),
        "remove" => Operation::remove(at, comments),
        "reorder" => Operation::reorder(at, texts(&written["keys"])),
        other => panic!("`{other}` is no operation"),
    }
}

fn path(steps: &Yaml) -> Path {
    let steps = steps.as_sequence().map(Vec::as_slice).unwrap_or_default();
    steps.iter().fold(Path::root(), |path, step| match step.as_u64() {
        Some(item) => path.item(usize::try_from(item).unwrap()),
        None => path.key(step.as_str().unwrap()),
    })
}

fn texts(list: &Yaml) -> Vec<String> {
    list.as_sequence().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn value(written: &Yaml) -> Value {
    match written {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => Value::Bool(*value),
        Yaml::Number(number) => Value::Number(number.to_string()),
        Yaml::String(text) => Value::Text(text.clone()),
        Yaml::Sequence(items) => Value::List(items.iter().map(value).collect()),
        Yaml::Mapping(map) => Value::Map(
            map.iter().map(|(key, inner)| (key.as_str().unwrap().to_owned(), value(inner))).collect(),
        ),
        Yaml::Tagged(tagged) => value(&tagged.value),
    }
}

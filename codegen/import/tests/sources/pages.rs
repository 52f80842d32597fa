//! The published pages of the shipped catalogs, imported from the text as it was scraped.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{Fields, Imported, imported};
use errcat_import::Options;
use serde_json::{Value, json};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages").join(name)
}

/// Imports a page and compares every field with the rows.
fn compare(name: &str) -> Imported {
    let page = fs::read_to_string(file(&format!("{name}.txt"))).unwrap();
    let rows = fs::read_to_string(file(&format!("{name}.jsonl"))).unwrap();
    let rows: Vec<Value> = rows.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let imported = imported("page.txt", &page, &Options::default());
    assert_eq!(imported.errors.len(), rows.len(), "{name}");
    let mut fields = Fields::default();
    let mut index = 0;
    let mut title = Value::Null;
    for (error, row) in imported.errors.iter().zip(&rows) {
        // Rows count on over families in one page.
        index = if row["family_title"] == title { index + 1 } else { 1 };
        title = row["family_title"].clone();
        let code = row["code"].as_str().unwrap();
        let mut check = |key: &str, expected: &Value| {
            fields.compare(&format!("{name} {code} {key}"), &error[key], expected);
        };
        check("code", &row["code"]);
        check("family_title", &row["family_title"]);
        check("index", &json!(index));
        check("status", &row["status"]);
        check("description", &row["description"]);
        let dynamic = row["dynamic"] == true;
        check("dynamic", &json!(dynamic));
        let message = row["message"].as_str().map(|message| match message.strip_prefix("(dynamic: ") {
            Some(known) => known.strip_suffix("…)").unwrap(),
            None => message,
        });
        check("message", &json!(message));
        check("parent", row.get("parent").unwrap_or(&Value::Null));
        // A name that is the code is not written again.
        let name = if row["name"] == row["code"] { &Value::Null } else { &row["name"] };
        check("name", name);
    }
    println!("{name}: {} of {} fields are exact", fields.all - fields.wrong.len(), fields.all);
    let exact = (fields.all - fields.wrong.len()) * 1000 / fields.all;
    assert!(exact >= 990, "{}", fields.wrong.join("\n"));
    assert_eq!(imported.mistakes, Vec::<String>::new(), "{name}");
    imported
}

fn has_note(imported: &Imported, text: &str) -> bool {
    imported.mapped.notes.iter().any(|note| note.text.contains(text))
}

#[test]
fn a_table_whose_cells_lost_their_line_breaks() {
    let imported = compare("phala");
    assert!(has_note(&imported, "an apostrophe may have been"));
    assert!(imported.mapped.decisions.iter().any(|decision| decision.what.contains("Raised")));
}

#[test]
fn a_labelled_list_that_is_broken_into_lines() {
    let imported = compare("csghub");
    for code in ["AUTH-ERR-5", "SYS-ERR-2", "SYS-ERR-3", "SYS-ERR-4"] {
        assert!(has_note(&imported, code), "{code}");
    }
}

#[test]
fn tables_between_headings() {
    compare("nsrocks");
}

#[test]
fn tables_without_separators() {
    let imported = compare("novita");
    assert!(has_note(&imported, "lost their separators"));
    assert!(imported.files[0].1.contains("unique: family"));
}

#[test]
fn a_tree_of_classes() {
    let imported = compare("phala-sdk-hierarchy");
    assert!(imported.files[0].1.contains("{ name: AuthError, parent: ApiError }"), "{}", imported.files[0].1);
}

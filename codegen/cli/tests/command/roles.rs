//! Tests of the keys of a catalog that shape its generated code.

use serde_json::{Value, json};

use crate::folder::Folder;

const ERRORS: &str =
    "errors:\n  one: { message: '{n}', params: { n: u8 }, details: { d: string } }\n  two: Two.\n";

/// Returns the generated code of a catalog with these keys.
fn generated(keys: &str) -> String {
    let catalog = format!("errcat: 1\ntitle: Shop\n{keys}{ERRORS}");
    let folder = Folder::with(&[
        ("catalogs/shop.yaml", &catalog),
        ("errcat.yaml", "outputs: { rust: { path: src } }\n"),
    ]);
    assert_eq!(folder.run(&["gen"]).status, 0, "{keys}");
    folder.read("src/shop.rs")
}

#[test]
fn a_role_leaves_out_what_it_does_not_need() {
    let parts =
        ["pub type Error ", "pub type Problem ", "pub type ApiError ", "pub struct One", "pub mod details"];
    let has = |keys: &str| {
        let code = generated(keys);
        parts.map(|part| code.contains(part))
    };
    assert_eq!(has(""), [true; 5]);
    assert_eq!(has("role: both\n"), [true; 5]);
    assert_eq!(has("role: client\n"), [false, false, true, false, false]);
    assert_eq!(has("role: server\n"), [true, true, false, true, true]);
}

#[test]
fn an_exhaustive_enum_can_be_matched_completely() {
    let marked = |keys: &str| {
        let code = generated(keys);
        let (before, _) = code.split_once("pub enum Code").unwrap_or_default();
        before.ends_with("#[non_exhaustive]\n")
    };
    assert!(marked(""));
    assert!(marked("exhaustive: false\n"));
    assert!(!marked("exhaustive: true\n"));
}

#[test]
fn the_keys_are_printed() {
    let keys = "exhaustive: true\nrole: server\ninternal: two\nlanguage: en-GB\ninitialisms: [KMS]\nallow: { missing-help: Later. }\n";
    let catalog = format!("errcat: 1\ntitle: Shop\n{keys}{ERRORS}");
    let folder = Folder::with(&[("catalogs/shop.yaml", &catalog)]);
    let printed = folder.run(&["print", "catalog", "--format", "json"]).stdout;
    let printed: Value = serde_json::from_str(&printed).unwrap_or_default();
    let values =
        ["exhaustive", "role", "internal", "language", "initialisms", "allow"].map(|key| &printed[0][key]);
    let expected = [
        json!(true),
        json!("server"),
        json!("two"),
        json!("en-GB"),
        json!(["KMS"]),
        json!({ "missing-help": "Later." }),
    ];
    assert_eq!(values, expected.each_ref());
}

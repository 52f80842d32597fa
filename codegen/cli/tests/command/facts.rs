//! Tests that declared facts appear in every output.

use serde_json::{Value, json};

use crate::folder::Folder;

const DATABASE: &str = "errcat: 1
title: Database
version: 0.1.0
facts:
  severity: { values: [success, warning, error], default: error, error: [error], x-own: 1 }
  sqlstate: { type: string, lookup: many }
  number: i64
  throttling: bool
defaults: { sqlstate: HY000 }
errors:
  row_truncated: { message: Cut., severity: warning, sqlstate: 01004, number: -1265, throttling: true }
  other: { message: Something else. }
";

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

#[test]
fn declared_facts_are_printed_explained_and_documented() {
    let settings = "outputs: { rust: { path: src }, json: { path: all.json } }\n";
    let folder = Folder::with(&[("catalogs/database.yaml", DATABASE), ("errcat.yaml", settings)]);
    assert_eq!(folder.run(&["gen"]).status, 0);

    let first = json!({ "severity": "warning", "sqlstate": "01004", "number": -1265, "throttling": true });
    let second = json!({ "severity": "error", "sqlstate": "HY000", "throttling": false });
    let lines = folder.run(&["print", "catalog", "--format", "jsonl"]).stdout;
    let facts: Vec<Value> = lines.lines().map(|line| parsed(line)["facts"].clone()).collect();
    assert_eq!(facts, [first.clone(), second]);
    let document = parsed(&folder.run(&["print", "catalog", "--format", "json"]).stdout);
    assert_eq!(document[0]["families"][0]["errors"][0]["facts"], first);
    assert_eq!(document[0]["defaults"]["sqlstate"], "HY000");
    let severity = json!({
        "values": ["success", "warning", "error"], "type": null, "default": "error", "error": ["error"],
        "pattern": null, "lookup": null, "x-own": 1,
    });
    assert_eq!(document[0]["facts"]["severity"], severity);
    assert_eq!(document[0]["facts"]["sqlstate"]["lookup"], "many");
    assert_eq!(parsed(&folder.read("all.json"))["catalogs"][0]["errors"][0]["facts"], first);

    let explained = folder.run(&["explain", "database/row_truncated"]).stdout;
    let line = "severity: warning, sqlstate: 01004, number: -1265, throttling: yes";
    assert!(explained.contains(line), "{explained}");
    let code = folder.read("src/database.rs");
    assert!(code.contains(&format!("Facts: {line}.")), "{code}");
    assert!(code.contains("Facts: severity: error, sqlstate: HY000."), "{code}");
}

#[test]
fn declared_facts_are_released() {
    let folder = Folder::with(&[("catalogs/database.yaml", DATABASE)]);
    assert_eq!(folder.run(&["release"]).status, 0);
    let ledger = folder.read("catalogs/database.lock");
    let facts = r#""facts":{"number":-1265,"severity":"warning","sqlstate":"01004","throttling":true}"#;
    assert!(ledger.contains(facts), "{ledger}");
    assert!(ledger.contains(r#""facts":{"severity":"error","sqlstate":"HY000"}"#), "{ledger}");
    let checked = folder.run(&["check"]);
    assert_eq!(checked.status, 0, "{}", checked.stdout);
    assert_eq!(folder.run(&["release"]).status, 0, "an unchanged catalog may be released again");
    assert_eq!(folder.read("catalogs/database.lock"), ledger);
}

#[test]
fn catalogs_without_declared_facts_have_none() {
    let folder = Folder::with(&[("catalogs/shop.yaml", crate::folder::SHOP)]);
    let lines = folder.run(&["print", "catalog", "--format", "jsonl"]).stdout;
    assert!(lines.lines().all(|line| parsed(line)["facts"] == Value::Null), "{lines}");
}

#[test]
fn facts_are_inherited_from_parents_and_shared_by_variants() {
    let catalog = "errcat: 1
title: Payments
code: { separator: '.' }
facts: { severity: { values: [note, error], default: error }, queue: string }
defaults: { queue: all }
errors:
  declined: { message: Declined., severity: note, queue: cards, sub: { stolen: { message: Stolen., queue: police } } }
  denied:
    severity: note
    variants: [{ name: Denied, message: Denied. }, { name: Disabled, message: Disabled., severity: error }]
";
    let folder = Folder::with(&[("catalogs/payments.yaml", catalog)]);
    let lines = folder.run(&["print", "catalog", "--format", "jsonl"]).stdout;
    let facts: Vec<Value> = lines.lines().map(|line| parsed(line)["facts"].clone()).collect();
    let expected = [("note", "cards"), ("note", "police"), ("note", "all"), ("error", "all")];
    assert_eq!(facts, expected.map(|(severity, queue)| json!({ "severity": severity, "queue": queue })));
}

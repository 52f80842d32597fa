//! Tests of JSON Schema of codes.
#![deny(warnings)]
#![forbid(unsafe_code)]

#[path = "../common/mod.rs"]
mod common;
mod numeric;

use common::Code;
use errcat::Wire;
use schemars::schema_for;
use serde_json::json;

#[test]
fn the_schema_lists_the_codes_of_the_catalog() {
    let schema = schema_for!(Code);
    assert_eq!(schema.get("title"), Some(&json!("ExampleCode")));
    assert_eq!(schema.get("type"), Some(&json!("string")));
    assert_eq!(schema.get("enum"), Some(&json!(["ERR-01-001", "ERR-02-001", "E3", "GONE"])));
}

#[test]
fn integer_codes_are_listed_once() {
    let schema = schema_for!(numeric::Code);
    assert_eq!(schema.get("title"), Some(&json!("NumEricCode")));
    assert_eq!(schema.get("type"), Some(&json!("integer")));
    assert_eq!(schema.get("enum"), Some(&json!([-32700, 404])));
}

#[test]
fn received_codes_may_be_anything() {
    let schema = schema_for!(Wire<Code>);
    assert_eq!(schema.get("enum"), None);
    assert_eq!(schema.get("type"), Some(&json!(["string", "integer"])));
    assert_eq!(schema.get("examples").and_then(|all| all.get(1)), Some(&json!("ERR-02-001")));
}

#[test]
fn schemas_of_two_catalogs_are_separate() {
    let schema = schema_for!((Code, numeric::Code, Option<Code>));
    let defined: Vec<_> = schema.get("$defs").unwrap().as_object().unwrap().keys().cloned().collect();
    assert_eq!(defined, ["ExampleCode", "NumEricCode"]);
}

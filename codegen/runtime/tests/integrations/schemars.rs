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
fn a_code_is_one_of_its_catalog() {
    let schema = schema_for!(Code);
    assert_eq!(schema.get("title"), Some(&json!("ExampleCode")));
    assert_eq!(schema.get("type"), Some(&json!("string")));
    assert_eq!(schema.get("enum"), Some(&json!(["ERR-01-001", "ERR-02-001", "E3", "GONE"])));
}

#[test]
fn numbers_are_numbers_and_each_is_listed_once() {
    let schema = schema_for!(numeric::Code);
    assert_eq!(schema.get("title"), Some(&json!("NumEricCode")));
    assert_eq!(schema.get("type"), Some(&json!("integer")));
    assert_eq!(schema.get("enum"), Some(&json!([-32700, 404])));
}

#[test]
fn what_is_received_may_be_anything() {
    let schema = schema_for!(Wire<Code>);
    assert_eq!(schema.get("enum"), None);
    assert_eq!(schema.get("type"), Some(&json!(["string", "integer"])));
    assert_eq!(schema.get("examples").and_then(|all| all.get(1)), Some(&json!("ERR-02-001")));
}

#[test]
fn codes_of_two_catalogs_stay_apart() {
    let schema = schema_for!((Code, numeric::Code, Option<Code>));
    let defined: Vec<_> = schema.get("$defs").unwrap().as_object().unwrap().keys().cloned().collect();
    assert_eq!(defined, ["ExampleCode", "NumEricCode"]);
}

//! Tests of codes in the description of a server.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a test may stop")]

#[path = "../common/mod.rs"]
mod common;
mod numeric;

use common::Code;
use errcat::{Error, Problem};
use serde_json::{Value, json, to_value};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

fn responses<T: IntoResponses>() -> Value {
    to_value(T::responses()).unwrap()
}

#[test]
fn the_schema_lists_the_codes_that_outsiders_receive() {
    let schema = to_value(Code::schema()).unwrap();
    assert_eq!(Code::name(), "ExampleCode");
    assert_eq!(schema["type"], "string");
    // The masked and the retired code are not included.
    assert_eq!(schema["enum"], json!(["ERR-01-001", "ERR-02-001"]));
    let schema = to_value(numeric::Code::schema()).unwrap();
    assert_eq!((&schema["type"], &schema["enum"]), (&json!("integer"), &json!([-32700, 404])));
}

#[test]
fn responses_are_grouped_by_status_with_one_example_per_code() {
    let all = responses::<Code>();
    assert_eq!(all.as_object().unwrap().keys().collect::<Vec<_>>(), ["404", "429"]);
    let not_found = &all["404"];
    assert_eq!(not_found["description"], "Not Found: ERR-01-001");
    assert_eq!(
        not_found["content"]["application/json"]["examples"],
        json!({ "ERR-01-001": {
            "summary": "The node is not available",
            "value": { "code": "ERR-01-001", "message": "The node is not available" },
        } })
    );
    assert!(!all.to_string().contains("E3"));
    assert_eq!(all, responses::<Error<Code>>());
}

#[test]
fn problems_have_their_content_type() {
    let all = responses::<Problem<Code>>();
    let example = &all["429"]["content"]["application/problem+json"]["examples"]["ERR-02-001"]["value"];
    assert_eq!((&example["status"], &example["title"]), (&json!(429), &json!("Too Many Requests")));
}

#[test]
fn examples_have_unique_names() {
    let all = responses::<numeric::Code>();
    let examples = all["404"]["content"]["application/json"]["examples"].as_object().unwrap();
    assert_eq!(examples.keys().collect::<Vec<_>>(), ["nodes.404", "users.404"]);
    assert_eq!(examples["nodes.404"]["value"]["code"], json!(404));
}

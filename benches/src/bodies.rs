//! Error values, messages and bodies, compared with serde and thiserror.

use std::hint::black_box;

use serde::Serialize;

use errcat::Response;

use crate::cases::Case;
use crate::errors::bodies::{Code, DuplicateName, Error, Problem};

/// The same errors as they are usually written.
#[derive(Debug, thiserror::Error)]
enum ByHand {
    #[error("The article is not in stock.")]
    OutOfStock,
    #[error("A machine with the name '{name}' exists in {region}.")]
    DuplicateName { name: String, region: String },
}

#[derive(Serialize)]
struct ProblemBody<'a> {
    r#type: &'a str,
    title: &'a str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    params: Option<Params<'a>>,
}

#[derive(Serialize)]
struct Params<'a> {
    name: &'a str,
    region: &'a str,
}

#[derive(Serialize)]
struct Body<'a> {
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<Params<'a>>,
}

pub(crate) const CASES: [Case; 10] = [
    (
        "an error value, fixed",
        || drop(black_box(Error::from(black_box(Code::OutOfStock)))),
        || drop(black_box(Box::new(black_box(ByHand::OutOfStock)))),
    ),
    (
        "an error value, fixed, beside an unboxed enum",
        || drop(black_box(Error::from(black_box(Code::OutOfStock)))),
        || drop(black_box(black_box(ByHand::OutOfStock))),
    ),
    (
        "an error value, parameters",
        || drop(black_box(Error::from(params()))),
        || drop(black_box(Box::new(by_hand()))),
    ),
    (
        "message, fixed",
        || drop(black_box(Error::from(black_box(Code::OutOfStock)).message())),
        || drop(black_box(ByHand::OutOfStock.to_string())),
    ),
    (
        "message, parameters",
        || drop(black_box(Error::from(params()).message())),
        || drop(black_box(by_hand().to_string())),
    ),
    (
        "problem+json, fixed",
        || drop(black_box(Problem::from(black_box(Code::OutOfStock)).body())),
        || drop(black_box(problem(&ByHand::OutOfStock))),
    ),
    (
        "problem+json, parameters",
        || drop(black_box(Problem::from(Error::from(params())).body())),
        || drop(black_box(problem(&by_hand()))),
    ),
    (
        "own envelope, fixed",
        || drop(black_box(Error::from(black_box(Code::OutOfStock)).body())),
        || drop(black_box(body(&black_box(ByHand::OutOfStock)))),
    ),
    (
        "own envelope, code as response",
        || drop(black_box(Response::from(black_box(Code::OutOfStock)))),
        || drop(black_box(body(&black_box(ByHand::OutOfStock)))),
    ),
    (
        "own envelope, parameters",
        || drop(black_box(Error::from(params()).body())),
        || drop(black_box(body(&by_hand()))),
    ),
];

/// Panics unless both write the same.
pub(crate) fn compare() {
    assert_eq!(Problem::from(Error::from(params())).body(), problem(&by_hand()), "both write the same");
    assert_eq!(Problem::from(Code::OutOfStock).body(), problem(&ByHand::OutOfStock), "both write the same");
    assert_eq!(Error::from(params()).body(), body(&by_hand()), "both write the same");
    assert_eq!(Error::from(Code::OutOfStock).body(), body(&ByHand::OutOfStock), "both write the same");
}

fn params() -> DuplicateName {
    DuplicateName { name: "my-app".to_owned(), region: "eu-west-1".to_owned() }
}

fn by_hand() -> ByHand {
    ByHand::DuplicateName { name: "my-app".to_owned(), region: "eu-west-1".to_owned() }
}

fn problem(error: &ByHand) -> String {
    let message = error.to_string();
    let (code, title, status, detail, params) = match error {
        ByHand::OutOfStock => ("out_of_stock", message.as_str(), 409, None, None),
        ByHand::DuplicateName { name, region } => {
            ("duplicate_name", "Conflict", 409, Some(message.as_str()), Some(Params { name, region }))
        }
    };
    let page = format!("https://errors.example.com/{code}");
    let problem = ProblemBody { r#type: &page, title, status, detail, code, params };
    serde_json::to_string(&problem).unwrap_or_default()
}

fn body(error: &ByHand) -> String {
    let message = error.to_string();
    let (code, details) = match error {
        ByHand::OutOfStock => ("out_of_stock", None),
        ByHand::DuplicateName { name, region } => ("duplicate_name", Some(Params { name, region })),
    };
    serde_json::to_string(&Body { code, message: &message, details }).unwrap_or_default()
}

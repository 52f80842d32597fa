//! `bodies`: nanoseconds and allocations per error value, message and body, compared with serde and
//! thiserror.

use std::hint::black_box;
use std::time::Instant;

use serde::Serialize;

use crate::errors::bodies::{Code, DuplicateName, Error, Problem};
use crate::table::{Table, median};

const CALLS: u32 = 20_000;
const ROUNDS: usize = 41;

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

/// A row of the table: its name, the errcat version and the usual one.
type Case<'c> = (&'static str, Box<dyn Fn() + 'c>, Box<dyn Fn() + 'c>);

/// Prints the table.
pub(crate) fn run() {
    let fixed = Error::from(Code::OutOfStock);
    let filled = Error::from(params());
    let (fixed_problem, filled_problem) =
        (Problem::from(Code::OutOfStock), Problem::from(Error::from(params())));
    let (by_hand, with_params) = (ByHand::OutOfStock, by_hand());
    let cases: Vec<Case<'_>> = vec![
        (
            "an error value, fixed",
            Box::new(|| drop(black_box(Error::from(Code::OutOfStock)))),
            Box::new(|| drop(black_box(Box::new(ByHand::OutOfStock)))),
        ),
        (
            "message, fixed",
            Box::new(|| drop(black_box(fixed.message()))),
            Box::new(|| drop(black_box(by_hand.to_string()))),
        ),
        (
            "message, parameters",
            Box::new(|| drop(black_box(filled.message()))),
            Box::new(|| drop(black_box(with_params.to_string()))),
        ),
        (
            "problem+json, fixed",
            Box::new(|| drop(black_box(fixed_problem.body()))),
            Box::new(|| drop(black_box(problem(&by_hand)))),
        ),
        (
            "problem+json, parameters",
            Box::new(|| drop(black_box(filled_problem.body()))),
            Box::new(|| drop(black_box(problem(&with_params)))),
        ),
        (
            "own envelope, fixed",
            Box::new(|| drop(black_box(fixed.body()))),
            Box::new(|| drop(black_box(body(&by_hand)))),
        ),
        (
            "own envelope, parameters",
            Box::new(|| drop(black_box(filled.body()))),
            Box::new(|| drop(black_box(body(&with_params)))),
        ),
    ];
    assert_eq!(filled_problem.body(), problem(&with_params), "both write the same");
    assert_eq!(filled.body(), body(&with_params), "both write the same");
    println!("\n## Error values and bodies, nanoseconds per call\n");
    let mut table = Table::new("");
    for (name, errcat, usual) in &cases {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(time(errcat));
            theirs.push(time(usual));
        }
        let (ours, theirs) = (median(ours), median(theirs));
        table.cell(name, "errcat", format!("{ours:.1}"));
        table.cell(name, "thiserror, serde derive", format!("{theirs:.1}"));
        table.cell(name, "ratio", format!("{:.1}", theirs / ours));
    }
    table.print();
}

fn time(call: &dyn Fn()) -> f64 {
    let start = Instant::now();
    for _ in 0..CALLS {
        call();
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(CALLS)
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

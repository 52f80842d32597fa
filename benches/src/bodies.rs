//! `bodies`: nanoseconds and instructions per error value, message and body, compared with serde and
//! thiserror.

use std::hint::black_box;
use std::time::Instant;

use serde::Serialize;

use errcat::Response;

use crate::callgrind::counted;
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

/// A row of the table: its name, the errcat version and the usual one. Both make the error, too.
type Case = (&'static str, fn(), fn());

const CASES: [Case; 9] = [
    (
        "an error value, fixed",
        || drop(black_box(Error::from(black_box(Code::OutOfStock)))),
        || drop(black_box(Box::new(black_box(ByHand::OutOfStock)))),
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

/// Prints the table. Instructions are counted if valgrind is installed.
pub(crate) fn run() {
    assert_eq!(Problem::from(Error::from(params())).body(), problem(&by_hand()), "both write the same");
    assert_eq!(Problem::from(Code::OutOfStock).body(), problem(&ByHand::OutOfStock), "both write the same");
    assert_eq!(Error::from(params()).body(), body(&by_hand()), "both write the same");
    assert_eq!(Error::from(Code::OutOfStock).body(), body(&ByHand::OutOfStock), "both write the same");
    println!("\n## Error values and bodies, nanoseconds and instructions per call\n");
    let mut table = Table::new("");
    for (name, errcat, usual) in &CASES {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(time(*errcat));
            theirs.push(time(*usual));
        }
        let (ours, theirs) = (median(ours), median(theirs));
        table.cell(name, "errcat", format!("{ours:.1}"));
        table.cell(name, "thiserror, serde derive", format!("{theirs:.1}"));
        table.cell(name, "ratio", format!("{:.1}", theirs / ours));
        let instructions =
            |who| instructions(name, who).map_or("–".to_owned(), |each| format!("{each:.0}"));
        table.cell(name, "instructions: errcat", instructions("errcat"));
        table.cell(name, "thiserror, serde derive ", instructions("usual"));
    }
    table.print();
}

/// Returns the instructions of one call, if valgrind can count them.
fn instructions(name: &str, who: &str) -> Option<f64> {
    const CALLS: f64 = 1_000.0;
    let count = |calls: &str| counted(&["probe", "body", name, who, calls]).ok();
    Some((count("1000")?.instructions - count("0")?.instructions) / CALLS)
}

/// Runs one case `calls` times, for a profiler.
pub(crate) fn probe(name: &str, who: &str, calls: usize) {
    for (_, errcat, usual) in CASES.iter().filter(|case| case.0 == name) {
        (0..calls).for_each(|_| if who == "errcat" { errcat() } else { usual() });
    }
}

fn time(call: fn()) -> f64 {
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

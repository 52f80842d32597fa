//! Reading responses, and errors on their way through a program, compared with serde and thiserror.

use std::hint::black_box;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use errcat::Retry;

use crate::cases::Case;
use crate::errors::bodies::{ApiError, Code, Error};

const HEADERS: [(&str, &str); 4] = [
    ("content-type", "application/json"),
    ("date", "Mon, 30 Nov 2026 00:00:00 GMT"),
    ("x-request-id", "req-8f3a7c21"),
    ("retry-after", "7"),
];

/// A usual response.
const SMALL: &str = r#"{"code":"out_of_stock","message":"At the moment, there are none of these articles left.","request_id":"req-8f3a7c21","details":{"article":"pencil","left":0,"warehouse":"eu-west-1"}}"#;

/// A response with a list of 34 details.
const LARGE: &str = include_str!("large.json");

/// The response as it is usually declared. What the server adds is kept unread.
#[derive(Deserialize)]
struct Body {
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    details: Option<Box<RawValue>>,
}

/// A response as a client keeps it: with its headers and facts.
struct Kept {
    headers: Vec<(String, String)>,
    body: Body,
}

#[derive(Serialize)]
struct Written<'a> {
    code: &'a str,
    message: &'a str,
    details: Details<'a>,
    request_id: &'a str,
}

#[derive(Serialize)]
struct Details<'a> {
    region: &'a str,
}

/// An error as it is usually declared.
#[derive(Debug, thiserror::Error)]
enum ByHand {
    #[error("out_of_stock: The article is not in stock.")]
    OutOfStock,
    #[error("duplicate_name: A machine with the name '{name}' exists.")]
    DuplicateName { name: String },
}

const MESSAGE: &str = "The machine is being moved to another host";

pub(crate) const CASES: [Case; 6] = [
    (
        "read a response, 0.2 kB",
        || {
            black_box(read(SMALL));
        },
        || {
            black_box(derived(SMALL));
        },
    ),
    (
        "read a response, 3.6 kB",
        || {
            black_box(read(LARGE));
        },
        || {
            black_box(derived(LARGE));
        },
    ),
    (
        "read a response, 0.2 kB, beside a tree",
        || {
            black_box(read(SMALL));
        },
        || {
            black_box(tree(SMALL));
        },
    ),
    ("own message, detail, request id", || drop(black_box(written())), || drop(black_box(by_hand()))),
    (
        "Display, fixed",
        || drop(black_box(Error::from(black_box(Code::OutOfStock)).to_string())),
        || drop(black_box(Box::new(black_box(ByHand::OutOfStock)).to_string())),
    ),
    ("through three `?`", || drop(black_box(passed(0))), || drop(black_box(passed_by_hand(0)))),
];

/// Panics unless both read and write the same.
pub(crate) fn compare() {
    for body in [SMALL, LARGE] {
        let kept = Some((Some(Code::OutOfStock), Retry::RetryAfter));
        assert_eq!((Some(read(body)), derived(body)), (kept, kept), "both read the same");
    }
    assert_eq!(written(), by_hand(), "both write the same");
    assert_eq!(Error::from(Code::OutOfStock).to_string(), ByHand::OutOfStock.to_string());
    assert!(passed(1).is_ok() && passed_by_hand(1).is_ok());
    let taken = ByHand::DuplicateName { name: "a".to_owned() };
    assert!(taken.to_string().starts_with(Code::DuplicateName.code()));
}

fn read(body: &str) -> (Option<Code>, Retry) {
    let error = ApiError::from_parts(429, HEADERS, black_box(body));
    let facts = (error.known(), error.retry_advice());
    black_box(error);
    facts
}

fn derived(body: &str) -> Option<(Option<Code>, Retry)> {
    let headers = HEADERS.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let body: Body = serde_json::from_str(black_box(body)).ok()?;
    let kept = Kept { headers, body };
    let code = kept.body.code.as_deref().and_then(Code::from_code);
    let header = |name: &str| kept.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    let seconds = header("retry-after").and_then(|(_, value)| value.parse::<u64>().ok());
    black_box((&kept.body.message, &kept.body.request_id, &kept.body.details));
    Some((code, if seconds.is_some() { Retry::RetryAfter } else { Retry::Backoff }))
}

fn tree(body: &str) -> Option<Code> {
    let tree: Value = serde_json::from_str(black_box(body)).ok()?;
    Code::from_code(black_box(tree).get("code")?.as_str()?)
}

fn written() -> String {
    let error = Error::from(black_box(Code::OutOfStock)).with_message(MESSAGE);
    error.with_detail("region", black_box("eu-west-1")).with_request_id("req-8f3a7c21").body().into_owned()
}

fn by_hand() -> String {
    let [region, request_id] = [black_box("eu-west-1"), "req-8f3a7c21"].map(str::to_owned);
    let details = Details { region: &region };
    let written = Written {
        code: black_box(Code::OutOfStock).code(),
        message: MESSAGE,
        details,
        request_id: &request_id,
    };
    serde_json::to_string(&written).unwrap_or_default()
}

fn passed(left: u32) -> Result<u32, Error> {
    #[inline(never)]
    fn one(left: u32) -> Result<u32, Error> {
        if black_box(left) == 0 {
            Err(Code::OutOfStock)?;
        }
        Ok(left)
    }
    #[inline(never)]
    fn two(left: u32) -> Result<u32, Error> {
        Ok(one(left)? + 1)
    }
    Ok(two(left)? + 1)
}

fn passed_by_hand(left: u32) -> Result<u32, Box<ByHand>> {
    #[inline(never)]
    fn one(left: u32) -> Result<u32, Box<ByHand>> {
        if black_box(left) == 0 {
            Err(Box::new(ByHand::OutOfStock))?;
        }
        Ok(left)
    }
    #[inline(never)]
    fn two(left: u32) -> Result<u32, Box<ByHand>> {
        Ok(one(left)? + 1)
    }
    Ok(two(left)? + 1)
}

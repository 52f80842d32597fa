//! A crate with its own codes, in both ways: as a committed module, and from a build script.

// Written by `errcat gen`, and committed. Reviewers see every change, rust-analyzer follows every
// name, and nobody who builds the crate needs the generator.
mod errors;

// Written by `build.rs` at every change of a catalog. Nothing is committed.
mod built {
    include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
}

use built::depot;
use errcat::Response;
use errors::shop::{self, OutOfStock};

fn order(wanted: u32) -> Result<(), shop::Error> {
    match wanted {
        0 => Err(shop::Code::CartEmpty)?,
        1 | 2 => Ok(()),
        _ => Err(OutOfStock { article: "pencil".to_owned(), left: 2 })?,
    }
}

fn deliver() -> Result<(), depot::Error> {
    Err(depot::Code::GateClosed)?
}

fn main() {
    for line in run() {
        println!("{line}");
    }
}

/// Returns what clients receive.
fn run() -> Vec<String> {
    let results = [
        order(0).map_err(Response::from),
        order(1).map_err(Response::from),
        order(3).map_err(Response::from),
        deliver().map_err(Response::from),
    ];
    let mut lines = Vec::new();
    for result in results {
        lines.push(match result {
            Ok(()) => "HTTP 204".to_owned(),
            Err(response) => format!("HTTP {}: {}", response.status(), response.body()),
        });
    }
    lines
}

#[test]
fn clients_receive_the_codes() {
    let expected = [
        r#"HTTP 422: {"code":"cart_empty","message":"The cart is empty."}"#,
        "HTTP 204",
        r#"HTTP 409: {"code":"out_of_stock","message":"Only 2 of pencil are left.","details":{"article":"pencil","left":2}}"#,
        r#"HTTP 503: {"code":"gate_closed","message":"The gate is closed at this hour."}"#,
    ];
    assert_eq!(run(), expected);
}

#[test]
fn clients_read_the_codes() {
    let body = r#"{"code":"gate_closed","message":"Come back tomorrow."}"#;
    let error = depot::ApiError::from_parts(503, [("retry-after", "60")], body);
    assert_eq!(error.known(), Some(depot::Code::GateClosed));
    assert!(error.retry_advice().is_retryable());
}

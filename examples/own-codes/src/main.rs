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
    let answers = [
        order(0).map_err(Response::from),
        order(1).map_err(Response::from),
        order(3).map_err(Response::from),
        deliver().map_err(Response::from),
    ];
    for answer in answers {
        match answer {
            Ok(()) => println!("HTTP 204"),
            Err(response) => println!("HTTP {}: {}", response.status(), response.body()),
        }
    }
}

#[test]
fn clients_read_the_codes() {
    let body = r#"{"code":"gate_closed","message":"Come back tomorrow."}"#;
    let error = depot::ApiError::from_parts(503, [("retry-after", "60")], body);
    assert_eq!(error.known(), Some(depot::Code::GateClosed));
    assert!(error.retry_advice().is_retryable());
}

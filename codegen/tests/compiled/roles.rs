//! Tests of what servers and clients have, run inside the crate that `compiled.rs` writes.

use crate::open::{own, theirs};

#[test]
fn a_server_has_errors_and_parameters() {
    let error: own::Error = own::One { n: 7 }.into();
    assert_eq!(error.to_string(), "one: 7");
    let _: Option<own::Problem> = None;
}

#[test]
fn a_client_has_responses() {
    let response = theirs::a::ApiError::from_parts::<&str, &str>(404, [], b"{}");
    assert_eq!(response.status(), 404);
    let _: Option<theirs::ApiError> = None;
}

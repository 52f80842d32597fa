//! Tests of what servers and clients have, run inside the crate that `compiled.rs` writes.

use crate::open::{own, theirs};

#[test]
fn a_server_has_errors_and_parameters() {
    let error: own::Error = own::One { n: 7 }.into();
    assert_eq!(error.to_string(), "one: 7");
    let response = errcat::Response::from(own::One { n: 7 });
    assert!(response.body().contains("\"7\""), "{}", response.body());
    let problem: own::Problem = own::One { n: 7 }.into();
    assert_eq!(problem.error().message().unwrap(), "7");
    // Without its parameters, a code never sends its template.
    let incomplete = own::Error::from(own::Code::One);
    assert!(incomplete.is_incomplete() && !errcat::Response::from(incomplete).body().contains("{n}"));
    assert_eq!(<own::Code as errcat::ErrorCode>::INTERNAL, Some(own::Code::Two));
}

#[test]
fn a_client_has_responses() {
    let response = theirs::a::ApiError::from_parts::<&str, &str>(404, [], b"{}");
    assert_eq!(response.status(), 404);
    let _: Option<theirs::ApiError> = None;
}

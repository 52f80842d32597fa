//! Tests that fixed messages do not allocate, messages with parameters allocate once, and responses
//! are read with few allocations.

#![deny(warnings)]

use std::fmt::{self, Write};
use std::hint::black_box;

use allocation_counter::measure;
use errcat::{Params, Sensitive};
use user_crate::errors::depot::{ApiError, Code, Error, Locked, Problem};

/// A writer that drops everything.
struct Nowhere(usize);

impl Write for Nowhere {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

fn allocations(run: impl FnOnce()) -> u64 {
    measure(run).count_total
}

fn locked() -> Locked {
    Locked { gate: "a gate with a name".to_owned(), guard: Sensitive::new("x".to_owned()) }
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| drop(black_box(vec![1_u8]))), 1);
}

#[test]
fn a_code() {
    let mut out = Nowhere(0);
    assert_eq!(allocations(|| write!(out, "{} {:?}", Code::Missing, Code::Missing).unwrap()), 0);
    assert!(out.0 > 0);
    assert_eq!(allocations(|| assert_eq!("missing".parse(), Ok(Code::Missing))), 0);
}

#[test]
fn a_fixed_message() {
    let error = Error::from(Code::Missing);
    let message = || assert_eq!(black_box(&error).message().as_deref(), Some("Nothing here."));
    assert_eq!(allocations(message), 0);
    let mut out = Nowhere(0);
    assert_eq!(allocations(|| write!(out, "{error}").unwrap()), 0);
    assert_eq!(allocations(|| drop(black_box(Error::from(Code::Missing)))), 0);
}

#[test]
fn a_message_with_parameters() {
    let error = Error::from(locked());
    assert_eq!(allocations(|| drop(black_box(error.message()))), 1);
    assert_eq!(allocations(|| drop(black_box(locked().to_message()))), 3, "two for the values");
    let mut out = Nowhere(0);
    assert_eq!(allocations(|| write!(out, "{error} {error:?}").unwrap()), 0);
    let params = locked();
    assert_eq!(allocations(|| drop(black_box(Error::from(params)))), 2);
}

#[test]
fn a_body() {
    let bare = Error::from(Code::Missing);
    assert_eq!(allocations(|| drop(black_box(bare.body()))), 1);
    let problem = Problem::from(Code::Missing);
    assert_eq!(allocations(|| drop(black_box(problem.body()))), 1);
    let hidden = Error::from(Code::Hidden);
    assert_eq!(allocations(|| drop(black_box(hidden.body()))), 1);
}

#[test]
fn a_response() {
    let headers = [("content-type", "application/json"), ("retry-after", "7")];
    let body = br#"{"error":{"code":"missing","text":"Nothing here."},"meta":{"request":"r-1"}}"#;
    let error = || ApiError::from_parts(404, headers, body.to_vec());
    assert_eq!(error().known(), Some(Code::Missing));
    // The body, the headers, the message, the id, the error, and the list of what was found.
    assert!(allocations(|| drop(black_box(error()))) <= 6);
}

//! Tests of every byte that servers send, case by case: statuses, headers, bodies and problem
//! details of errors that are masked, internal, incomplete or plain.
#![cfg(feature = "std")]

#[path = "sent/bodies.rs"]
mod bodies;
#[path = "sent/catalog.rs"]
mod catalog;
#[path = "sent/headers.rs"]
mod headers;
#[path = "sent/members.rs"]
mod members;
#[path = "sent/problems.rs"]
mod problems;
#[path = "sent/retries.rs"]
mod retries;
#[path = "sent/unsendable.rs"]
mod unsendable;

use catalog::Code;
use errcat::{Envelope, Error, Fact, Place, Response, Slot};

/// Returns an envelope with these slots.
fn envelope<const N: usize>(slots: [Slot<'static>; N]) -> Envelope<'static> {
    Envelope::new(slots.to_vec().leak())
}

/// Returns a slot for a fact with these places.
fn slot<const N: usize>(fact: Fact<'static>, places: [Place<'static>; N]) -> Slot<'static> {
    Slot::new(fact, places.to_vec().leak())
}

fn error(code: Code) -> Error<Code> {
    Error::new(code)
}

/// Returns all headers but the content type, as lines.
fn headers(response: impl Into<Response>) -> Vec<String> {
    let response = response.into();
    let lines = response.headers().map(|(name, value)| format!("{name}: {value}"));
    lines.filter(|line| !line.starts_with("content-type")).collect()
}

//! Expands all integrations in a crate without the standard library, with all lints enabled.
#![no_std]
#![deny(warnings, missing_docs, unreachable_pub, unused_qualifications, single_use_lifetimes)]
#![deny(future_incompatible, rust_2018_idioms, clippy::all, clippy::pedantic)]
#![forbid(unsafe_code)]

use core::str::FromStr as _;

mod numeric;

#[test]
fn integrations_compile_together() {
    assert_eq!(numeric::Code::from_str("-32700"), Ok(numeric::Code::Parse));
}

//! Tests of codes in the logs of embedded devices.
#![deny(warnings)]
#![forbid(unsafe_code)]

#[path = "../common/mod.rs"]
mod common;

use common::Code;
use defmt::{Format, export};
use errcat::{Retry, Wire};

/// Returns what is logged: the index of the format string, which is always the same, the length and
/// the text.
fn logged(value: &dyn Fn()) -> Vec<u8> {
    export::fetch_bytes();
    value();
    export::fetch_bytes()
}

fn text(text: &str) -> Vec<u8> {
    logged(&|| text.format(export::make_formatter()))
}

#[test]
fn the_text_is_logged() {
    let tail = |bytes: Vec<u8>| bytes.get(2..).map(<[u8]>::to_vec);
    let expected = |plain| tail(text(plain));
    assert!(expected("E3").is_some_and(|bytes| bytes.ends_with(b"E3")));
    assert_eq!(tail(logged(&|| Code::Secret.format(export::make_formatter()))), expected("E3"));
    assert_eq!(tail(logged(&|| Retry::Backoff.format(export::make_formatter()))), expected("backoff"));
    let wire = Wire::<Code>::new("anything");
    assert_eq!(tail(logged(&|| wire.format(export::make_formatter()))), expected("anything"));
}

//! Tests of codes made from the bytes of a fuzzer.
#![deny(warnings)]
#![forbid(unsafe_code)]

#[path = "../common/mod.rs"]
mod common;

use std::collections::BTreeSet;

use arbitrary::{Arbitrary as _, Unstructured};
use common::Code;
use errcat::{Retry, Timestamp, Wire};

#[test]
fn every_code_is_generated() {
    let codes: BTreeSet<Code> =
        (0..=255).filter_map(|byte| Code::arbitrary(&mut Unstructured::new(&[byte; 8])).ok()).collect();
    assert_eq!(codes.len(), 4);
    assert_eq!(Code::size_hint(0).0, 0);
}

#[test]
fn any_bytes_give_valid_values() {
    let bytes: Vec<u8> = (0..4096_u32).map(|place| u8::try_from(place * 31 % 251).unwrap()).collect();
    let mut bytes = Unstructured::new(&bytes);
    let mut known = 0;
    while !bytes.is_empty() {
        let wire = Wire::<Code>::arbitrary(&mut bytes).unwrap();
        known += usize::from(wire.is_known());
        assert_eq!(Wire::<Code>::new(wire.as_str()), wire);
        let retry = Retry::arbitrary(&mut bytes).unwrap();
        assert_eq!(Retry::parse(retry.as_str()), Some(retry));
        let time = Timestamp::arbitrary(&mut bytes).unwrap();
        assert_eq!(Timestamp::parse(&time.to_string()), Some(time));
    }
    assert!(known > 0);
}

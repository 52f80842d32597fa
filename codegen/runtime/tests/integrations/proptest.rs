//! Tests of strategies for codes.
#![deny(warnings)]
#![forbid(unsafe_code)]

#[path = "../common/mod.rs"]
mod common;

use common::Code;
use errcat::{Retry, Timestamp, Wire};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

proptest! {
    #[test]
    fn received_codes_keep_their_text(wire: Wire<Code>, retry: Retry, time: Timestamp) {
        prop_assert_eq!(Wire::<Code>::new(wire.as_str()), wire);
        prop_assert_eq!(Retry::parse(retry.as_str()), Some(retry));
        prop_assert_eq!(Timestamp::parse(&time.to_string()), Some(time));
    }
}

#[test]
fn known_and_unknown_codes_are_generated() {
    let mut runner = TestRunner::deterministic();
    let mut draw = |count: usize| -> Vec<Wire<Code>> {
        (0..count)
            .filter_map(|_| any::<Wire<Code>>().new_tree(&mut runner).ok())
            .map(|tree| tree.current())
            .collect()
    };
    let wires = draw(200);
    assert_eq!(wires.len(), 200);
    assert!((50..150).contains(&wires.iter().filter(|wire| wire.is_known()).count()));
    let codes: std::collections::BTreeSet<Code> = wires.iter().filter_map(Wire::known).collect();
    assert_eq!(codes.len(), 4);
    let mut runner = TestRunner::deterministic();
    assert!(any::<Code>().new_tree(&mut runner).is_ok());
}

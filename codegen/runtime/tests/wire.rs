//! Tests of `Wire`.
#![cfg(feature = "alloc")]

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher, RandomState};

use errcat::{ErrorCode, Wire};

use crate::common::Code;

mod common;

#[test]
fn is_no_larger_than_a_str() {
    assert!(size_of::<Wire<Code>>() <= 2 * size_of::<usize>());
    assert!(size_of::<Option<Wire<Code>>>() <= 3 * size_of::<usize>());
}

#[test]
fn knows_codes_and_aliases_and_nothing_else() {
    assert_eq!(Wire::<Code>::new("ERR-01-001").known(), Some(Code::NodeNotFound));
    assert_eq!(Wire::<Code>::new("node_not_found").known(), Some(Code::NodeNotFound));
    assert!(Wire::<Code>::new("node_not_found").is_known());
    for text in ["", "ERR-01-00", "ERR-01-0011", "err-01-001", "ERR-01-001\n", "NODE_NOT_FOUND"] {
        assert_eq!(Wire::<Code>::new(text).known(), None, "{text:?}");
        assert!(!Wire::<Code>::new(text).is_known(), "{text:?}");
    }
}

#[test]
fn every_text_comes_back() {
    let long = "x".repeat(1 << 20);
    let known = Code::ALL.iter().map(|code| code.code());
    let texts = known.chain(["node_not_found", "", "\0\u{202e}`", "日本語", &long]);
    for text in texts {
        let wires = [
            Wire::<Code>::new(text),
            Wire::from(text),
            Wire::from(text.to_owned()),
            text.parse().unwrap_or_else(|never| match never {}),
        ];
        for wire in wires {
            assert_eq!(wire.as_str(), text);
            assert_eq!(wire.as_ref(), text);
            assert_eq!(wire.to_string(), text);
            assert_eq!(wire.clone().as_str(), text);
            assert!(wire == text && wire == *text);
        }
    }
}

#[test]
fn a_code_and_its_text_are_equal() {
    for &code in Code::ALL {
        assert_eq!(Wire::from(code), Wire::new(code.code()));
        assert_eq!(Wire::from(code).known(), Some(code));
    }
}

#[test]
fn equals_a_code_by_meaning_and_a_wire_by_text() {
    let code = Wire::<Code>::new("ERR-01-001");
    let alias = Wire::<Code>::new("node_not_found");
    assert!(code == Code::NodeNotFound && alias == Code::NodeNotFound);
    assert!(code != Code::Gone && alias != Code::Gone);
    assert_ne!(code, alias);
    assert!(alias == "node_not_found" && alias != "ERR-01-001");
    assert!(Wire::<Code>::new("?") != Code::Gone);
}

#[test]
fn hashes_as_its_text() {
    let state = RandomState::new();
    for text in ["ERR-01-001", "node_not_found", "unknown", ""] {
        assert_eq!(state.hash_one(Wire::<Code>::new(text)), state.hash_one(text));
    }
    assert_eq!(state.hash_one(Wire::from(Code::Gone)), state.hash_one("GONE"));
    let map = HashMap::from([(Wire::from(Code::Gone), 1), (Wire::new("unknown"), 2)]);
    assert_eq!((map.get("GONE"), map.get("unknown"), map.get("?")), (Some(&1), Some(&2), None));
}

#[test]
fn sorts_as_its_text() {
    let texts = ["unknown", "GONE", "", "ERR-02-001", "node_not_found", "ERR-01-001", "ERR-01-0010"];
    let wires: BTreeSet<_> = texts.iter().map(|text| Wire::<Code>::new(text)).collect();
    let sorted: BTreeSet<_> = texts.into_iter().collect();
    assert!(wires.iter().map(Wire::as_str).eq(sorted));
    assert!(Wire::<Code>::new("ERR-02-001") > Wire::new("ERR-01-001"));
}

#[test]
fn display_and_debug() {
    let alias = Wire::<Code>::new("node_not_found");
    let unknown = Wire::<Code>::new("\u{1b}");
    assert_eq!(format!("{:>6}|{:.1}|{unknown}", Wire::from(Code::Gone), alias), "  GONE|n|\u{1b}");
    assert_eq!(format!("{:?}", Wire::from(Code::Gone)), "Known(Gone)");
    assert_eq!(format!("{alias:?}"), r#"Alias("node_not_found", NodeNotFound)"#);
    assert_eq!(format!("{unknown:?}"), r#"Unknown("\u{1b}")"#);
}

#[test]
fn is_send_and_sync() {
    fn check<T: Send + Sync + Unpin + 'static>() {}
    check::<Wire<Code>>();
}

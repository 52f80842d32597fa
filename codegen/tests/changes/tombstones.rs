//! Tests of tombstones in consecutive releases.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use errcat_build::unstable::diff::{changes, describe, promises};
use errcat_build::unstable::ledger::{Ledger, next};

use super::table::State;
use super::{between, state};

/// Returns the ledger after releases of these states of the error `E-1`.
fn released(states: &[&str]) -> Ledger {
    let mut ledger = None;
    for keys in states {
        let now = one(keys);
        let after = next(ledger.as_ref(), &now);
        assert_eq!(between(&after, &now), [""; 0], "{states:?}");
        assert_eq!(next(Some(&after), &now).to_text(), after.to_text(), "{states:?}");
        ledger = Some(after);
    }
    ledger.unwrap()
}

fn one(keys: &str) -> Ledger {
    state("", &format!("E-1: {{ {keys} }}"))
}

const NAMED: &str = "name: CartFull, message: 'It holds {n}.', params: { n: u8 }";
const RENAMED: &str = "name: CartFilled, formerly: CartFull, message: 'It holds {n}.', params: { n: u8 }";
const RETIRED: &str =
    "name: CartFilled, formerly: CartFull, message: 'It holds {n}.', params: { n: u8 }, retired: {}";

#[test]
fn a_released_tombstone_keeps_what_it_has() {
    let cases: [(&str, &[&str]); 4] = [
        (
            "name: CartGone, message: 'It holds {n}.', params: { n: u8 }, retired: {}",
            &["name-changed E-1: CartFilled > CartGone", "name-removed E-1: CartFull > -"],
        ),
        (
            "name: CartFilled, message: 'It holds {n}.', params: { n: u8 }, retired: {}",
            &["name-removed E-1: CartFull > -"],
        ),
        (
            "formerly: CartFull, message: 'It holds {n}.', params: { n: u8 }, retired: {}",
            &["name-changed E-1: CartFilled > -"],
        ),
        (
            "name: CartFilled, formerly: CartFull, message: It is full., retired: {}",
            &["param-removed E-1: n: \"u8\" > -"],
        ),
    ];
    for before in [
        // The rename and the retirement in releases of their own, and in one.
        &[NAMED, RENAMED, RETIRED][..],
        &[NAMED, RETIRED],
        &[RETIRED],
    ] {
        let ledger = released(before);
        for (tombstone, expected) in cases {
            assert_eq!(between(&ledger, &one(tombstone)), expected, "{before:?}");
        }
        // Texts and facts of a tombstone are of no use to programs.
        let other = "name: CartFilled, formerly: CartFull, description: D, status: 410, details: {}, \
                     params: { n: u8 }, message: '{n}', retired: { note: N }";
        assert_eq!(between(&ledger, &one(other)), [""; 0]);
    }
}

#[test]
fn what_a_tombstone_lost_is_reported_once() {
    let bare = "message: It is full., retired: {}";
    let ledger = released(&[NAMED, RETIRED, bare]);
    let full = between(&ledger, &one(RETIRED));
    let expected = [
        "name-changed E-1: - > CartFilled",
        "param-added E-1: - > n: \"u8\"",
        "fact-changed E-1: - > formerly: CartFull",
    ];
    assert_eq!(full, expected);
    // The code still means what it meant.
    let other = between(&ledger, &one("name: PaymentFailed, message: The bank said no."));
    assert_eq!(other, ["code-reused E-1: CartFull > PaymentFailed"]);
}

#[test]
fn a_ledger_without_the_remains_of_a_tombstone_says_nothing_about_them() {
    let head = "{\"errcat\":1,\"version\":\"1.0.0\",\"type\":\"string\",\"unique\":\"catalog\",\"status\":\"optional\"}\n";
    let line = "{\"code\":\"E-1\",\"family\":\"shop\",\"first\":\"1.0.0\",\"at\":\"1.0.0\",\"state\":\"retired\",\
                \"ident\":\"CartFull\",\"name\":\"CartFull\",\"params\":{\"n\":\"u8\"},\"message\":\"It holds {n}.\"}\n";
    let text = format!("{head}{line}");
    for tombstone in ["retired: {}", "name: CartFilled, formerly: CartFull, retired: {}"] {
        let tombstone = format!("E-1: {{ {tombstone} }}");
        let analysis = State::new(&[&tombstone]).with_ledger(&text);
        assert!(!analysis.findings.has_errors(), "{:#?}", analysis.findings);
        let catalog = &analysis.model.catalogs[0];
        let (old, now) = (catalog.ledger.as_ref().unwrap(), promises(catalog));
        assert_eq!(between(old, &now), [""; 0], "{tombstone}");
        let after = next(Some(old), &now);
        assert!(old.promises[0].is_equal(&after.promises[0]), "nothing asks for a release");
        // The next release records them.
        assert_ne!(between(&after, &one("name: Zulu, retired: {}")), [""; 0], "{tombstone}");
    }
}

#[test]
fn a_retired_code_comes_back_under_its_last_name() {
    let back = "name: CartFilled, formerly: CartFull, message: 'It holds {n}.', params: { n: u8 }";
    for before in [&[NAMED, RENAMED, RETIRED][..], &[NAMED, RETIRED], &[RETIRED]] {
        let (ledger, now) = (released(before), one(back));
        assert_eq!(between(&ledger, &now), ["code-added E-1: - > CartFilled"], "{before:?}");
        let changes = changes("shop", &ledger, &now);
        assert_eq!(describe(&changes[0]), "`E-1` is in use again: `CartFilled`");
        let dropped = one("name: CartFilled, message: Entirely other words.");
        let expected = ["code-added E-1: - > CartFilled", "name-removed E-1: CartFull > -"];
        let dropped = between(&ledger, &dropped);
        assert_eq!(dropped[..2], expected, "the tombstone said that it is the same");
    }
    let (first, second) = (state("", "a: A"), state("", "a: A\nb: B"));
    assert_eq!(describe(&changes("shop", &first, &second)[0]), "`b` is new: `B`");
}

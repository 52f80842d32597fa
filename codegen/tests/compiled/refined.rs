//! Tests of errors that refine others, run inside the crate that `compiled.rs` writes.

use errcat::{ErrorCode, Retry};

use crate::open::{many, refined, refined_families};

/// The code, parent, status, retry advice, class and tags of every error.
type Row = (
    &'static str,
    Option<&'static str>,
    Option<u16>,
    Option<Retry>,
    Option<&'static str>,
    &'static [&'static str],
);

const PAYMENTS: [Row; 7] = [
    ("expired", Some("declined"), Some(402), Some(Retry::Backoff), Some("Other"), &["card"]),
    ("declined", None, Some(402), Some(Retry::Backoff), Some("Other"), &["card"]),
    ("declined.stolen", Some("declined"), Some(402), Some(Retry::Backoff), Some("Other"), &["card"]),
    ("declined.limit", Some("declined"), Some(429), Some(Retry::Backoff), Some("Other"), &["card"]),
    ("declined.limit.daily", Some("declined.limit"), Some(429), Some(Retry::Backoff), Some("Other"), &["card"]),
    ("declined.limit.weekly", Some("declined.limit"), Some(429), Some(Retry::Immediately), Some("Other"), &[]),
    ("lost", None, Some(402), Some(Retry::Never), None, &["money"]),
];

const CARTS: [Row; 4] = [
    ("late", Some("declined"), Some(409), Some(Retry::Backoff), Some("Other"), &["card"]),
    ("full", Some("X.limit"), Some(410), Some(Retry::Never), None, &["money"]),
    ("X", None, Some(410), Some(Retry::Never), None, &["money"]),
    ("X.limit", Some("X"), Some(410), Some(Retry::Never), None, &["money"]),
];

fn row<C: ErrorCode>(code: &C) -> Row {
    let info = code.info();
    (code.code(), code.parent().map(C::code), code.status(), code.retry(), info.class, info.tags)
}

#[test]
fn errors_inherit_from_parents_before_defaults() {
    let all: Vec<Row> = refined::Code::ALL.iter().map(row).collect();
    assert_eq!(all, [PAYMENTS.as_slice(), CARTS.as_slice()].concat());
    for code in refined::Code::ALL {
        assert_eq!(refined::Code::from_code(code.code()), Some(*code));
    }
    assert_eq!(refined::Code::from_code("stolen"), None);
    // In a catalog with one enum per family, a parent is in the same family.
    let all: Vec<Row> = refined_families::Code::ALL.iter().map(row).collect();
    assert_eq!(all[..7], PAYMENTS);
    let late: Row = ("late", Some("X"), Some(410), Some(Retry::Never), None, &["money"]);
    assert_eq!(all[7], late);
    assert_eq!(all[8..], CARTS[1..]);
}

const IS_LIMIT: bool = refined::Code::DeclinedLimitDaily.is_a(refined::Code::DeclinedLimit);
const PARENT: Option<refined::Code> = refined::Code::DeclinedLimitDaily.parent();

/// Checks `is_a` of every pair of codes against the parents in the rows above.
fn check<C: ErrorCode>(inherent: fn(C, C) -> bool) {
    for &code in C::ALL {
        for &other in C::ALL {
            let ancestors = std::iter::successors(Some(code), |code| code.parent());
            let expected = ancestors.collect::<Vec<_>>().contains(&other);
            assert_eq!(inherent(code, other), expected, "{code:?} {other:?}");
            assert_eq!(ErrorCode::is_a(code, other), expected, "{code:?} {other:?}");
        }
    }
}

#[test]
fn a_code_is_all_of_its_ancestors() {
    use refined::Code;
    const { assert!(IS_LIMIT) };
    assert_eq!(PARENT, Some(Code::DeclinedLimit));
    assert!(Code::DeclinedLimitDaily.is_a(Code::Declined));
    assert!(Code::Late.is_a(Code::Declined));
    assert!(Code::Lost.is_a(Code::Lost));
    assert!(!Code::Declined.is_a(Code::DeclinedLimit));
    assert!(!Code::Lost.is_a(Code::Declined));
    check::<Code>(Code::is_a);
    check::<refined_families::Code>(refined_families::Code::is_a);
    check::<many::Code>(many::Code::is_a);
    assert!(many::Code::ALL.iter().all(|code| code.parent().is_none()));
}

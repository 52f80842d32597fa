//! Tests of `RetryAfter`.

use core::time::Duration;

use errcat::{RetryAfter, Timestamp};
use proptest::prelude::*;

/// 1994-11-06T08:49:37Z, and a fraction of a second.
const NOW: Timestamp = Timestamp::from_unix(784_111_777, 250_000_000);

fn parse(value: &str) -> Option<(u64, bool)> {
    let after = RetryAfter::parse(value, NOW)?;
    assert_eq!(after.wait.subsec_nanos(), 0);
    Some((after.wait.as_secs(), after.capped))
}

#[test]
fn seconds() {
    let many = "9".repeat(100_000);
    let cases = [
        ("0", (0, false)),
        ("1", (1, false)),
        ("007", (7, false)),
        (" \t30\r\n", (30, false)),
        ("1.0", (1, false)),
        ("1.000", (1, false)),
        ("1.5", (2, false)),
        ("0.0001", (1, false)),
        ("86400", (86_400, false)),
        ("86400.0", (86_400, false)),
        ("86400.1", (86_400, true)),
        ("86401", (86_400, true)),
        ("18446744073709551615", (86_400, true)),
        ("18446744073709551615.9", (86_400, true)),
        ("18446744073709551616", (86_400, true)),
        (&many, (86_400, true)),
    ];
    for (value, expected) in cases {
        assert_eq!(parse(value), Some(expected), "{value:.30}");
    }
}

#[test]
fn dates() {
    let cases = [
        ("Sun, 06 Nov 1994 08:49:38 GMT", (1, false)),
        ("Sun, 06 Nov 1994 08:49:37 GMT", (0, false)),
        ("Sun, 06 Nov 1994 08:50:37 GMT", (60, false)),
        ("Sunday, 06-Nov-94 08:50:37 GMT", (60, false)),
        ("Sun Nov  6 08:50:37 1994", (60, false)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", (0, false)),
        ("Mon, 07 Nov 1994 08:49:37 GMT", (86_400, false)),
        ("Mon, 07 Nov 1994 08:49:38 GMT", (86_400, true)),
        ("Fri, 31 Dec 9999 23:59:59 GMT", (86_400, true)),
    ];
    for (value, expected) in cases {
        assert_eq!(parse(value), Some(expected), "{value}");
    }
}

#[test]
fn anything_else_is_none() {
    let values = [
        "",
        " ",
        "soon",
        "-1",
        "+1",
        "-0",
        "1.",
        ".5",
        ".",
        "1.5.5",
        "1,5",
        "1e3",
        "0x10",
        "1 2",
        "1s",
        "NaN",
        "inf",
        "１",
        "120, 240",
        "2026-11-21T11:57:22Z",
        "Sun, 06 Nov 1994",
        "\u{a0}1",
    ];
    for value in values {
        assert_eq!(parse(value), None, "{value:?}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_a_bounded_wait(value in any::<String>(), now in any::<(i64, u32)>()) {
        let after = RetryAfter::parse(&value, Timestamp::from_unix(now.0, now.1));
        prop_assert!(after.is_none_or(|after| after.wait <= RetryAfter::MAX_WAIT));
    }

    #[test]
    fn dates_are_relative_to_now(now in 0_i64..4_000_000_000, nanos in 0_u32..1_000_000_000, ahead in 1_i64..86_400) {
        let now = Timestamp::from_unix(now, nanos);
        let then = Timestamp::from_unix(now.unix_seconds() + ahead, 0);
        let after = RetryAfter::parse(&then.to_http_date().to_string(), now);
        let gap = then.saturating_duration_since(now);
        prop_assert!(after.is_some_and(|after| after.wait >= gap));
        prop_assert!(after.is_some_and(|after| after.wait <= Duration::from_secs(ahead.unsigned_abs()) && !after.capped));
    }
}

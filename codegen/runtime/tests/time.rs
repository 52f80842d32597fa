//! Tests of `Timestamp`, including every day of ten thousand years.

use errcat::Timestamp;
use proptest::prelude::*;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
/// 2026-11-21T11:57:22Z.
const NOW: Timestamp = Timestamp::from_unix(1_795_262_242, 0);

fn unix(text: &str) -> Option<(i64, u32)> {
    Timestamp::parse(text).map(|time| (time.unix_seconds(), time.subsec_nanos()))
}

fn http(text: &str) -> Option<i64> {
    Timestamp::parse_http_date(text, NOW).map(Timestamp::unix_seconds)
}

/// Counts days one by one, like a calendar on the wall.
#[test]
fn every_day_has_its_date() {
    let (mut year, mut month, mut day) = (0_u32, 1, 1);
    // The first day of year 0 was a Saturday.
    for (count, days) in (-719_528_i64..).enumerate() {
        let leap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
        let last = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
        let edge = (day == 1 || day == last) && (year % 100 < 5 || year % 10 == 7);
        if edge || count % 97 == 0 {
            check_day(days, &format!("{year:04}-{month:02}-{day:02}"));
            let weekday = WEEKDAYS[(count + 6) % 7];
            check_http_day(days, weekday, [day, month, year as usize]);
        }
        if day == last {
            let none = format!("{year:04}-{month:02}-{:02}T00:00:00Z", day + 1);
            assert!(!edge || unix(&none).is_none(), "{none}");
            (day, month) = (1, month + 1);
        } else {
            day += 1;
        }
        if month == 13 {
            (month, year) = (1, year + 1);
        }
        if year == 10_000 {
            break;
        }
    }
    assert_eq!((year, month, day), (10_000, 1, 1));
}

fn check_day(days: i64, date: &str) {
    let (first, last) = (days * 86_400, days * 86_400 + 86_399);
    let texts = [format!("{date}T00:00:00Z"), format!("{date}T23:59:59Z")];
    for (seconds, text) in [first, last].into_iter().zip(texts) {
        assert_eq!(unix(&text), Some((seconds, 0)), "{text}");
        assert_eq!(Timestamp::from_unix(seconds, 0).to_string(), text);
    }
}

fn check_http_day(days: i64, weekday: &str, [day, month, year]: [usize; 3]) {
    let month = MONTHS[month - 1];
    let fixed = format!("{}, {day:02} {month} {year:04} 12:34:56 GMT", &weekday[..3]);
    let seconds = days * 86_400 + 45_296;
    assert_eq!(Timestamp::from_unix(seconds, 7).to_http_date().to_string(), fixed);
    assert_eq!(http(&fixed), Some(seconds), "{fixed}");
    let asctime = format!("{} {month} {day:2} 12:34:56 {year:04}", &weekday[..3]);
    assert_eq!(http(&asctime), Some(seconds), "{asctime}");
    if (1977..=2076).contains(&year) && (year, month) != (2076, "Nov") && (year, month) != (2076, "Dec") {
        let old = format!("{weekday}, {day:02}-{month}-{:02} 12:34:56 GMT", year % 100);
        assert_eq!(http(&old), Some(seconds), "{old}");
    }
}

#[test]
fn forms_of_rfc_3339() {
    let same = [
        "2026-11-21T11:57:22Z",
        "2026-11-21t11:57:22z",
        "2026-11-21 11:57:22Z",
        "2026-11-21T12:57:22+01:00",
        "2026-11-21T06:27:22-05:30",
        "2026-11-22T11:56:22+23:59",
        "2026-11-21T11:57:22-00:00",
        "2026-11-21T11:57:22.0Z",
        "2026-11-21T11:57:22.0000000009Z",
    ];
    for text in same {
        assert_eq!(unix(text), Some((1_795_262_242, 0)), "{text}");
    }
    let fractions = [
        (".5", 500_000_000),
        (".000001", 1_000),
        (".123456789", 123_456_789),
        (".9999999999999", 999_999_999),
    ];
    for (fraction, nanos) in fractions {
        assert_eq!(unix(&format!("2026-11-21T11:57:22{fraction}Z")), Some((1_795_262_242, nanos)));
    }
    assert_eq!(unix("2016-12-31T23:59:60Z"), unix("2016-12-31T23:59:59Z"));
    assert_eq!(unix("2016-12-31T23:59:60.25Z"), unix("2016-12-31T23:59:59.25Z"));
}

#[test]
fn invalid_times_are_refused() {
    let texts = [
        "",
        "now",
        "2026",
        "2026-11-21",
        "2026-11-21T11:57:22",
        "2026-11-21T11:57Z",
        "2026-11-21T11:57:22Z ",
        " 2026-11-21T11:57:22Z",
        "2026-11-21T11:57:22.Z",
        "2026-11-21T11:57:22,5Z",
        "2026-11-21_11:57:22Z",
        "2026-11-21T24:00:00Z",
        "2026-11-21T11:60:22Z",
        "2026-11-21T11:57:61Z",
        "2026-13-21T11:57:22Z",
        "2026-00-21T11:57:22Z",
        "2026-11-00T11:57:22Z",
        "2026-11-31T11:57:22Z",
        "2025-02-29T11:57:22Z",
        "1900-02-29T11:57:22Z",
        "02026-11-21T11:57:22Z",
        "-026-11-21T11:57:22Z",
        "+026-11-21T11:57:22Z",
        "2026-11-21T11:57:22+24:00",
        "2026-11-21T11:57:22+01:60",
        "2026-11-21T11:57:22+0100",
        "2026-11-21T11:57:22+01",
        "2026-11-21T11:57:22Z+01:00",
        "2026-1-21T11:57:22Z",
        "2026-11-21T1:57:22Z",
        "２026-11-21T11:57:22Z",
        "0000-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
    ];
    for text in texts {
        assert_eq!(unix(text), None, "{text}");
    }
}

#[test]
fn invalid_http_dates_are_refused() {
    let texts = [
        "",
        "soon",
        "Sun",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 1994 08:49:37 +0100",
        "06 Nov 1994 08:49:37 GMT",
        "Son, 06 Nov 1994 08:49:37 GMT",
        "Sun, 31 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 06 Nov 194 08:49:37 GMT",
        "Sun, 06 November 1994 08:49:37 GMT",
        "Sun Nov 6 08:49:37 1994",
        "Sun Nov  6 08:49:37 94",
        "Sun Nov  6 08:49:37 1994 GMT",
        "1994-11-06T08:49:37Z",
        "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
    ];
    for text in texts {
        assert_eq!(http(text), None, "{text}");
    }
    let forgiven = [
        " Sun, 06 Nov 1994 08:49:37 GMT\t",
        "sun, 06 nov 1994 08:49:37 gmt",
        "Mon, 06 Nov 1994 08:49:37 UTC",
        "Sunday, 06-Nov-1994 08:49:37 GMT",
    ];
    for text in forgiven {
        assert_eq!(http(text), Some(784_111_777), "{text}");
    }
    assert_eq!(http("Sat, 31 Dec 2016 23:59:60 GMT"), http("Sat, 31 Dec 2016 23:59:59 GMT"));
}

#[test]
fn two_digit_years_are_relative_to_now() {
    let year = |now: &str, text: &str| {
        let parsed = Timestamp::parse(now).and_then(|now| Timestamp::parse_http_date(text, now));
        parsed.map(|time| time.to_string()[..4].to_owned())
    };
    let exactly = "Saturday, 21-Nov-76 11:57:22 GMT";
    assert_eq!(year("2026-11-21T11:57:22Z", exactly).as_deref(), Some("2076"));
    assert_eq!(year("2026-11-21T11:57:21Z", exactly).as_deref(), Some("1976"));
    assert_eq!(year("2026-11-21T11:57:22Z", "Saturday, 21-Nov-77 11:57:22 GMT").as_deref(), Some("1977"));
    assert_eq!(year("2090-01-01T00:00:00Z", "Monday, 01-Jan-10 00:00:00 GMT").as_deref(), Some("2110"));
    assert_eq!(year("1999-12-31T23:59:59Z", "Saturday, 01-Jan-00 00:00:00 GMT").as_deref(), Some("2000"));
    // 2100 has no February 29th, 2000 has one.
    assert_eq!(year("2040-01-01T00:00:00Z", "Tuesday, 29-Feb-00 00:00:00 GMT").as_deref(), Some("2000"));
    assert_eq!(year("2060-01-01T00:00:00Z", "Tuesday, 29-Feb-00 00:00:00 GMT"), None);
}

#[test]
fn years_of_more_than_four_digits_are_formatted() {
    assert_eq!(Timestamp::from_unix(-62_167_219_201, 0).to_string(), "-0001-12-31T23:59:59Z");
    assert_eq!(Timestamp::from_unix(253_402_300_800, 1_000).to_string(), "+10000-01-01T00:00:00.000001Z");
    assert_eq!(
        Timestamp::from_unix(i64::MAX, u32::MAX).to_string(),
        "+292277026596-12-04T15:30:07.999999999Z"
    );
    assert_eq!(Timestamp::from_unix(i64::MIN, 0).to_string(), "-292277022657-01-27T08:29:52Z");
    assert_eq!(
        Timestamp::from_unix(i64::MIN, 0).to_http_date().to_string(),
        "Sun, 27 Jan -292277022657 08:29:52 GMT"
    );
    assert_eq!(
        format!("{NOW:>24}|{NOW:<21}|{NOW:?}"),
        "    2026-11-21T11:57:22Z|2026-11-21T11:57:22Z |Timestamp(2026-11-21T11:57:22Z)"
    );
}

#[cfg(feature = "std")]
#[test]
fn the_system_clock_round_trips() {
    use std::time::{Duration, SystemTime, UNIX_EPOCH};
    let cases = [
        (UNIX_EPOCH, (0, 0)),
        (UNIX_EPOCH + Duration::new(5, 7), (5, 7)),
        (UNIX_EPOCH - Duration::new(5, 0), (-5, 0)),
        (UNIX_EPOCH - Duration::new(5, 100), (-6, 999_999_900)),
    ];
    for (system, (seconds, nanos)) in cases {
        let time = Timestamp::from(system);
        assert_eq!(time, Timestamp::from_unix(seconds, nanos));
        assert_eq!(SystemTime::try_from(time), Ok(system));
    }
}

proptest! {
    #[test]
    fn text_round_trips(seconds in -62_167_219_200_i64..253_402_300_800, nanos in 0_u32..1_000_000_000, zeros in 0_u32..4) {
        let time = Timestamp::from_unix(seconds, nanos - nanos % 1000_u32.pow(zeros));
        prop_assert_eq!(Timestamp::parse(&time.to_string()), Some(time));
        let date = time.to_http_date().to_string();
        prop_assert_eq!(Timestamp::parse_http_date(&date, NOW), Some(Timestamp::from_unix(seconds, 0)));
    }

    #[test]
    fn any_time_prints_and_any_text_is_read(seconds in any::<i64>(), nanos in any::<u32>(), text in any::<String>()) {
        let time = Timestamp::from_unix(seconds, nanos);
        prop_assert!(time.to_string().ends_with('Z') && time.to_http_date().to_string().ends_with("GMT"));
        let _ = (Timestamp::parse(&text), Timestamp::parse_http_date(&text, time));
        let _ = Timestamp::parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT", time);
    }

    #[test]
    fn order_and_difference_agree(a in any::<(i64, u32)>(), b in any::<(i64, u32)>()) {
        let (a, b) = (Timestamp::from_unix(a.0, a.1), Timestamp::from_unix(b.0, b.1));
        let nanos = |time: Timestamp| i128::from(time.unix_seconds()) * 1_000_000_000 + i128::from(time.subsec_nanos());
        prop_assert_eq!(a.cmp(&b), nanos(a).cmp(&nanos(b)));
        let expected = u128::try_from(nanos(a) - nanos(b)).unwrap_or(0);
        prop_assert_eq!(a.saturating_duration_since(b).as_nanos(), expected);
    }
}

//! Tests of codes that carry a value, run inside the crate that `compiled.rs` writes.

use errcat::{Carried, ErrorCode, Response, Wire};

use crate::open::{carried, carried_families, many};

use carried::{ApiError, Code, Error};

const FOUND: Option<Code> = Code::from_code("FLOOD_WAIT_42");

#[test]
fn a_code_is_found_whatever_its_value() {
    assert_eq!(FOUND, Some(Code::FloodWaitSeconds));
    let found = [
        ("FLOOD_WAIT_4294967295", Some(Code::FloodWaitSeconds)),
        ("FLOOD_WAIT_4294967296", None),
        ("FLOOD_WAIT_1", Some(Code::FloodWaitSeconds)),
        // A code that is written out wins.
        ("FLOOD_WAIT_0", Some(Code::FloodWait0)),
        ("FLOOD_WAIT_01", None),
        ("FLOOD_WAIT_-1", None),
        ("FLOOD_WAIT_+1", None),
        ("FLOOD_WAIT_", None),
        ("FLOOD_WAIT_1 ", None),
        ("FLOOD_WAIT_x", None),
        ("FLOOD_WAIT_٣", None),
        ("flood_wait_1", None),
        ("FLOOD", Some(Code::FloodWaitSeconds)),
        ("FILE_a_GONE", Some(Code::FileNameGone)),
        ("FILE_{_GONE", Some(Code::FileNameGone)),
        ("FILE_日本_GONE", Some(Code::FileNameGone)),
        ("FILE__GONE", None),
        ("FILE_GONE", None),
        ("BIG_18446744073709551615", Some(Code::BigN)),
        ("BIG_18446744073709551616", None),
        ("BIG_99999999999999999999999", None),
        ("SMALL_-9223372036854775808", Some(Code::SmallN)),
        ("SMALL_-9223372036854775809", None),
        ("SMALL_9223372036854775807", Some(Code::SmallN)),
        ("SMALL_9223372036854775808", None),
        ("SMALL_-0", None),
        ("SMALL_--1", None),
        ("SMALL_-", None),
        ("SMALL_0", Some(Code::SmallN)),
        ("MID_-2147483648", Some(Code::MidN)),
        ("MID_-2147483649", None),
        ("MID_2147483648", None),
        // Without `params`, braces are plain text.
        ("plain_{braces}", Some(Code::PlainBraces)),
        ("plain_x", None),
    ];
    for (text, code) in found {
        assert_eq!(Code::from_code(text), code, "{text}");
        assert_eq!(text.parse().ok(), code, "{text}");
        assert_eq!(Wire::<Code>::new(text).known(), code, "{text}");
        assert_eq!(Wire::<Code>::new(text).as_str(), text);
    }
    // The pattern itself is never sent.
    for code in Code::ALL {
        let found = Code::from_code(code.code());
        assert_eq!(found, code.pattern().is_none().then_some(*code));
    }
}

#[test]
fn the_pattern_of_a_code_is_its_text() {
    const PATTERN: &errcat::CodePattern = Code::FileNameGone.pattern().unwrap();
    assert_eq!(Code::FileNameGone.code(), "FILE_{name}_GONE");
    let parts = (PATTERN.prefix(), PATTERN.param(), PATTERN.suffix(), PATTERN.carried());
    assert_eq!(parts, ("FILE_", "name", "_GONE", Carried::Text));
    assert_eq!(PATTERN.value("FILE_a_GONE_GONE"), Some("a_GONE"));
    assert_eq!(Code::FloodWait0.pattern(), None);
    assert_eq!(ErrorCode::pattern(many::Code::CartProblem000), None);
    let received = Wire::<Code>::new("FLOOD_WAIT_42");
    assert!(received == Code::FloodWaitSeconds);
    assert_eq!(received.metric_label(), "FLOOD_WAIT_{seconds}");
    assert_eq!(format!("{received:?}"), "Known(\"FLOOD_WAIT_42\", FloodWaitSeconds)");
}

#[test]
fn servers_write_the_code_with_its_value() {
    let error = Error::from(carried::FloodWaitSeconds { seconds: 42 });
    assert_eq!(error.to_string(), "FLOOD_WAIT_42: Wait 42 seconds.");
    let mut logged = String::new();
    error.record(|name, value| logged += &format!("{name}={value};"));
    assert!(logged.starts_with("error.type=FLOOD_WAIT_42;error.message=Wait 42 seconds.;"), "{logged}");
    let response = Response::from(&error);
    assert_eq!(response.status(), 420);
    let body = r#"{"error":{"code":"FLOOD_WAIT_42","text":"FLOOD_WAIT_42: Wait 42 seconds.","values":{"seconds":42}}}"#;
    assert_eq!(response.body(), body);
    let gone = Error::from(carried::FileNameGone { name: "a\"/é".to_owned(), at: 7 });
    let problem = gone.into_problem();
    let expected = r#"{"type":"https://example.com/errors/FILE_a%22%2F%C3%A9_GONE","title":"#;
    assert!(problem.body().starts_with(expected), "{}", problem.body());
    assert!(problem.body().ends_with(r#","error":{"code":"FILE_a\"/é_GONE","values":{"name":"a\"/é","at":7}}}"#), "{}", problem.body());
    // A mask carries the same value.
    let masked = Error::from(carried::MaskedSeconds { seconds: 42 });
    assert_eq!(Response::from(&masked).body(), body);
    assert_eq!(masked.to_string(), "MASKED_42: Wait 42 seconds.");
}

#[test]
fn clients_read_what_servers_write() {
    let read = |response: &Response| {
        let headers: [(&str, &[u8]); 1] = [("content-type", b"application/json")];
        ApiError::from_parts(response.status(), headers, response.body().as_bytes())
    };
    let error = read(&carried::FloodWaitSeconds { seconds: 42 }.into_response());
    assert_eq!(error.code().unwrap().as_str(), "FLOOD_WAIT_42");
    assert_eq!(error.known(), Some(Code::FloodWaitSeconds));
    assert_eq!(error.message(), Some("Wait 42 seconds."));
    assert_eq!(error.known_params::<carried::FloodWaitSeconds>().unwrap().seconds, 42);
    // The code alone is enough.
    let bare: [(&str, &[u8]); 0] = [];
    let error = ApiError::from_parts(420, bare, r#"{"error":{"code":"FLOOD_WAIT_43"}}"#.as_bytes());
    assert_eq!(error.known_params::<carried::FloodWaitSeconds>().unwrap().seconds, 43);
    for name in ["a_GONE", "\"\\\n", "7", "日本"] {
        let sent = carried::FileNameGone { name: name.to_owned(), at: 7 }.into_response();
        let received = read(&sent).known_params::<carried::FileNameGone>().unwrap();
        assert_eq!((received.name.as_str(), received.at), (name, 7));
    }
    let small = read(&carried::SmallN { n: i64::MIN }.into_response());
    assert_eq!(small.known_params::<carried::SmallN>().unwrap().n, i64::MIN);
}

#[test]
fn a_code_without_its_value_is_an_internal_error() {
    let gone = carried::FileNameGone { name: String::new(), at: 7 };
    let with_everything = Error::from(Code::FloodWaitSeconds)
        .with_message("Wait.")
        .with_detail("secret", 1)
        .with_retry_after(core::time::Duration::from_secs(5));
    for error in [Error::from(Code::FloodWaitSeconds), Error::from(gone), with_everything, Error::from(Code::MaskedSeconds)] {
        assert_eq!(error.status(), 500);
        let response = Response::from(&error);
        assert_eq!(response.status(), 500);
        assert_eq!(response.body(), r#"{"error":{"text":"Internal Server Error"}}"#);
        assert_eq!(response.headers().count(), 1);
        let problem = Response::from(error.into_problem());
        let expected = r#"{"type":"about:blank","title":"Internal Server Error","status":500}"#;
        assert_eq!((problem.status(), problem.body()), (500, expected));
    }
    assert_eq!(Response::from(Code::FloodWaitSeconds).status(), 500);
    assert_eq!(Response::from(Code::FloodWait0).status(), 421);
}

#[test]
fn families_may_have_codes_with_values() {
    use carried_families::{Code, one, two};
    let only = |text: &str| Code::from_code(text);
    const TWO: Option<Code> = Code::from_code("TWO_2");
    assert_eq!(TWO, Some(Code::Two(two::Code::TwoN)));
    assert_eq!(only("BIG_8"), Some(Code::One(one::Code::BigN)));
    // Two families have these.
    assert_eq!(only("FLOOD_WAIT_1"), None);
    assert_eq!(Code::candidates("FLOOD_WAIT_1").len(), 2);
    assert_eq!(only("BIG_7"), None);
    assert_eq!(only("THREE").map(Code::code), Some("THREE"));
    assert_eq!(only("BIG_{n}"), None);
    assert_eq!(Code::One(one::Code::BigN).pattern().map(errcat::CodePattern::param), Some("n"));
    assert_eq!(two::Code::from_code("FLOOD_WAIT_0"), Some(two::Code::FloodWaitMinutes));
    let response = Response::from(carried_families::Error::from(Code::One(one::Code::BigN)));
    assert_eq!(response.status(), 500);
}

/// Converts parameters to a response.
trait IntoResponse: Sized {
    fn into_response(self) -> Response;
}

impl<P: errcat::Params<Code = Code>> IntoResponse for P {
    fn into_response(self) -> Response {
        Response::from(Error::from(self))
    }
}

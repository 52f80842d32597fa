//! What a client makes of single responses that servers and proxies send.

use std::time::Duration;

use errcat::{ApiError, BodyState, Error, Problem, Response, Retry, Timestamp};
use errcat_build::unstable::analyze;
use errcat_build::unstable::source::Sources;

use crate::fixture::{self, Code};

/// Makes up a catalog with these keys before its errors.
fn set(keys: &str, codes: [&str; 3]) {
    let [a, b, c] = codes;
    let errors =
        format!("  {a}: {{ ident: A, status: 400 }}\n  {b}: {{ ident: B }}\n  {c}: {{ ident: C }}\n");
    set_errors(keys, &errors);
}

/// Makes up a catalog with these keys and errors.
pub(crate) fn set_errors(keys: &str, errors: &str) {
    let mut sources = Sources::default();
    sources.add("catalogs/made-up.yaml", format!("errcat: 1\ntitle: Made up\n{keys}errors:\n{errors}"));
    let analysis = analyze(&sources);
    assert!(!analysis.findings.has_errors());
    fixture::set(&analysis.model.catalogs[0]);
}

fn read<const NUMERIC: bool>(headers: &[(&str, &str)], body: &str) -> ApiError<Code<NUMERIC>> {
    ApiError::from_parts(503, headers.iter().copied(), body)
}

#[test]
fn integer_codes_may_have_a_fraction_of_zero() {
    set("code: { type: integer }\nenvelope: { code: code }\n", ["-32700", "0", "404"]);
    for (number, known) in [
        ("-32700", Some(0)),
        ("-32700.0", Some(0)),
        ("404.00", Some(2)),
        ("\"-32700\"", Some(0)),
        ("0", Some(1)),
        ("404.5", None),
        ("-32700.01", None),
    ] {
        let error = read::<true>(&[], &format!("{{\"code\":{number}}}"));
        assert_eq!(error.known(), known.map(Code), "{number}");
        assert!(error.code().is_some(), "{number}");
    }
}

#[test]
fn a_code_is_found_inside_a_longer_text() {
    let keys = "envelope:\n  code: [{ path: __type, after: '#' }, { path: 'header:x-amzn-errortype', before: ':' }]\n";
    set(keys, ["ResourceNotFoundException", "ThrottlingException", "Other"]);
    let type_ = r#"{"__type":"com.amazonaws.dynamodb#ResourceNotFoundException"}"#;
    assert_eq!(read::<false>(&[], type_).known(), Some(Code(0)));
    assert_eq!(read::<false>(&[], r#"{"__type":"ResourceNotFoundException"}"#).known(), Some(Code(0)));
    let header = [("X-Amzn-ErrorType", "ThrottlingException:http://internal.amazon.com/coral/")];
    assert_eq!(read::<false>(&header, "{}").known(), Some(Code(1)));
}

#[test]
fn the_first_wait_that_can_be_read_counts() {
    set("", ["a", "b", "c"]);
    let now = Timestamp::from_unix(784_111_770, 0);
    let wait = |headers: &[(&str, &str)], body: &str| {
        read::<false>(headers, body).retry_after(now).map(|after| after.wait)
    };
    let header = |text: &'static str| ("retry-after", text);
    assert_eq!(wait(&[header("soon"), header("7"), header("9")], "{}"), Some(Duration::from_secs(7)));
    assert_eq!(wait(&[header("Sun, 06 Nov 1994 08:49:37 +0000")], "{}"), Some(Duration::from_secs(7)));
    assert_eq!(wait(&[header("soon")], "{}"), None);

    set("envelope: { code: code, retry_after: { path: retry_after_ms, unit: ms } }\n", ["a", "b", "c"]);
    assert_eq!(wait(&[header("9")], r#"{"retry_after_ms":5001}"#), Some(Duration::from_millis(5001)));
    assert_eq!(wait(&[header("9")], r#"{"retry_after_ms":"soon"}"#), Some(Duration::from_secs(9)));
    let written = Error::new(Code::<false>(0)).with_retry_after(Duration::from_nanos(5_000_000_001));
    assert!(written.body().contains(r#""retry_after_ms":5001"#), "{}", written.body());

    set("envelope: { code: code, retry_after: { path: wait, unit: duration } }\n", ["a", "b", "c"]);
    for (text, millis) in [("3.5s", 3500), ("PT5S", 5000)] {
        assert_eq!(wait(&[], &format!("{{\"wait\":\"{text}\"}}")), Some(Duration::from_millis(millis)));
    }
}

#[test]
fn a_server_says_whether_to_send_the_request_again() {
    set(
        "envelope: { code: code, should_retry: ['header:x-should-retry', 'header:stripe-should-retry'] }\n",
        ["a", "b", "c"],
    );
    for name in ["x-should-retry", "Stripe-Should-Retry"] {
        assert_eq!(read::<false>(&[(name, "false")], "{}").retry_advice(), Retry::Never, "{name}");
        let again = ApiError::<Code<false>>::from_parts(400, [(name, "true")], "{}");
        assert!(again.retry_advice().is_retryable(), "{name}");
    }
    assert_eq!(read::<false>(&[], "{}").retry_advice(), Retry::Backoff);
    assert_eq!(read::<false>(&[("x-should-retry", "perhaps")], "{}").retry_advice(), Retry::Backoff);
}

#[test]
fn a_text_is_a_message() {
    set("", ["a", "b", "c"]);
    let text = "upstream connect error or disconnect/reset before headers.\u{1b}[31m";
    let error = read::<false>(&[("content-type", "text/plain")], text);
    assert_eq!((error.message(), error.body_state()), (Some(text), BodyState::Other));
    let shown = error.to_string();
    assert!(shown.starts_with("upstream connect error") && !shown.contains('\u{1b}'), "{shown}");
    assert!(read::<false>(&[], &"long ".repeat(10_000)).to_string().len() < 1_200);
    for page in ["<!DOCTYPE html><h1>502</h1>", " <html>", "<h1>Bad gateway</h1>"] {
        let error = read::<false>(&[], page);
        assert_eq!(error.message(), None, "{page}");
        assert_eq!(error.to_string(), "HTTP 503 Service Unavailable");
        // The page is there for whoever looks for the reason.
        assert!(format!("{error:?}").contains(page.trim_start_matches(' ')), "{error:?}");
    }
    assert_eq!(read::<false>(&[("content-type", "text/html; charset=utf-8")], "Bad gateway").message(), None);
}

#[test]
fn problem_details_are_read_by_the_paths_of_the_catalog_first() {
    let keys =
        "docs: 'https://shop.example/errors/{code}'\nenvelope: { code: errorCode, request_id: traceId }\n";
    set(keys, ["cart_empty", "cart_full", "c"]);
    let problem = [("content-type", "application/problem+json")];
    let own = r#"{"type":"https://shop.example/errors/cart_full","errorCode":"cart_empty","traceId":"00-abc","title":"Empty","code":"c"}"#;
    let error = read::<false>(&problem, own);
    assert_eq!(
        (error.known(), error.request_id(), error.message()),
        (Some(Code(0)), Some("00-abc"), Some("Empty"))
    );
    // The member that most frameworks add to those of the RFC comes next, then the type.
    assert_eq!(read::<false>(&problem, r#"{"code":"c","title":"T"}"#).known(), Some(Code(2)));
    let by_type = r#"{"type":"https://shop.example/errors/cart_full","title":"T","detail":"Full."}"#;
    let error = read::<false>(&problem, by_type);
    assert_eq!((error.known(), error.message()), (Some(Code(1)), Some("Full.")));
}

/// Returns an error that was sent as problem details.
fn as_a_problem(error: Error<Code<false>>) -> ApiError<Code<false>> {
    let written = Response::from(Problem::from(error));
    let headers = written.headers().map(|(name, value)| (name, value.into_owned()));
    ApiError::from_parts(written.status(), headers, written.body())
}

#[test]
fn facts_without_a_place_in_problem_details_are_in_the_members_of_the_rfc() {
    let keys = "envelope: { code: ['0.code', 'header:x-status'], status: 'header:x-status' }\n";
    set(keys, ["a", "b", "c"]);
    let error = as_a_problem(Error::new(Code(0)));
    assert_eq!((error.known(), error.header("x-status")), (Some(Code(0)), Some(&b"400"[..])), "{error:?}");

    // The body is the details.
    set("envelope: { code: 'header:x-code', details: . }\n", ["a", "b", "c"]);
    let error = as_a_problem(Error::new(Code(0)).with_detail("limit", 3));
    assert_eq!(error.details().unwrap().get("limit").unwrap().as_u64(), Some(3), "{error:?}");
}

#[test]
fn a_message_in_problem_details_is_complete() {
    let keys = "envelope: { code: code, message: [text, { path: detail, after: ':' }] }\n";
    set(keys, ["a", "b", "c"]);
    for text in [":", "too heavy: 40 kg", "plain"] {
        assert_eq!(as_a_problem(Error::new(Code(0)).with_message(text)).message(), Some(text));
    }
}

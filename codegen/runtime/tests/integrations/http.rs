//! Tests of conversions between errors and `http::Response`.
#![expect(clippy::unwrap_used, reason = "a test may stop")]

#[path = "../common/mod.rs"]
mod common;

use core::time::Duration;

use common::Code;
use errcat::{Answered, ApiError, Error, Problem, Response, Retry};
use http::{HeaderMap, HeaderValue, StatusCode};

type Text = http::Response<String>;

fn names(response: &Text) -> Vec<(&str, &str)> {
    response.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap())).collect()
}

#[test]
fn a_response_has_status_headers_and_body() {
    let error = Error::from(Code::QuotaExceeded)
        .with_detail("limit", 3)
        .with_retry_after(Duration::from_millis(6500));
    let parts = Response::from(&error);
    let response = Text::from(error);
    assert_eq!(response.status(), 429);
    assert_eq!(names(&response), [("content-type", "application/json"), ("retry-after", "7")]);
    assert_eq!(response.body(), parts.body());
    assert_eq!(Text::from(parts.clone()).body(), parts.body());
    assert!(Text::from(parts).extensions().get::<Answered>().is_none());
}

#[test]
fn a_problem_has_its_content_type() {
    let response = Text::from(Problem::from(Code::NodeNotFound).with_instance("/nodes/7"));
    assert_eq!(names(&response), [("content-type", "application/problem+json")]);
    assert!(response.body().contains(r#""instance":"/nodes/7""#), "{}", response.body());
}

#[test]
fn a_401_says_how_to_authenticate() {
    let bare = Text::from(Error::from(Code::Gone).with_status(401));
    assert_eq!(names(&bare)[1], ("www-authenticate", "Bearer"));
    let own = Text::from(Error::from(Code::Gone).with_status(401).with_challenge("Basic realm=\"x\""));
    assert_eq!(names(&own)[1], ("www-authenticate", "Basic realm=\"x\""));
    let hostile =
        Text::from(Error::from(Code::Gone).with_status(401).with_challenge("Basic\r\nset-cookie: a=b"));
    assert_eq!(names(&hostile)[1], ("www-authenticate", "Bearer"));
}

#[test]
fn many_body_types_are_supported() {
    let error = || Error::from(Code::NodeNotFound);
    let text = Text::from(error()).into_body();
    assert_eq!(http::Response::<Vec<u8>>::from(error()).into_body(), text.as_bytes());
    assert_eq!(http::Response::<Box<str>>::from(error()).into_body(), text.clone().into());
    assert_eq!(http::Response::<std::borrow::Cow<'static, str>>::from(error()).into_body(), text);
}

#[test]
fn an_invalid_status_is_a_server_error() {
    for (given, sent) in
        [(0, 500), (42, 500), (1000, 500), (65_535, 500), (100, 500), (204, 500), (468, 468), (999, 500)]
    {
        let error = Error::from(Code::Gone).with_status(given);
        assert_eq!(StatusCode::from(&error), sent);
        assert_eq!(Text::from(error).status(), sent);
    }
}

#[test]
fn a_masked_error_looks_like_its_mask_outside_of_the_process() {
    let masked = Error::from(Code::Secret)
        .with_detail("who", "me")
        .with_message("truth")
        .with_source("deep down")
        .with_retry_after(Duration::from_secs(3));
    let (mask, masked) = (Text::from(Error::from(Code::NodeNotFound)), Text::from(masked));
    assert_eq!(masked.status(), mask.status());
    assert_eq!(masked.headers(), mask.headers());
    assert_eq!(masked.body(), mask.body());

    let truth = masked.extensions().get::<Answered>().unwrap();
    assert_eq!((truth.catalog(), truth.code(), truth.shown()), ("example", "E3", "ERR-01-001"));
    assert_eq!((truth.status(), truth.retry(), truth.family()), (404, Retry::Never, "all"));
    assert_eq!(truth.to_string(), "E3: truth");
    assert_eq!(truth.error().source().unwrap().to_string(), "deep down");
    let own: &Error<Code> = truth.downcast_ref().unwrap();
    assert_eq!(own.details().collect::<Vec<_>>(), [("who", "\"me\"")]);
    let mut recorded = Vec::new();
    truth.record(|name, value| recorded.push(format!("{name}={value}")));
    assert!(recorded.contains(&"error.source=deep down".to_owned()), "{recorded:?}");
    assert!(format!("{truth:?}").contains("truth"));

    let masked = Text::from(Problem::from(Code::Secret));
    let mask = Text::from(Problem::from(Code::NodeNotFound));
    assert_eq!(
        (masked.status(), masked.headers(), masked.body()),
        (mask.status(), mask.headers(), mask.body())
    );
    assert_eq!(masked.extensions().get::<Answered>().unwrap().code(), "E3");
}

#[test]
fn a_sent_response_is_read_back() {
    for code in [Code::NodeNotFound, Code::QuotaExceeded, Code::Gone] {
        let sent =
            Text::from(Error::from(code).with_request_id("r-1").with_retry_after(Duration::from_secs(9)));
        let error = ApiError::<Code>::from(sent);
        assert_eq!((error.known(), error.request_id()), (Some(code), Some("r-1")));
        assert_eq!(error.retry_after(std::time::SystemTime::UNIX_EPOCH).unwrap().wait.as_secs(), 9);
        let problem = ApiError::<Code>::from(http::Response::<Vec<u8>>::from(Problem::from(code)));
        assert_eq!(problem.known(), Some(code));
    }
}

#[test]
fn any_response_is_read_without_loss() {
    let mut headers = HeaderMap::new();
    headers.append("set-cookie", HeaderValue::from_static("a=1"));
    headers.append("set-cookie", HeaderValue::from_static("b=2"));
    headers.append("x-odd", HeaderValue::from_bytes(b"\xff\xfe").unwrap());
    let error = ApiError::<Code>::from_response(StatusCode::BAD_GATEWAY, &headers, &b"\0\xff<html>"[..]);
    assert_eq!((error.status(), error.code(), error.body()), (502, None, &b"\0\xff<html>"[..]));
    assert_eq!(error.headers().count(), 3);
    assert_eq!(error.header("X-Odd"), Some(&b"\xff\xfe"[..]));
    assert_eq!(ApiError::<Code>::from_response(0_u16, &HeaderMap::new(), "").status(), 0);
}

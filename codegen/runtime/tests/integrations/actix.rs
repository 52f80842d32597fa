//! Tests of responses of actix-web.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a test may stop")]

#[path = "../common/mod.rs"]
mod common;

use core::time::Duration;

use actix_web::body::{BodySize, MessageBody as _};
use actix_web::test::TestRequest;
use actix_web::{HttpResponse, Responder, ResponseError};
use common::Code;
use errcat::{Answered, Error, Problem, Response, ResultExt as _};

fn parts(response: HttpResponse) -> (u16, Vec<(String, String)>, String) {
    let headers = response.headers().iter();
    let mut headers: Vec<_> =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    headers.sort();
    let status = response.status().as_u16();
    let body = response.into_body().try_into_bytes().unwrap();
    (status, headers, String::from_utf8(body.to_vec()).unwrap())
}

#[test]
fn a_response_has_status_headers_and_body() {
    let error =
        || Error::from(Code::QuotaExceeded).with_detail("limit", 3).with_retry_after(Duration::from_secs(7));
    let body = Response::from(error()).body().to_owned();
    let headers = [("content-type", "application/json"), ("retry-after", "7")];
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let expected = (429, headers, body);
    assert_eq!(parts(error().error_response()), expected);
    assert_eq!(parts(error().respond_to(&TestRequest::default().to_http_request())), expected);
    assert_eq!(parts(actix_web::Error::from(error()).into()), expected);
    assert_eq!(parts(HttpResponse::from(Response::from(error()))), expected);
    assert_eq!(error().status_code().as_u16(), 429);
    assert_eq!(Error::from(Code::Gone).with_status(7).status_code().as_u16(), 500);
}

#[test]
fn codes_and_problems_are_responses_too() {
    let request = TestRequest::default().to_http_request();
    let (status, headers, body) = parts(Code::NodeNotFound.error_response());
    assert_eq!((status, headers.len()), (404, 1));
    assert_eq!(parts(Code::NodeNotFound.respond_to(&request)).2, body);
    assert_eq!(ResponseError::status_code(&Code::NodeNotFound).as_u16(), 404);
    let problem = Problem::from(Code::NodeNotFound);
    let expected = problem.body();
    let (_, headers, body) = parts(problem.error_response());
    assert_eq!((headers[0].1.as_str(), body.as_str()), ("application/problem+json", &*expected));
    let size = Code::Gone.error_response().into_body().size();
    assert_eq!(size, BodySize::Sized(Response::from(Code::Gone).body().len() as u64));
}

#[test]
fn a_masked_error_looks_like_its_mask_outside_of_the_process() {
    let masked = Error::from(Code::Secret).with_message("truth").with_detail("who", "me").with_source("deep");
    let response = actix_web::Error::from(masked).error_response();
    {
        let extensions = response.extensions();
        let answered = extensions.get::<Answered>().unwrap();
        assert_eq!((answered.code(), answered.shown(), answered.status()), ("E3", "ERR-01-001", 404));
        assert_eq!(answered.to_string(), "E3: truth");
        assert!(answered.downcast_ref::<Code>().is_none());
        let mut recorded = Vec::new();
        answered.record(|name, value| recorded.push(format!("{name}={value}")));
        assert!(recorded.contains(&"error.source=deep".to_owned()), "{recorded:?}");
        assert!(format!("{answered:?}").contains("who"));
    }
    assert_eq!(parts(response), parts(Code::NodeNotFound.error_response()));
    assert_eq!(parts(Code::Secret.error_response()), parts(Code::NodeNotFound.error_response()));
    assert_eq!(
        parts(Problem::from(Code::Secret).error_response()),
        parts(Problem::from(Code::NodeNotFound).error_response())
    );
}

#[test]
fn errors_of_actix_get_a_code() {
    let failed: Result<(), actix_web::Error> = Err(actix_web::error::ErrorBadRequest("no such field"));
    let error = failed.or_code(Code::QuotaExceeded).unwrap_err();
    assert_eq!(error.code(), Code::QuotaExceeded);
    assert_eq!(format!("{error:#}"), "ERR-02-001: The quota is used up: no such field");
    let response = error.error_response();
    let shown = format!("{:#}", response.extensions().get::<Answered>().unwrap());
    assert_eq!(shown, "ERR-02-001: The quota is used up: no such field");
    let parsed = "x".parse::<u8>().or_code(Code::Gone).unwrap_err();
    assert!(std::error::Error::source(&parsed).unwrap().is::<std::num::ParseIntError>());
}

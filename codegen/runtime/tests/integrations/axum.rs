//! Tests of responses of axum.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a test may stop")]

#[path = "../common/mod.rs"]
mod common;

use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response};
use common::Code;
use errcat::{Answered, Error, Problem};
use http_body_util::BodyExt as _;

fn read(response: Response) -> (u16, String, String) {
    let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
    let status = response.status().as_u16();
    (status, kind, text(response.into_body()))
}

fn text(body: Body) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    String::from_utf8(runtime.block_on(body.collect()).unwrap().to_bytes().to_vec()).unwrap()
}

#[test]
fn a_handler_can_return_errors_problems_and_codes() {
    let (status, json) = (404, "application/json".to_owned());
    let body = r#"{"code":"ERR-01-001","message":"The node is not available"}"#.to_owned();
    let expected = (status, json, body);
    assert_eq!(read(Code::NodeNotFound.into_response()), expected);
    assert_eq!(read(Error::from(Code::NodeNotFound).into_response()), expected);
    assert_eq!(read(Err::<(), _>(Code::NodeNotFound).into_response()), expected);
    assert_eq!(read(errcat::Response::from(Code::NodeNotFound).into_response()), expected);

    let problem = Problem::from(Code::NodeNotFound);
    let body = problem.body().into_owned();
    assert_eq!(read(problem.into_response()), (404, "application/problem+json".to_owned(), body));
}

#[test]
fn one_middleware_can_log_and_count_all_errors() {
    let responses = [
        Code::Secret.into_response(),
        Error::from(Code::Secret).into_response(),
        Problem::from(Code::Secret).into_response(),
        (http::StatusCode::NOT_FOUND, Code::Secret).into_response(),
    ];
    for response in responses {
        assert_eq!(response.extensions().get::<Answered>().map(Answered::code), Some("E3"));
        assert!(!text(response.into_body()).contains("E3"));
    }
}

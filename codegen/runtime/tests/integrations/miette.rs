//! Tests of error reports.
#![deny(warnings)]
#![forbid(unsafe_code)]

#[path = "../common/mod.rs"]
mod common;
mod numeric;

use common::Code;
use errcat::{ApiError, Error, Problem};
use miette::Diagnostic;

fn texts(diagnostic: &dyn Diagnostic) -> [Option<String>; 3] {
    [diagnostic.code(), diagnostic.help(), diagnostic.url()].map(|text| text.map(|text| text.to_string()))
}

#[test]
fn an_error_has_its_code_and_help() {
    let error = Error::from(numeric::Code::Parse);
    let expected = [Some("num-eric::-32700".to_owned()), Some("Look again\nAsk".to_owned()), None];
    assert_eq!(texts(&error), expected);
    assert_eq!(texts(&Problem::from(error)), expected);
    assert_eq!(texts(&Error::from(Code::Secret)), [Some("example::E3".to_owned()), None, None]);
}

#[test]
fn a_received_error_is_escaped_for_terminals() {
    let body = r#"{"code":"\u001b[31mX","message":"no"}"#;
    let error = ApiError::<Code>::from_parts(400, [("content-type", "application/json")], body);
    assert_eq!(texts(&error), [Some(r"example::\u{1b}[31mX".to_owned()), None, None]);
    let report = format!("{:?}", miette::Report::new(error));
    assert!(!report.contains('\u{1b}'), "{report}");
}

#[test]
fn a_received_error_has_the_help_of_the_server_or_the_catalog() {
    let problem = r#"{"type":"about:blank","title":"x","code":-32700,"suggestions":["Wait\u0007","Pay"]}"#;
    let read = |body: &str| {
        let kind = [("content-type", "application/problem+json")];
        texts(&ApiError::<numeric::Code>::from_parts(400, kind, body))[1].clone().unwrap()
    };
    assert_eq!(read(problem), "Wait\\u{7}\nPay");
    assert_eq!(read(r#"{"type":"about:blank","title":"x","code":-32700}"#), "Look again\nAsk");
}

//! A catalog with three errors and a response from the same bytes. Reading never fails, and the
//! client of the catalog reads the codes that its server writes.
#![no_main]

#[path = "../../tests/envelopes/fixture.rs"]
mod fixture;

use errcat::{ApiError, Error, ErrorCode as _, Problem, Response, Timestamp};
use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::Severity;
use errcat_build::unstable::format::vocabulary::CodeType;
use errcat_build::unstable::source::Sources;

use fixture::Code;

/// Splits the input into a catalog, one header per line, an empty line, and the body.
fn parts(text: &str) -> (&str, Vec<(&str, &str)>, &str) {
    let (catalog, rest) = text.split_once("\n---\n").unwrap_or((text, ""));
    let (head, body) = rest.split_once("\n\n").unwrap_or(("", rest));
    (catalog, head.lines().filter_map(|line| line.split_once(": ")).collect(), body)
}

fn check<const NUMERIC: bool>(headers: &[(&str, &str)], body: &str) {
    let read = |status: u16, headers: Vec<(String, String)>, body: &str| {
        let error = ApiError::<Code<NUMERIC>>::from_parts(status, headers, body);
        assert!(!error.to_string().chars().any(char::is_control), "{error}");
        let _ = (format!("{error:?}"), error.retry_advice(), error.retry_after(Timestamp::from_unix(0, 0)));
        let first = error.errors().next().map(|first| first.known());
        assert_eq!(first, Some(error.known()));
        let _ = error.field_errors();
        error.known()
    };
    let given = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    read(400, given, body);
    for code in Code::<NUMERIC>::ALL.iter().copied() {
        let error = || Error::new(code).with_request_id("r").with_detail("d", "é\"\n").with_field_error("f", "t");
        for response in [Response::from(error()), Response::from(Problem::from(error()))] {
            let headers = response.headers().map(|(name, value)| (name.to_owned(), value.into_owned()));
            let found = read(response.status(), headers.collect(), response.body());
            assert_eq!(found, Some(code), "{response:?}");
        }
    }
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (catalog, headers, body) = parts(text);
    let mut sources = Sources::default();
    sources.add("catalogs/made-up.yaml", catalog);
    let analysis = analyze(&sources);
    if analysis.findings.iter().any(|finding| finding.severity() == Severity::Error) {
        return;
    }
    let [catalog] = analysis.model.catalogs.as_slice() else { return };
    // Codes with a value, and errors that share a code, need more than the made-up enum has.
    let is_plain = |error: &errcat_build::unstable::model::Error| error.carried.is_none() && error.variant == 0;
    if catalog.errors.len() != 3 || !catalog.errors.iter().all(is_plain) || catalog.families.len() != 1 {
        return;
    }
    fixture::set(catalog);
    match catalog.code_type {
        CodeType::Integer => check::<true>(&headers, body),
        CodeType::String => check::<false>(&headers, body),
    }
});

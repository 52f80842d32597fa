//! What a server writes is what a client of the same catalog reads, and the body has the containers
//! that the paths name: for random catalogs, envelopes and errors.
//!
//! `PROPTEST_CASES` sets the number of cases.
#![cfg(feature = "json")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]

#[path = "envelopes/apis.rs"]
mod apis;
#[path = "envelopes/checks.rs"]
mod checks;
#[path = "envelopes/clients.rs"]
mod clients;
#[path = "envelopes/fixture.rs"]
mod fixture;
#[path = "envelopes/random.rs"]
mod random;
#[path = "envelopes/servers.rs"]
mod servers;

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::Severity;
use errcat_build::unstable::format::vocabulary::CodeType;
use errcat_build::unstable::source::Sources;
use proptest::test_runner::{Config, TestRunner};

/// The number of cases of an ordinary run.
const CASES: u32 = 2_000;

/// Envelopes in which random cases found a fault.
const FOUND: [&str; 2] = [
    "{ code: code, request_id: 'errors[code].id', status: 'errors[code].code' }",
    "{ code: 0.code, retry_after: [0.retry_after, { path: 'header:retry-after', unit: date }] }",
];

#[test]
fn what_once_was_lost_is_read() {
    for envelope in FOUND {
        let mut sources = Sources::default();
        let errors = "errors: { a: { message: A., status: 400 }, b: B., c: C. }";
        sources
            .add("catalogs/shop.yaml", format!("errcat: 1\ntitle: Shop\nenvelope: {envelope}\n{errors}\n"));
        let analysis = analyze(&sources);
        assert!(analysis.findings.iter().all(|finding| finding.severity() != Severity::Error), "{envelope}");
        fixture::set(&analysis.model.catalogs[0]);
        let (request_id, delay) = (Some("r-1".to_owned()), Some(Duration::from_secs(700)));
        let said = random::Said { request_id, delay, ..random::Said::default() };
        checks::all::<false>(&analysis.model.catalogs[0], &said);
    }
}

#[test]
fn what_is_written_is_what_is_read() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let accepted = Rc::new(Cell::new(0_u32));
    let count = Rc::clone(&accepted);
    let result = runner.run(&(random::catalog(), random::said()), move |(catalog, said)| {
        let mut sources = Sources::default();
        sources.add("catalogs/shop.yaml", catalog.as_str());
        let analysis = analyze(&sources);
        if analysis.findings.iter().any(|finding| finding.severity() == Severity::Error) {
            return Ok(());
        }
        count.set(count.get() + 1);
        let [catalog] = analysis.model.catalogs.as_slice() else { panic!("one catalog") };
        fixture::set(catalog);
        match catalog.code_type {
            CodeType::Integer => checks::all::<true>(catalog, &said),
            CodeType::String => checks::all::<false>(catalog, &said),
        }
        Ok(())
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
    assert!(accepted.get() > cases / 5, "only {} of {cases} envelopes are sound", accepted.get());
}

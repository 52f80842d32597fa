//! Tests of generic code over `ErrorCode`.

use errcat::{ErrorCode, Retry};

use crate::common::Code;

mod common;

const KNOWN: Option<Code> = Code::from_code("node_not_found");
const TEXT: &str = Code::QuotaExceeded.code();
const MESSAGE: Option<&str> = Code::QuotaExceeded.message();

#[test]
fn facts_work_in_constants() {
    assert_eq!(KNOWN, Some(Code::NodeNotFound));
    assert_eq!(TEXT, "ERR-02-001");
    assert_eq!(MESSAGE, Some("The quota is used up"));
}

#[test]
fn every_code_is_found_by_its_text() {
    every_code_is_found::<Code>();
}

fn every_code_is_found<C: ErrorCode>() {
    for &code in C::ALL {
        assert_eq!(C::from_code(code.code()), Some(code));
        assert!(!code.ident().is_empty());
    }
    assert_eq!(C::from_code(""), None);
}

#[test]
fn facts_belong_to_the_code() {
    assert_eq!(facts(Code::NodeNotFound), (Some(404), Some(Retry::Never)));
    assert_eq!(facts(Code::QuotaExceeded), (Some(429), Some(Retry::RetryAfter)));
    assert_eq!(facts(Code::Secret), (None, None));
    assert_eq!(ErrorCode::public(Code::Secret), Code::NodeNotFound);
    assert!(Code::Gone.info().retired.is_some());
    assert!(Code::Secret.info().retired.is_none());
}

fn facts<C: ErrorCode>(code: C) -> (Option<u16>, Option<Retry>) {
    (code.status(), code.retry())
}

#[test]
fn generic_code_can_name_the_catalog() {
    fn title<C: ErrorCode>(code: C) -> String {
        format!("{} / {} ({}): {code}", C::CATALOG, code.family_title(), code.family_id())
    }
    assert_eq!(title(Code::NodeNotFound), "example / All codes (all): ERR-01-001: The node is not available");
    assert_eq!((Code::Gone.name(), Code::Gone.description()), (None, None));
}

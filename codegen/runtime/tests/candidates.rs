//! Tests of `Candidates`.

mod common;

use common::Code;
use errcat::{Candidates, ErrorCode, Families, Retry};

impl Families for Code {
    type Found = [Option<Self>; 3];
}

const NONE: Candidates<Code> = Candidates::new([None, None, None]);
const ONE: Candidates<Code> = Candidates::new([None, Some(Code::QuotaExceeded), None]);
const LAST: Candidates<Code> = Candidates::new([None, None, Some(Code::NodeNotFound)]);
const TWO: Candidates<Code> = Candidates::new([Some(Code::NodeNotFound), None, Some(Code::Gone)]);
const SAME: Candidates<Code> = Candidates::new([Some(Code::QuotaExceeded), Some(Code::QuotaExceeded), None]);
// Constants can ask, too.
const LENGTHS: [usize; 5] = [NONE.len(), ONE.len(), LAST.len(), TWO.len(), SAME.len()];
const ONLY: [Option<Code>; 5] = [NONE.only(), ONE.only(), LAST.only(), TWO.only(), SAME.only()];

#[test]
fn are_counted() {
    assert_eq!(LENGTHS, [0, 1, 1, 2, 2]);
    assert_eq!((NONE.is_empty(), ONE.is_empty(), TWO.is_empty()), (true, false, false));
    assert_eq!(ONLY, [None, Some(Code::QuotaExceeded), Some(Code::NodeNotFound), None, None]);
    assert!(TWO.iter().eq([Code::NodeNotFound, Code::Gone]));
    assert!(ONE.iter().eq([Code::QuotaExceeded]));
}

#[test]
fn one_candidate_agrees_with_itself() {
    for (code, message) in [(ONE.code(), ONE.message()), (SAME.code(), SAME.message())] {
        assert_eq!((code, message), (Some("ERR-02-001"), Some("The quota is used up")));
    }
    assert_eq!((ONE.name(), ONE.description()), (Some("QuotaExceededError"), Some("Delete something.")));
    assert_eq!((ONE.status(), ONE.retry()), (Some(429), Some(Retry::RetryAfter)));
    assert_eq!(ONE.info(), Some(Code::QuotaExceeded.info()));
}

#[test]
fn different_or_absent_facts_are_none() {
    assert_eq!((TWO.code(), TWO.name(), TWO.message(), TWO.description()), (None, None, None, None));
    assert_eq!((TWO.status(), TWO.retry(), TWO.info()), (None, None, None));
    assert_eq!((NONE.code(), NONE.name(), NONE.message(), NONE.description()), (None, None, None, None));
    assert_eq!((NONE.status(), NONE.retry(), NONE.info()), (None, None, None));
    let hidden = Candidates::new([Some(Code::Secret), Some(Code::QuotaExceeded), None]);
    assert_eq!(hidden.info(), Some(Code::Secret.info()), "the rarer facts are the same");
    assert_eq!((hidden.code(), hidden.message(), hidden.status()), (None, None, None));
}

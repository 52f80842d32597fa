//! What servers send for single errors.

use errcat::{Error, Problem, Response};

use crate::clients::set_errors;
use crate::fixture::Code;

const MARK: &str = "envelope: { code: code, message: text, is_error: { path: ok, value: false } }\n";

fn error(code: usize) -> Error<Code<false>> {
    Error::new(Code(code))
}

#[test]
fn an_error_with_a_mark_may_have_a_declared_status_of_a_success() {
    set_errors(
        MARK,
        "  a: { status: 200, message: A }\n  b: { message: B }\n  c: { status: 302, message: C }\n",
    );
    for (code, declared) in [(0, 200), (1, 200), (2, 302)] {
        let response = Response::from(Code::<false>(code));
        assert_eq!((response.status(), error(code).status()), (declared, declared));
        assert!(response.body().contains("\"ok\":false"), "{}", response.body());
        assert_eq!(Response::from(error(code).into_problem()).status(), declared);
    }
    // A status that the server sets is that of an error, and a declared one is not replaced.
    for (set, sent) in
        [(404, 404), (599, 599), (200, 500), (204, 500), (302, 500), (399, 500), (600, 500), (100, 500)]
    {
        assert_eq!(error(1).with_status(set).status(), sent, "{set}");
        assert_eq!(Response::from(error(1).with_status(set)).status(), sent, "{set}");
        assert_eq!(error(0).with_status(set).status(), 200, "{set}");
    }
    // Without a mark, a response with such a status would be a success.
    set_errors("envelope: { code: code }\n", "  a: { status: 400 }\n  b:\n  c:\n");
    assert_eq!((error(1).status(), error(1).with_status(200).status()), (500, 500));
}

#[test]
fn a_status_that_has_no_body_has_none() {
    set_errors(
        MARK,
        "  a: { status: 204, message: A }\n  b: { status: 205, message: B }\n  c: { status: 304, message: C }\n",
    );
    for (code, status) in [(0, 204), (1, 205), (2, 304)] {
        for response in [
            Response::from(Code::<false>(code)),
            Response::from(error(code)),
            Response::from(error(code).with_message("text").with_detail("limit", 3)),
            Response::from(Problem::from(error(code))),
        ] {
            assert_eq!((response.status(), response.body()), (status, ""));
        }
    }
}

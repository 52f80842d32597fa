//! Errors with texts of every size, which a client must receive as the server wrote them.

use errcat::ApiError;
use errcat_catalogs::csghub::{Code, Error};

/// The bytes of a message and of a detail.
pub const SIZES: [(usize, usize); 9] = [
    (0, 0),
    (4_000, 0),
    (64_000, 0),
    (1_000_000, 0),
    (0, 4_000),
    (0, 64_000),
    (0, 1_000_000),
    (4_000, 4_000),
    (1_000_000, 1_000_000),
];

/// The code of all errors.
pub const CODE: Code = Code::DatasetBadFormat;

/// Their status, which the catalog leaves to the server.
pub const STATUS: u16 = 422;

/// Returns an error whose message and detail have these bytes.
#[must_use]
pub fn error(message: usize, detail: usize) -> Error {
    Error::from(CODE).with_status(STATUS).with_message(text(message)).with_detail("detail", text(detail))
}

/// Returns a text with this number of bytes, some of which JSON and headers escape.
#[must_use]
pub fn text(size: usize) -> String {
    let mut text = "a long \"text\" of 100 %, and \\é日\n".repeat(size / 36 + 1);
    let end = (0..=size).rev().find(|end| text.is_char_boundary(*end));
    text.truncate(end.unwrap_or_default());
    text + &"-".repeat(size - end.unwrap_or_default())
}

/// Asserts that a client received the error with these sizes from a server over HTTP.
pub fn assert_received(received: &ApiError<Code>, message: usize, detail: usize) {
    let case = format!("message of {message}, detail of {detail}");
    assert_eq!(received.known(), Some(CODE), "{case}");
    assert_eq!(received.status(), STATUS, "{case}");
    // An empty message is none. A problem then has its title, which is that of the status.
    let is_problem = received.header("content-type") == Some(b"application/problem+json".as_slice());
    let title = is_problem.then_some("Unprocessable Content");
    let expected = Some(text(message)).filter(|text| !text.is_empty());
    assert!(received.message() == expected.as_deref().or(title), "{case}");
    let details = received.details().expect("details");
    let found = details.get("detail").expect("the detail").as_str().expect("a text").into_owned();
    assert!(found == text(detail), "{case}");
    assert!(!received.is_cut(), "{case}");
}

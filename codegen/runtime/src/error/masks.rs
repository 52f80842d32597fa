//! Checks that masks hide what they mask.

use core::time::Duration;

use crate::{Error, ErrorCode, Fact, FieldName, Problem, Response};

/// Asserts that outsiders cannot tell any masked error from its mask, whatever a server adds to it.
///
/// Generated code calls it in a test of your crate if the catalog has masks.
///
/// # Panics
/// Panics if a response of a masked error and one of its mask differ, and shows both.
pub fn assert_masks_hide<C: ErrorCode>() {
    let fields = C::envelope().slots().iter().filter_map(|slot| match slot.fact() {
        Fact::Field(name) => Some(FieldName::new(name)),
        _ => None,
    });
    for code in C::ALL.iter().copied() {
        let mask = code.public();
        if mask == code {
            continue;
        }
        let occurrence = |error: Error<C>| {
            error
                .with_message("the truth")
                .with_detail("detail", 1)
                .with_field_error("field", "is secret")
                .with_retry_after(Duration::from_secs(7))
                .with_source("the reason")
        };
        // What every response of a server has does not tell a mask apart.
        let response = |error: Error<C>| {
            let error = error.with_status(418).with_challenge("Basic realm=\"all\"").with_request_id("r-1");
            fields.clone().fold(error, |error, name| error.with_field(name, "a value"))
        };
        let pairs = [
            (Error::new(code), Error::new(mask)),
            (occurrence(Error::new(code)), Error::new(mask)),
            (response(Error::new(code)), response(Error::new(mask))),
            (response(occurrence(Error::new(code))), response(Error::new(mask))),
        ];
        for (masked, mask) in pairs {
            assert_alike(code, &Response::from(&masked), &Response::from(&mask));
            let (masked, mask) = (Problem::from(masked), Problem::from(mask));
            assert_alike(code, &Response::from(&masked), &Response::from(&mask));
        }
    }
}

fn assert_alike<C: ErrorCode>(code: C, masked: &Response, mask: &Response) {
    assert!(masked == mask, "`{}` is seen through its mask:\n {masked:?}\n {mask:?}", code.code());
}

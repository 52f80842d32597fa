//! Tests that shipped codes do not allocate until something is added to them.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::fmt::Write;
use std::hint::black_box;

use allocation_counter::measure;
use errcat_catalogs::runtime::{Error, ErrorCode, Problem, Response, Wire};
use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};

fn check<C: ErrorCode>() {
    let mut out = String::with_capacity(100_000);
    for &code in C::ALL {
        let (error, problem) = (Error::new(code), Problem::from(code));
        let used = measure(|| {
            write!(out, "{code} {code:?} {error} {problem}").unwrap();
            assert!(error.message().is_none_or(|message| Some(message.as_ref()) == code.message()));
            assert_eq!(C::from_code(code.code()).is_some(), Wire::<C>::from(code).known().is_some());
            black_box(code.info());
        });
        // `Wire` keeps the text of an ambiguous code.
        assert_eq!(used.count_total, 0, "{code}");
        let used = measure(|| assert!(error.body().len() > 10));
        assert_eq!(used.count_total, 1, "{code}: the body");
        if code.to_string().len() <= 128 {
            let used = measure(|| assert!(error.to_string().len() <= 128));
            assert_eq!(used.count_total, 1, "{code}: the text of the error");
            let used = measure(|| assert!(code.to_string().len() <= 128));
            assert_eq!(used.count_total, 1, "{code}: the text of the code");
        }
        out.clear();
    }
}

#[test]
fn nothing_is_allocated() {
    check::<phala_cloud::Code>();
    check::<csghub::Code>();
    check::<nsrocks::Code>();
    check::<novita::image_video_audio::Code>();
    check::<novita::llm::Code>();
    check::<novita::gpu::Code>();
    check::<novita::billing::Code>();
}

/// Checks that a code to which nothing was added has the same body as one with a request id, without
/// the id.
fn same_as_with_request_id<C: ErrorCode>() {
    let without_id = |body: &str| {
        let mut body: serde_json::Value = serde_json::from_str(body).unwrap();
        body.as_object_mut().unwrap().shift_remove("request_id");
        body.to_string()
    };
    for &code in C::ALL {
        let (bare, named) = (Error::new(code), Error::new(code).with_request_id("r-1"));
        assert_eq!(bare.body(), without_id(&named.body()), "{code}");
        assert_eq!(Response::from(code).body(), bare.body(), "{code}");
        assert_eq!(Response::from(code).status(), bare.status(), "{code}");
        let (bare, named) = (bare.into_problem(), named.into_problem());
        assert_eq!(bare.body(), without_id(&named.body()), "{code}");
    }
}

#[test]
fn bodies_of_bare_codes_are_usual_bodies() {
    same_as_with_request_id::<phala_cloud::Code>();
    same_as_with_request_id::<csghub::Code>();
    same_as_with_request_id::<nsrocks::Code>();
    same_as_with_request_id::<novita::Code>();
    same_as_with_request_id::<novita::gpu::Code>();
}

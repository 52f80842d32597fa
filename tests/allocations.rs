//! Tests that shipped codes do not allocate until something is added to them.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::fmt::Write;
use std::hint::black_box;

use allocation_counter::measure;
use errcat_catalogs::runtime::{Error, ErrorCode, Problem, Wire};
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

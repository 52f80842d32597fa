//! Looks up any text. Exactly the existing codes must be found.
#![no_main]

use errcat_catalogs::runtime::{ErrorCode, Wire};

fn check<C: ErrorCode>(text: &str) {
    let expected = C::ALL.iter().copied().find(|code| code.code() == text);
    assert_eq!(C::from_code(text), expected);
    let wire = Wire::<C>::new(text);
    assert_eq!((wire.as_str(), wire.known()), (text, expected));
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    check::<errcat_catalogs::phala_cloud::Code>(&text);
    check::<errcat_catalogs::csghub::Code>(&text);
    check::<errcat_catalogs::nsrocks::Code>(&text);
    check::<errcat_catalogs::novita::gpu::Code>(&text);
    let _ = text.parse::<errcat_catalogs::novita::Code>().map_err(|error| error.to_string());
});

//! Any text as a code: the lookup finds exactly the codes there are.
#![no_main]

use errcat::runtime::{ErrorCode, Wire};

fn check<C: ErrorCode>(text: &str) {
    let expected = C::ALL.iter().copied().find(|code| code.code() == text);
    assert_eq!(C::from_code(text), expected);
    let wire = Wire::<C>::new(text);
    assert_eq!((wire.as_str(), wire.known()), (text, expected));
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    check::<errcat::phala_cloud::Code>(&text);
    check::<errcat::csghub::Code>(&text);
    check::<errcat::nsrocks::Code>(&text);
    check::<errcat::novita::gpu::Code>(&text);
    let _ = text.parse::<errcat::novita::Code>().map_err(|error| error.to_string());
});

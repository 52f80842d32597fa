//! Imports any bytes as python.
#![no_main]

mod import;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| import::run(errcat_import::Kind::Python, bytes));

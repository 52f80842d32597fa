//! Imports any bytes as rust.
#![no_main]

mod import;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| import::run(errcat_import::Kind::Rust, bytes));

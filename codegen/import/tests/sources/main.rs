//! Tests of the import, with texts that real sources have.

#[cfg(feature = "source-code")]
mod code;
mod common;
mod kinds;
mod mapping;
mod pages;
mod real;

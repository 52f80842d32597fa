//! Tests of the import, with texts that real sources have.

mod common;
mod kinds;
mod pages;
mod real;

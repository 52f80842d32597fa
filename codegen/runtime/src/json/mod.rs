//! JSON without a library: bodies are written byte for byte as others write them, and read however damaged.

mod word;
#[doc(hidden)]
pub mod write;

//! Outputs: a model becomes a tree of files. Nothing here knows how a catalog was written.

#[cfg(feature = "json")]
pub mod json;
pub mod rust;
pub mod words;

//! The catalog format as data: its keys, its words and its limits.

pub mod attributes;
pub mod keys;
pub mod limits;
pub mod vocabulary;

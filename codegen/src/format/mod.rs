//! The catalog format as data: its words and its limits.

pub mod attributes;
pub mod limits;
pub mod vocabulary;

//! The catalog format as data: its words and its limits.

pub mod limits;
pub mod vocabulary;

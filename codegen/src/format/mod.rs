//! The catalog format as data: its keys, vocabularies and limits.

pub mod attributes;
pub mod keys;
pub mod language;
pub mod limits;
pub mod synonyms;
pub mod vocabulary;

//! The catalog format as data: its keys, vocabularies and limits.

pub mod attributes;
mod changes;
pub mod keys;
pub mod language;
pub mod limits;
pub mod synonyms;
pub mod vocabulary;

pub use self::changes::ChangeRow;

//! Parses catalogs into a typed syntax tree with source locations.

pub mod ast;
mod layout;
mod read;
pub mod report;
pub mod yaml;

pub use crate::format::limits::MOST_MISTAKES;
pub use layout::{CatalogFiles, layout, lone_ledgers};
pub use read::{Others, plain_value, read, read_ledger, settings};

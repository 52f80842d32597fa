//! Parses catalogs into a typed syntax tree with source locations.

pub mod ast;
mod catalog_files;
mod read;
pub mod report;
pub mod yaml;

pub use crate::format::limits::MOST_MISTAKES;
pub use catalog_files::{CatalogFiles, catalog_files, lone_ledgers};
pub use read::{Others, plain_value, read, read_ledger, settings};

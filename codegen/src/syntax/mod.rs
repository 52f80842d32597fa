//! Parses catalogs into a typed syntax tree with source locations.

pub mod ast;
mod catalog_files;
mod read;
pub mod report;
mod shared_families;
mod unread;
pub mod yaml;

pub use crate::format::limits::MOST_MISTAKES;
pub use catalog_files::{CatalogFiles, catalog_files, lone_ledgers, lone_translations};
pub use read::{Others, operations, plain_value, read, read_ledger, settings};
pub use shared_families::{family_path, is_catalog, meant_family, shared_paths, split, stem};
pub use unread::{lone_translation, unread_family, unread_files};

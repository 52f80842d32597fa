//! Parses catalogs into a typed syntax tree with source locations.

pub mod ast;
mod layout;
mod read;
mod removal;
pub mod report;
mod yaml;

pub use crate::format::limits::MOST_MISTAKES;
pub use layout::{CatalogFiles, layout, lone_ledgers};
pub use read::{plain_value, read, read_ledger, settings};
pub use removal::offer_removals;

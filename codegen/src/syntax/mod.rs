//! Form: YAML text becomes a typed tree in which every value knows where it was written.

pub mod ast;
mod layout;
mod read;
mod removal;
pub mod report;
mod yaml;

pub use crate::format::limits::MOST_MISTAKES;
pub use layout::{CatalogFiles, layout, lone_ledgers};
pub use read::{Others, plain_value, read, read_ledger, settings};
pub use removal::offer_removals;

//! Form: YAML text becomes a typed tree in which every value knows where it was written.

pub mod ast;
mod layout;
pub(crate) mod limits;
mod read;
mod removal;
pub mod rules;
mod yaml;

pub use layout::{CatalogFiles, layout, lone_ledgers};
pub use limits::MOST_MISTAKES;
pub use read::{read, read_ledger, settings};
pub use removal::offer_removals;

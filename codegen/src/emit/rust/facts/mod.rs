//! Emits declared facts: their enums, their tables, and their methods.

mod column;
mod enums;
mod methods;
mod tables;

pub(super) use self::enums::enums;
pub(super) use self::methods::{lookups_over, methods, rows_over};
pub(super) use self::tables::{tables, tables_over};

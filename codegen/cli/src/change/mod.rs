//! The commands that edit catalogs in place: `new`, `rename`, `retire`, `rekey`.

mod editor;
mod entry;
pub(crate) mod fresh;
mod number;
mod refused;
pub(crate) mod rekey;
pub(crate) mod rename;
pub(crate) mod retire;
mod used;
mod verify;

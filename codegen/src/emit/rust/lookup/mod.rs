//! The lookup of a code by its text: the plan of a hash table, and the code that uses it.

mod lengths;
mod plan;
mod slots;
mod text;
mod windows;

pub(super) use self::lengths::Lengths;
pub(super) use self::text::{emit, emit_over};

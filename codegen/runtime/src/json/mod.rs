//! Reads JSON that may be damaged, and writes JSON in the style of `serde_json`.

mod kind;
mod members;
mod skim;
mod text;
mod value;
pub(crate) mod word;
#[doc(hidden)]
pub mod write;

pub use self::kind::JsonKind;
pub(crate) use self::members::Key;
pub use self::members::{Items, Members};
pub use self::value::Json;
pub(crate) use self::value::Location;

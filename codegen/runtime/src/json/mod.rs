//! JSON without a library: bodies are written byte for byte as others write them, and read however damaged.

mod members;
mod skim;
mod text;
mod value;
mod word;
#[doc(hidden)]
pub mod write;

pub use self::members::{Items, Members};
pub use self::value::{Json, JsonKind};

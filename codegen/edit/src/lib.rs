//! Edits catalogs in place. Only the bytes of the requested change differ afterwards.
//!
//! An [`Operation`] describes a change, and [`edit`] applies it. The new text is parsed again, and
//! its tree must be the old tree with exactly this change. Otherwise nothing is changed, and a
//! [`Refusal`] says why. Comments, the order of keys, quotes, line endings and the style of each
//! map are kept.
//!
//! ```
//! use errcat_build::unstable::value::Value;
//! use errcat_edit::{Operation, Path, Place, edit};
//!
//! let text = "errors:\n  CART_FULL: # since 1.2\n    status: 409\n";
//! let name = Operation::insert(
//!     Path::keys(["errors", "CART_FULL"]),
//!     "name",
//!     Value::Text("CartFull".to_owned()),
//!     Place::First,
//! );
//! assert_eq!(
//!     edit(text, &[name]).unwrap(),
//!     "errors:\n  CART_FULL: # since 1.2\n    name: CartFull\n    status: 409\n",
//! );
//! ```

mod apply;
mod change;
mod document;
mod find;
pub mod fix;
mod flow;
mod lines;
mod offer;
mod operation;
mod part;
mod path;
mod print;
mod refusal;
mod remove;
mod reorder;
mod replace;
mod sequence;
mod tidy;
mod tree;
mod trim;

pub use apply::{edit, edit_file};
pub use document::Document;
pub use offer::offer;
pub use operation::{Comments, Operation, Place, Style};
pub use path::{Path, Step};
pub use print::flow as inline;
pub use refusal::Refusal;
pub use sequence::place_of;
pub use tidy::tidy;

//! The errcat generator: compiles YAML catalogs of error codes to Rust.
//!
//! To compile the catalogs of a crate, use this `build.rs`:
//!
//! ```no_run
//! errcat_build::compile("catalogs");
//! ```
//!
//! Include the generated code in a module:
//!
//! ```ignore
//! mod errors {
//!     include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
//! }
//! ```
//!
//! Every mistake in a catalog becomes one line of cargo's output, with its file, line and column.
//! [`Config`] has the options.

mod cargo;
mod diag;
mod diff;
mod emit;
mod format;
mod index;
mod ledger;
mod lint;
mod lower;
mod model;
mod order;
mod pipeline;
mod project;
mod source;
mod syntax;
mod text;
mod tree;
#[doc(hidden)]
pub mod unstable;
mod value;

pub use cargo::{Config, compile, regenerate};
pub use diag::{Finding, Findings, Rule, Severity};
pub use emit::{Output, Settings};
pub use model::Model;
pub use tree::Tree;

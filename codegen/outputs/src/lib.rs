//! The outputs of the command `errcat`. Build scripts of users do not compile them.

mod client;
pub mod go;
pub mod html;
pub mod json;
pub mod json_schema;
pub mod markdown;
pub mod openapi;
mod page;
pub mod python;
pub mod typescript;
pub mod vectors;

use errcat_build::unstable::emit::rust::Rust;
use errcat_build::unstable::format::keys::{Map, RUST};
use errcat_build::unstable::project::Kinds;

/// Every kind of output, in the order in which `errcat gen` writes them.
pub static OUTPUTS: Kinds = &[
    &Rust,
    &json::Json,
    &json_schema::Schema,
    &markdown::Markdown,
    &html::Html,
    &typescript::TypeScript,
    &python::Python,
    &go::Go,
    &openapi::OpenApi,
    &vectors::Vectors,
];

/// Returns the keys of all outputs except Rust, whose keys belong to the format.
#[must_use]
pub fn keys() -> Vec<&'static Map> {
    OUTPUTS.iter().map(|output| output.keys()).filter(|map| map.name != RUST.name).collect()
}

//! The outputs of `errcat gen`.

use errcat_build::unstable::emit::rust::Rust;
use errcat_build::unstable::format::keys::{Map, RUST};
use errcat_build::unstable::project::Kinds;
use errcat_outputs::json::Json;

/// Every kind of output, in the order in which `errcat gen` writes them.
pub(crate) static OUTPUTS: Kinds = &[&Rust, &Json];

/// Returns the keys of all outputs except Rust, whose keys belong to the format.
pub(crate) fn keys() -> Vec<&'static Map> {
    OUTPUTS.iter().map(|output| output.keys()).filter(|map| map.name != RUST.name).collect()
}

//! Everything that `errcat gen` can write.

use errcat_build::emit::rust::Rust;
use errcat_build::project::Kinds;
use errcat_outputs::json::Json;

/// Every kind of output, in the order in which `errcat gen` writes them.
pub(crate) static OUTPUTS: Kinds = &[&Rust, &Json];

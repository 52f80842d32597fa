//! Everything that the other packages of errcat need. It changes without notice, so other crates
//! should not use it.

pub use crate::pipeline::{Analysis, RULES, analyze, analyze_with};

/// Findings and reports.
pub mod diag {
    pub use crate::diag::*;
}

/// What changed between two states of a catalog.
pub mod diff {
    pub use crate::diff::*;
}

/// The outputs.
pub mod emit {
    pub use crate::emit::*;
}

/// The format as data.
pub mod format {
    pub use crate::format::*;
}

/// What was released.
pub mod ledger {
    pub use crate::ledger::*;
}

/// The lint rules.
pub mod lint {
    pub use crate::lint::*;
}

/// From the syntax tree to the model.
pub mod lower {
    pub use crate::lower::*;
}

/// What catalogs mean.
pub mod model {
    pub use crate::model::*;
}

/// Projects on the disk.
pub mod project {
    pub use crate::project::*;
}

/// Files and locations.
pub mod source {
    pub use crate::source::*;
}

/// From YAML to the syntax tree.
pub mod syntax {
    pub use crate::syntax::*;
}

/// Texts.
pub mod text {
    pub use crate::text::*;
}

/// Trees of generated files.
pub mod tree {
    pub use crate::tree::*;
}

/// Free values.
pub mod value {
    pub use crate::value::*;
}

//! Items for the other packages of errcat. They may change at any time, so other crates should not
//! use them.

pub use crate::pipeline::{Analysis, RULES, analyze, analyze_with};

/// Findings and reports.
pub mod diag {
    pub use crate::diag::*;
}

/// Comparison of two states of a catalog.
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

/// Ledgers of released codes.
pub mod ledger {
    pub use crate::ledger::*;
}

/// The lint rules.
pub mod lint {
    pub use crate::lint::*;
}

/// Lowering of the syntax tree to the model.
pub mod lower {
    pub use crate::lower::*;
}

/// The model of catalogs.
pub mod model {
    pub use crate::model::*;
}

/// Projects on disk.
pub mod project {
    pub use crate::project::*;
}

/// Files and locations.
pub mod source {
    pub use crate::source::*;
}

/// The parser and the syntax tree.
pub mod syntax {
    pub use crate::syntax::*;
}

/// Functions on texts.
pub mod text {
    pub use crate::text::*;
}

/// Trees of generated files.
pub mod tree {
    pub use crate::tree::*;
}

/// Values without a fixed type.
pub mod value {
    pub use crate::value::*;
}

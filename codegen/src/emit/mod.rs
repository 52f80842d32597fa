//! Outputs: a model becomes a tree of files. Nothing here knows how a catalog was written.

pub mod rust;

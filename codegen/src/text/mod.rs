//! What can be said of a text without knowing where it comes from: its case, its words, its neighbours.

pub mod article;
pub mod bytes;
pub mod case;
pub mod glob;
pub mod ident;
pub mod nearest;
pub mod quote;
pub mod reveal;

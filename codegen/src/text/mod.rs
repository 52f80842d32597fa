//! Functions on texts, independent of catalogs: case conversion, quoting, suggestions.

pub mod alike;
pub mod article;
pub mod case;
pub mod filler;
pub mod glob;
pub mod ident;
pub mod nearest;
pub mod quote;
pub mod reveal;
pub mod strip;
pub mod subject;
pub mod url;
pub mod version;

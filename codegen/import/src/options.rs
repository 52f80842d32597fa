//! What the caller decides about an import.

use crate::kind::Kind;

/// The decisions of the caller. The default leaves all of them to the mapping.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// The kind of source, instead of the recognised one.
    pub from: Option<Kind>,
    /// Keys of an error or of a declared fact, with the columns that hold them.
    pub map: Vec<(String, String)>,
    /// A column, or `heading`, `prefix` or `none`.
    pub family_by: Option<String>,
    /// The syntax of placeholders, as in catalogs, or `none`.
    pub placeholders: Option<String>,
    /// `catalog` or `family`.
    pub unique: Option<String>,
    /// A column, or `code` or `none`.
    pub name_from: Option<String>,
}

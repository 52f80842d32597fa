//! The result of the mapping.

use crate::catalog::Catalog;
use crate::draft::Note;

/// A catalog, with everything that a person should know about it.
#[derive(Clone, Debug)]
pub struct Mapped {
    /// The catalog.
    pub catalog: Catalog,
    /// The columns of the source: their names, what they became, and the number of values.
    pub uses: Vec<(String, String, usize)>,
    /// The number of rows.
    pub rows: usize,
    /// The guesses about the whole source.
    pub decisions: Vec<Decision>,
    /// What was noticed about single rows.
    pub notes: Vec<Note>,
}

/// A guess, and the flag that decides otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was guessed, without a full stop.
    pub what: String,
    /// The flag.
    pub flag: String,
}

//! Rust identifiers: a name that is one, checked once.

use std::fmt;

use super::bytes::ByteSet;

/// A name that can stand in Rust code of every edition as it is: no keyword, not `_`, nothing raw.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(String);

impl Ident {
    /// The identifier `name`, or why it is none.
    ///
    /// # Errors
    /// Says what is wrong with the name.
    pub fn new(name: &str) -> Result<Self, NotAnIdent> {
        if is_keyword(name) {
            return Err(NotAnIdent::Keyword);
        }
        if !name.is_ascii() {
            return Err(NotAnIdent::Foreign);
        }
        let digit = name.as_bytes().first().is_none_or(u8::is_ascii_digit);
        if digit || OTHERS.is_in(name) { Err(NotAnIdent::Form) } else { Ok(Self(name.to_owned())) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a name is no identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnIdent {
    /// Rust keeps the word for itself, in some edition.
    Keyword,
    /// It holds letters of other scripts, which Rust would take, but which look like others and warn.
    Foreign,
    /// It is empty, begins with a digit, or holds a character that identifiers cannot hold.
    Form,
}

/// What no identifier holds.
static OTHERS: ByteSet = ByteSet::all_but(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

/// Every keyword of Rust, strict and reserved, of all editions up to 2024.
const KEYWORDS: [&str; 53] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield", "_",
];

/// The length of `abstract`, `continue` and `override`.
const LONGEST_KEYWORD: usize = 8;

fn is_keyword(name: &str) -> bool {
    name.len() <= LONGEST_KEYWORD && KEYWORDS.contains(&name)
}

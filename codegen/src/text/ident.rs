//! Rust identifiers.

use std::fmt;

/// An identifier that is valid in every edition of Rust, and not a keyword or `_`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident {
    name: String,
    is_stand_in: bool,
}

impl Ident {
    /// Checks that `name` is an identifier.
    ///
    /// # Errors
    /// Returns an error that says why the name is not valid.
    pub fn new(name: &str) -> Result<Self, NotAnIdent> {
        if is_keyword(name) {
            return Err(NotAnIdent::Keyword);
        }
        if !name.is_ascii() {
            return Err(NotAnIdent::Foreign);
        }
        let digit = name.as_bytes().first().is_none_or(u8::is_ascii_digit);
        let is_word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if digit || !is_word { Err(NotAnIdent::Form) } else { Ok(Self::of(name)) }
    }

    /// Checks that `name` is the name of a field. Unlike [`new`](Self::new), it accepts Latin letters
    /// with marks, because people write them in the names of values: `größe`.
    ///
    /// # Errors
    /// Returns an error that says why the name is not valid.
    pub fn field(name: &str) -> Result<Self, NotAnIdent> {
        let plain: String = name.chars().map(|c| if is_marked_latin(c) { 'a' } else { c }).collect();
        Self::new(&plain).map(|_| Self::of(name))
    }

    /// Returns an identifier in place of one that could not be made, so that checks can continue.
    pub(crate) fn stand_in(name: &str) -> Self {
        Self { is_stand_in: true, ..Self::of(name) }
    }

    fn of(name: &str) -> Self {
        Self { name: name.to_owned(), is_stand_in: false }
    }

    /// Returns the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// Returns the name, or `None` if it is made up because there is no valid one.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        (!self.is_stand_in).then_some(self.as_str())
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// The reason why a name is not an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnIdent {
    /// It is a keyword in some edition.
    Keyword,
    /// It contains letters other than A to Z, which Rust allows but warns about.
    Foreign,
    /// It is empty, starts with a digit, or contains a character that identifiers cannot contain.
    Form,
}

/// Returns whether the character is a Latin letter with a mark that exists in one form only, and
/// that rustc accepts without a warning.
fn is_marked_latin(c: char) -> bool {
    let is_rare = matches!(c, '×' | '÷' | 'Ĳ' | 'ĳ' | 'Ŀ' | 'ŀ' | 'ŉ' | 'ſ');
    matches!(c, 'À'..='ſ') && !is_rare
}

/// All strict and reserved keywords of all editions up to 2024.
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

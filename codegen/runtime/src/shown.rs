//! Escapes texts from outside for display.

use core::fmt::{self, Formatter, Write as _};

use crate::json::word;

/// Writes at most `most` characters of a text, escaping invisible characters and those that affect
/// the text around them.
#[inline]
pub(crate) fn write(f: &mut Formatter<'_>, text: &str, most: usize) -> fmt::Result {
    let mut characters = text.chars();
    for c in characters.by_ref().take(most) {
        character(f, c)?;
    }
    if characters.next().is_some() { f.write_str("…") } else { Ok(()) }
}

/// Writes a character, escaped if it is invisible or affects the text around it.
#[inline]
pub(crate) fn character(f: &mut Formatter<'_>, c: char) -> fmt::Result {
    match c {
        ' '..='~' => f.write_char(c),
        // Blank characters in categories of visible ones.
        '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180b}'..='\u{180f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{e0100}'..='\u{e01ef}' => write!(f, "{}", c.escape_unicode()),
        _ => {
            // A mark after a letter belongs to it and is kept.
            let mut bytes = *b"x\0\0\0\0";
            let len = 1 + c.encode_utf8(&mut bytes[1..]).len();
            let pair = core::str::from_utf8(&bytes[..len]).map_err(|_| fmt::Error)?;
            pair.escape_debug().skip(1).try_for_each(|c| f.write_char(c))
        }
    }
}

/// A value whose text is escaped.
pub(crate) struct Escaped<T>(pub(crate) T);

impl<T: fmt::Display> fmt::Display for Escaped<T> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(Shown(f), "{}", self.0)
    }
}

/// A writer that escapes texts of any length.
pub(crate) struct Shown<'a, 'f>(pub(crate) &'a mut Formatter<'f>);

impl fmt::Write for Shown<'_, '_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if word::is_printable(text.as_bytes()) {
            return self.0.write_str(text);
        }
        text.chars().try_for_each(|c| character(self.0, c))
    }
}

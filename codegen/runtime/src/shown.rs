//! Texts from outside, made fit to be shown.

use core::fmt::{self, Formatter, Write as _};

/// Writes at most `most` characters of a text, with everything escaped that does not show or changes what is around it.
pub(crate) fn write(f: &mut Formatter<'_>, text: &str, most: usize) -> fmt::Result {
    let mut characters = text.chars();
    for c in characters.by_ref().take(most) {
        character(f, c)?;
    }
    if characters.next().is_some() { f.write_str("…") } else { Ok(()) }
}

/// Writes a character so that it shows and changes nothing around it.
pub(crate) fn character(f: &mut Formatter<'_>, c: char) -> fmt::Result {
    match c {
        '\'' | '"' | '\\' => f.write_char(c),
        // Letters and symbols by their category, yet blank.
        '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' => write!(f, "{}", c.escape_unicode()),
        _ => write!(f, "{}", c.escape_debug()),
    }
}

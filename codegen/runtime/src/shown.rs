//! Texts from outside, made fit to be shown.

use core::fmt::{self, Formatter, Write as _};

/// Writes at most `most` characters of a text, with everything escaped that does not show or changes what is around it.
#[inline]
pub(crate) fn write(f: &mut Formatter<'_>, text: &str, most: usize) -> fmt::Result {
    let mut characters = text.chars();
    for c in characters.by_ref().take(most) {
        character(f, c)?;
    }
    if characters.next().is_some() { f.write_str("…") } else { Ok(()) }
}

/// Writes a character so that it shows and changes nothing around it.
#[inline]
pub(crate) fn character(f: &mut Formatter<'_>, c: char) -> fmt::Result {
    match c {
        ' '..='~' => f.write_char(c),
        // Letters, symbols and marks by their category, yet blank.
        '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180b}'..='\u{180f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{e0100}'..='\u{e01ef}' => write!(f, "{}", c.escape_unicode()),
        _ => {
            // Behind a letter, a mark belongs to it and stays.
            let mut bytes = *b"x\0\0\0\0";
            let len = 1 + c.encode_utf8(&mut bytes[1..]).len();
            let pair = core::str::from_utf8(&bytes[..len]).map_err(|_| fmt::Error)?;
            pair.escape_debug().skip(1).try_for_each(|c| f.write_char(c))
        }
    }
}

/// Writes texts of any length, with everything escaped that does not show or changes what is around it.
pub(crate) struct Shown<'a, 'f>(pub(crate) &'a mut Formatter<'f>);

impl fmt::Write for Shown<'_, '_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return self.0.write_str(text);
        }
        text.chars().try_for_each(|c| character(self.0, c))
    }
}

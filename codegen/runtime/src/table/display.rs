//! Formats codes: the code, and after a colon its message.

use core::fmt::{self, Alignment, Formatter, Write as _};

/// The most bytes of a line that is collected before it is written.
const SHORT: usize = 128;

/// Writes `code` or `code: text`, respecting width, fill, alignment and precision like a string.
///
/// # Errors
///
/// Returns the errors of the formatter.
#[inline]
pub fn display(f: &mut Formatter<'_>, code: &str, text: Option<&str>) -> fmt::Result {
    let Some(text) = text else {
        return f.pad(code);
    };
    if f.width().is_none() && f.precision().is_none() {
        return line(f, code, text);
    }
    pad(f, [code, ": ", text])
}

/// Writes `code: text` at once if it is short, so that a `String` grows only once.
#[inline]
pub(crate) fn line(out: &mut impl fmt::Write, code: &str, text: &str) -> fmt::Result {
    match joined(&mut [0; SHORT], code, text) {
        Some(line) => out.write_str(line),
        None => [code, ": ", text].into_iter().try_for_each(|part| out.write_str(part)),
    }
}

/// Returns the line, unless it is longer than `room`, which is filled with zeros.
#[inline]
fn joined<'r>(room: &'r mut [u8; SHORT], code: &str, text: &str) -> Option<&'r str> {
    let colon = code.len();
    let start = colon + 2;
    let end = start + text.len();
    room.get_mut(start..end)?.copy_from_slice(text.as_bytes());
    room.get_mut(colon..start)?.copy_from_slice(b": ");
    room.get_mut(..colon)?.copy_from_slice(code.as_bytes());
    // The zeros after the line are checked with it, because whole words are faster than bytes.
    core::str::from_utf8(room.get(..end.next_multiple_of(16))?).ok()?.get(..end)
}

/// `Formatter::pad` for a text that consists of two parts.
#[cold]
#[inline]
fn pad(f: &mut Formatter<'_>, parts: [&str; 3]) -> fmt::Result {
    let limit = f.precision().unwrap_or(usize::MAX);
    let mut length = 0;
    let parts = parts.map(|part| {
        let part = first(part, limit - length);
        length += part.chars().count();
        part
    });
    let missing = f.width().unwrap_or(0).saturating_sub(length);
    let before = match f.align() {
        Some(Alignment::Right) => missing,
        Some(Alignment::Center) => missing / 2,
        Some(Alignment::Left) | None => 0,
    };
    let fill = f.fill();
    repeat(f, fill, before)?;
    parts.into_iter().try_for_each(|part| f.write_str(part))?;
    repeat(f, fill, missing - before)
}

#[inline]
fn repeat(f: &mut Formatter<'_>, fill: char, times: usize) -> fmt::Result {
    (0..times).try_for_each(|_| f.write_char(fill))
}

/// Returns the first `limit` characters.
#[inline]
fn first(text: &str, limit: usize) -> &str {
    text.char_indices().nth(limit).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

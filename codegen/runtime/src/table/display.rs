//! Formats codes: the code, and after a colon its message.

use core::fmt::{self, Alignment, Formatter, Write as _};

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
    let parts = [code, ": ", text];
    if f.width().is_none() && f.precision().is_none() {
        return write(f, parts);
    }
    pad(f, parts)
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
    write(f, parts)?;
    repeat(f, fill, missing - before)
}

#[inline]
fn write(f: &mut Formatter<'_>, parts: [&str; 3]) -> fmt::Result {
    parts.into_iter().try_for_each(|part| f.write_str(part))
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

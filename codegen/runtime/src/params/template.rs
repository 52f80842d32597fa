//! Messages with placeholders: `{name}` is a value, and `{{` and `}}` are braces.

use alloc::string::String;
use core::fmt;

use super::Field;
use crate::json::{word, write};

/// A message of the catalog, and the values of its placeholders.
#[derive(Clone, Copy, Debug)]
pub struct Filled<'a> {
    /// The message.
    pub template: &'a str,
    /// The values.
    pub fields: &'a [Field<'a>],
}

/// A piece of a message.
#[derive(Clone, Copy)]
enum Piece<'a> {
    /// Literal text.
    Text(&'a str),
    /// The value with this name.
    Value(&'a str),
}

impl<'a> Filled<'a> {
    /// Writes the message.
    ///
    /// # Errors
    /// Returns the errors of `out`.
    #[inline]
    pub(crate) fn write(self, out: &mut dyn fmt::Write) -> fmt::Result {
        let mut result = Ok(());
        self.each(|piece| match piece {
            Ok(text) if result.is_ok() => result = out.write_str(text),
            Err(field) if result.is_ok() => result = field.show(out),
            _ => {}
        });
        result
    }

    /// Appends the message to a JSON string.
    #[inline]
    pub(crate) fn escape_into(self, out: &mut String) {
        self.each(|piece| match piece {
            Ok(text) => write::escaped(out, text),
            Err(field) => field.show_escaped(out),
        });
    }

    /// Returns the message as a text, allocated with the exact size.
    #[inline]
    pub(crate) fn to_text(self) -> String {
        let mut length = Length(0);
        // Neither counting nor writing to a string fails.
        let _ = self.write(&mut length);
        let mut text = String::with_capacity(length.0);
        let _ = self.write(&mut text);
        text
    }

    /// Returns the approximate number of bytes of the message in JSON.
    #[inline]
    pub(crate) fn size(self) -> usize {
        self.template.len() + self.fields.iter().map(Field::size).sum::<usize>()
    }

    /// Iterates over the pieces: texts and values.
    #[inline]
    fn each(self, mut piece: impl FnMut(Result<&'a str, &'a Field<'a>>)) {
        let mut expected = 0;
        let mut rest = self.template;
        while let Some((first, tail)) = next(rest) {
            match first {
                Piece::Text(text) => piece(Ok(text)),
                Piece::Value(name) => {
                    // Most messages contain the values in their order.
                    let is_it = |field: &&Field<'_>| field.name() == name;
                    let found = self.fields.get(expected).filter(is_it);
                    let place = match found {
                        Some(_) => Some(expected),
                        None => self.fields.iter().position(|field| is_it(&field)),
                    };
                    if let Some((place, field)) = place.and_then(|at| Some((at, self.fields.get(at)?))) {
                        expected = place + 1;
                        piece(Err(field));
                    }
                }
            }
            rest = tail;
        }
    }
}

/// Returns the first piece and the rest.
#[inline]
fn next(template: &str) -> Option<(Piece<'_>, &str)> {
    let (text, tail) = template.split_at_checked(brace(template.as_bytes()))?;
    if !text.is_empty() {
        return Some((Piece::Text(text), tail));
    }
    let inner = tail.strip_prefix('{').filter(|inner| !inner.starts_with('{'));
    if let Some((name, tail)) = inner.and_then(|inner| inner.split_once('}')) {
        return Some((Piece::Value(name), tail));
    }
    // A doubled brace, or an unmatched one, which is literal text.
    let (brace, tail) = tail.split_at_checked(1)?;
    Some((Piece::Text(brace), tail.strip_prefix(brace).unwrap_or(tail)))
}

/// Returns the offset of the first brace, or the length.
#[inline]
fn brace(bytes: &[u8]) -> usize {
    let (words, tail) = bytes.as_chunks::<8>();
    for (index, chunk) in words.iter().enumerate() {
        let bytes = u64::from_le_bytes(*chunk);
        let found = word::equal(bytes, b'{') | word::equal(bytes, b'}');
        if found != 0 {
            return index * 8 + word::first(found);
        }
    }
    let place = tail.iter().position(|byte| matches!(byte, b'{' | b'}'));
    words.len() * 8 + place.unwrap_or(tail.len())
}

/// A writer that counts bytes.
struct Length(usize);

impl fmt::Write for Length {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

//! Messages with placeholders: `{name}` is a value, and `{{` and `}}` are braces.

use alloc::string::String;
use core::fmt;

use super::{Field, Render};
use crate::json::{word, write};

/// A message of the catalog, and the values of its placeholders.
#[derive(Clone, Copy, Debug)]
pub struct Filled<'a> {
    /// The message.
    pub template: &'a str,
    /// The values.
    pub fields: &'a [Field<'a>],
    /// How the message is written, unless its marks are braces.
    pub(super) render: Option<Render>,
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
        if let Some(render) = self.render {
            return render(self.template, self.fields, out);
        }
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
        // Checking the whole text once is faster than checking each piece.
        let start = out.len();
        self.push_to(out);
        write::escape_from(out, start);
    }

    /// Returns the message as a text.
    #[inline]
    pub(crate) fn to_text(self) -> String {
        let mut text = String::with_capacity(self.size());
        self.push_to(&mut text);
        text
    }

    /// Appends the message.
    #[inline]
    fn push_to(self, out: &mut String) {
        if let Some(render) = self.render {
            // Writing to a string does not fail.
            let _ = render(self.template, self.fields, out);
            return;
        }
        self.each(|piece| match piece {
            Ok(text) => out.push_str(text),
            Err(field) => field.push_to(out),
        });
    }

    /// Returns the approximate number of bytes of the message, as a text or in JSON.
    #[inline]
    pub(crate) fn size(self) -> usize {
        self.template.len() + self.fields.iter().map(Field::size).sum::<usize>()
    }

    /// Iterates over the pieces: texts and values.
    #[inline]
    fn each(self, mut piece: impl FnMut(Result<&'a str, &'a Field<'a>>)) {
        let mut expected = self.fields;
        let mut rest = self.template;
        while let Some((text, tail)) = rest.split_at_checked(brace(rest.as_bytes())) {
            if !text.is_empty() {
                piece(Ok(text));
            }
            // Most messages contain the values in their order.
            let in_order = expected.split_first().and_then(|(field, later)| {
                Some((field, later, tail.strip_prefix('{')?.strip_prefix(field.name())?.strip_prefix('}')?))
            });
            if let Some((field, later, tail)) = in_order {
                piece(Err(field));
                (expected, rest) = (later, tail);
                continue;
            }
            let Some((first, tail)) = special(tail) else { return };
            match first {
                Piece::Text(text) => piece(Ok(text)),
                Piece::Value(name) => {
                    let found = self.fields.iter().position(|field| field.name() == name);
                    if let Some([field, later @ ..]) = found.and_then(|at| self.fields.get(at..)) {
                        piece(Err(field));
                        expected = later;
                    }
                }
            }
            rest = tail;
        }
    }
}

/// Returns the piece that starts with a brace, and the rest.
#[inline]
fn special(template: &str) -> Option<(Piece<'_>, &str)> {
    let inner = template.strip_prefix('{').filter(|inner| !inner.starts_with('{'));
    if let Some((name, tail)) = inner.and_then(|inner| inner.split_once('}')) {
        return Some((Piece::Value(name), tail));
    }
    // A doubled brace, or an unmatched one, which is literal text.
    let (brace, tail) = template.split_at_checked(1)?;
    Some((Piece::Text(brace), tail.strip_prefix(brace).unwrap_or(tail)))
}

/// Returns the offset of the first brace, or the length.
#[inline]
fn brace(bytes: &[u8]) -> usize {
    let found = word::find(
        bytes,
        |bytes| word::equal(bytes, b'{') | word::equal(bytes, b'}'),
        |byte| matches!(byte, b'{' | b'}'),
    );
    found.unwrap_or(bytes.len())
}

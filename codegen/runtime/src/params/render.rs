//! Fills values into messages whose marks are not braces.

use core::fmt;

use super::Field;
use super::marks::{self, Format, Mark, Place};
use super::printf::formatted;

/// Fills in marks such as `%s`, `%-.192s` and `%1$d`.
///
/// # Errors
/// Returns the errors of `out`.
#[inline]
pub fn printf(template: &str, fields: &[Field<'_>], out: &mut dyn fmt::Write) -> fmt::Result {
    fill(template, fields, out, marks::printf, formatted)
}

/// Fills in marks such as `{0}`.
///
/// # Errors
/// Returns the errors of `out`.
#[inline]
pub fn indexed(template: &str, fields: &[Field<'_>], out: &mut dyn fmt::Write) -> fmt::Result {
    fill(template, fields, out, marks::indexed, plain)
}

/// Fills in marks such as `<name>`.
///
/// # Errors
/// Returns the errors of `out`.
#[inline]
pub fn angle(template: &str, fields: &[Field<'_>], out: &mut dyn fmt::Write) -> fmt::Result {
    fill(template, fields, out, marks::angle, plain)
}

/// Fills in marks such as `%name%`.
///
/// # Errors
/// Returns the errors of `out`.
#[inline]
pub fn percent(template: &str, fields: &[Field<'_>], out: &mut dyn fmt::Write) -> fmt::Result {
    fill(template, fields, out, marks::percent, plain)
}

/// Fills in marks such as `{{name}}`.
///
/// # Errors
/// Returns the errors of `out`.
#[inline]
pub fn mustache(template: &str, fields: &[Field<'_>], out: &mut dyn fmt::Write) -> fmt::Result {
    fill(template, fields, out, marks::mustache, plain)
}

#[inline]
fn plain(field: &Field<'_>, _: Format, out: &mut dyn fmt::Write) -> fmt::Result {
    field.show(out)
}

#[inline]
fn fill(
    template: &str,
    fields: &[Field<'_>],
    out: &mut dyn fmt::Write,
    find: for<'t> fn(&'t str) -> Option<Mark<'t>>,
    write: fn(&Field<'_>, Format, &mut dyn fmt::Write) -> fmt::Result,
) -> fmt::Result {
    let mut rest = template;
    let mut count = 0;
    while let Some(mark) = find(rest) {
        let Some((text, tail)) = rest.split_at_checked(mark.at) else { break };
        let Some((written, tail)) = tail.split_at_checked(mark.len) else { break };
        out.write_str(text)?;
        let field = match mark.place {
            Place::Name(name) => fields.iter().find(|field| field.name() == name),
            Place::Number(number) => numbered(fields, number),
            Place::Next => {
                count += 1;
                numbered(fields, count)
            }
            Place::Percent => None,
        };
        match field {
            Some(field) => write(field, mark.format, out)?,
            None if mark.place == Place::Percent => out.write_char('%')?,
            None => out.write_str(written)?,
        }
        rest = tail;
    }
    out.write_str(rest)
}

/// Returns the parameter that is called after its number, or else stands at this place.
#[inline]
fn numbered<'f, 'a>(fields: &'f [Field<'a>], number: usize) -> Option<&'f Field<'a>> {
    let called = fields.iter().find(|field| marks::numbered(field.name()) == Some(number));
    called.or_else(|| fields.get(number.checked_sub(1)?))
}

//! Formats values like `printf` of C, and `%q` and the hexadecimal form of texts like Go.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Write as _};

use super::Field;
use super::marks::Format;

/// Writes a value in a format.
#[inline]
pub(super) fn formatted(field: &Field<'_>, format: Format, out: &mut dyn fmt::Write) -> fmt::Result {
    let is_plain = format.width == 0 && format.precision.is_none();
    if is_plain && matches!(format.letter, b's' | b'v' | b'T' | b't' | b'p') {
        return field.show(out);
    }
    let mut text = String::new();
    field.push_to(&mut text);
    let number = match format.letter {
        b'd' | b'i' => text.parse().ok().map(|number| decimal(number, format)),
        b'u' | b'o' | b'x' | b'X' => match field.text() {
            Some(text) if format.letter | 0x20 == b'x' => Some(Number::of_text(&hex_of(text, format))),
            _ => text.parse().ok().map(|number| unsigned(bits(field, number), format)),
        },
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => text.parse().ok().map(|number| float(number, format)),
        _ => None,
    };
    match number {
        Some(number) => number.write(format, out),
        None => pad(&as_text(&text, format), format, out),
    }
}

/// A formatted number, whose padding goes between its sign and its digits.
struct Number {
    sign: &'static str,
    digits: String,
    /// Whether the flag `0` pads it.
    zeros: bool,
}

impl Number {
    #[inline]
    fn of_text(text: &str) -> Self {
        Self { sign: "", digits: text.to_string(), zeros: false }
    }

    #[inline]
    fn write(self, format: Format, out: &mut dyn fmt::Write) -> fmt::Result {
        let Self { sign, digits, zeros } = self;
        if zeros && format.has('0') && !format.has('-') {
            let width = format.width.saturating_sub(sign.len());
            return write!(out, "{sign}{digits:0>width$}");
        }
        pad(&format!("{sign}{digits}"), format, out)
    }
}

/// Writes a text with blanks on its left, or on its right with the flag `-`.
#[inline]
fn pad(text: &str, format: Format, out: &mut dyn fmt::Write) -> fmt::Result {
    let width = format.width;
    if format.has('-') { write!(out, "{text:<width$}") } else { write!(out, "{text:>width$}") }
}

/// Returns the bits of a number as its type has them.
#[inline]
fn bits(field: &Field<'_>, number: i128) -> u64 {
    let of_text = || u64::try_from(number).unwrap_or(i64::try_from(number).unwrap_or(0).cast_unsigned());
    field.bits().unwrap_or_else(of_text)
}

#[inline]
fn decimal(number: i128, format: Format) -> Number {
    let sign = match () {
        () if number < 0 => "-",
        () if format.has('+') => "+",
        () => "",
    };
    Number {
        sign,
        digits: at_least(number.unsigned_abs().to_string(), number == 0, format),
        zeros: format.precision.is_none(),
    }
}

#[inline]
fn unsigned(number: u64, format: Format) -> Number {
    let digits = match format.letter {
        b'x' => format!("{number:x}"),
        b'X' => format!("{number:X}"),
        b'o' => format!("{number:o}"),
        _ => number.to_string(),
    };
    let mut digits = at_least(digits, number == 0, format);
    let sign = match format.letter {
        b'x' if format.has('#') && number != 0 => "0x",
        b'X' if format.has('#') && number != 0 => "0X",
        _ => "",
    };
    if format.letter == b'o' && format.has('#') && !digits.starts_with('0') {
        digits.insert(0, '0');
    }
    Number { sign, digits, zeros: format.precision.is_none() }
}

/// Returns the digits with as many zeros as the precision asks for.
#[inline]
fn at_least(digits: String, is_zero: bool, format: Format) -> String {
    match format.precision {
        Some(0) if is_zero => String::new(),
        Some(precision) => format!("{digits:0>precision$}"),
        None => digits,
    }
}

#[inline]
fn float(number: f64, format: Format) -> Number {
    let sign = match () {
        () if number.is_sign_negative() && !number.is_nan() => "-",
        () if format.has('+') => "+",
        () => "",
    };
    let size = number.abs();
    let precision = format.precision.unwrap_or(6);
    let mut digits = match format.letter | 0x20 {
        _ if !size.is_finite() => if size.is_nan() { "nan" } else { "inf" }.to_string(),
        b'f' => fixed(size, precision, format),
        b'e' => scientific(size, precision, format),
        _ => general(size, precision.max(1), format),
    };
    if format.letter.is_ascii_uppercase() {
        digits.make_ascii_uppercase();
    }
    Number { sign, digits, zeros: size.is_finite() }
}

#[inline]
fn fixed(size: f64, precision: usize, format: Format) -> String {
    let point = if precision == 0 && format.has('#') { "." } else { "" };
    format!("{size:.precision$}{point}")
}

#[inline]
fn scientific(size: f64, precision: usize, format: Format) -> String {
    let written = format!("{size:.precision$e}");
    let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let point = if precision == 0 && format.has('#') { "." } else { "" };
    let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent), |rest| ('-', rest));
    format!("{mantissa}{point}e{sign}{exponent:0>2}")
}

/// Returns the shorter of both forms, without zeros at the end.
#[inline]
fn general(size: f64, precision: usize, format: Format) -> String {
    let written = scientific(size, precision - 1, format);
    let exponent: i32 = written.split_once('e').and_then(|(_, exponent)| exponent.parse().ok()).unwrap_or(0);
    let is_fixed = exponent >= -4 && i32::try_from(precision).is_ok_and(|precision| exponent < precision);
    let written = if is_fixed {
        let places = i64::try_from(precision).unwrap_or(0) - 1 - i64::from(exponent);
        fixed(size, usize::try_from(places).unwrap_or(0), format)
    } else {
        written
    };
    if format.has('#') {
        return written;
    }
    let (mantissa, exponent) = written.find('e').map_or((written.as_str(), ""), |at| written.split_at(at));
    let short =
        if mantissa.contains('.') { mantissa.trim_end_matches('0').trim_end_matches('.') } else { mantissa };
    format!("{short}{exponent}")
}

/// Returns the bytes of a text as Go writes them for `%x`.
#[inline]
fn hex_of(text: &str, format: Format) -> String {
    let upper = format.letter == b'X';
    let each = |byte: u8| if upper { format!("{byte:02X}") } else { format!("{byte:02x}") };
    text.bytes().take(format.precision.unwrap_or(usize::MAX)).map(each).collect()
}

/// Returns a value that is written as a text: cut after the precision, quoted, or a character.
#[inline]
fn as_text(text: &str, format: Format) -> String {
    let cut = |text: &str| text.chars().take(format.precision.unwrap_or(usize::MAX)).collect();
    match format.letter {
        b's' | b'v' | b'T' => cut(text),
        b'q' => quoted(&cut(text)),
        b'c' => text.parse().ok().and_then(char::from_u32).map_or_else(|| text.to_string(), String::from),
        _ => text.to_string(),
    }
}

/// Returns a text in quotes, as Go writes it for `%q`.
#[inline]
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        // Writing to a string does not fail.
        let _ = match c {
            '"' | '\\' => write!(out, "\\{c}"),
            '\n' => out.write_str("\\n"),
            '\r' => out.write_str("\\r"),
            '\t' => out.write_str("\\t"),
            '\u{7}' => out.write_str("\\a"),
            '\u{8}' => out.write_str("\\b"),
            '\u{b}' => out.write_str("\\v"),
            '\u{c}' => out.write_str("\\f"),
            '\0'..=' ' if c != ' ' => write!(out, "\\x{:02x}", u32::from(c)),
            '\u{7f}' => out.write_str("\\x7f"),
            _ if c.is_control() => write!(out, "\\u{:04x}", u32::from(c)),
            _ => out.write_char(c),
        };
    }
    out.push('"');
    out
}

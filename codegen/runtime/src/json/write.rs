//! Appends JSON to a text in exactly the format of `serde_json`.
//!
//! Generated code writes response bodies with these functions. They are not part of the public API.

use alloc::string::String;
use core::fmt::{self, Write as _};

use super::word;

/// Appends `text` as a JSON string, including quotation marks.
#[inline]
pub fn string(out: &mut String, text: &str) {
    out.push('"');
    escaped(out, text);
    out.push('"');
}

/// Appends `text` as the contents of a JSON string.
#[inline]
pub fn escaped(out: &mut String, text: &str) {
    match special(text.as_bytes()) {
        None => out.push_str(text),
        Some(at) => escaped_from(out, text, at),
    }
}

/// Escapes the text after `start` as the contents of a JSON string.
#[inline]
pub fn escape_from(out: &mut String, start: usize) {
    if let Some(at) = out.as_bytes().get(start..).and_then(special) {
        let text = out.split_off(start);
        escaped_from(out, &text, at);
    }
}

/// Appends an unsigned integer.
#[inline]
pub fn unsigned(out: &mut String, number: u64) {
    // Statuses and seconds are short, and the formatter takes longer than all else of a body.
    if number >= 1_000 {
        return display(out, format_args!("{number}"));
    }
    for unit in [100, 10, 1] {
        if number >= unit || unit == 1 {
            out.push(char::from(b'0' + u8::try_from(number / unit % 10).unwrap_or(0)));
        }
    }
}

/// Appends a signed integer.
#[inline]
pub fn signed(out: &mut String, number: i64) {
    display(out, format_args!("{number}"));
}

/// Appends a number in the shortest form that reads as the same number, or `null` if it is not
/// finite.
///
/// Large numbers are written as `1e+16`, like current releases of `serde_json`. Older ones wrote
/// `1e16`.
#[inline]
pub fn float(out: &mut String, number: f64) {
    let start = out.len();
    match number.abs() {
        size if !size.is_finite() => return out.push_str("null"),
        size if (1e-5..1e-4).contains(&size) => display(out, format_args!("{number}")),
        size if size >= 1e16 => {
            display(out, format_args!("{number:e}"));
            if let Some(at) = out.get(start..).and_then(|written| written.find('e')) {
                out.insert(start + at + 1, '+');
            }
        }
        _ => display(out, format_args!("{number:?}")),
    }
    prefer_even(out, start, number);
}

/// Chooses between two equally short and equally near forms the one that ends in an even digit,
/// like `serde_json`.
#[inline]
fn prefer_even(out: &mut String, start: usize, number: f64) {
    let Some(written) = out.get(start..) else { return };
    let mantissa = written.split('e').next().unwrap_or_default();
    let Some(odd) = mantissa.bytes().next_back().filter(|last| last % 2 == 1) else { return };
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
    // With fewer digits, the shortest form is unique.
    if digits < 15 {
        return;
    }
    let exact = alloc::format!("{:.*e}", digits + 20, number.abs());
    let exact = exact.split('e').next().unwrap_or_default().bytes().filter(u8::is_ascii_digit);
    let between = exact.skip(digits - 1).enumerate().all(|(place, digit)| match place {
        0 => digit == odd - 1,
        1 => digit == b'5',
        _ => digit == b'0',
    });
    let end = start + mantissa.len();
    if between {
        out.replace_range(end - 1..end, char::from(odd - 1).encode_utf8(&mut [0; 4]));
    }
}

/// Appends `true` or `false`.
#[inline]
pub fn boolean(out: &mut String, value: bool) {
    out.push_str(if value { "true" } else { "false" });
}

#[inline]
fn display(out: &mut String, value: fmt::Arguments<'_>) {
    // Writing to a `String` does not fail, and neither does formatting a number.
    let _ = out.write_fmt(value);
}

/// Appends `text`, in which the byte at `at` is the first to be escaped.
#[cold]
#[inline]
fn escaped_from(out: &mut String, text: &str, at: usize) {
    let mut rest = text;
    let mut next = Some(at);
    while let Some((clean, tail)) = next.and_then(|at| rest.split_at_checked(at)) {
        out.push_str(clean);
        let mut tail = tail.chars();
        if let Some(byte) = tail.next().and_then(|c| u8::try_from(c).ok()) {
            push_escape(out, byte);
        }
        rest = tail.as_str();
        next = special(rest.as_bytes());
    }
    out.push_str(rest);
}

#[inline]
fn push_escape(out: &mut String, byte: u8) {
    match escape(byte) {
        Some(letter) => {
            out.push('\\');
            out.push(letter);
        }
        None => {
            out.push_str("\\u00");
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
            }
        }
    }
}

/// Returns the letter after the backslash, or `None` if the byte is written as a number.
#[inline]
const fn escape(byte: u8) -> Option<char> {
    match byte {
        b'"' => Some('"'),
        b'\\' => Some('\\'),
        b'\n' => Some('n'),
        b'\r' => Some('r'),
        b'\t' => Some('t'),
        0x08 => Some('b'),
        0x0c => Some('f'),
        _ => None,
    }
}

/// Returns the index of the first byte that must be escaped.
#[inline]
fn special(bytes: &[u8]) -> Option<usize> {
    word::find(bytes, word::escaped, |byte| matches!(byte, 0..0x20 | b'"' | b'\\'))
}

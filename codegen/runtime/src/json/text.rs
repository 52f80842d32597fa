//! Decodes JSON strings.

use alloc::borrow::Cow;
use alloc::string::String;

/// Decodes the text between the quotation marks, which may have escapes only if it is `escaped`.
/// Borrows it if it is UTF-8 without escapes.
#[inline]
pub(super) fn text(inside: &[u8], escaped: bool) -> Cow<'_, str> {
    if !escaped {
        // Almost always UTF-8, which is faster to check than to repair.
        return core::str::from_utf8(inside).map_or_else(|_| String::from_utf8_lossy(inside), Cow::Borrowed);
    }
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((clean, [_, tail @ ..])) =
        rest.iter().position(|byte| *byte == b'\\').and_then(|at| rest.split_at_checked(at))
    {
        out.push_str(&String::from_utf8_lossy(clean));
        rest = escape(&mut out, tail);
    }
    out.push_str(&String::from_utf8_lossy(rest));
    Cow::Owned(out)
}

/// Appends an escaped character and returns the rest. Unknown escapes are kept as they are.
#[inline]
fn escape<'a>(out: &mut String, tail: &'a [u8]) -> &'a [u8] {
    let Some((letter, rest)) = tail.split_first() else {
        out.push(char::REPLACEMENT_CHARACTER);
        return tail;
    };
    out.push(match letter {
        b'"' | b'\\' | b'/' => char::from(*letter),
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return number(out, rest),
        _ => {
            out.push('\\');
            return tail;
        }
    });
    rest
}

/// Appends the character of a `\u` escape, which may be a surrogate pair.
#[inline]
fn number<'a>(out: &mut String, tail: &'a [u8]) -> &'a [u8] {
    let Some((unit, rest)) = unit(tail) else {
        if tail.len() < 4 && tail.iter().all(u8::is_ascii_hexdigit) {
            out.push(char::REPLACEMENT_CHARACTER);
            return &[];
        }
        out.push_str("\\u");
        return tail;
    };
    if let Some((c, rest)) = pair(unit, rest) {
        out.push(c);
        return rest;
    }
    out.push(char::from_u32(unit.into()).unwrap_or(char::REPLACEMENT_CHARACTER));
    rest
}

/// Combines `first` and the following escape if they are a surrogate pair.
#[inline]
fn pair(first: u16, tail: &[u8]) -> Option<(char, &[u8])> {
    let (second, rest) = tail.strip_prefix(b"\\u").and_then(unit).filter(|_| is_high_surrogate(first))?;
    let c = char::decode_utf16([first, second]).next()?.ok()?;
    Some((c, rest))
}

#[inline]
const fn is_high_surrogate(unit: u16) -> bool {
    unit >> 10 == 0xd800 >> 10
}

/// Reads four hexadecimal digits and returns the rest.
#[inline]
fn unit(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let (digits, rest) = bytes.split_first_chunk::<4>()?;
    let mut unit = 0;
    for digit in digits {
        unit = unit << 4 | char::from(*digit).to_digit(16)?;
    }
    Some((u16::try_from(unit).ok()?, rest))
}

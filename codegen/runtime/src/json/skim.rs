//! Where a value ends, found in one pass, without recursion and without looking closer than needed.

use super::value::JsonKind;
use super::word;

/// What is known of a value without reading it.
#[derive(Clone, Copy)]
pub(super) struct Extent {
    pub(super) kind: JsonKind,
    /// How many bytes it takes, up to the end of the input if it is cut off.
    pub(super) len: usize,
    pub(super) complete: bool,
}

/// The value that begins with the first byte.
#[inline]
pub(super) fn value(bytes: &[u8]) -> Option<Extent> {
    match bytes.first()? {
        b'"' => Some(string(bytes)),
        b'{' => Some(container(bytes, JsonKind::Object)),
        b'[' => Some(container(bytes, JsonKind::Array)),
        b'-' | b'0'..=b'9' => number(bytes),
        b'n' => literal(bytes, b"null", JsonKind::Null),
        b't' => literal(bytes, b"true", JsonKind::Bool),
        b'f' => literal(bytes, b"false", JsonKind::Bool),
        _ => None,
    }
}

/// The value that begins with the first byte and stands inside of an array or object.
///
/// A number that ends with the input may have had more digits.
#[inline]
pub(super) fn nested(bytes: &[u8]) -> Option<Extent> {
    let extent = value(bytes)?;
    let cut = matches!(extent.kind, JsonKind::Number) && extent.len == bytes.len();
    Some(Extent { complete: extent.complete && !cut, ..extent })
}

/// What is left behind white space.
#[inline]
pub(super) fn trim(bytes: &[u8]) -> &[u8] {
    let blank = bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
    bytes.get(blank..).unwrap_or_default()
}

/// Brackets are counted, not matched: a wrong one inside does not hide what follows the value.
#[inline]
fn container(bytes: &[u8], kind: JsonKind) -> Extent {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        match rest.first() {
            Some(b'"') => at += string(rest).len,
            Some(b'[' | b'{') => {
                depth += 1;
                at += 1;
            }
            Some(b']' | b'}') => {
                depth -= 1;
                at += 1;
                if depth == 0 {
                    return Extent { kind, len: at, complete: true };
                }
            }
            _ => at += 1,
        }
    }
    Extent { kind, len: bytes.len(), complete: false }
}

#[inline]
fn string(bytes: &[u8]) -> Extent {
    let kind = JsonKind::String;
    let mut at = 1;
    while let Some(rest) = bytes.get(at..) {
        match quote_or_backslash(rest) {
            Some((place, b'"')) => return Extent { kind, len: at + place + 1, complete: true },
            // What it escapes is skipped, too.
            Some((place, _)) => at += place + 2,
            None => break,
        }
    }
    Extent { kind, len: bytes.len(), complete: false }
}

#[inline]
fn quote_or_backslash(bytes: &[u8]) -> Option<(usize, u8)> {
    let (words, tail) = bytes.as_chunks::<8>();
    for (index, chunk) in words.iter().enumerate() {
        let found = u64::from_le_bytes(*chunk);
        let found = word::equal(found, b'"') | word::equal(found, b'\\');
        if found != 0 {
            let place = word::first(found);
            return chunk.get(place).map(|byte| (index * 8 + place, *byte));
        }
    }
    let (place, byte) = tail.iter().enumerate().find(|(_, byte)| matches!(byte, b'"' | b'\\'))?;
    Some((words.len() * 8 + place, *byte))
}

/// A whole word, or the beginning of one at the end of the input; not the beginning of a longer word.
#[inline]
fn literal(bytes: &[u8], word: &[u8], kind: JsonKind) -> Option<Extent> {
    let len = bytes.iter().zip(word).take_while(|(byte, letter)| byte == letter).count();
    let complete = len == word.len();
    let ends = match bytes.get(len) {
        Some(next) => complete && !next.is_ascii_alphanumeric() && *next != b'_',
        None => true,
    };
    ends.then_some(Extent { kind, len, complete })
}

/// Everything that looks like a part of a number; complete if the grammar agrees.
#[inline]
fn number(bytes: &[u8]) -> Option<Extent> {
    if matches!(bytes, [b'-', next, ..] if !next.is_ascii_digit()) {
        return None;
    }
    let part = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
    let len = bytes.iter().take_while(part).count();
    let complete = bytes.get(..len).is_some_and(is_number);
    Some(Extent { kind: JsonKind::Number, len, complete })
}

#[inline]
fn is_number(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"-").unwrap_or(text);
    let (whole, text) = digits(text);
    let whole_fits = matches!(whole, [b'0'] | [b'1'..=b'9', ..]);
    let (fraction_fits, text) = match text {
        [b'.', text @ ..] => {
            let (fraction, text) = digits(text);
            (!fraction.is_empty(), text)
        }
        _ => (true, text),
    };
    let exponent_fits = match text {
        [] => true,
        [b'e' | b'E', b'+' | b'-', text @ ..] | [b'e' | b'E', text @ ..] => {
            let (exponent, rest) = digits(text);
            !exponent.is_empty() && rest.is_empty()
        }
        _ => false,
    };
    whole_fits && fraction_fits && exponent_fits
}

/// The digits at the beginning, and what follows them.
#[inline]
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    let len = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.split_at_checked(len).unwrap_or((text, &[]))
}

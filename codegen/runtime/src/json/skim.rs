//! Finds the end of a value in one pass, without recursion.

use super::kind::JsonKind;
use super::word;

/// The kind and length of a value that has not been parsed.
#[derive(Clone, Copy)]
pub(super) struct Extent {
    pub(super) kind: JsonKind,
    /// The length in bytes, up to the end of the input if the value is cut off.
    pub(super) len: usize,
    pub(super) complete: bool,
    /// Whether it is a string with a backslash.
    pub(super) escaped: bool,
}

impl Extent {
    #[inline]
    pub(super) const fn new(kind: JsonKind, len: usize, complete: bool) -> Self {
        Self { kind, len, complete, escaped: false }
    }
}

/// Finds the end of the value that starts at the first byte.
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

/// Finds the end of a value inside an array or object.
///
/// A number at the end of the input counts as cut off, because digits may be missing.
#[inline]
pub(super) fn nested(bytes: &[u8]) -> Option<Extent> {
    let extent = value(bytes)?;
    let cut = matches!(extent.kind, JsonKind::Number) && extent.len == bytes.len();
    Some(Extent { complete: extent.complete && !cut, ..extent })
}

/// Returns a document without a byte order mark and leading white space.
#[inline]
pub(super) fn document(bytes: &[u8]) -> &[u8] {
    trim(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
}

/// Returns the input without leading white space.
#[inline]
pub(super) fn trim(bytes: &[u8]) -> &[u8] {
    let blank = bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
    bytes.get(blank..).unwrap_or_default()
}

/// Brackets are counted, not matched, so that a wrong one does not hide what follows the value.
#[inline]
fn container(bytes: &[u8], kind: JsonKind) -> Extent {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at += bytes.get(at..).map_or(1, |rest| string(rest).len),
            b'[' | b'{' => {
                depth += 1;
                at += 1;
            }
            b']' | b'}' => {
                depth -= 1;
                at += 1;
                if depth == 0 {
                    return Extent::new(kind, at, true);
                }
            }
            _ => at += 1,
        }
    }
    Extent::new(kind, bytes.len(), false)
}

#[inline]
fn string(bytes: &[u8]) -> Extent {
    let kind = JsonKind::String;
    let mut at = 1;
    let mut escaped = false;
    while let Some(rest) = bytes.get(at..) {
        match quote_or_backslash(rest) {
            Some((place, b'"')) => return Extent { kind, len: at + place + 1, complete: true, escaped },
            // Skip the escaped byte, too.
            Some((place, _)) => {
                escaped = true;
                at += place + 2;
            }
            None => break,
        }
    }
    Extent { kind, len: bytes.len(), complete: false, escaped }
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

/// Reads a whole word, or its start at the end of the input, but not the start of a longer word.
#[inline]
fn literal(bytes: &[u8], word: &[u8], kind: JsonKind) -> Option<Extent> {
    let len = bytes.iter().zip(word).take_while(|(byte, letter)| byte == letter).count();
    let complete = len == word.len();
    let ends = match bytes.get(len) {
        Some(next) => complete && !next.is_ascii_alphanumeric() && *next != b'_',
        None => true,
    };
    ends.then_some(Extent::new(kind, len, complete))
}

/// Reads everything that looks like part of a number. It is complete if it matches the grammar.
#[inline]
fn number(bytes: &[u8]) -> Option<Extent> {
    if matches!(bytes, [b'-', next, ..] if !next.is_ascii_digit()) {
        return None;
    }
    let part = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
    let len = bytes.iter().take_while(part).count();
    let complete = bytes.get(..len).is_some_and(is_number);
    Some(Extent::new(JsonKind::Number, len, complete))
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

/// Splits leading digits from the rest.
#[inline]
fn digits(text: &[u8]) -> (&[u8], &[u8]) {
    let len = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.split_at_checked(len).unwrap_or((text, &[]))
}

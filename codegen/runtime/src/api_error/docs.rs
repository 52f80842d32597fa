//! Reads the code in the address of its page.

use alloc::string::String;
use alloc::vec::Vec;

/// Returns the code in an address that was made from `docs`, if it was.
#[inline]
pub(super) fn code(docs: &str, page: &str) -> Option<String> {
    let (head, tail) = docs.split_once("{code}")?;
    let rest = after(head, page)?;
    let length = (0..=rest.len())
        .rev()
        .find(|length| rest.get(*length..).is_some_and(|rest| after(tail, rest) == Some("")))?;
    let code = decode(rest.get(..length)?)?;
    (!code.is_empty()).then_some(code)
}

/// Removes a beginning, in which `{family}` stands for one segment of a path.
#[inline]
fn after<'p>(pattern: &str, page: &'p str) -> Option<&'p str> {
    let Some((head, tail)) = pattern.split_once("{family}") else { return page.strip_prefix(pattern) };
    let rest = page.strip_prefix(head)?;
    let end = rest.find('/').unwrap_or(rest.len());
    let ends = (1..=end).filter_map(|end| rest.get(end..));
    ends.into_iter().find_map(|rest| after(tail, rest))
}

/// Decodes the escapes of a segment of a path.
#[inline]
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, tail @ ..] = rest {
        let escaped = match (byte, tail) {
            (b'%', [high, low, tail @ ..]) => {
                digit(*high).zip(digit(*low)).map(|(high, low)| (high << 4 | low, tail))
            }
            _ => None,
        };
        let (byte, tail) = escaped.unwrap_or((*byte, tail));
        bytes.push(byte);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}

#[inline]
fn digit(byte: u8) -> Option<u8> {
    u8::try_from(char::from(byte).to_digit(16)?).ok()
}

//! Searches eight bytes at once with plain arithmetic.
//!
//! Words are read in little-endian order. Results mark a byte with its highest bit. Marks above the
//! lowest one may be wrong, because a subtraction borrows from the next byte. Only the [`first`]
//! mark is reliable.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Marks the bytes below `limit`, which is at most 128.
#[inline]
pub(crate) const fn below(word: u64, limit: u8) -> u64 {
    word.wrapping_sub(ONES * limit as u64) & !word & HIGH
}

/// Marks the bytes that equal `byte`.
#[inline]
pub(crate) const fn equal(word: u64, byte: u8) -> u64 {
    below(word ^ (ONES * byte as u64), 1)
}

/// Marks the bytes that JSON escapes: control characters, `"` and `\`.
#[inline]
pub(crate) const fn escaped(word: u64) -> u64 {
    // With this bit changed, `"` is the next byte after the control characters.
    let quotes = (word ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
    let backslashes = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (quotes | backslashes) & !word & HIGH
}

/// Returns `true` if all bytes are printable ASCII characters.
#[inline]
pub(crate) fn is_printable(bytes: &[u8]) -> bool {
    let mark = |word: u64| (word.wrapping_sub(ONES * 0x20) | word.wrapping_add(ONES) | word) & HIGH;
    find(bytes, mark, |byte| !matches!(byte, b' '..=b'~')).is_none()
}

/// Returns the index of the first mark.
#[inline]
pub(crate) const fn first(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
}

/// Returns the index of the first `byte`.
#[inline]
pub(crate) fn position(bytes: &[u8], byte: u8) -> Option<usize> {
    find(bytes, |word| equal(word, byte), |other| other == byte)
}

/// Returns the index of the first byte that fits. `mark` marks such bytes in a word, and `is_it`
/// checks a single one.
#[inline]
pub(crate) fn find(bytes: &[u8], mark: impl Fn(u64) -> u64, is_it: impl Fn(u8) -> bool) -> Option<usize> {
    let (words, tail) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let marks = mark(u64::from_le_bytes(*word));
        if marks != 0 {
            return Some(index * 8 + first(marks));
        }
    }
    // The last word overlaps the one before, where nothing was found.
    if let Some(word) = bytes.last_chunk::<8>() {
        let marks = mark(u64::from_le_bytes(*word));
        return (marks != 0).then(|| bytes.len() - 8 + first(marks));
    }
    if let (Some(start), Some(end)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let word = (u64::from(u32::from_le_bytes(*end)) << 32) | u64::from(u32::from_le_bytes(*start));
        if mark(word) == 0 {
            return None;
        }
    }
    tail.iter().position(|byte| is_it(*byte))
}

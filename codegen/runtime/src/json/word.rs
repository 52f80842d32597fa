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

/// Returns the index of the first mark.
#[inline]
pub(crate) const fn first(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
}

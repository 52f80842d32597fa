//! The arithmetic of the one-probe lookup, which the generator plans and generated code repeats.
//!
//! A key is read through windows of eight bytes; a few of them tell all codes of a catalog apart.
//! They are mixed into one number, a multiplication spreads it, and the result leads to the only
//! code that the key can be. One comparison then decides.

use super::Texts;

/// Window `i` of a key: the eight bytes from `8 * i`, moved to the left where the key ends before.
///
/// So a window is always full, and no step depends on the length, except for keys that are shorter
/// than a window: they have one window, which holds all of them.
#[inline]
#[must_use]
pub const fn window(key: &[u8], i: usize) -> u64 {
    if key.len() < 8 {
        return short(key);
    }
    let last = key.len() - 8;
    let start = if 8 * i < last { 8 * i } else { last };
    match key.split_at(start).1.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => 0,
    }
}

/// All bytes of a key of less than eight, and their number.
#[cold]
const fn short(key: &[u8]) -> u64 {
    let mut word = key.len() as u64;
    let mut i = 0;
    while i < key.len() {
        word = word << 8 | key[i] as u64;
        i += 1;
    }
    word
}

/// Adds the `nth` chosen window of a key to what the earlier ones gave.
#[inline]
#[must_use]
pub const fn mix(mixed: u64, window: u64, nth: u32) -> u64 {
    mixed ^ window.rotate_left(nth * 21)
}

/// The place of a mixed key in a table of `2 ^ bits` entries.
#[inline]
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "at most 8 bits are left")]
pub const fn flat(mixed: u64, seed: u64, bits: u32) -> usize {
    (mixed.wrapping_mul(seed) >> (64 - bits)) as usize
}

/// The product of a mixed key and the seed, its halves folded into one.
#[inline]
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the upper half is added to the lower one")]
pub const fn fold(mixed: u64, seed: u64) -> u64 {
    let product = mixed as u128 * seed as u128;
    product as u64 ^ (product >> 64) as u64
}

/// The bucket of a hash, of `buckets`.
#[inline]
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the lower half chooses the bucket")]
pub const fn bucket(hash: u64, buckets: u32) -> usize {
    reduce(hash as u32, buckets)
}

/// The place of a hash in a table of `count` entries, given the displacement of its bucket.
#[inline]
#[must_use]
pub const fn slot(hash: u64, displacement: u32, count: u32) -> usize {
    reduce((hash >> 32) as u32 ^ displacement.wrapping_mul(0x9E37_79B9), count)
}

#[inline]
const fn reduce(number: u32, below: u32) -> usize {
    ((number as u64 * below as u64) >> 32) as usize
}

/// `row`, if it holds `key`, in a table whose texts have at most `8 * WINDOWS` bytes.
///
/// Always looks at the same number of windows: a loop that ends with the text would be mispredicted
/// for every other length, which costs more than all of the comparing.
#[inline]
#[must_use]
pub const fn confirm_within<const WINDOWS: usize>(codes: &Texts, row: usize, key: &[u8]) -> Option<usize> {
    let code = codes.bytes(row);
    if code.len() != key.len() {
        return None;
    }
    let mut difference = 0;
    let mut i = 0;
    while i < WINDOWS {
        difference |= window(code, i) ^ window(key, i);
        i += 1;
    }
    if difference == 0 { Some(row) } else { None }
}

/// `row`, if it holds `key`, in a table with texts of any length.
#[inline]
#[must_use]
pub const fn confirm(codes: &Texts, row: usize, key: &[u8]) -> Option<usize> {
    let code = codes.bytes(row);
    if code.len() != key.len() {
        return None;
    }
    let mut i = 0;
    while 8 * i < key.len() {
        if window(code, i) != window(key, i) {
            return None;
        }
        i += 1;
    }
    Some(row)
}

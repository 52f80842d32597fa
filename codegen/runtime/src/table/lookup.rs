//! The arithmetic of lookups, which the generator and generated code share.
//!
//! A lookup reads a few windows of eight bytes of a key, which distinguish all codes of a catalog.
//! It combines them to one number, multiplies it, and gets the slot of the only possible code. One
//! comparison then decides.
//!
//! Nothing here branches on the length of a key in a way that a processor could mispredict.
//! Generated code checks known properties of the lengths in advance.

use super::Texts;

/// Returns window `i` of a key: the eight bytes from `8 * i`, or the last eight if the key ends
/// before.
///
/// A window is therefore always full. Keys of less than eight bytes have one window with all bytes
/// and their length.
#[inline]
#[must_use]
pub const fn window(key: &[u8], i: usize) -> u64 {
    let end = 8 * i + 8;
    before(key, if end < key.len() { end } else { key.len() })
}

/// Returns window `i` from the end: the eight bytes before the last `8 * i`, or the first eight if
/// the key starts later.
#[inline]
#[must_use]
pub const fn back(key: &[u8], i: usize) -> u64 {
    before(key, if 8 * i + 8 < key.len() { key.len() - 8 * i } else { 8 })
}

/// Returns the eight bytes before `end`, which is at least 8 and inside the key.
#[inline]
const fn before(key: &[u8], end: usize) -> u64 {
    if key.len() < 8 {
        return short(key);
    }
    match key.split_at(end).0.last_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => 0,
    }
}

/// Returns the sixteen bytes before `end`, which is at least 16.
#[inline]
const fn pair(key: &[u8], end: usize) -> u128 {
    match key.split_at(end).0.last_chunk() {
        Some(bytes) => u128::from_le_bytes(*bytes),
        None => 0,
    }
}

/// Returns all bytes of a key of less than eight, and their number.
#[inline]
const fn short(key: &[u8]) -> u64 {
    let length = key.len();
    let bytes = match (key.first_chunk(), key.last_chunk()) {
        // Bytes that both halves contain are equal in both.
        (Some(head), Some(tail)) => {
            u32::from_le_bytes(*head) as u64 | (u32::from_le_bytes(*tail) as u64) << (8 * length - 32)
        }
        _ if length == 0 => 0,
        _ => {
            let (middle, last) = (length / 2, length - 1);
            key[0] as u64 | (key[middle] as u64) << (8 * middle) | (key[last] as u64) << (8 * last)
        }
    };
    bytes | (length as u64) << 56
}

/// Adds the `nth` chosen window to the combined windows before.
#[inline]
#[must_use]
pub const fn mix(mixed: u64, window: u64, nth: u32) -> u64 {
    mixed ^ window.rotate_left(nth * 21)
}

/// Adds the length of a key to its combined windows.
#[inline]
#[must_use]
pub const fn add_length(mixed: u64, length: usize) -> u64 {
    mixed.wrapping_add(length as u64)
}

/// Returns the slot of a combined key in a table of `2 ^ bits` slots.
#[inline]
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "at most 10 bits are left")]
pub const fn flat(mixed: u64, seed: u64, bits: u32) -> usize {
    (mixed.wrapping_mul(seed) >> (64 - bits)) as usize
}

/// Returns the hash of a combined key, whose upper half depends on the whole key.
#[inline]
#[must_use]
pub const fn hash(mixed: u64, seed: u64) -> u64 {
    mixed.wrapping_mul(seed)
}

/// Returns the bucket of a hash among `2 ^ bits`.
#[inline]
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "at most 32 bits are left")]
pub const fn bucket(hash: u64, bits: u32) -> usize {
    (hash >> (64 - bits)) as usize
}

/// Returns the slot of a hash in a table of `count` slots, given the factor of its bucket.
#[inline]
#[must_use]
pub const fn slot(hash: u64, factor: u32, count: u32) -> usize {
    let spread = ((hash >> 32) as u32).wrapping_mul(factor);
    ((spread as u64 * count as u64) >> 32) as usize
}

/// Returns zero if `key` is the text of `length` bytes at `start`.
///
/// At least `LONGEST` bytes, eight or more, follow every start, and longer keys never match. Zero
/// stands for texts of any length. `WIDE` is set if nearly all texts have at least sixteen bytes.
///
/// Nothing is decided here: a different length counts as a difference, and the number of compared
/// windows is constant, because a loop that ends with the text would be mispredicted.
#[inline]
pub(super) const fn unlike<const LONGEST: usize, const WIDE: bool>(
    texts: &Texts,
    start: usize,
    length: usize,
    key: &[u8],
) -> u64 {
    let blob = texts.blob();
    // This check makes all later bounds checks unnecessary.
    if blob.len() < LONGEST || start > blob.len() - LONGEST {
        return 1;
    }
    let text = blob.split_at(start).1;
    let lengths = (length ^ key.len()) as u64;
    if LONGEST == 0 {
        return lengths | unlike_at_length(text, key);
    }
    let Some(text) = text.first_chunk::<LONGEST>() else { return 1 };
    if key.len() > LONGEST {
        return 1;
    }
    if key.len() < 8 {
        // The bytes after the text are not part of it.
        let bytes = before(text, 8) & ((1 << (8 * key.len())) - 1);
        return lengths | (bytes | (key.len() as u64) << 56) ^ short(key);
    }
    if WIDE && LONGEST > 16 && key.len() >= 16 {
        return lengths | pairs_unlike(text, key);
    }
    // A key that is too short for two windows at once has no more than two.
    let end = if WIDE && LONGEST > 16 { 16 } else { LONGEST };
    lengths | windows_unlike(text, key, end)
}

/// Returns the bits in which the start of `text` differs from `key`, which has at least eight
/// bytes. Both end at `longest` at the latest.
#[inline]
const fn windows_unlike(text: &[u8], key: &[u8], longest: usize) -> u64 {
    let mut unlike = before(key, key.len()) ^ before(text, key.len());
    let mut end = 8;
    while end < longest {
        let here = if end < key.len() { end } else { key.len() };
        unlike |= before(key, here) ^ before(text, here);
        end += 8;
    }
    unlike
}

/// Like [`windows_unlike`], but compares two windows at once, for keys of at least sixteen bytes.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the upper half is added")]
const fn pairs_unlike(text: &[u8], key: &[u8]) -> u64 {
    let mut unlike = pair(key, key.len()) ^ pair(text, key.len());
    let mut end = 16;
    while end < text.len() {
        let here = if end < key.len() { end } else { key.len() };
        unlike |= pair(key, here) ^ pair(text, here);
        end += 16;
    }
    unlike as u64 | (unlike >> 64) as u64
}

/// Returns zero if `text` starts with `key`.
#[inline]
const fn unlike_at_length(text: &[u8], key: &[u8]) -> u64 {
    let Some((text, _)) = text.split_at_checked(key.len()) else { return 1 };
    if key.len() < 8 {
        return short(text) ^ short(key);
    }
    windows_unlike(text, key, key.len())
}

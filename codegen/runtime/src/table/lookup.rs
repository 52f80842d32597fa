//! The arithmetic of the one-probe lookup, which the generator plans and generated code repeats.
//!
//! A key is read through windows of eight bytes; a few of them tell all codes of a catalog apart.
//! They are mixed into one number, a multiplication spreads it, and the result leads to the only
//! code that the key can be. One comparison then decides.
//!
//! Nothing here depends on the length of a key in a way that a processor would have to guess: what
//! generated code knows of the lengths of all codes, it says before.

use super::Texts;

/// Window `i` of a key: the eight bytes from `8 * i`, moved to the left where the key ends before.
///
/// So a window is always full, except for keys that are shorter than one: they have one window,
/// which holds all of them and their length.
#[inline]
#[must_use]
pub const fn window(key: &[u8], i: usize) -> u64 {
    let end = 8 * i + 8;
    before(key, if end < key.len() { end } else { key.len() })
}

/// Window `i` from the end: the eight bytes before the last `8 * i`, moved to the right where the
/// key begins later.
#[inline]
#[must_use]
pub const fn back(key: &[u8], i: usize) -> u64 {
    before(key, if 8 * i + 8 < key.len() { key.len() - 8 * i } else { 8 })
}

/// The eight bytes before `end`, which is 8 or more in a key of as many.
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

/// The sixteen bytes before `end`, which is 16 or more.
#[inline]
const fn pair(key: &[u8], end: usize) -> u128 {
    match key.split_at(end).0.last_chunk() {
        Some(bytes) => u128::from_le_bytes(*bytes),
        None => 0,
    }
}

/// All bytes of a key of less than eight, and their number.
#[inline]
const fn short(key: &[u8]) -> u64 {
    let length = key.len();
    let bytes = match (key.first_chunk(), key.last_chunk()) {
        // What both halves hold is the same in both.
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

/// Adds the `nth` chosen window of a key to what the earlier ones gave.
#[inline]
#[must_use]
pub const fn mix(mixed: u64, window: u64, nth: u32) -> u64 {
    mixed ^ window.rotate_left(nth * 21)
}

/// Adds the length of a key to what its windows gave.
#[inline]
#[must_use]
pub const fn add_length(mixed: u64, length: usize) -> u64 {
    mixed.wrapping_add(length as u64)
}

/// The place of a mixed key in a table of `2 ^ bits` entries.
#[inline]
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "at most 10 bits are left")]
pub const fn flat(mixed: u64, seed: u64, bits: u32) -> usize {
    (mixed.wrapping_mul(seed) >> (64 - bits)) as usize
}

/// The hash of a mixed key: its upper half depends on all of the key.
#[inline]
#[must_use]
pub const fn hash(mixed: u64, seed: u64) -> u64 {
    mixed.wrapping_mul(seed)
}

/// The bucket of a hash, of `2 ^ bits`.
#[inline]
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "at most 32 bits are left")]
pub const fn bucket(hash: u64, bits: u32) -> usize {
    (hash >> (64 - bits)) as usize
}

/// The place of a hash in a table of `count` entries, given the factor of its bucket.
#[inline]
#[must_use]
pub const fn slot(hash: u64, factor: u32, count: u32) -> usize {
    let spread = ((hash >> 32) as u32).wrapping_mul(factor);
    ((spread as u64 * count as u64) >> 32) as usize
}

/// Zero if `key` is the text of `length` bytes from `start`.
///
/// `LONGEST` bytes, eight or more, follow every start; a longer key is another text. `LONGEST` of 0 is for texts of any length.
/// Nearly all have sixteen bytes or more where `WIDE` is set.
///
/// No window ends behind the text that is there, so there is nothing to decide: a length that is another is one difference more,
/// and always as many windows are looked at, because a loop that ends with the text would be mispredicted for every other length.
#[inline]
pub(super) const fn unlike<const LONGEST: usize, const WIDE: bool>(
    texts: &Texts,
    start: usize,
    length: usize,
    key: &[u8],
) -> u64 {
    let blob = texts.blob();
    // One comparison, which makes all others needless.
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
        // What follows the text is no part of it.
        let bytes = before(text, 8) & ((1 << (8 * key.len())) - 1);
        return lengths | (bytes | (key.len() as u64) << 56) ^ short(key);
    }
    if WIDE && LONGEST > 16 && key.len() >= 16 {
        return lengths | pairs_unlike(text, key);
    }
    // What is too short for two windows at once has no more than two.
    let end = if WIDE && LONGEST > 16 { 16 } else { LONGEST };
    lengths | windows_unlike(text, key, end)
}

/// The bits in which the beginning of `text` differs from `key`, which has eight bytes or more and ends at `longest` at
/// the latest, and so does the text.
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

/// [`windows_unlike`] for a key of sixteen bytes or more, two windows at once.
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

/// Zero if `text` begins with `key`.
#[inline]
const fn unlike_at_length(text: &[u8], key: &[u8]) -> u64 {
    let Some((text, _)) = text.split_at_checked(key.len()) else { return 1 };
    if key.len() < 8 {
        return short(text) ^ short(key);
    }
    windows_unlike(text, key, key.len())
}

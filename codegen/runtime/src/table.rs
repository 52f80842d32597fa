//! The tables behind generated code; not for others, and exempt from semver.
//!
//! A table is one text and the places in it: no pointer per entry, so nothing to relocate, and a
//! table that nobody reads drops out when linking. Places are a string of bytes, four for a number,
//! the lowest first, which the compiler reads faster than a list. Nothing here panics while a program runs: a
//! table that is not well formed gives empty texts.

mod display;
mod lookup;
mod slot;

use crate::Retry;

pub use self::display::display;
pub use self::lookup::{add_length, back, bucket, flat, hash, mix, slot, window};
pub use self::slot::{Slot, Slot16, Slot32, rows32, search, slots16, slots32};

/// Texts that follow each other in one blob, one for every index.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    blob: &'static str,
    ends: &'static [u8],
}

impl Texts {
    /// Text `i` lies between the numbers `i` and `i + 1` of `ends`, of four bytes each, of which the first is 0.
    #[inline]
    #[must_use]
    pub const fn new(blob: &'static str, ends: &'static [u8]) -> Self {
        Self { blob, ends }
    }

    /// Text `i`.
    #[inline]
    #[must_use]
    pub const fn get(&self, i: usize) -> &'static str {
        match two_numbers(self.ends, i.saturating_mul(4)) {
            Some((start, end)) => between(self.blob, start as usize, end as usize),
            None => "",
        }
    }

    /// The bytes of all texts.
    #[inline]
    const fn blob(&self) -> &'static [u8] {
        self.blob.as_bytes()
    }
}

/// Texts that not every index has, anywhere in one blob; equal texts may share their place.
#[derive(Clone, Copy, Debug)]
pub struct SomeTexts {
    blob: &'static str,
    spans: &'static [u8],
}

impl SomeTexts {
    /// The length of a text that is absent.
    pub const ABSENT: u32 = u32::MAX;

    /// Text `i` begins at the number `2 * i` of `spans`, of four bytes each, and is as long as the next number says.
    #[inline]
    #[must_use]
    pub const fn new(blob: &'static str, spans: &'static [u8]) -> Self {
        Self { blob, spans }
    }

    /// Text `i`, if there is one.
    #[inline]
    #[must_use]
    pub const fn get(&self, i: usize) -> Option<&'static str> {
        let (start, length) = match two_numbers(self.spans, i.saturating_mul(8)) {
            Some((_, Self::ABSENT)) | None => return None,
            Some(span) => span,
        };
        let start = start as usize;
        Some(between(self.blob, start, start.saturating_add(length as usize)))
    }
}

/// The list itself. What a function returns is no constant of its own; see `list!`.
#[must_use]
pub const fn list<C: Copy, const N: usize>(codes: [C; N]) -> [C; N] {
    codes
}

/// The row whose number is `wanted`, found by halving `order`: rows in the order of their numbers.
#[inline]
#[must_use]
pub const fn position_of_number(numbers: &[i64], order: &[u32], wanted: i64) -> Option<usize> {
    let mut left = order;
    loop {
        let (before, from) = left.split_at(left.len() / 2);
        let Some((&row, after)) = from.split_first() else {
            return None;
        };
        let row = row as usize;
        if row >= numbers.len() {
            return None;
        }
        if numbers[row] == wanted {
            return Some(row);
        }
        left = if numbers[row] < wanted { after } else { before };
    }
}

/// The status of entry `i`; 0 is none.
#[inline]
#[must_use]
pub const fn status(table: &[u16], i: usize) -> Option<u16> {
    if i < table.len() && table[i] != 0 { Some(table[i]) } else { None }
}

/// The retry advice of entry `i`: 1 to 4 in the order of [`Retry`], 0 is none.
#[inline]
#[must_use]
pub const fn retry(table: &[u8], i: usize) -> Option<Retry> {
    if i >= table.len() {
        return None;
    }
    match table[i] {
        1 => Some(Retry::Never),
        2 => Some(Retry::Immediately),
        3 => Some(Retry::Backoff),
        4 => Some(Retry::RetryAfter),
        _ => None,
    }
}

/// The two numbers of four bytes each, the lowest byte first, that begin at byte `at`.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "a number is a half")]
const fn two_numbers(bytes: &[u8], at: usize) -> Option<(u32, u32)> {
    let Some((_, bytes)) = bytes.split_at_checked(at) else {
        return None;
    };
    let Some(both) = bytes.first_chunk() else {
        return None;
    };
    let both = u64::from_le_bytes(*both);
    Some((both as u32, (both >> 32) as u32))
}

/// `blob[start..end]`, without a way to panic.
#[inline]
const fn between(blob: &'static str, start: usize, end: usize) -> &'static str {
    let Some((head, _)) = blob.split_at_checked(end) else {
        return "";
    };
    let Some((_, text)) = head.split_at_checked(start) else {
        return "";
    };
    text
}

enum Order {
    Less,
    Equal,
    Greater,
}

/// `Ord::cmp` of byte strings, which is not yet `const`.
#[inline]
const fn compare(left: &[u8], right: &[u8]) -> Order {
    let mut i = 0;
    while i < left.len() && i < right.len() {
        if left[i] < right[i] {
            return Order::Less;
        }
        if left[i] > right[i] {
            return Order::Greater;
        }
        i += 1;
    }
    if left.len() < right.len() {
        Order::Less
    } else if left.len() > right.len() {
        Order::Greater
    } else {
        Order::Equal
    }
}

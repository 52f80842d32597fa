//! Tables of generated code. Not part of the public API, and exempt from semver.
//!
//! Generated code contains one row per code. The macro [`rows!`](crate::rows) and the `const`
//! functions of this module convert the rows to columns: all texts of a column in one string, with
//! their ends. Tables contain no pointers, which would need relocations, and unused tables are
//! removed when linking. Nothing panics at run time: a malformed table returns empty texts.

#[cfg(feature = "alloc")]
mod constant;
mod display;
mod layout;
mod lookup;
mod number;
mod slot;

use crate::Retry;

#[cfg(feature = "alloc")]
pub use self::constant::constant;
pub use self::display::display;
#[cfg(feature = "alloc")]
pub(crate) use self::display::line;
pub use self::layout::*;
pub use self::lookup::{add_length, back, bucket, flat, hash, mix, slot, window};
pub use self::number::{number, number_of_width, row_of_number};
pub use self::slot::{Slot, Slot16, Slot32, rows32, search, slots16, slots32, slots64};
#[doc(hidden)]
pub use crate::code_pattern::{carrier, is_pattern, of_row};

/// Texts that follow each other in one string, one for every index.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    blob: &'static str,
    ends: &'static [u32],
}

impl Texts {
    /// Text `i` is between `ends[i]` and `ends[i + 1]`.
    #[inline]
    #[must_use]
    pub const fn new(blob: &'static str, ends: &'static [u32]) -> Self {
        Self { blob, ends }
    }

    /// Returns text `i`.
    #[inline]
    #[must_use]
    pub const fn get(&self, i: usize) -> &'static str {
        match self.place(i) {
            Some((start, end)) => between(self.blob, start, end),
            None => "",
        }
    }

    /// Returns text `i`, unless it is empty.
    #[inline]
    #[must_use]
    pub const fn some(&self, i: usize) -> Option<&'static str> {
        let text = self.get(i);
        if text.is_empty() { None } else { Some(text) }
    }

    /// Returns the start and end of text `i`.
    #[inline]
    const fn place(&self, i: usize) -> Option<(usize, usize)> {
        if i >= self.ends.len().saturating_sub(1) {
            return None;
        }
        Some((self.ends[i] as usize, self.ends[i + 1] as usize))
    }

    /// Returns the number of texts.
    #[inline]
    const fn count(&self) -> usize {
        self.ends.len().saturating_sub(1)
    }

    /// Returns the bytes of all texts.
    #[inline]
    const fn blob(&self) -> &'static [u8] {
        self.blob.as_bytes()
    }
}

/// Returns the list itself. The value of a function call is not a constant of its own; see `list!`.
#[must_use]
pub const fn list<C: Copy, const N: usize>(codes: [C; N]) -> [C; N] {
    codes
}

/// Returns the codes around code `i` that have the same text.
#[inline]
#[must_use]
pub const fn same_texts<C>(texts: &Texts, i: usize, codes: &'static [C]) -> &'static [C] {
    let text = texts.get(i).as_bytes();
    let (mut start, mut end) = (i, i + 1);
    while start > 0 && matches!(compare(texts.get(start - 1).as_bytes(), text), Order::Equal) {
        start -= 1;
    }
    while end < codes.len() && matches!(compare(texts.get(end).as_bytes(), text), Order::Equal) {
        end += 1;
    }
    part(codes, start, end - start)
}

/// Returns `true` if two texts are equal.
#[inline]
#[must_use]
pub const fn is_equal(a: &str, b: &str) -> bool {
    matches!(compare(a.as_bytes(), b.as_bytes()), Order::Equal)
}

/// Returns `count` codes from `start`.
#[inline]
#[must_use]
pub const fn part<C>(codes: &'static [C], start: usize, count: usize) -> &'static [C] {
    let Some((_, rest)) = codes.split_at_checked(start) else { return &[] };
    let Some((part, _)) = rest.split_at_checked(count) else { return &[] };
    part
}

/// Returns the row whose number is `wanted`, by a binary search in `order`, which contains the rows
/// sorted by number, in the format of [`slots32`].
#[inline]
#[must_use]
pub const fn position_of_number(numbers: &[i64], order: &[u8], wanted: i64) -> Option<usize> {
    let (mut start, mut end) = (0, numbers.len());
    while start < end {
        let middle = start + (end - start) / 2;
        let row = position(order, numbers.len(), middle);
        if row >= numbers.len() {
            return None;
        }
        if numbers[row] == wanted {
            return Some(row);
        }
        if numbers[row] < wanted {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    None
}

/// Returns the position of `wanted` among sorted texts, by a binary search.
#[inline]
#[must_use]
pub const fn position_of_text(texts: &Texts, wanted: &str) -> Option<usize> {
    let (mut start, mut end) = (0, texts.count());
    while start < end {
        let middle = start + (end - start) / 2;
        match compare(texts.get(middle).as_bytes(), wanted.as_bytes()) {
            Order::Equal => return Some(middle),
            Order::Less => start = middle + 1,
            Order::Greater => end = middle,
        }
    }
    None
}

/// Returns the codes from `starts[i]` to `starts[i + 1]`.
#[inline]
#[must_use]
pub const fn members<C>(codes: &'static [C], starts: &[u32], i: usize) -> &'static [C] {
    if i + 1 >= starts.len() {
        return &[];
    }
    let Some((head, _)) = codes.split_at_checked(starts[i + 1] as usize) else {
        return &[];
    };
    match head.split_at_checked(starts[i] as usize) {
        Some((_, members)) => members,
        None => &[],
    }
}

/// Returns the first code from `starts[i]` to `starts[i + 1]`.
#[inline]
#[must_use]
pub const fn member<C: Copy>(codes: &'static [C], starts: &[u32], i: usize) -> Option<C> {
    let members = members(codes, starts, i);
    if members.is_empty() { None } else { Some(members[0]) }
}

/// Returns element `i` of `order`, which contains numbers below `count` with two bytes each, or
/// four bytes if necessary, in little-endian order. An empty `order` contains the numbers in
/// sequence.
#[inline]
const fn position(order: &[u8], count: usize, i: usize) -> usize {
    if order.is_empty() {
        i
    } else if count <= 1 << 16 {
        order[2 * i] as usize | (order[2 * i + 1] as usize) << 8
    } else {
        let low = order[4 * i] as usize | (order[4 * i + 1] as usize) << 8;
        low | (order[4 * i + 2] as usize) << 16 | (order[4 * i + 3] as usize) << 24
    }
}

/// Returns the status of entry `i`. Zero stands for none.
#[inline]
#[must_use]
pub const fn status(table: &[u16], i: usize) -> Option<u16> {
    if i < table.len() && table[i] != 0 { Some(table[i]) } else { None }
}

/// Returns the retry advice of entry `i`: 1 to 4 in the order of [`Retry`], or 0 for none.
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

/// Returns `blob[start..end]` without a possible panic.
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

/// `Ord::cmp` for byte strings, which is not yet `const`.
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

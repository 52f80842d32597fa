//! The tables behind generated code; not for others, and exempt from semver.
//!
//! Generated code lists one row per code. The macro [`rows!`](crate::rows) and the `const` functions
//! here lay the rows out: all texts of a column in one string, with the places where they end. No
//! table has a pointer per code, so nothing is relocated, and a table that nobody reads drops out
//! when linking. Nothing here panics while a program runs: a malformed table gives empty texts.

mod display;
mod layout;
mod lookup;
mod slot;

use crate::Retry;

pub use self::display::display;
pub use self::layout::*;
pub use self::lookup::{add_length, back, bucket, flat, hash, mix, slot, window};
pub use self::slot::{Slot, Slot16, Slot32, rows32, search, slots16, slots32, slots64};

/// Texts that follow each other in one string, one for every index.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    blob: &'static str,
    ends: &'static [u32],
}

impl Texts {
    /// Text `i` lies between `ends[i]` and `ends[i + 1]`.
    #[inline]
    #[must_use]
    pub const fn new(blob: &'static str, ends: &'static [u32]) -> Self {
        Self { blob, ends }
    }

    /// Text `i`.
    #[inline]
    #[must_use]
    pub const fn get(&self, i: usize) -> &'static str {
        match self.place(i) {
            Some((start, end)) => between(self.blob, start, end),
            None => "",
        }
    }

    /// Text `i`, unless it is empty.
    #[inline]
    #[must_use]
    pub const fn some(&self, i: usize) -> Option<&'static str> {
        let text = self.get(i);
        if text.is_empty() { None } else { Some(text) }
    }

    /// Where text `i` begins and ends.
    #[inline]
    const fn place(&self, i: usize) -> Option<(usize, usize)> {
        if i >= self.ends.len().saturating_sub(1) {
            return None;
        }
        Some((self.ends[i] as usize, self.ends[i + 1] as usize))
    }

    /// How many texts there are.
    #[inline]
    const fn count(&self) -> usize {
        self.ends.len().saturating_sub(1)
    }

    /// The bytes of all texts.
    #[inline]
    const fn blob(&self) -> &'static [u8] {
        self.blob.as_bytes()
    }
}

/// The list itself. What a function returns is no constant of its own; see `list!`.
#[must_use]
pub const fn list<C: Copy, const N: usize>(codes: [C; N]) -> [C; N] {
    codes
}

/// The row whose number is `wanted`, found by halving `order`: the rows in the order of their numbers, as [`slots32`] reads them.
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

/// Element `i` of `order`: numbers below `count` of two bytes each, or of four if two do not take `count`, the lowest byte
/// first. An empty `order` is that of the numbers themselves.
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

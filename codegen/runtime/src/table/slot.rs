//! Where a lookup ends: a text among others, and the row that the text belongs to.

use super::lookup::{is_at, is_row};
use super::{Order, Texts, between, compare};

/// All that a lookup has to know beside the text itself. In a table it is one number, so that one read gives all of it.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    start: usize,
    length: usize,
    row: usize,
}

impl Slot {
    /// The upper half of `number` is where the text begins. The lowest `bits` are its length, the bits between are the row.
    #[inline]
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "32 bits are left")]
    pub const fn new(number: u64, bits: u32) -> Self {
        let lower = number as u32;
        Self {
            start: (number >> 32) as usize,
            length: (lower & ((1 << bits) - 1)) as usize,
            row: (lower >> bits) as usize,
        }
    }

    /// The `length` bytes from `start`, which belong to `row`.
    #[inline]
    #[must_use]
    pub const fn at(start: usize, length: usize, row: usize) -> Self {
        Self { start, length, row }
    }

    /// The code of the row, if the text is `key`. See [`is_at`] for the parameters.
    #[inline]
    #[must_use]
    pub const fn find<const WINDOWS: usize, const WIDE: bool, C: Copy>(
        self,
        texts: &Texts,
        key: &[u8],
        all: &[C],
    ) -> Option<C> {
        // Read before it is known to be wanted: what remains is a choice between two values, which needs no guess.
        if self.row >= all.len() {
            return None;
        }
        let code = all[self.row];
        if is_at::<WINDOWS, WIDE>(texts, self.start, self.length, key) { Some(code) } else { None }
    }
}

/// The code of `row`, if its text is `key`. See [`is_at`] for the parameters.
#[inline]
#[must_use]
pub const fn find_row<const WINDOWS: usize, const WIDE: bool, C: Copy>(
    texts: &Texts,
    row: usize,
    key: &[u8],
    all: &[C],
) -> Option<C> {
    if row >= all.len() {
        return None;
    }
    let code = all[row];
    if is_row::<WINDOWS, WIDE>(texts, row, key) { Some(code) } else { None }
}

/// The code whose text is `key`, found by halving `sorted`: slots in the order of their texts' bytes.
#[must_use]
pub const fn search<C: Copy>(texts: &Texts, sorted: &[u64], bits: u32, key: &str, all: &[C]) -> Option<C> {
    let mut left = sorted;
    loop {
        let (before, from) = left.split_at(left.len() / 2);
        let Some((&number, after)) = from.split_first() else {
            return None;
        };
        let slot = Slot::new(number, bits);
        let text = between(texts.blob, slot.start, slot.start.saturating_add(slot.length));
        left = match compare(text.as_bytes(), key.as_bytes()) {
            Order::Less => after,
            Order::Greater => before,
            Order::Equal if slot.row < all.len() => return Some(all[slot.row]),
            Order::Equal => return None,
        };
    }
}

//! Where a lookup ends: the places of a table, each with a text and the code that the text means.

use super::lookup::equal;
use super::{Order, Texts, between, compare};

/// A text among many, and the code that it means: all that a lookup has to read beside the text, in eight bytes.
#[derive(Clone, Copy, Debug)]
pub struct Slot<C> {
    start: u32,
    length: u16,
    code: C,
}

impl<C: Copy> Slot<C> {
    /// The code, if its text is `key`. See [`is_row`](super::is_row) for the parameters.
    #[inline]
    #[must_use]
    pub const fn find<const WINDOWS: usize, const WIDE: bool>(&self, texts: &Texts, key: &[u8]) -> Option<C> {
        let Some((_, rest)) = texts.blob().split_at_checked(self.start as usize) else { return None };
        // Of the key's length, so that both texts are read at the same places.
        match rest.split_at_checked(key.len()) {
            Some((text, _)) if self.length as usize == key.len() && equal::<WINDOWS, WIDE>(text, key) => {
                Some(self.code)
            }
            _ => None,
        }
    }

    /// The text, whole.
    const fn text(&self, texts: &Texts) -> &'static str {
        let start = self.start as usize;
        between(texts.blob, start, start + self.length as usize)
    }
}

/// The places of a table whose place `p` has text `order[p]`. The last texts are aliases: of the rows that `aliased` says, in their
/// order. All others are the texts of the rows of `all`, in its order.
///
/// Made once, by the compiler, from numbers that are not part of the program.
///
/// # Panics
///
/// Where there is no such text or row, and where a text is longer than 65,535 bytes: while compiling.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "asserted before")]
pub const fn slots<C: Copy, const N: usize>(
    texts: &Texts,
    order: &[u32; N],
    aliased: &[u32],
    all: &[C],
) -> [Slot<C>; N] {
    let mut slots = [Slot { start: 0, length: 0, code: all[0] }; N];
    let own = N - aliased.len();
    let mut place = 0;
    while place < N {
        let text = order[place] as usize;
        let row = if text < own { text } else { aliased[text - own] as usize };
        let (start, end) = (texts.ends[text], texts.ends[text + 1]);
        assert!(end - start <= 0xFFFF, "a code is too long");
        slots[place] = Slot { start, length: (end - start) as u16, code: all[row] };
        place += 1;
    }
    slots
}

/// The codes of a table whose place `p` has the code of row `order[p]`.
///
/// # Panics
///
/// Where there is no such row: while compiling.
#[must_use]
pub const fn codes<C: Copy, const N: usize>(order: &[u32; N], all: &[C]) -> [C; N] {
    let mut codes = [all[0]; N];
    let mut place = 0;
    while place < N {
        codes[place] = all[order[place] as usize];
        place += 1;
    }
    codes
}

/// The code whose text is `key`, found by halving `sorted`: places in the order of their texts' bytes.
#[must_use]
pub const fn search<C: Copy>(texts: &Texts, sorted: &[Slot<C>], key: &str) -> Option<C> {
    let mut left = sorted;
    loop {
        let (before, from) = left.split_at(left.len() / 2);
        let Some((slot, after)) = from.split_first() else {
            return None;
        };
        left = match compare(slot.text(texts).as_bytes(), key.as_bytes()) {
            Order::Less => after,
            Order::Greater => before,
            Order::Equal => return Some(slot.code),
        };
    }
}

//! The slots of a lookup: the position and length of a text, and its row.

use super::lookup::unlike;
use super::{Order, Texts, compare, position};

/// Returns the row of text `i`, or `usize::MAX` if there is no such text. The last texts are aliases of
/// the rows `aliased`.
#[inline]
const fn row_of(texts: &Texts, aliased: &[usize], i: usize) -> usize {
    let own = texts.count().saturating_sub(aliased.len());
    if i < own {
        i
    } else if i - own < aliased.len() {
        aliased[i - own]
    } else {
        usize::MAX
    }
}

/// The position and length of a text, and its row, packed into one number, so that a single read is
/// enough.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    start: usize,
    length: usize,
    row: usize,
}

impl Slot {
    /// The upper half of `number` is the start of the text. The lowest `bits` are its length, and
    /// the bits between are the row.
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

    /// Creates a slot for the `length` bytes at `start`, which belong to `row`.
    #[inline]
    #[must_use]
    pub const fn at(start: usize, length: usize, row: usize) -> Self {
        Self { start, length, row }
    }

    /// Returns the code of the row if the text is `key`.
    ///
    /// At least `LONGEST` bytes, eight or more, follow every start, and longer keys never match.
    /// Zero stands for texts of any length. `WIDE` is set if nearly all texts have at least sixteen
    /// bytes.
    #[inline]
    #[must_use]
    pub const fn code_of<const LONGEST: usize, const WIDE: bool, C: Copy>(
        self,
        texts: &Texts,
        key: &[u8],
        all: &[C],
    ) -> Option<C> {
        // Read before the comparison, which leaves a choice between two values instead of a branch.
        if self.row >= all.len() {
            return None;
        }
        let code = all[self.row];
        if unlike::<LONGEST, WIDE>(texts, self.start, self.length, key) == 0 { Some(code) } else { None }
    }
}

/// Returns the code whose text is `key`, by a binary search in `order`, which contains the texts
/// sorted by bytes, in the format of [`slots32`].
#[must_use]
pub const fn search<C: Copy>(
    texts: &Texts,
    order: &[u8],
    aliased: &[usize],
    key: &str,
    all: &[C],
) -> Option<C> {
    let (mut start, mut end) = (0, texts.count());
    while start < end {
        let middle = start + (end - start) / 2;
        let i = position(order, texts.count(), middle);
        match compare(texts.get(i).as_bytes(), key.as_bytes()) {
            Order::Less => start = middle + 1,
            Order::Greater => end = middle,
            Order::Equal => {
                let row = row_of(texts, aliased, i);
                return if row < all.len() { Some(all[row]) } else { None };
            }
        }
    }
    None
}

/// Slots that contain the code itself, which saves reading another table.
macro_rules! slots {
    ($name:ident, $table:ident, $start:ty, $length:ty) => {
        #[doc = concat!("A text that begins at a `", stringify!($start), "` and is a `", stringify!($length), "` long, and its code.")]
        #[derive(Clone, Copy, Debug)]
        pub struct $name<C> {
            start: $start,
            length: $length,
            code: C,
        }

        impl<C: Copy> $name<C> {
            /// Returns the code if the text is `key`. For the parameters, see [`Slot::code_of`].
            #[inline]
            #[must_use]
            pub const fn code_of<const LONGEST: usize, const WIDE: bool>(&self, texts: &Texts, key: &[u8]) -> Option<C> {
                let Self { start, length, code } = *self;
                if unlike::<LONGEST, WIDE>(texts, start as usize, length as usize, key) == 0 { Some(code) } else { None }
            }
        }

        /// Creates slots for `texts` in this order, with two or four bytes per text. An empty order
        /// stands for that of the texts. The last texts are aliases of the rows `aliased`.
        ///
        /// # Panics
        ///
        /// Panics if a row is not in `all`, which is a compile error.
        #[inline]
        #[must_use]
        #[expect(clippy::cast_possible_truncation, reason = "the generator knows what fits")]
        pub const fn $table<C: Copy, const N: usize>(
            texts: &Texts,
            order: &[u8],
            aliased: &[usize],
            all: &[C],
        ) -> [$name<C>; N] {
            let mut slots = [$name { start: 0, length: 0, code: all[0] }; N];
            let (own, ends) = (texts.count() - aliased.len(), texts.ends);
            let mut slot = 0;
            while slot < N {
                let i = if order.is_empty() { slot } else { position(order, N, slot) };
                let row = if i < own { i } else { aliased[i - own] };
                slots[slot] = $name {
                    start: ends[i] as $start,
                    length: (ends[i + 1] - ends[i]) as $length,
                    code: all[row],
                };
                slot += 1;
            }
            slots
        }
    };
}

slots!(Slot16, slots16, u16, u8);
slots!(Slot32, slots32, u32, u16);

impl Slot32<u16> {
    /// Returns the code of the row if the text is `key`. For the parameters, see [`Slot::code_of`].
    #[inline]
    #[must_use]
    pub const fn code_in<const LONGEST: usize, const WIDE: bool, C: Copy>(
        &self,
        texts: &Texts,
        key: &[u8],
        all: &[C],
    ) -> Option<C> {
        let Self { start, length, code } = *self;
        Slot { start: start as usize, length: length as usize, row: code as usize }
            .code_of::<LONGEST, WIDE, C>(texts, key, all)
    }
}

/// Creates slots for `texts` in this order, with rows instead of codes; see [`slots32`].
#[inline]
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the generator knows what fits")]
pub const fn rows32<const N: usize>(texts: &Texts, order: &[u8], aliased: &[usize]) -> [Slot32<u16>; N] {
    let mut slots = [Slot32 { start: 0, length: 0, code: 0 }; N];
    let (own, ends) = (texts.count() - aliased.len(), texts.ends);
    let mut slot = 0;
    while slot < N {
        let i = position(order, N, slot);
        let row = if i < own { i } else { aliased[i - own] };
        slots[slot] = Slot32 { start: ends[i], length: (ends[i + 1] - ends[i]) as u16, code: row as u16 };
        slot += 1;
    }
    slots
}

/// Creates slots for `texts` in this order, as numbers for [`Slot::new`]; see [`slots32`].
#[inline]
#[must_use]
pub const fn slots64<const N: usize>(texts: &Texts, order: &[u8], aliased: &[usize], bits: u32) -> [u64; N] {
    let mut slots = [0; N];
    let mut slot = 0;
    while slot < N {
        let i = position(order, N, slot);
        let (start, end) = (texts.ends[i] as u64, texts.ends[i + 1] as u64);
        slots[slot] = start << 32 | (row_of(texts, aliased, i) as u64) << bits | (end - start);
        slot += 1;
    }
    slots
}

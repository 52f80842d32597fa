//! Where a lookup ends: a text among others, and the row that the text belongs to.

use super::lookup::unlike;
use super::{Order, Texts, compare, position};

/// Returns the row of text `i`, or `usize::MAX` if there is no such text. The last texts belong to the rows `aliased`.
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

    /// The code of the row, if the text is `key`.
    ///
    /// `LONGEST` bytes, eight or more, follow every start; a longer key is another text. `LONGEST` of 0 is for texts of any length.
    /// Nearly all texts have sixteen bytes or more where `WIDE` is set.
    #[inline]
    #[must_use]
    pub const fn code_of<const LONGEST: usize, const WIDE: bool, C: Copy>(
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
        if unlike::<LONGEST, WIDE>(texts, self.start, self.length, key) == 0 { Some(code) } else { None }
    }
}

/// The code whose text is `key`, found by halving `order`: the texts in the order of their bytes, as [`slots32`] reads them.
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

/// Slots that hold the code itself, so that there is no other table to read it from.
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
            /// The code, if the text is `key`. Of the parameters, see [`Slot::code_of`].
            #[inline]
            #[must_use]
            pub const fn code_of<const LONGEST: usize, const WIDE: bool>(&self, texts: &Texts, key: &[u8]) -> Option<C> {
                let Self { start, length, code } = *self;
                if unlike::<LONGEST, WIDE>(texts, start as usize, length as usize, key) == 0 { Some(code) } else { None }
            }
        }

        /// The slots of `texts` in this order, of two or four bytes for each; an empty one is that of the texts. The last texts
        /// belong to the rows `aliased`.
        ///
        /// # Panics
        ///
        /// If a row is none of `all`; the compiler then refuses the table.
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
    /// The code of the row, if the text is `key`. Of the parameters, see [`Slot::code_of`].
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

/// The slots of `texts` in this order, with rows instead of codes; see [`slots32`].
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

/// The slots of `texts` in this order as the numbers that [`Slot::new`] reads; see [`slots32`].
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

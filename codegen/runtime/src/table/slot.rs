//! Where a lookup ends: a text among others, and the row that the text belongs to.

use super::lookup::unlike;
use super::{Order, Texts, between, compare};

/// What is made of the start, the length and the row in the number of a slot. A macro, because rustc interprets the loops that make tables:
/// with a call for each slot it takes twice as long for them.
macro_rules! made {
    ($number:expr, $bits:expr, |$start:ident, $length:ident, $row:ident| $made:expr) => {{
        let $start = $number >> 32;
        let lower = $number as u32;
        let $length = lower & ((1 << $bits) - 1);
        let $row = lower >> $bits;
        $made
    }};
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
        made!(number, bits, |start, length, row| Self {
            start: start as usize,
            length: length as usize,
            row: row as usize,
        })
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

        /// The slots of these numbers, as [`Slot::new`] reads them.
        ///
        /// # Panics
        ///
        /// Where a row is none of `all`; a table is made by the compiler, which refuses it.
        #[inline]
        #[must_use]
        #[expect(clippy::cast_possible_truncation, reason = "the generator knows what fits")]
        pub const fn $table<C: Copy, const N: usize>(numbers: &[u64; N], bits: u32, all: &[C]) -> [$name<C>; N] {
            let mut slots = [$name { start: 0, length: 0, code: all[0] }; N];
            let mut i = 0;
            while i < N {
                let number = numbers[i];
                slots[i] = made!(number, bits, |start, length, row| $name {
                    start: start as $start,
                    length: length as $length,
                    code: all[row as usize],
                });
                i += 1;
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

/// The slots of these numbers, as [`Slot::new`] reads them, with their rows instead of codes.
#[inline]
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the generator knows what fits")]
pub const fn rows32<const N: usize>(numbers: &[u64; N], bits: u32) -> [Slot32<u16>; N] {
    let mut slots = [Slot32 { start: 0, length: 0, code: 0 }; N];
    let mut i = 0;
    while i < N {
        let number = numbers[i];
        slots[i] = made!(number, bits, |start, length, row| Slot32 {
            start: start as u32,
            length: length as u16,
            code: row as u16,
        });
        i += 1;
    }
    slots
}

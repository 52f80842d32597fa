//! Lays out the rows of generated code, while it is compiled.

/// The ends of texts with these lengths, of which the first is 0. `more` bytes of `blob` follow the last text.
///
/// # Panics
/// If the lengths are not those of the texts; the compiler then refuses the table.
#[inline]
#[must_use]
#[track_caller]
pub const fn ends<const N: usize>(blob: &str, more: usize, mut lengths: [u32; N]) -> [u32; N] {
    let mut i = 1;
    while i < N {
        lengths[i] += lengths[i - 1];
        i += 1;
    }
    assert!(lengths[N - 1] as usize + more == blob.len(), "a length is not that of its text");
    lengths
}

/// Where each of several lists begins in all of them together, and where the last one ends.
#[inline]
#[must_use]
pub const fn starts<const N: usize>(mut counts: [usize; N]) -> [usize; N] {
    let mut i = 1;
    while i < N {
        counts[i] += counts[i - 1];
        i += 1;
    }
    counts
}

/// The functions that give each row an index, in the smallest type that takes all of them.
macro_rules! indices {
    ($($families:ident $groups:ident $masks:ident $ty:ident)*) => {$(
        /// The number of each row's family. Family `i` has the rows from `starts[i]` to `starts[i + 1]`.
        #[inline]
        #[must_use]
        #[expect(clippy::cast_possible_truncation, reason = "the generator chooses the type")]
        pub const fn $families<const N: usize>(starts: &[usize]) -> [$ty; N] {
            let mut rows = [0; N];
            let (mut i, mut family) = (0, 0);
            while i < N {
                while starts[family + 1] <= i {
                    family += 1;
                }
                rows[i] = family as $ty;
                i += 1;
            }
            rows
        }

        /// The number of each row's group, counted from 1; 0 for a row in none.
        #[inline]
        #[must_use]
        #[expect(clippy::cast_possible_truncation, reason = "the generator chooses the type")]
        pub const fn $groups<const N: usize>(groups: &[&[usize]]) -> [$ty; N] {
            let mut rows = [0; N];
            let mut group = 0;
            while group < groups.len() {
                let mut i = 0;
                while i < groups[group].len() {
                    rows[groups[group][i]] = (group + 1) as $ty;
                    i += 1;
                }
                group += 1;
            }
            rows
        }

        /// The row that outsiders see instead of each row: the second of a pair instead of the first, otherwise the same one.
        #[inline]
        #[must_use]
        #[expect(clippy::cast_possible_truncation, reason = "the generator chooses the type")]
        pub const fn $masks<const N: usize>(masks: &[(usize, usize)]) -> [$ty; N] {
            let mut rows = [0; N];
            let mut i = 0;
            while i < N {
                rows[i] = i as $ty;
                i += 1;
            }
            i = 0;
            while i < masks.len() {
                rows[masks[i].0] = masks[i].1 as $ty;
                i += 1;
            }
            rows
        }
    )*};
}

indices! {
    families8 groups8 masks8 u8
    families16 groups16 masks16 u16
    families32 groups32 masks32 u32
}

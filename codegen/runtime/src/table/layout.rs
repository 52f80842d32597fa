//! Converts the rows of generated code to columns at compile time.

/// Returns the ends of texts with these lengths, starting with 0. The last text is followed by
/// `more` bytes of `blob`.
///
/// # Panics
/// Panics if the lengths do not match the texts, which is a compile error.
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

/// Returns the start of each list in all lists together, and the end of the last one.
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

/// Defines functions that return an index per row, in the smallest type.
macro_rules! indices {
    ($($families:ident $groups:ident $masks:ident $parents:ident $ty:ident)*) => {$(
        /// Returns the family of each row. Family `i` has the rows from `starts[i]` to `starts[i +
        /// 1]`.
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

        /// Returns the group of each row, from 1, or 0 for none.
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

        /// Returns the row that outsiders see instead of each row: for the first row of a pair the
        /// second, and for other rows the row itself.
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

        /// Returns the parent of each row: for the first row of a pair the second, and for other
        /// rows the row itself.
        #[inline]
        #[must_use]
        pub const fn $parents<const N: usize>(parents: &[(usize, usize)]) -> [$ty; N] {
            $masks(parents)
        }
    )*};
}

indices! {
    families8 groups8 masks8 parents8 u8
    families16 groups16 masks16 parents16 u16
    families32 groups32 masks32 parents32 u32
}

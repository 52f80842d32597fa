//! What a text may mean where one text is the code of several families.

use crate::{ErrorCode, Info, Retry};

/// The codes that one text may mean, at most `N` of them, in published order.
///
/// Made by the `candidates` function of a generated enum. Besides the codes it tells what all of
/// them agree on, which often is all a client needs:
///
/// ```
#[doc = include_str!("example.txt")]
/// use errcat::{Candidates, ErrorCode};
///
/// let two = Candidates::new([Some(Code::ALL[0]), None, Some(Code::ALL[1])]);
/// assert_eq!(two.len(), 2);
/// assert_eq!(two.only(), None);
/// assert_eq!(two.agreed(|code| code.ident().len()), None);
/// assert_eq!(two.agreed(|_| "the same"), Some("the same"));
///
/// let one = Candidates::new([None, Some(Code::ALL[0])]);
/// assert_eq!(one.only(), Some(Code::ALL[0]));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Candidates<C, const N: usize> {
    found: [Option<C>; N],
}

impl<C: Copy, const N: usize> Candidates<C, N> {
    /// The candidates among `found`, which stand in published order.
    #[must_use]
    pub const fn new(found: [Option<C>; N]) -> Self {
        Self { found }
    }

    /// How many codes the text may mean.
    #[must_use]
    pub const fn len(&self) -> usize {
        let mut count = 0;
        let mut i = 0;
        while i < N {
            if self.found[i].is_some() {
                count += 1;
            }
            i += 1;
        }
        count
    }

    /// Whether the text is no code at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code, if the text can mean only one.
    #[must_use]
    pub const fn only(&self) -> Option<C> {
        let mut only = None;
        let mut i = 0;
        while i < N {
            if self.found[i].is_some() {
                if only.is_some() {
                    return None;
                }
                only = self.found[i];
            }
            i += 1;
        }
        only
    }

    /// The codes, in published order.
    pub fn iter(&self) -> impl Iterator<Item = C> + '_ {
        self.found.iter().copied().flatten()
    }

    /// What `fact` gives for every candidate, if it gives the same for all; nothing without a
    /// candidate.
    pub fn agreed<T: PartialEq>(&self, fact: impl Fn(C) -> T) -> Option<T> {
        let mut codes = self.iter();
        let first = fact(codes.next()?);
        codes.all(|code| fact(code) == first).then_some(first)
    }
}

impl<C: ErrorCode, const N: usize> Candidates<C, N> {
    /// The text itself; nothing without a candidate.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        self.agreed(C::code)
    }

    /// The published name all agree on.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        self.agreed(C::name).flatten()
    }

    /// The message all agree on.
    #[must_use]
    pub fn message(&self) -> Option<&'static str> {
        self.agreed(C::message).flatten()
    }

    /// The description all agree on.
    #[must_use]
    pub fn description(&self) -> Option<&'static str> {
        self.agreed(C::description).flatten()
    }

    /// The HTTP status all agree on.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.agreed(C::status).flatten()
    }

    /// The retry advice all agree on.
    #[must_use]
    pub fn retry(&self) -> Option<Retry> {
        self.agreed(C::retry).flatten()
    }

    /// The rarer facts, if all agree on all of them.
    #[must_use]
    pub fn info(&self) -> Option<&'static Info> {
        self.agreed(C::info)
    }
}

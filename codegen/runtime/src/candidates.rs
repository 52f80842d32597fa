//! The codes that a text may stand for if families share codes.

use core::fmt::Debug;
use core::hash::Hash;

use crate::{ErrorCode, Info, Retry};

/// An enum of codes whose families may share codes. Generated code implements it.
pub trait Families: ErrorCode {
    /// At most one code of each family.
    type Found: Copy + Eq + Hash + Debug + AsRef<[Option<Self>]>;
}

/// The codes that a text may stand for, at most one per family, in published order.
///
/// Returned by the `candidates` function of a generated enum. The methods return what all
/// candidates agree on, which is often all that a client needs:
///
/// ```
#[doc = include_str!("example.txt")]
/// use errcat::{Candidates, ErrorCode, Families};
///
/// impl Families for Code {
///     type Found = [Option<Self>; 3];
/// }
///
/// let two = Candidates::new([Some(Code::ALL[0]), None, Some(Code::ALL[1])]);
/// assert_eq!(two.len(), 2);
/// assert_eq!(two.only(), None);
/// assert_eq!(two.agreed(|code| code.ident().len()), None);
/// assert_eq!(two.agreed(|_| "the same"), Some("the same"));
///
/// let one = Candidates::new([None, Some(Code::ALL[0]), None]);
/// assert_eq!(one.only(), Some(Code::ALL[0]));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Candidates<C: Families> {
    found: C::Found,
    // What constant contexts cannot ask `found`, whose type is known only to the catalog.
    len: usize,
    only: Option<C>,
}

impl<C: Families> Candidates<C> {
    /// Creates candidates from `found`, which must be in published order.
    #[must_use]
    pub const fn new<const N: usize>(found: [Option<C>; N]) -> Self
    where
        C: Families<Found = [Option<C>; N]>,
    {
        let (mut len, mut only, mut i) = (0, None, 0);
        while i < N {
            if found[i].is_some() {
                len += 1;
                only = if len == 1 { found[i] } else { None };
            }
            i += 1;
        }
        Self { found, len, only }
    }

    /// Returns the number of candidates.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Returns `true` if the text is not a code at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns the code if there is exactly one.
    #[must_use]
    pub const fn only(&self) -> Option<C> {
        self.only
    }

    /// Iterates over the codes in published order.
    pub fn iter(&self) -> impl Iterator<Item = C> + '_ {
        self.found.as_ref().iter().copied().flatten()
    }

    /// Returns the value of `fact` if it is the same for all candidates. Returns `None` if there
    /// are no candidates.
    pub fn agreed<T: PartialEq>(&self, fact: impl Fn(C) -> T) -> Option<T> {
        let mut codes = self.iter();
        let first = fact(codes.next()?);
        codes.all(|code| fact(code) == first).then_some(first)
    }

    /// Returns the code as text, or `None` if there are no candidates.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        self.agreed(C::code)
    }

    /// Returns the published name if all candidates have the same one.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        self.agreed(C::name).flatten()
    }

    /// Returns the message if all candidates have the same one.
    #[must_use]
    pub fn message(&self) -> Option<&'static str> {
        self.agreed(C::message).flatten()
    }

    /// Returns the description if all candidates have the same one.
    #[must_use]
    pub fn description(&self) -> Option<&'static str> {
        self.agreed(C::description).flatten()
    }

    /// Returns the HTTP status if all candidates have the same one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.agreed(C::status).flatten()
    }

    /// Returns the retry advice if all candidates have the same one.
    #[must_use]
    pub fn retry(&self) -> Option<Retry> {
        self.agreed(C::retry).flatten()
    }

    /// Returns the [`Info`] if all candidates have the same one.
    #[must_use]
    pub fn info(&self) -> Option<&'static Info> {
        self.agreed(C::info)
    }
}

//! arbitrary: codes for fuzzers.

pub use arbitrary::{Arbitrary, Result, Unstructured};

use crate::{ErrorCode, Retry, Timestamp, Wire};

/// Returns an arbitrary code.
///
/// # Errors
/// Returns an error if there are no bytes left.
pub fn code<C: ErrorCode>(bytes: &mut Unstructured<'_>) -> Result<C> {
    bytes.choose(C::ALL).copied()
}

/// Generates known codes and other texts.
impl<'a, C: ErrorCode> Arbitrary<'a> for Wire<C> {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        if bytes.arbitrary()? {
            code::<C>(bytes).map(Self::from)
        } else {
            bytes.arbitrary::<&str>().map(Self::new)
        }
    }
}

impl<'a> Arbitrary<'a> for Retry {
    #[inline]
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        bytes.choose(&Self::ALL).copied()
    }
}

/// Generates times in the years 0 to 9999, which can be formatted and parsed.
impl<'a> Arbitrary<'a> for Timestamp {
    #[inline]
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let seconds = bytes.int_in_range(Self::FIRST..=Self::LAST)?;
        Ok(Self::from_unix(seconds, bytes.int_in_range(0..=999_999_999)?))
    }
}

/// Generates any code.
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary {
    ($code:ident) => {
        impl<'a> $crate::integrations::arbitrary::Arbitrary<'a> for $code {
            fn arbitrary(
                bytes: &mut $crate::integrations::arbitrary::Unstructured<'a>,
            ) -> $crate::integrations::arbitrary::Result<Self> {
                $crate::integrations::arbitrary::code(bytes)
            }

            fn size_hint(_: usize) -> (usize, ::core::option::Option<usize>) {
                (0, ::core::option::Option::Some(::core::mem::size_of::<usize>()))
            }
        }
    };
}

//! proptest: strategies for codes and received codes.

use alloc::string::String;

pub use proptest::arbitrary::Arbitrary;
pub use proptest::sample::Select;
use proptest::strategy::{BoxedStrategy, Strategy as _};

use crate::{ErrorCode, Retry, Timestamp, Wire};

/// Returns a strategy for all codes.
pub fn codes<C: ErrorCode>() -> Select<C> {
    proptest::sample::select(C::ALL)
}

/// Generates known codes and other texts with equal probability.
impl<C: ErrorCode> Arbitrary for Wire<C> {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let known = codes::<C>().prop_map(Self::from);
        proptest::prop_oneof![known, String::arbitrary().prop_map(Self::from)].boxed()
    }
}

impl Arbitrary for Retry {
    type Parameters = ();
    type Strategy = Select<Self>;

    #[inline]
    fn arbitrary_with((): ()) -> Self::Strategy {
        proptest::sample::select(&Self::ALL[..])
    }
}

/// Generates times in the years 0 to 9999, which can be formatted and parsed.
impl Arbitrary for Timestamp {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    #[inline]
    fn arbitrary_with((): ()) -> Self::Strategy {
        (Self::FIRST..=Self::LAST, 0..1_000_000_000_u32)
            .prop_map(|(seconds, nanos)| Self::from_unix(seconds, nanos))
            .boxed()
    }
}

/// Generates any code.
#[doc(hidden)]
#[macro_export]
macro_rules! __proptest {
    ($code:ident) => {
        impl $crate::integrations::proptest::Arbitrary for $code {
            type Parameters = ();
            type Strategy = $crate::integrations::proptest::Select<Self>;

            fn arbitrary_with((): ()) -> Self::Strategy {
                $crate::integrations::proptest::codes()
            }
        }
    };
}

//! proptest: codes, and what may arrive in their place.

use alloc::string::String;

pub use proptest::arbitrary::Arbitrary;
pub use proptest::sample::Select;
use proptest::strategy::{BoxedStrategy, Strategy as _};

use crate::{ErrorCode, Retry, Timestamp, Wire};

/// Any of the codes.
pub fn codes<C: ErrorCode>() -> Select<C> {
    proptest::sample::select(C::ALL)
}

/// Known codes and other texts, about as often.
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

/// Any time that can be read and written: the years 0 to 9999.
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

/// Any of the codes.
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

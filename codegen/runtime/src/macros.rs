//! Macros that generated code calls instead of asking for features.
//!
//! `cfg(feature)` in generated code would refer to the features of the crate that includes it.

/// Keeps the items if the feature `alloc` is on.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! with_alloc {
    ($($items:tt)*) => { $($items)* };
}

/// Drops the items, because the feature `alloc` is off.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! with_alloc {
    ($($items:tt)*) => {};
}

/// Makes a code an error with `?`.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __error {
    ($code:ident) => {
        impl $crate::IntoError for $code {
            type Code = Self;

            #[inline]
            fn into_error(self) -> $crate::Error<Self> {
                $crate::Error::new(self)
            }
        }
    };
}

/// Without an allocator, there are no error values.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __error {
    ($code:ident) => {};
}

/// Implements the traits of all enabled integrations for an enum of codes.
#[doc(hidden)]
#[macro_export]
macro_rules! integrate {
    ($code:ident) => {
        $crate::__actix! { $code }
        $crate::__arbitrary! { $code }
        $crate::__axum! { $code }
        $crate::__clap! { $code }
        $crate::__defmt! { $code }
        $crate::__error! { $code }
        $crate::__proptest! { $code }
        $crate::__schemars! { $code }
        $crate::__serde! { $code }
        $crate::__tonic! { $code }
        $crate::__utoipa! { $code }
    };
}

/// Returns a reference to a constant list.
///
/// rustc checks every element of a constant list, and searches the variants of an enum for each of
/// them. `&[…]` makes two constants, the list and the reference. A value returned in one branch of
/// several does not become a constant of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! list {
    ($($items:tt)*) => { if true { &$crate::table::list([$($items)*]) } else { &[] } };
}

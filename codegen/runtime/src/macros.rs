//! Items of generated code that depend on the features of this crate.
//!
//! Generated code cannot ask for features itself: `cfg` there would speak of the features of the crate that includes it.

/// Keeps the items if there is an allocator.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! with_alloc {
    ($($items:tt)*) => { $($items)* };
}

/// Drops the items: they need an allocator.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! with_alloc {
    ($($items:tt)*) => {};
}

/// Implements for an enum of codes what the features of this crate ask for.
#[doc(hidden)]
#[macro_export]
macro_rules! integrate {
    ($code:ident) => {
        $crate::__actix! { $code }
        $crate::__arbitrary! { $code }
        $crate::__axum! { $code }
        $crate::__clap! { $code }
        $crate::__defmt! { $code }
        $crate::__proptest! { $code }
        $crate::__schemars! { $code }
        $crate::__serde! { $code }
        $crate::__tonic! { $code }
        $crate::__utoipa! { $code }
    };
}

/// A reference to a constant list.
///
/// rustc looks at every element of a list that it keeps as a constant, and for an enum searches the variants one by one. `&[…]` alone makes two
/// constants, the list and the reference. What a function returns in one branch of several does not become a constant of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! list {
    ($($items:tt)*) => { if true { &$crate::table::list([$($items)*]) } else { &[] } };
}

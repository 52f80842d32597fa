//! Integrations with other crates. Each has its own file and feature, and none is on by default.
//!
//! Traits that must be implemented for the generated enums have a macro, which
//! [`integrate!`](crate::integrate) calls. The macro is empty if the feature is off.
//! Implementations use only paths that start with `$crate`, so crates that include generated code
//! need no dependency and no feature of their own.

#[cfg(feature = "actix_web4")]
pub mod actix;
#[cfg(any(feature = "actix_web4", feature = "http1"))]
pub mod answered;
#[cfg(feature = "arbitrary1")]
pub mod arbitrary;
#[cfg(feature = "axum_core05")]
pub mod axum;
#[cfg(feature = "clap4")]
pub mod clap;
#[cfg(feature = "defmt1")]
pub mod defmt;
#[cfg(feature = "http1")]
mod http;
#[cfg(any(feature = "schemars1", feature = "utoipa6"))]
mod listed;
#[cfg(feature = "miette7")]
mod miette;
#[cfg(any(feature = "actix_web4", feature = "http1"))]
mod occurrence;
#[cfg(feature = "proptest1")]
pub mod proptest;
#[cfg(feature = "reqwest013")]
pub mod reqwest;
#[cfg(feature = "schemars1")]
pub mod schemars;
#[cfg(feature = "serde1")]
pub mod serde;
#[cfg(feature = "actix_web4")]
mod texts;
#[cfg(feature = "tonic014")]
pub mod tonic;
#[cfg(feature = "utoipa6")]
pub mod utoipa;

/// Implements the traits of all enabled integrations for an enum of codes.
#[cfg(any(
    feature = "actix_web4",
    feature = "arbitrary1",
    feature = "axum_core05",
    feature = "clap4",
    feature = "defmt1",
    feature = "proptest1",
    feature = "schemars1",
    feature = "serde1",
    feature = "tonic014",
    feature = "utoipa6"
))]
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

/// Implements what needs no integration, because all are off. Calling an empty macro for each of them
/// would take the compiler a tenth of its time for hundreds of small enums.
#[cfg(not(any(
    feature = "actix_web4",
    feature = "arbitrary1",
    feature = "axum_core05",
    feature = "clap4",
    feature = "defmt1",
    feature = "proptest1",
    feature = "schemars1",
    feature = "serde1",
    feature = "tonic014",
    feature = "utoipa6"
)))]
#[doc(hidden)]
#[macro_export]
macro_rules! integrate {
    ($code:ident) => {
        $crate::__error! { $code }
    };
}

/// Implements what a code has for the struct of its parameters: every place that takes one takes the
/// other.
#[doc(hidden)]
#[macro_export]
macro_rules! integrate_params {
    ($params:ident) => {
        impl ::core::convert::From<$params> for $crate::Response {
            fn from(params: $params) -> Self {
                Self::from(&$crate::Error::with_params(params))
            }
        }

        impl ::core::convert::From<$params> for $crate::Problem<<$params as $crate::Params>::Code> {
            fn from(params: $params) -> Self {
                Self::from($crate::Error::with_params(params))
            }
        }

        $crate::__actix! { params $params }
        $crate::__axum! { params $params }
        $crate::__tonic! { params $params }
    };
}

// The macros of integrations that are off.

#[cfg(not(feature = "actix_web4"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __actix {
    ($($of:tt)*) => {};
}

#[cfg(not(feature = "arbitrary1"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary {
    ($code:ident) => {};
}

#[cfg(not(feature = "axum_core05"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum {
    ($($of:tt)*) => {};
}

#[cfg(not(feature = "clap4"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __clap {
    ($code:ident) => {};
}

#[cfg(not(feature = "defmt1"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __defmt {
    ($code:ident) => {};
}

#[cfg(not(feature = "proptest1"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __proptest {
    ($code:ident) => {};
}

#[cfg(not(feature = "schemars1"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    ($code:ident) => {};
}

#[cfg(not(feature = "serde1"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($code:ident) => {};
}

#[cfg(not(feature = "tonic014"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic {
    ($($of:tt)*) => {};
}

#[cfg(not(feature = "utoipa6"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa {
    ($code:ident) => {};
}

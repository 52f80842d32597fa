//! Integrations with other crates. Each has its own file and feature, and none is on by default.
//!
//! Traits that must be implemented for the generated enums have a macro, which
//! [`integrate!`](crate::integrate) calls. The macro is empty if the feature is off.
//! Implementations use only paths that start with `$crate`, so crates that include generated code
//! need no dependency and no feature of their own.

#[cfg(feature = "actix")]
pub mod actix;
#[cfg(any(feature = "actix", feature = "http"))]
pub mod answered;
#[cfg(feature = "arbitrary")]
pub mod arbitrary;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "clap")]
pub mod clap;
#[cfg(feature = "defmt")]
pub mod defmt;
#[cfg(feature = "http")]
mod http;
#[cfg(any(feature = "schemars", feature = "utoipa"))]
mod listed;
#[cfg(feature = "miette")]
mod miette;
#[cfg(any(feature = "actix", feature = "http"))]
mod occurrence;
#[cfg(feature = "proptest")]
pub mod proptest;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "schemars")]
pub mod schemars;
#[cfg(feature = "serde")]
pub mod serde;
#[cfg(feature = "actix")]
mod texts;
#[cfg(feature = "tonic")]
pub mod tonic;
#[cfg(feature = "utoipa")]
pub mod utoipa;

/// Implements the traits of all enabled integrations for an enum of codes.
#[cfg(any(
    feature = "actix",
    feature = "arbitrary",
    feature = "axum",
    feature = "clap",
    feature = "defmt",
    feature = "proptest",
    feature = "schemars",
    feature = "serde",
    feature = "tonic",
    feature = "utoipa"
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
    feature = "actix",
    feature = "arbitrary",
    feature = "axum",
    feature = "clap",
    feature = "defmt",
    feature = "proptest",
    feature = "schemars",
    feature = "serde",
    feature = "tonic",
    feature = "utoipa"
)))]
#[doc(hidden)]
#[macro_export]
macro_rules! integrate {
    ($code:ident) => {
        $crate::__error! { $code }
    };
}

// The macros of integrations that are off.

#[cfg(not(feature = "actix"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __actix {
    ($code:ident) => {};
}

#[cfg(not(feature = "arbitrary"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary {
    ($code:ident) => {};
}

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum {
    ($code:ident) => {};
}

#[cfg(not(feature = "clap"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __clap {
    ($code:ident) => {};
}

#[cfg(not(feature = "defmt"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __defmt {
    ($code:ident) => {};
}

#[cfg(not(feature = "proptest"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __proptest {
    ($code:ident) => {};
}

#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    ($code:ident) => {};
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($code:ident) => {};
}

#[cfg(not(feature = "tonic"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic {
    ($code:ident) => {};
}

#[cfg(not(feature = "utoipa"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa {
    ($code:ident) => {};
}

//! Integrations with other crates. Each has its own file and feature, and none is on by default.
//!
//! Traits that must be implemented for the generated enums have a macro, which
//! [`integrate!`](crate::integrate) calls. The macro is empty if the feature is off (`off.rs`).
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
mod off;
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

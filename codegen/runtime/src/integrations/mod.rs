//! What is done for other crates: one file and one feature each, nothing by default.
//!
//! A trait that has to be implemented for the generated enums themselves has a macro, which [`integrate!`](crate::integrate)
//! calls: it gives the implementation where the feature is on, and nothing where it is off (`off.rs`). An implementation only
//! names things through `$crate`, so whoever includes generated code needs no dependency and no feature of their own.

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

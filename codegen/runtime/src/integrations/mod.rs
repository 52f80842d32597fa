//! What is done for other crates: one file and one feature each, nothing by default.
//!
//! A trait that has to be implemented for the generated enums themselves has a macro, which [`integrate!`](crate::integrate)
//! calls: it gives the implementation where the feature is on, and nothing where it is off (`off.rs`). An implementation only
//! names things through `$crate`, so whoever includes generated code needs no dependency and no feature of their own.

#[cfg(feature = "http")]
pub mod answered;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "http")]
mod http;
mod off;
#[cfg(feature = "reqwest")]
pub mod reqwest;

//! The error codes of a shop, in a crate that its servers and clients share.
//!
//! Servers and clients turn on features of `errcat` for the frameworks that they use. The features
//! then hold for these codes, too.

mod errors;

pub use errors::shop::*;

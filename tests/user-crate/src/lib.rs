//! A crate with its own catalogs.

#![no_std]
#![deny(warnings, missing_docs, unreachable_pub, unused_qualifications)]
#![forbid(unsafe_code)]

/// The codes.
pub mod errors {
    include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
}

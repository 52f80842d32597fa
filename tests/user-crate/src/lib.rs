//! A crate with catalogs of its own.

#![no_std]
#![deny(warnings, missing_docs, unreachable_pub, unused_qualifications)]
#![forbid(unsafe_code)]

/// The codes.
pub mod errors {
    include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
}

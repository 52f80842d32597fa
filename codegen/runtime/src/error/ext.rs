//! Converts errors of other crates.

use alloc::boxed::Box;
use core::error::Error as StdError;

use crate::{Error, ErrorCode};

/// Converts an error of another crate, or an absent value, into an [`Error`] with a code.
///
/// ```
#[doc = include_str!("../example.txt")]
/// use std::error::Error as _;
/// use errcat::{Error, ResultExt};
///
/// fn port(text: Option<&str>) -> Result<u16, Error<Code>> {
///     text.or_code(Code::NodeNotFound)?.parse::<u16>().or_code(Code::QuotaExceeded)
/// }
///
/// assert_eq!(port(Some("80")).unwrap(), 80);
/// assert_eq!(port(None).unwrap_err().code(), Code::NodeNotFound);
/// assert!(port(Some("http")).unwrap_err().source().is_some());
/// ```
pub trait ResultExt<T> {
    /// Returns the value, or an error with this code, whose source is the original error.
    ///
    /// # Errors
    /// Returns an error with the code if there is no value.
    fn or_code<C: ErrorCode>(self, code: C) -> Result<T, Error<C>>;
}

impl<T, E: Into<Box<dyn StdError + Send + Sync>>> ResultExt<T> for Result<T, E> {
    fn or_code<C: ErrorCode>(self, code: C) -> Result<T, Error<C>> {
        self.map_err(|source| Error::new(code).with_source(source))
    }
}

impl<T> ResultExt<T> for Option<T> {
    fn or_code<C: ErrorCode>(self, code: C) -> Result<T, Error<C>> {
        self.ok_or_else(|| Error::new(code))
    }
}

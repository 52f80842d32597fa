//! Converts errors of other crates.

use alloc::boxed::Box;
use alloc::string::String;
use core::error::Error as StdError;
use core::fmt::{self, Debug, Display, Formatter};

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
///
/// A type that can be displayed and is no error, or cannot be sent to other threads, becomes the
/// source as its text:
///
/// ```
#[doc = include_str!("../example.txt")]
/// use errcat::{Displayed, Error, ResultExt};
/// # struct Busy;
/// # impl core::fmt::Display for Busy {
/// #     fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result { f.write_str("busy") }
/// # }
///
/// fn reserve() -> Result<(), Busy> {
///     Err(Busy)
/// }
///
/// let error = reserve().map_err(Displayed::new).or_code(Code::QuotaExceeded).unwrap_err();
/// assert_eq!(format!("{error:#}"), "ERR-02-001: The quota is used up: busy");
/// ```
///
/// `Kind` is found by the compiler.
pub trait ResultExt<T, Kind = ()> {
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

/// The kind of a [`ResultExt`] whose errors are not sent to other threads.
#[cfg(feature = "actix_web4")]
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct OfActix;

/// The source of the result is the text, because errors of actix-web stay on their thread.
#[cfg(feature = "actix_web4")]
impl<T> ResultExt<T, OfActix> for Result<T, actix_web::Error> {
    fn or_code<C: ErrorCode>(self, code: C) -> Result<T, Error<C>> {
        self.map_err(|source| Error::new(code).with_source(Displayed::new(source)))
    }
}

/// The text of a value that is no error, as an error.
///
/// See [`ResultExt`].
#[derive(Clone, PartialEq, Eq)]
pub struct Displayed(String);

impl Displayed {
    /// Keeps the text of a value. `{:#}` is used, because it says most.
    #[must_use]
    pub fn new(value: impl Display) -> Self {
        Self(alloc::format!("{value:#}"))
    }
}

impl Display for Displayed {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Debug for Displayed {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, f)
    }
}

impl StdError for Displayed {}

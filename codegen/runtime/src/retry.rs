//! Advice about sending a request again.

use core::error::Error;
use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

/// Whether and when to send the same request again.
///
/// The variants are named like the words of the catalog format.
///
/// ```
/// use errcat::Retry;
///
/// const ADVICE: Option<Retry> = Retry::parse("retry-after");
///
/// assert_eq!(ADVICE, Some(Retry::RetryAfter));
/// assert_eq!(Retry::Backoff.to_string(), "backoff");
/// assert!(!Retry::Never.is_retryable());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Retry {
    /// `never`: the same request fails again until something about it changes.
    Never,
    /// `immediately`: the request may be sent again at once.
    Immediately,
    /// `backoff`: the request may be sent again after a pause that grows with each attempt.
    Backoff,
    /// `retry-after`: the response says how long to wait.
    RetryAfter,
}

impl Retry {
    /// Every value, in the order of the catalog format.
    #[cfg(any(feature = "arbitrary1", feature = "proptest1"))]
    pub(crate) const ALL: [Self; 4] = [Self::Never, Self::Immediately, Self::Backoff, Self::RetryAfter];

    /// Parses a word of the catalog format. Case matters.
    ///
    /// ```
    /// use errcat::Retry;
    ///
    /// assert_eq!(Retry::parse("never"), Some(Retry::Never));
    /// assert_eq!(Retry::parse("Never"), None);
    /// ```
    #[inline]
    #[must_use]
    pub const fn parse(word: &str) -> Option<Self> {
        match word.as_bytes() {
            b"never" => Some(Self::Never),
            b"immediately" => Some(Self::Immediately),
            b"backoff" => Some(Self::Backoff),
            b"retry-after" => Some(Self::RetryAfter),
            _ => None,
        }
    }

    /// Returns the word of the catalog format, which [`parse`](Self::parse) accepts.
    ///
    /// ```
    /// use errcat::Retry;
    ///
    /// assert_eq!(Retry::RetryAfter.as_str(), "retry-after");
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Immediately => "immediately",
            Self::Backoff => "backoff",
            Self::RetryAfter => "retry-after",
        }
    }

    /// Returns the advice for a response of which only the HTTP status is known.
    ///
    /// Timeouts, limits, and most failures of servers and of the proxies before them may pass.
    ///
    /// ```
    /// use errcat::Retry;
    ///
    /// assert_eq!(Retry::of_status(503), Retry::Backoff);
    /// assert_eq!(Retry::of_status(524), Retry::Backoff);
    /// assert_eq!(Retry::of_status(404), Retry::Never);
    /// assert_eq!(Retry::of_status(501), Retry::Never);
    /// ```
    #[inline]
    #[must_use]
    pub const fn of_status(status: u16) -> Self {
        match status {
            // The same request is not possible with this server.
            501 | 505 | 506 | 508 | 510 | 511 => Self::Never,
            408 | 425 | 429 | 500..=599 => Self::Backoff,
            _ => Self::Never,
        }
    }

    /// Returns `true` if the same request can succeed, now or later.
    ///
    /// ```
    /// use errcat::Retry;
    ///
    /// assert!(Retry::Backoff.is_retryable());
    /// assert!(!Retry::Never.is_retryable());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_retryable(self) -> bool {
        !matches!(self, Self::Never)
    }
}

impl Display for Retry {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Retry {
    type Err = UnknownRetry;

    #[inline]
    fn from_str(word: &str) -> Result<Self, UnknownRetry> {
        Self::parse(word).ok_or(UnknownRetry(()))
    }
}

/// The error of parsing a [`Retry`].
///
/// ```
/// use errcat::{Retry, UnknownRetry};
///
/// let error: Result<Retry, UnknownRetry> = "sometimes".parse();
/// assert_eq!(
///     error.map_err(|error| error.to_string()),
///     Err("expected `never`, `immediately`, `backoff` or `retry-after`".to_owned()),
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnknownRetry(());

impl Display for UnknownRetry {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad("expected `never`, `immediately`, `backoff` or `retry-after`")
    }
}

impl Error for UnknownRetry {}

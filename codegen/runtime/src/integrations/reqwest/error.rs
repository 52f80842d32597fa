//! The error type for API calls with reqwest.

use core::error::Error as StdError;
use core::fmt::{self, Debug, Display, Formatter};

use crate::{ApiError, Class as _, ErrorCode, Retry, RetryAfter, Timestamp, advice};

/// The failure of a request: an error response, or no complete response.
///
/// Returned by [`ResponseExt`](crate::ResponseExt), and converted from [`reqwest::Error`] by `?`,
/// so functions that call an API need no other error type. Every failure has a
/// [`class`](Self::class) in the terms of the API and [`retry_advice`](Self::retry_advice).
#[non_exhaustive]
pub enum ClientError<C: ErrorCode> {
    /// The API returned an error.
    Api(ApiError<C>),
    /// The API returned an error, but the connection broke while its body was read.
    Interrupted {
        /// The received part of the response: status, headers, and the start of the body.
        answer: ApiError<C>,
        /// The reason for the interruption.
        source: reqwest::Error,
    },
    /// There was no response, or it could not be understood.
    Transport(reqwest::Error),
}

impl<C: ErrorCode> ClientError<C> {
    /// Returns the HTTP status, if there was a response.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api(answer) | Self::Interrupted { answer, .. } => Some(answer.status()),
            Self::Transport(error) => error.status().map(|status| status.as_u16()),
        }
    }

    /// Returns the class by the rules of the catalog, for responses as well as for failures without
    /// a response.
    #[must_use]
    pub fn class(&self) -> Option<C::Class> {
        match self {
            Self::Api(answer) | Self::Interrupted { answer, .. } => answer.class(),
            Self::Transport(error) => match (error.status(), is_misunderstood(error)) {
                (Some(status), _) => C::Class::of_response(status.as_u16(), None),
                (None, true) => C::Class::of_decode(),
                (None, false) => C::Class::of_transport(),
            },
        }
    }

    /// Returns `true` if the failure is of this class or one of its descendants, as `except` would
    /// catch it.
    #[must_use]
    pub fn is_a(&self, class: C::Class) -> bool {
        self.class().is_some_and(|own| own.is_a(class))
    }

    /// Returns the retry advice. For responses, see [`ApiError::retry_advice`]. Other failures have
    /// the advice of their class, or else [`Retry::Backoff`], unless the request itself is invalid
    /// or the response could not be decoded.
    ///
    /// A request that failed without a response may still have been processed.
    #[must_use]
    pub fn retry_advice(&self) -> Retry {
        let error = match self {
            Self::Api(answer) | Self::Interrupted { answer, .. } => return answer.retry_advice(),
            Self::Transport(error) => error,
        };
        if let Some(said) = self.class().and_then(advice::of_class) {
            return said;
        }
        match error.status() {
            Some(status) => Retry::of_status(status.as_u16()),
            None if error.is_builder() || error.is_redirect() || is_misunderstood(error) => Retry::Never,
            None => Retry::Backoff,
        }
    }

    /// Returns how long the response asks to wait, see [`ApiError::retry_after`].
    #[must_use]
    pub fn retry_after(&self, now: impl Into<Timestamp>) -> Option<RetryAfter> {
        self.answer()?.retry_after(now)
    }
}

/// Returns `true` if a complete response was not as expected. An interrupted body has the same
/// error kind, but its source is the failure of the body.
#[inline]
fn is_misunderstood(error: &reqwest::Error) -> bool {
    let of_body = || {
        let source = error.source().and_then(<dyn StdError>::downcast_ref::<reqwest::Error>);
        source.is_some_and(|source| source.is_body() || source.is_request())
    };
    error.is_decode() && !error.is_timeout() && !of_body()
}

impl<C: ErrorCode> From<ApiError<C>> for ClientError<C> {
    fn from(answer: ApiError<C>) -> Self {
        Self::Api(answer)
    }
}

impl<C: ErrorCode> From<reqwest::Error> for ClientError<C> {
    fn from(error: reqwest::Error) -> Self {
        Self::Transport(error)
    }
}

/// Formats the response or the failure.
impl<C: ErrorCode> Display for ClientError<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(answer) => Display::fmt(answer, f),
            Self::Interrupted { answer, .. } => write!(f, "{answer}, cut off"),
            Self::Transport(error) => Display::fmt(error, f),
        }
    }
}

impl<C: ErrorCode> Debug for ClientError<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(answer) => f.debug_tuple("Api").field(answer).finish(),
            Self::Interrupted { answer, source } => {
                f.debug_struct("Interrupted").field("answer", answer).field("source", source).finish()
            }
            Self::Transport(error) => f.debug_tuple("Transport").field(error).finish(),
        }
    }
}

/// Returns the cause. For failures without a response, this is the source of the
/// [`reqwest::Error`], because `Display` already shows the error itself.
impl<C: ErrorCode> StdError for ClientError<C> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Api(_) => None,
            Self::Interrupted { source, .. } => Some(source),
            Self::Transport(error) => error.source(),
        }
    }
}

//! What can go wrong with a request: an answer that is an error, or no answer.

use core::error::Error as StdError;
use core::fmt::{self, Debug, Display, Formatter};

use crate::{ApiError, Class as _, ErrorCode, Retry, RetryAfter, Timestamp, Wire, status};

/// The failure of a request: the API answered with an error, or there is no whole answer.
///
/// Made by [`ResponseExt`](crate::ResponseExt), and from a [`reqwest::Error`] by `?`; so a function that calls an API needs no
/// other error type. Whatever failed, it has a [`class`](Self::class) in the API's own terms and a
/// [`retry_advice`](Self::retry_advice).
#[non_exhaustive]
pub enum ClientError<C: ErrorCode> {
    /// The API answered with an error.
    Api(ApiError<C>),
    /// The API answered with an error, and the connection broke while its body was read.
    Interrupted {
        /// What there is of the answer: status, headers, the beginning of the body.
        answer: ApiError<C>,
        /// Why there is no more.
        source: reqwest::Error,
    },
    /// There is no answer, or none that could be understood.
    Transport(reqwest::Error),
}

impl<C: ErrorCode> ClientError<C> {
    /// The answer of the API, if there is one, whole or in part.
    #[must_use]
    pub const fn answer(&self) -> Option<&ApiError<C>> {
        match self {
            Self::Api(answer) | Self::Interrupted { answer, .. } => Some(answer),
            Self::Transport(_) => None,
        }
    }

    /// The code as received; nothing where there is none.
    #[must_use]
    pub fn code(&self) -> Option<&Wire<C>> {
        self.answer()?.code()
    }

    /// The code to `match` on; nothing where there is none, or one that this version does not know.
    #[must_use]
    pub fn known(&self) -> Option<C> {
        self.answer()?.known()
    }

    /// The HTTP status, if a response has arrived.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api(answer) | Self::Interrupted { answer, .. } => Some(answer.status()),
            Self::Transport(error) => error.status().map(|status| status.as_u16()),
        }
    }

    /// The class, by the catalog's rules: of the answer, of a request that did not get through, of an answer that could not be
    /// understood.
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

    /// Whether the failure is of this class or a kind of it, as `except` would catch it.
    #[must_use]
    pub fn is_a(&self, class: C::Class) -> bool {
        self.class().is_some_and(|own| own.is_a(class))
    }

    /// What the client may do: of an answer as [`ApiError::retry_advice`] says; otherwise what the catalog says of the class, else
    /// another attempt after a pause, unless the request itself, or the reading of its answer, is what failed.
    ///
    /// A request that did not get through may have been carried out all the same.
    #[must_use]
    pub fn retry_advice(&self) -> Retry {
        let error = match self {
            Self::Api(answer) | Self::Interrupted { answer, .. } => return answer.retry_advice(),
            Self::Transport(error) => error,
        };
        if let Some(said) = self.class().and_then(crate::Class::retry) {
            return said;
        }
        match error.status() {
            Some(status) => status::retry(status.as_u16()),
            None if error.is_builder() || error.is_redirect() || is_misunderstood(error) => Retry::Never,
            None => Retry::Backoff,
        }
    }

    /// How long the answer asks to wait, see [`ApiError::retry_after`].
    #[must_use]
    pub fn retry_after(&self, now: impl Into<Timestamp>) -> Option<RetryAfter> {
        self.answer()?.retry_after(now)
    }
}

/// Whether all of an answer arrived and was not what was expected. A body that breaks off is told as the same kind, with the
/// failure of the body as its source.
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

/// What the answer or the failure says of itself.
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

/// What stands behind it: of a failure without an answer that of the `reqwest::Error`, which [`Display`] has told already.
impl<C: ErrorCode> StdError for ClientError<C> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Api(_) => None,
            Self::Interrupted { source, .. } => Some(source),
            Self::Transport(error) => error.source(),
        }
    }
}

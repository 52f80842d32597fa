//! The error that a response was made from, for the logs of the server.

use alloc::sync::Arc;
use core::error::Error as StdError;
use core::fmt::{self, Debug, Display, Formatter};

use super::occurrence::Occurrence;
use crate::{Error, ErrorCode, Retry};

/// The error that a response was made from, for the logs and metrics of the server.
///
/// Every `http::Response` made from an [`Error`] or a [`Problem`](crate::Problem) has it in its
/// extensions. One middleware can therefore log and count the errors of all handlers, whatever
/// their catalogs. Extensions never leave the process, so this is the actual error even if it is
/// masked.
///
/// ```
#[doc = include_str!("../example.txt")]
/// use errcat::{Answered, Error};
///
/// let response: http::Response<String> = Error::from(Code::QuotaExceeded).with_detail("limit", 3).into();
///
/// let answered = response.extensions().get::<Answered>().unwrap();
/// assert_eq!((answered.catalog(), answered.code()), ("phala-cloud", "ERR-02-001"));
/// assert_eq!(answered.to_string(), "ERR-02-001: The quota is used up");
/// assert!(answered.downcast_ref::<Code>().is_some());
/// ```
#[derive(Clone)]
pub struct Answered {
    catalog: &'static str,
    code: &'static str,
    shown: &'static str,
    family: &'static str,
    status: u16,
    is_incomplete: bool,
    error: Arc<dyn Occurrence>,
}

impl Answered {
    /// Returns the id of the catalog.
    #[inline]
    #[must_use]
    pub const fn catalog(&self) -> &'static str {
        self.catalog
    }

    /// Returns the actual code. It has a limited number of values, so it can label metrics.
    #[inline]
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Returns the code that was sent, which differs if the error is masked. It is empty if an
    /// internal error was sent without a code.
    #[inline]
    #[must_use]
    pub const fn shown(&self) -> &'static str {
        self.shown
    }

    /// Returns the id of the family of the code.
    #[inline]
    #[must_use]
    pub const fn family(&self) -> &'static str {
        self.family
    }

    /// Returns the HTTP status.
    #[inline]
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns `true` if the error lacks the parameters of its message or the value of its code, so
    /// that outsiders got less. See [`Error::is_incomplete`].
    #[inline]
    #[must_use]
    pub const fn is_incomplete(&self) -> bool {
        self.is_incomplete
    }

    /// Returns the retry advice.
    #[inline]
    #[must_use]
    pub fn retry(&self) -> Retry {
        self.error.retry()
    }

    /// Returns the error with its sources. With actix-web, which keeps the error itself
    /// (`HttpResponse::error`), it only has the texts.
    #[inline]
    #[must_use]
    pub fn error(&self) -> &(dyn StdError + 'static) {
        &*self.error
    }

    /// Returns the error with its type, if it is of this catalog and [`error`](Self::error) is the
    /// error itself.
    #[must_use]
    pub fn downcast_ref<C: ErrorCode>(&self) -> Option<&Error<C>> {
        self.error().downcast_ref()
    }

    /// Passes names and values to a log or span, like [`Error::record`].
    pub fn record(&self, mut tell: impl FnMut(&'static str, &dyn Display)) {
        self.error.tell(&mut tell);
    }

    /// Creates the value for an error that can be kept.
    #[cfg(feature = "http1")]
    pub(crate) fn new<C: ErrorCode>(error: Error<C>) -> Self {
        let facts = (error.code(), error.shown(), error.status(), error.is_incomplete());
        Self::assemble(facts, Arc::new(error))
    }

    /// Creates the value for an error that is kept elsewhere.
    #[cfg(feature = "actix_web4")]
    pub(crate) fn of<C: ErrorCode>(error: &Error<C>) -> Self {
        let facts = (error.code(), error.shown(), error.status(), error.is_incomplete());
        Self::assemble(facts, Arc::new(super::texts::Texts::of(error)))
    }

    fn assemble<C: ErrorCode>(
        (code, shown, status, is_incomplete): (C, &'static str, u16, bool),
        error: Arc<dyn Occurrence>,
    ) -> Self {
        Self {
            catalog: C::CATALOG,
            code: code.code(),
            shown,
            family: code.family_id(),
            status,
            is_incomplete,
            error,
        }
    }
}

/// Formats the error. `{:#}` also shows the chain of sources.
impl Display for Answered {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.error, f)
    }
}

impl Debug for Answered {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answered")
            .field("catalog", &self.catalog)
            .field("shown", &self.shown)
            .field("status", &self.status)
            .field("retry", &self.retry())
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

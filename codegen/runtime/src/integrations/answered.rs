//! What a server keeps of an error after it became a response.

use alloc::sync::Arc;
use core::error::Error as StdError;
use core::fmt::{self, Debug, Display, Formatter};

use crate::{Error, ErrorCode, Retry};

/// The error that a response was made from, for the logs and metrics of the server that sends it.
///
/// It lies in the extensions of every `http::Response` that is made from an [`Error`] or a [`Problem`](crate::Problem), so one
/// middleware can tell and count the errors of all handlers, whichever catalogs they are from. Extensions never leave the
/// process; so this is the truth, also of an error that is masked.
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
    error: Arc<dyn Occurrence>,
}

impl Answered {
    /// The id of the catalog.
    #[inline]
    #[must_use]
    pub const fn catalog(&self) -> &'static str {
        self.catalog
    }

    /// The code: the true one. There are only so many, so it is fit to label metrics.
    #[inline]
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The code that outsiders got: another one where the error is masked.
    #[inline]
    #[must_use]
    pub const fn shown(&self) -> &'static str {
        self.shown
    }

    /// The id of the code's family.
    #[inline]
    #[must_use]
    pub const fn family(&self) -> &'static str {
        self.family
    }

    /// The HTTP status.
    #[inline]
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// What may be done after it.
    #[inline]
    #[must_use]
    pub fn retry(&self) -> Retry {
        self.error.retry()
    }

    /// The error itself, with its sources; with actix, which keeps it (`HttpResponse::error`), only what it says.
    #[inline]
    #[must_use]
    pub fn error(&self) -> &(dyn StdError + 'static) {
        &*self.error
    }

    /// The error with its own type, if it is of this catalog and [`error`](Self::error) is the error itself.
    #[must_use]
    pub fn downcast_ref<C: ErrorCode>(&self) -> Option<&Error<C>> {
        self.error().downcast_ref()
    }

    /// Tells a log or a span what is known, as [`Error::record`] does.
    pub fn record(&self, mut tell: impl FnMut(&'static str, &dyn Display)) {
        self.error.tell(&mut tell);
    }

    /// Of an error that can be kept.
    #[cfg(feature = "http")]
    pub(crate) fn new<C: ErrorCode>(error: Error<C>) -> Self {
        let (code, status) = (error.code(), error.status());
        Self::assemble(code, status, Arc::new(error))
    }

    /// Of an error that somebody else keeps.
    #[cfg(feature = "actix")]
    pub(crate) fn of<C: ErrorCode>(error: &Error<C>) -> Self {
        Self::assemble(error.code(), error.status(), Arc::new(super::texts::Texts::of(error)))
    }

    fn assemble<C: ErrorCode>(code: C, status: u16, error: Arc<dyn Occurrence>) -> Self {
        Self {
            catalog: C::CATALOG,
            code: code.code(),
            shown: code.public().code(),
            family: code.family_id(),
            status,
            error,
        }
    }
}

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

/// An error of whichever catalog.
pub(super) trait Occurrence: StdError + Send + Sync + 'static {
    fn retry(&self) -> Retry;
    fn tell(&self, tell: &mut dyn FnMut(&'static str, &dyn Display));
}

impl<C: ErrorCode> Occurrence for Error<C> {
    /// Asked for by few, and not free: the classes have rules.
    fn retry(&self) -> Retry {
        self.retry_advice()
    }

    fn tell(&self, tell: &mut dyn FnMut(&'static str, &dyn Display)) {
        self.record(tell);
    }
}

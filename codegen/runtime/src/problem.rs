//! RFC 9457 problem details.

use alloc::borrow::Cow;
use alloc::string::String;
use core::error::Error as StdError;
use core::fmt::{self, Debug, Display, Formatter};

use crate::{Error, ErrorCode, Response};

/// An [`Error`] that responds with `application/problem+json` instead of the envelope of the API.
///
/// Handlers that return `Result<T, Problem<Code>>` can use `?` on codes and errors.
///
/// The members are `type` (from the `docs` of the catalog, or else `about:blank`), `title`,
/// `status`, `detail` if it differs from the title, `instance`, and the extensions `code`,
/// `params`, `details`, `suggestions`, `request_id` and `retry_after`.
///
/// ```
#[doc = include_str!("example.txt")]
/// use errcat::{Problem, Response};
///
/// let problem = Problem::from(Code::NodeNotFound).with_instance("/nodes/7");
/// let response = Response::from(problem);
/// assert_eq!(
///     response.body(),
///     r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"The requested node is not available","instance":"/nodes/7","code":"ERR-01-001"}"#,
/// );
/// ```
pub struct Problem<C: ErrorCode> {
    error: Error<C>,
    instance: Option<String>,
}

impl<C: ErrorCode> Problem<C> {
    /// The media type of problem details.
    pub const CONTENT_TYPE: &'static str = "application/problem+json";

    /// Sets the URI that identifies this occurrence, often the path of the request. Masked errors
    /// show it, too.
    #[must_use]
    pub fn with_instance(mut self, instance: impl Into<String>) -> Self {
        self.instance = Some(instance.into());
        self
    }

    /// Returns a reference to the error.
    #[must_use]
    pub const fn error(&self) -> &Error<C> {
        &self.error
    }

    /// Converts the problem into its error, which drops `instance`.
    #[must_use]
    pub fn into_error(self) -> Error<C> {
        self.error
    }

    /// Returns the JSON document.
    #[must_use]
    pub fn body(&self) -> Cow<'static, str> {
        self.error.problem_body(self.instance.as_deref())
    }
}

impl<C: ErrorCode> From<Error<C>> for Problem<C> {
    fn from(error: Error<C>) -> Self {
        Self { error, instance: None }
    }
}

impl<C: ErrorCode> From<C> for Problem<C> {
    fn from(code: C) -> Self {
        Self::from(Error::new(code))
    }
}

impl<C: ErrorCode> From<&Problem<C>> for Response {
    fn from(problem: &Problem<C>) -> Self {
        problem.error.respond(Problem::<C>::CONTENT_TYPE, problem.body())
    }
}

impl<C: ErrorCode> From<Problem<C>> for Response {
    fn from(problem: Problem<C>) -> Self {
        Self::from(&problem)
    }
}

impl<C: ErrorCode> Display for Problem<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.error, f)
    }
}

impl<C: ErrorCode> Debug for Problem<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Problem");
        shown.field("error", &self.error);
        if let Some(instance) = &self.instance {
            shown.field("instance", instance);
        }
        shown.finish()
    }
}

impl<C: ErrorCode> StdError for Problem<C> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error.source()
    }
}

//! A response in parts, for any HTTP library.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Debug;

/// A response that is independent of an HTTP library: status, headers and body.
///
/// Converted from an [`Error`](crate::Error) or a [`Problem`](crate::Problem) with `into()`.
///
/// ```
#[doc = include_str!("../example.txt")]
/// use errcat::{Error, Response};
///
/// let response = Response::from(Error::from(Code::NodeNotFound));
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.body(), r#"{"code":"ERR-01-001","message":"The requested node is not available"}"#);
/// assert_eq!(response.headers().next(), Some(("content-type", "application/json".into())));
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Response {
    pub(crate) status: u16,
    pub(crate) content_type: &'static str,
    pub(crate) retry_after: Option<u64>,
    pub(crate) challenge: Option<Cow<'static, str>>,
    /// The language of the message, if it is known and was chosen for the reader.
    pub(crate) language: Option<&'static str>,
    /// Whether the response depends on the languages that the reader accepts.
    pub(crate) varies: bool,
    /// The facts that the API sends in headers.
    pub(crate) facts: Vec<(&'static str, String)>,
    pub(crate) body: Cow<'static, str>,
}

impl Response {
    /// Returns the HTTP status.
    #[inline]
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the headers, with names in lower case: the content type, and depending on the error
    /// `retry-after`, `www-authenticate` for status 401, `content-language` and `vary` if the language
    /// was chosen for the reader, and the facts that the API sends in headers. Values never contain line breaks. They are UTF-8.
    #[inline]
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, Cow<'_, str>)> {
        let retry_after = self.retry_after.map(|seconds| ("retry-after", Cow::Owned(seconds.to_string())));
        let challenge = self.challenge.as_deref().map(|value| ("www-authenticate", Cow::Borrowed(value)));
        let language = self.language.map(|language| ("content-language", Cow::Borrowed(language)));
        let varies = self.varies.then_some(("vary", Cow::Borrowed("accept-language")));
        let facts = self.facts.iter().map(|(name, value)| (*name, Cow::Borrowed(value.as_str())));
        core::iter::once(("content-type", Cow::Borrowed(self.content_type)))
            .chain(retry_after)
            .chain(challenge)
            .chain(language)
            .chain(varies)
            .chain(facts)
    }

    /// Returns the body.
    #[inline]
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }

    /// Converts the response into its body without copying it.
    #[inline]
    #[must_use]
    pub fn into_body(self) -> Cow<'static, str> {
        self.body
    }
}

/// Asserts that two responses are equal in every byte, for tests of masked errors and their masks.
///
/// ```
#[doc = include_str!("../example.txt")]
/// use errcat::{Error, assert_indistinguishable};
///
/// let error = Error::from(Code::NodeNotFound);
/// assert_indistinguishable(Code::NodeNotFound, error);
/// ```
///
/// # Panics
/// Panics if status, headers or bodies differ, and shows both.
#[track_caller]
pub fn assert_indistinguishable(left: impl Into<Response>, right: impl Into<Response>) {
    let (left, right) = (left.into(), right.into());
    assert!(left == right, "the responses can be told apart:\n {left:?}\n {right:?}");
}

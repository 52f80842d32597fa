//! The error response that a client received.

mod body;
mod decode;
mod display;
mod docs;
mod field_errors;
mod headers;
mod items;
mod mark;
mod message;
mod walk;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

pub use self::body::BodyState;
use self::body::{Outline, Reader};
pub use self::field_errors::FieldError;
use self::headers::Headers;
pub use self::items::ErrorItem;
use crate::envelope::TextFacts;
use crate::json::write;
use crate::params::{Taking, Values};
use crate::{
    Carried, Class as _, Details, ErrorCode, Fact, Json, Misfit, Params, Retry, RetryAfter, Timestamp, Wire,
    advice,
};

/// An error response as a client received it.
///
/// Reading never fails. Any response, structured or not, complete or cut off, gives an `ApiError`
/// with the status, the headers, the raw body, and every fact that could be read. An HTML page from
/// a proxy has a status and a class. A JSON document that is cut off has all members before the
/// end. A code that this version does not know is kept as text.
///
/// ```
#[doc = include_str!("../example.txt")]
/// use errcat::{ApiError, Retry};
///
/// let headers = [("content-type", "application/json"), ("retry-after", "7")];
/// let body = r#"{"code":"ERR-02-001","message":"The quota is used up","request_id":"r-1"}"#;
/// let error = ApiError::<Code>::from_parts(429, headers, body);
/// assert_eq!(error.known(), Some(Code::QuotaExceeded));
/// assert_eq!(error.retry_advice(), Retry::RetryAfter);
/// assert_eq!(error.to_string(), "ERR-02-001: The quota is used up (HTTP 429, request r-1)");
///
/// let page = ApiError::<Code>::from_parts(502, [("content-type", "text/html")], "<h1>Bad gateway</h1>");
/// assert_eq!(page.code(), None);
/// assert_eq!(page.retry_advice(), Retry::Backoff);
/// assert_eq!(page.body(), b"<h1>Bad gateway</h1>");
/// assert_eq!(page.to_string(), "HTTP 502 Bad Gateway");
/// ```
///
/// # Coming from exceptions, or from safe results
///
/// SDKs in other languages raise exceptions of a hierarchy of classes, or return a result that holds data or an error. In Rust,
/// `Result<T, ApiError>` is both:
///
/// | elsewhere | here |
/// |---|---|
/// | `result.ok`, `result.data`, `result.error` | `result.is_ok()`, `result.ok()`, `result.err()` |
/// | `result.unwrap()`, which raises the error again | `result?` |
/// | `except AuthError as e` | `Err(e) if e.is_a(Class::AuthError)` |
/// | `e.error_code == "ERR-01-001"` | `e.known() == Some(Code::NodeNotFound)`, or `match` |
/// | `e.status_code`, `e.detail` | [`status`](Self::status), [`message`](Self::message) and [`json`](Self::json) |
/// | `e.structured_details`, `e.suggestions`, `e.links` | [`details`](Self::details), [`suggestions`](Self::suggestions), [`links`](Self::links) |
///
/// The example `safe_results` of the crate `errcat` translates the examples of such an SDK one by one.
pub struct ApiError<C: ErrorCode>(Box<Inner<C>>);

struct Inner<C> {
    status: u16,
    headers: Headers,
    body: Vec<u8>,
    outline: Outline,
    cut: bool,
    code: Option<Wire<C>>,
    message: Option<String>,
    suggestions: Vec<String>,
    links: Vec<ApiLink>,
    texts: TextFacts<String>,
    /// The parameters and details of a response that has all of them as texts, as one object.
    #[cfg(feature = "tonic014")]
    values: Option<String>,
}

/// A link to further information, as a response contains it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct ApiLink {
    /// The label of the link, which is empty if the response has none.
    pub label: String,
    /// The address. It comes from outside, so check it before following it.
    pub url: String,
}

impl<C: ErrorCode> ApiError<C> {
    /// Reads a response from its status, headers and body. Never fails.
    ///
    /// Every client has these parts. Of a `response` of `reqwest::blocking`, they are:
    ///
    /// ```text
    /// let (status, headers) = (response.status().as_u16(), response.headers().clone());
    /// let error = ApiError::from_parts(status, &headers, response.bytes()?);
    /// ```
    ///
    /// ureq and hyper have `into_parts`, which returns a `head` and a `body`. The bytes of the body are
    /// `body.read_to_vec()?` (ureq) or `body.collect().await?.to_bytes()` (hyper):
    ///
    /// ```text
    /// let error = ApiError::from_parts(head.status.as_u16(), &head.headers, bytes);
    /// ```
    ///
    /// The example `other-clients` is a program with all three.
    #[must_use]
    pub fn from_parts<N: AsRef<str>, V: AsRef<[u8]>>(
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
        body: impl Into<Vec<u8>>,
    ) -> Self {
        Self(Box::new(decode::decode(status, Headers::new(headers), body.into())))
    }

    /// Returns the HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// Returns the code as received, or `None` if the response has none.
    #[must_use]
    pub fn code(&self) -> Option<&Wire<C>> {
        self.0.code.as_ref()
    }

    /// Returns the code to `match` on, or `None` if there is none or this version does not know it.
    ///
    /// If several errors share the code, this is the one whose status and message fit. Among those
    /// with the status of the response, it is the one with exactly its message, or else the first.
    #[must_use]
    pub fn known(&self) -> Option<C> {
        let code = self.0.code.as_ref().and_then(Wire::known)?;
        Some(if C::VARIANTS { self.variant(code) } else { code })
    }

    fn variant(&self, code: C) -> C {
        let variants = C::variants_of(code.code());
        let fits = |variant: &C| variant.status() == Some(self.0.status);
        let any = !variants.iter().any(fits);
        let fitting = || variants.iter().copied().filter(|variant| any || fits(variant));
        let message = self.message();
        let said = fitting().find(|variant| message.is_some() && variant.message() == message);
        said.or_else(|| fitting().next()).unwrap_or(code)
    }

    /// Returns the message.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// Returns the sentences of the server about what to do.
    #[must_use]
    pub fn suggestions(&self) -> &[String] {
        &self.0.suggestions
    }

    /// Returns the links of the server to further information.
    #[must_use]
    pub fn links(&self) -> &[ApiLink] {
        &self.0.links
    }

    /// Returns the details as JSON.
    #[must_use]
    pub fn details(&self) -> Option<Json<'_>> {
        self.find(Fact::Details)
    }

    /// Returns the mistakes in fields of the request, in the order of the response.
    #[must_use]
    pub fn field_errors(&self) -> Vec<FieldError> {
        field_errors::all(&self.reader())
    }

    /// Returns the errors of the response: first this one, then the other items of the list in which
    /// its code stands, if it stands in one.
    pub fn errors(&self) -> impl Iterator<Item = ErrorItem<'_, C>> {
        items::all(self).into_iter()
    }

    /// Returns `true` if a response is an error: if its status is 400 or more, or if it has the mark
    /// of errors (`is_error` of the envelope).
    #[must_use]
    pub fn is_error<N: AsRef<str>, V: AsRef<[u8]>>(
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &[u8],
    ) -> bool {
        status >= 400 || mark::is_set::<C, _, _>(headers, body)
    }

    /// Returns a member that is specific to the API, by its name in the catalog.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Json<'_>> {
        let slot = C::envelope()
            .slots()
            .iter()
            .find(|slot| matches!(slot.fact(), Fact::Field(field) if field == name))?;
        self.find(slot.fact())
    }

    /// Returns the raw body.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.0.body
    }

    /// Converts the error into its raw body without copying it.
    #[must_use]
    pub fn into_body(self) -> Vec<u8> {
        self.0.body
    }

    /// Returns the type of the body.
    #[must_use]
    pub fn body_state(&self) -> BodyState {
        self.0.outline.state
    }

    /// Returns `true` if the body is incomplete, because it was too long or the connection broke.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.0.cut
    }

    /// Returns the body as JSON, if it starts like a JSON document.
    #[must_use]
    pub fn json(&self) -> Option<Json<'_>> {
        Json::new(&self.0.body)
    }

    /// Returns the value of a header. Case is ignored.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&[u8]> {
        self.0.headers.get(name)
    }

    /// Iterates over the headers in the order in which they were received.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.headers.iter().map(|(name, value)| (core::str::from_utf8(name).unwrap_or_default(), value))
    }

    /// Returns the class by the rules of the catalog. They consider the code, the status, and
    /// whether there is a code at all.
    #[must_use]
    pub fn class(&self) -> Option<C::Class> {
        advice::class(self.known(), self.0.code.as_ref().map(Wire::as_str), self.0.status)
    }

    /// Returns `true` if the response is of this class or one of its descendants, as `except` would
    /// catch it.
    #[must_use]
    pub fn is_a(&self, class: C::Class) -> bool {
        self.class().is_some_and(|own| own.is_a(class))
    }

    /// Returns the retry advice of the code, or else of the class, or else of the status. If the
    /// response says how long to wait and the advice does not exclude it, the result is
    /// [`Retry::RetryAfter`].
    ///
    /// If the response says whether to send the request again (`should_retry` of the envelope), it is
    /// right.
    #[must_use]
    pub fn retry_advice(&self) -> Retry {
        let says = C::envelope().has_should_retry().then(|| decode::should_retry(&self.0)).flatten();
        match (says, self.advice()) {
            (Some(false), _) => Retry::Never,
            (Some(true), Retry::Never) => match self.wait(Timestamp::from_unix(0, 0)) {
                Some(_) => Retry::RetryAfter,
                None => Retry::Backoff,
            },
            (_, advice) => advice,
        }
    }

    fn advice(&self) -> Retry {
        let code = self.0.code.as_ref().map(Wire::as_str);
        let said = advice::said(self.known(), code, self.0.status);
        match said {
            Some(Retry::Never) => Retry::Never,
            Some(Retry::Immediately) => Retry::Immediately,
            _ if self.wait(Timestamp::from_unix(0, 0)).is_some() => Retry::RetryAfter,
            Some(advice) => advice,
            None => Retry::of_status(self.0.status),
        }
    }

    /// Returns how long the response asks to wait, according to the header `Retry-After` or the
    /// envelope. Seconds and dates are rounded up to whole seconds. A date in the past is zero.
    /// Very long waits are limited, which [`RetryAfter::capped`] shows.
    ///
    /// `now` is a [`Timestamp`] or, with the feature `std`, a `SystemTime`.
    #[must_use]
    pub fn retry_after(&self, now: impl Into<Timestamp>) -> Option<RetryAfter> {
        self.wait(now.into())
    }

    /// Returns the parameters of the message as the struct of their code.
    ///
    /// # Errors
    /// Returns a [`Misfit`] if the response has another code, or if a value is missing or has
    /// another type.
    pub fn known_params<P: Params<Code = C>>(&self) -> Result<P, Misfit> {
        self.expect(P::CODE)?;
        let has_place = C::envelope().has_params();
        let place = self.find(Fact::Params);
        let place = if has_place { place } else { place.or_else(|| self.find(Fact::Details)) };
        let values = self.texts().unwrap_or_else(|| Values::new(place));
        let carried = self.carried(P::CODE);
        let carried = carried.as_ref().and_then(|(name, json)| Some((*name, Json::new(json.as_bytes())?)));
        Taking::read(values.with_carried(carried), P::take)
    }

    /// Returns the details as the struct of their code.
    ///
    /// # Errors
    /// Returns a [`Misfit`] if the response has another code, or if a value is missing or has
    /// another type.
    pub fn known_details<D: Details<Code = C>>(&self) -> Result<D, Misfit> {
        self.expect(D::CODE)?;
        Taking::read(self.texts().unwrap_or_else(|| Values::new(self.details())), D::take)
    }

    /// Returns a label for metrics: the code, or `_OTHER` if it is unknown.
    #[must_use]
    pub fn metric_label(&self) -> &'static str {
        self.0.code.as_ref().map_or(crate::wire::OTHER, Wire::metric_label)
    }

    /// Returns the values of a response that has all of them as texts.
    #[cfg(feature = "tonic014")]
    fn texts(&self) -> Option<Values<'_>> {
        Some(Values::texts(Json::new(self.0.values.as_ref()?.as_bytes())?))
    }

    #[cfg(not(feature = "tonic014"))]
    #[expect(clippy::unused_self, reason = "gRPC has all values as texts")]
    const fn texts(&self) -> Option<Values<'_>> {
        None
    }

    #[cfg(feature = "reqwest013")]
    pub(crate) fn set_cut(&mut self, cut: bool) {
        self.0.cut = cut;
    }

    fn expect(&self, code: C) -> Result<(), Misfit> {
        if self.known() == Some(code) { Ok(()) } else { Err(Misfit::OtherCode { expected: code.code() }) }
    }

    /// Returns the value that the code carries as JSON, with its name.
    fn carried(&self, code: C) -> Option<(&'static str, String)> {
        let pattern = code.pattern()?;
        let value = pattern.value(self.0.code.as_ref()?.as_str())?;
        let mut json = String::new();
        match pattern.carried() {
            Carried::Text => write::string(&mut json, value),
            _ => json.push_str(value),
        }
        Some((pattern.param(), json))
    }

    /// Returns a fact that is a text.
    pub(crate) fn text(&self, fact: Fact<'_>) -> Option<&str> {
        self.0.texts.get(fact).map(String::as_str)
    }

    fn find(&self, fact: Fact<'_>) -> Option<Json<'_>> {
        self.reader().find(fact)
    }

    fn reader(&self) -> Reader<'_> {
        Reader::new::<C>(&self.0.body, self.0.outline)
    }

    /// Returns how long to wait.
    fn wait(&self, now: Timestamp) -> Option<RetryAfter> {
        decode::wait::<C>(&self.0, now)
    }
}

//! What a client got: an error response, read as far as it can be read.

mod body;
mod decode;
mod display;
mod message;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

pub use self::body::BodyState;
use self::body::Reader;
use crate::params::Values;
use crate::{
    Class as _, Details, ErrorCode, Fact, Json, Misfit, Params, Retry, RetryAfter, Timestamp, Wire, advice,
};

/// An error response of an API, as a client got it.
///
/// Reading is total: whatever arrives, structured or not, whole or cut off, gives an `ApiError` with the status, the headers,
/// the raw body and every fact that could be read. A page of HTML from a proxy has a status and a class; a JSON document that ends
/// in the middle has all members before the end; a code that this version does not know is kept letter by letter.
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
    headers: Vec<(Box<str>, Box<[u8]>)>,
    body: Vec<u8>,
    state: BodyState,
    cut: bool,
    code: Option<Wire<C>>,
    message: Option<String>,
    suggestions: Vec<String>,
    links: Vec<ApiLink>,
    request_id: Option<String>,
}

/// Where to read on, as a response says it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct ApiLink {
    /// What the link is called; empty if the response does not say.
    pub label: String,
    /// Where it leads. Comes from outside: check it before following it.
    pub url: String,
}

impl<C: ErrorCode> ApiError<C> {
    /// Reads a response: its status, its headers by name and value, and its body. Never fails.
    #[must_use]
    pub fn from_parts<N: AsRef<str>, V: AsRef<[u8]>>(
        status: u16,
        headers: impl IntoIterator<Item = (N, V)>,
        body: impl Into<Vec<u8>>,
    ) -> Self {
        let headers = headers.into_iter().map(|(name, value)| (name.as_ref().into(), value.as_ref().into()));
        Self(Box::new(decode::decode(status, headers.collect(), body.into())))
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// The code as received; nothing where the response has none.
    #[must_use]
    pub fn code(&self) -> Option<&Wire<C>> {
        self.0.code.as_ref()
    }

    /// The code to `match` on; nothing where there is none, or one that this version does not know.
    #[must_use]
    pub fn known(&self) -> Option<C> {
        self.0.code.as_ref().and_then(Wire::known)
    }

    /// The message for people.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// What to do about it, as the server says.
    #[must_use]
    pub fn suggestions(&self) -> &[String] {
        &self.0.suggestions
    }

    /// Where to read on, as the server says.
    #[must_use]
    pub fn links(&self) -> &[ApiLink] {
        &self.0.links
    }

    /// What to tell the support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The details, as JSON.
    #[must_use]
    pub fn details(&self) -> Option<Json<'_>> {
        self.find(Fact::Details)
    }

    /// A field that the API's envelope has of its own, by the name that the catalog gives it.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Json<'_>> {
        let slot = C::ENVELOPE
            .slots()
            .iter()
            .find(|slot| matches!(slot.fact(), Fact::Field(field) if field == name))?;
        self.find(slot.fact())
    }

    /// The body, byte for byte.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.0.body
    }

    /// The body, byte for byte, without a copy.
    #[must_use]
    pub fn into_body(self) -> Vec<u8> {
        self.0.body
    }

    /// What kind of body it is: JSON, cut off, something else.
    #[must_use]
    pub fn body_state(&self) -> BodyState {
        self.0.state
    }

    /// Whether the body went on behind what was read: it was too long, or the connection broke.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.0.cut
    }

    /// The body as JSON, where it begins like a JSON document.
    #[must_use]
    pub fn json(&self) -> Option<Json<'_>> {
        Json::new(&self.0.body)
    }

    /// The value of a header; letter case of the name does not count.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&[u8]> {
        decode::header(&self.0.headers, name)
    }

    /// The headers, in the order in which they came.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.headers.iter().map(|(name, value)| (name.as_ref(), value.as_ref()))
    }

    /// The class, by the catalog's rules: from the code where the catalog says so, else from the status and from whether there
    /// is a code, known or not.
    #[must_use]
    pub fn class(&self) -> Option<C::Class> {
        advice::class(self.known(), self.0.code.as_ref().map(Wire::as_str), self.0.status)
    }

    /// Whether the response is of this class or a kind of it, as `except` would catch it.
    #[must_use]
    pub fn is_a(&self, class: C::Class) -> bool {
        self.class().is_some_and(|own| own.is_a(class))
    }

    /// What the client may do: what the catalog says of the code, else of the class, else what the status says. Where the
    /// response names a time and nothing speaks against another attempt, [`Retry::RetryAfter`].
    #[must_use]
    pub fn retry_advice(&self) -> Retry {
        let code = self.0.code.as_ref().map(Wire::as_str);
        let said = advice::said(self.known(), code, self.0.status);
        match said {
            Some(Retry::Never) => Retry::Never,
            Some(Retry::Immediately) => Retry::Immediately,
            _ if self.wait(Timestamp::from_unix(0, 0)).is_some() => Retry::RetryAfter,
            Some(advice) => advice,
            None => crate::status::retry(self.0.status),
        }
    }

    /// How long the response asks to wait, from the header `Retry-After` or the envelope: in seconds or as a date, rounded up.
    /// A date in the past is no wait; an absurdly long wait is capped, which the result tells.
    ///
    /// `now` is a [`Timestamp`], or with the feature `std` a `SystemTime`.
    #[must_use]
    pub fn retry_after(&self, now: impl Into<Timestamp>) -> Option<RetryAfter> {
        self.wait(now.into())
    }

    /// The parameters of the message as the struct of their code.
    ///
    /// # Errors
    /// A [`Misfit`] says whether the response has another code, or which value is missing or of another type.
    pub fn known_params<P: Params<Code = C>>(&self) -> Result<P, Misfit> {
        self.expect(P::CODE)?;
        let slots = self.reader().envelope.slots();
        let own = slots.iter().any(|slot| slot.fact() == Fact::Params);
        P::read(&Values::new(self.find(if own { Fact::Params } else { Fact::Details })))
    }

    /// The details as the struct of their code.
    ///
    /// # Errors
    /// A [`Misfit`] says whether the response has another code, or which value is missing or of another type.
    pub fn known_details<D: Details<Code = C>>(&self) -> Result<D, Misfit> {
        self.expect(D::CODE)?;
        D::read(&Values::new(self.details()))
    }

    /// A label for metrics that has as many values as the catalog has codes, and one more: `_OTHER`.
    #[must_use]
    pub fn metric_label(&self) -> &'static str {
        self.0.code.as_ref().map_or(crate::wire::OTHER, Wire::metric_label)
    }

    #[cfg(feature = "reqwest")]
    pub(crate) fn set_cut(&mut self, cut: bool) {
        self.0.cut = cut;
    }

    fn expect(&self, code: C) -> Result<(), Misfit> {
        if self.known() == Some(code) { Ok(()) } else { Err(Misfit::OtherCode { expected: code.code() }) }
    }

    fn find(&self, fact: Fact<'_>) -> Option<Json<'_>> {
        self.reader().find(fact)
    }

    fn reader(&self) -> Reader<'_> {
        Reader::new::<C>(&self.0.body, self.header("content-type"))
    }

    /// What the response says about waiting: the header, else the envelope.
    fn wait(&self, now: Timestamp) -> Option<RetryAfter> {
        let header = self.header("retry-after").and_then(|value| core::str::from_utf8(value).ok());
        let header = header.and_then(|value| RetryAfter::parse(value, now));
        header.or_else(|| RetryAfter::parse(&decode::wait_text::<C>(&self.0)?, now))
    }
}

//! The response for an error, as outsiders see it.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::time::Duration;

use super::Error;
use crate::answer::{self, Content, Links, Response};
use crate::envelope::TextFacts;
use crate::params::Fields;
use crate::{BodyPiece, ErrorCode, Fact, Problem, status};

/// The media type of bodies in the envelope of an API.
const JSON: &str = "application/json";

impl<C: ErrorCode> Error<C> {
    /// Returns `true` if outsiders see another code.
    fn is_masked(&self) -> bool {
        self.0.code.public() != self.0.code
    }

    /// Passes everything that outsiders may see to `pass`.
    pub(crate) fn with_content<T>(&self, pass: impl FnOnce(&Content<'_>) -> T) -> T {
        let fields = self.fields();
        match self.code_outside(&fields) {
            Some(code) => pass(&self.content(&code, &fields)),
            None => pass(&self.unsendable()),
        }
    }

    /// Returns the content of an internal error, for a code that cannot be sent.
    fn unsendable(&self) -> Content<'_> {
        let mut content = Content::bare("", C::NUMERIC, 500, Some(status::phrase(500)));
        content.texts = self.texts(true);
        content
    }

    fn content<'a>(&'a self, sent: &'a str, fields: &'a Fields<'a>) -> Content<'a> {
        let inner = &*self.0;
        let code = inner.code.public();
        let fixed = code.message().or(code.description());
        let mut content = Content::bare(sent, code.number().is_some(), self.status(), fixed);
        content.help = code.info().help;
        content.links = Links::Catalog(code.info().links);
        content.title = title(code, inner.params.is_some());
        let masked = self.is_masked();
        content.texts = self.texts(masked);
        // A mask has the same message with the same parameters.
        content.params = fields.as_slice();
        if let Some(text) = self.filled(fields) {
            content.text = text;
        }
        if masked {
            return content;
        }
        content.text = self.inside(fields);
        content.details = &inner.details;
        content.fields = &inner.fields;
        content.retry_after = inner.retry_after.map(whole_seconds);
        content
    }

    /// Returns the texts of this occurrence that outsiders may see.
    fn texts(&self, masked: bool) -> TextFacts<&str> {
        self.0.texts.map(|_, always, text| (always || !masked).then_some(&**text))
    }

    /// Returns the body in the envelope of the API.
    #[must_use]
    pub fn body(&self) -> Cow<'static, str> {
        let body = self.bare(C::ENVELOPE.bare());
        Cow::Owned(body.unwrap_or_else(|| self.with_content(|content| answer::body(C::ENVELOPE, content))))
    }

    /// Returns the body if nothing was added to the code: what most errors send, in a third of the
    /// instructions.
    #[inline]
    fn bare(&self, pieces: &[BodyPiece<'_>]) -> Option<String> {
        let inner = &*self.0;
        let code = inner.code.public();
        let is_bare = inner.params.is_none() && inner.texts.is_empty();
        // Nothing else of a masked error goes out.
        let is_plain = inner.message.is_none()
            && inner.details.is_empty()
            && inner.fields.is_empty()
            && inner.retry_after.is_none();
        if is_bare && (is_plain || code != inner.code) { bare(pieces, code, || self.status()) } else { None }
    }

    pub(crate) fn problem_body(&self, instance: Option<&str>) -> Cow<'static, str> {
        let code = self.0.code.public();
        // The title of a page is the message, and the detail is not the same text.
        let is_usual = match C::DOCS {
            Some(_) => !code.info().dynamic,
            None => code.message().or(code.description()) != Some(status::phrase(self.status())),
        };
        let is_known = is_usual && instance.is_none();
        let bare = if is_known { self.bare(C::ENVELOPE.bare_problem()) } else { None };
        Cow::Owned(
            bare.unwrap_or_else(|| self.with_content(|content| answer::problem(C::DOCS, instance, content))),
        )
    }

    /// Returns the response with this body.
    pub(crate) fn respond(&self, content_type: &'static str, body: Cow<'static, str>) -> Response {
        let status = self.status();
        let inner = &*self.0;
        // Nothing of an error that cannot be sent goes out, as if it was masked.
        let masked = self.is_masked() || !self.is_complete();
        Response {
            status,
            content_type,
            retry_after: inner.retry_after.filter(|_| !masked).map(whole_seconds),
            challenge: (status == 401).then(|| match &inner.challenge {
                Some(challenge) if !masked => challenge.clone(),
                _ => Cow::Borrowed("Bearer"),
            }),
            texts: self.texts(masked).map(|fact, _, text| Some((header::<C>(fact)?, (*text).to_string()))),
            body,
        }
    }

    /// Returns the error as RFC 9457 problem details.
    #[must_use]
    pub fn into_problem(self) -> Problem<C> {
        Problem::from(self)
    }
}

/// Returns the body of a code that outsiders see, to which nothing was added. Returns `None` if the
/// catalog adds something itself, such as help.
#[inline]
fn bare<C: ErrorCode>(pieces: &[BodyPiece<'_>], code: C, status: impl Fn() -> u16) -> Option<String> {
    if pieces.is_empty() || C::NUMERIC || code.pattern().is_some() {
        return None;
    }
    let info = code.info();
    let message = code.message().or(code.description())?;
    let adds_nothing = info.help.is_empty() && info.links.is_empty();
    adds_nothing.then(|| answer::bare(pieces, code.code(), message, status))
}

/// Returns the text that is the same for every occurrence, or `None` if the message has parameters
/// or is written by the server.
fn title<C: ErrorCode>(code: C, filled: bool) -> Option<&'static str> {
    if filled || code.info().dynamic { code.description() } else { code.message().or(code.description()) }
}

/// Returns the header in which a server sends a fact, if it does not stand in the body.
fn header<C: ErrorCode>(fact: Fact<'_>) -> Option<&'static str> {
    let slot = C::ENVELOPE.slots().iter().find(|slot| slot.fact() == fact)?;
    slot.paths().first()?.strip_prefix("header:")
}

#[inline]
fn whole_seconds(delay: Duration) -> u64 {
    delay.as_secs().saturating_add(u64::from(delay.subsec_nanos() > 0))
}

impl<C: ErrorCode> From<&Error<C>> for Response {
    fn from(error: &Error<C>) -> Self {
        error.respond(JSON, error.body())
    }
}

impl<C: ErrorCode> From<Error<C>> for Response {
    fn from(error: Error<C>) -> Self {
        Self::from(&error)
    }
}

impl<C: ErrorCode> From<C> for Response {
    fn from(code: C) -> Self {
        let public = code.public();
        let status = public.status().unwrap_or(500);
        match bare(C::ENVELOPE.bare(), public, || status) {
            Some(body) => Self {
                status,
                content_type: JSON,
                retry_after: None,
                challenge: (status == 401).then_some(Cow::Borrowed("Bearer")),
                texts: TextFacts::NONE,
                body: Cow::Owned(body),
            },
            None => Self::from(Error::new(code)),
        }
    }
}

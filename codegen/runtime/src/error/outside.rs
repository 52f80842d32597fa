//! The response for an error, as outsiders see it.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::Error;
use crate::answer::header::headers;
use crate::answer::{self, Content, Links, Response};
use crate::envelope::TextFacts;
use crate::params::Fields;
use crate::{BodyPiece, ErrorCode, Problem, status};

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
        content.delay = inner.retry_after;
        content.field_errors = &inner.field_errors;
        content
    }

    /// Returns the texts of this occurrence that outsiders may see.
    fn texts(&self, masked: bool) -> TextFacts<&str> {
        self.0.texts.map(|_, always, text| (always || !masked).then_some(&**text))
    }

    /// Returns the body in the envelope of the API.
    #[must_use]
    pub fn body(&self) -> Cow<'static, str> {
        let body = self.bare(C::envelope().bare());
        Cow::Owned(body.unwrap_or_else(|| self.with_content(|content| answer::body(C::envelope(), content))))
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
            && inner.field_errors.is_empty()
            && inner.retry_after.is_none();
        if is_bare && (is_plain || code != inner.code) { bare(pieces, code, || self.status()) } else { None }
    }

    pub(crate) fn problem_body(&self, instance: Option<&str>) -> Cow<'static, str> {
        let code = self.0.code.public();
        // The title of a page is the message, and the detail is not the same text.
        let is_usual = match C::docs() {
            Some(_) => !code.info().dynamic,
            None => code.message().or(code.description()) != Some(status::phrase(self.status())),
        };
        let is_known = is_usual && instance.is_none();
        let bare = if is_known { self.bare(C::envelope().bare_problem()) } else { None };
        Cow::Owned(bare.unwrap_or_else(|| {
            self.with_content(|content| answer::problem(C::envelope(), C::docs(), instance, content))
        }))
    }

    /// Returns the response with this body.
    pub(crate) fn respond(&self, content_type: &'static str, body: Cow<'static, str>) -> Response {
        let status = self.status();
        let inner = &*self.0;
        // Nothing of an error that cannot be sent goes out, as if it was masked.
        let masked = self.is_masked() || !self.is_complete();
        let challenge = (status == 401).then(|| match &inner.challenge {
            Some(challenge) if !masked && is_header_value(challenge) => challenge.clone(),
            _ => Cow::Borrowed("Bearer"),
        });
        let retry_after = inner.retry_after.filter(|_| !masked).map(answer::seconds);
        if !C::envelope().has_headers() {
            return Response { status, content_type, retry_after, challenge, facts: Vec::new(), body };
        }
        let headers = self.with_content(|content| headers(C::envelope(), content, challenge));
        Response {
            status,
            content_type,
            retry_after: retry_after.filter(|_| !headers.waits),
            challenge: headers.challenge,
            facts: headers.own,
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

/// Returns `true` if a text is valid as the value of a header.
#[inline]
fn is_header_value(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~'))
}

impl<C: ErrorCode> From<&Error<C>> for Response {
    fn from(error: &Error<C>) -> Self {
        error.respond(C::envelope().media_type(), error.body())
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
        let envelope = C::envelope();
        let bare = if envelope.has_headers() { None } else { bare(envelope.bare(), public, || status) };
        match bare {
            Some(body) => Self {
                status,
                content_type: envelope.media_type(),
                retry_after: None,
                challenge: (status == 401).then_some(Cow::Borrowed("Bearer")),
                facts: Vec::new(),
                body: Cow::Owned(body),
            },
            None => Self::from(Error::new(code)),
        }
    }
}

//! The response for an error, as outsiders see it.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Error, carried, described, fixed, said};
use crate::answer::header::headers;
use crate::answer::{self, Content, Docs, Links, Response, Text};
use crate::envelope::TextFacts;
use crate::params::Fields;
use crate::{BodyPiece, ErrorCode, Problem, Retry, advice, status};

/// What outsiders get instead of an error.
#[derive(Clone, Copy)]
pub(super) struct Outside<C> {
    /// The code, or `None` if they get none.
    pub(super) code: Option<C>,
    /// Whether it is another code, so that nothing of the occurrence goes out.
    is_masked: bool,
    /// Whether the parameters of the error are those of the code.
    has_params: bool,
}

/// Returns what outsiders get instead of a code: its mask, or, for an internal error without one, the
/// code for internal errors.
#[inline]
fn outside<C: ErrorCode>(code: C) -> Outside<C> {
    let public = code.public();
    if public.info().internal {
        return Outside { code: C::INTERNAL, is_masked: true, has_params: false };
    }
    Outside { code: Some(public), is_masked: public != code, has_params: true }
}

/// Returns the status that is sent with a code. `set` is that of the server.
///
/// Errors have a status from 400 to 599. A code that is not an error, or has a mark of its own in the
/// envelope, may have another.
#[inline]
fn status_of<C: ErrorCode>(code: C, set: Option<u16>) -> u16 {
    let declared = code.status();
    match declared.or(set) {
        Some(status @ 400..=599) => status,
        _ if code.is_error() && C::envelope().error_mark().is_none() => 500,
        None => 200,
        Some(status @ 200..=399) if declared.is_some() => status,
        Some(_) => 500,
    }
}

impl<C: ErrorCode> Error<C> {
    #[inline]
    pub(super) fn outside(&self) -> Outside<C> {
        outside(self.code)
    }

    /// Returns the HTTP status of the response: that of the catalog, or else the one set by
    /// [`with_status`](Self::with_status), or else 500. It is also 500 if a status is no status of an
    /// error, and if the code cannot be sent, because it is internal or carries a value that is
    /// missing.
    #[must_use]
    pub fn status(&self) -> u16 {
        let outside = self.outside();
        match outside.code {
            Some(code) if self.is_complete() => {
                status_of(code, self.added().status.filter(|_| outside.has_params))
            }
            _ => 500,
        }
    }

    /// Returns the code that outsiders see, or an empty text if they get none.
    #[cfg(any(feature = "actix_web4", feature = "http1"))]
    pub(crate) fn shown(&self) -> &'static str {
        self.outside().code.map_or("", C::code)
    }

    /// Returns the code that outsiders see.
    #[cfg(feature = "tonic014")]
    pub(crate) fn code_shown(&self) -> Option<C> {
        self.outside().code
    }

    /// Passes everything that outsiders may see to `pass`.
    pub(crate) fn with_content<T>(&self, pass: impl FnOnce(&Content<'_>) -> T) -> T {
        let outside = self.outside();
        let fields = self.fields_of(outside);
        let fields = fields.as_ref();
        match outside.code.and_then(|code| Some((code, carried::sent(code, fields)?))) {
            Some((code, sent)) => pass(&self.content(outside, code, &sent, fields)),
            None => pass(&self.unsendable()),
        }
    }

    /// Returns the parameters that outsiders may see.
    #[inline]
    pub(super) fn fields_of(&self, outside: Outside<C>) -> Option<Fields<'_>> {
        if outside.has_params { self.fields() } else { None }
    }

    /// Returns the content of an internal error, for a code that cannot be sent.
    fn unsendable(&self) -> Content<'_> {
        let mut content = Content::bare("", C::NUMERIC, 500, Some(status::phrase(500)));
        content.texts = self.texts(true);
        content.fields = &self.added().fields;
        content
    }

    fn content<'a>(
        &'a self,
        outside: Outside<C>,
        code: C,
        sent: &'a str,
        fields: Option<&'a Fields<'a>>,
    ) -> Content<'a> {
        let added = self.added();
        let language = self.language();
        let text = fixed(code, language);
        let mut content = Content::bare(sent, code.number().is_some(), self.status(), text);
        if added.params.is_some() || code.info().dynamic {
            content.title = described(code, language);
        }
        content.help = code.info().help;
        content.links = Links::Catalog(code.info().links);
        let delay = added.retry_after.filter(|_| !outside.is_masked);
        if C::envelope().has_should_retry() {
            let said = advice::said(Some(code), Some(sent), content.status);
            let by_status = || delay.is_some() || Retry::of_status(content.status).is_retryable();
            content.should_retry = Some(said.map_or_else(by_status, Retry::is_retryable));
        }
        content.texts = self.texts(outside.is_masked);
        content.fields = &added.fields;
        // A mask has the same message with the same parameters.
        content.params = fields.map_or(&[], Fields::as_slice);
        if let Some(text) = said(code, fields, language) {
            content.text = text;
        }
        if outside.is_masked {
            return content;
        }
        if let Some(message) = &added.message {
            content.text = Text::Fixed(message);
        }
        content.details = &added.details;
        content.delay = delay;
        content.field_errors = &added.field_errors;
        content
    }

    /// Returns the texts of this occurrence that outsiders may see.
    fn texts(&self, masked: bool) -> TextFacts<&str> {
        self.added().texts.map(|_, always, text| (always || !masked).then_some(&**text))
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
        let added = self.added();
        let code = self.code.public();
        let is_bare = added.params.is_none()
            && added.texts.is_empty()
            && added.fields.is_empty()
            && self.language().is_none();
        // Nothing else of a masked error goes out.
        let is_plain = added.message.is_none()
            && added.details.is_empty()
            && added.field_errors.is_empty()
            && added.retry_after.is_none();
        if is_bare && (is_plain || code != self.code) { bare(pieces, code, || self.status()) } else { None }
    }

    pub(crate) fn problem_body(&self, instance: Option<&str>) -> Cow<'static, str> {
        let code = self.code.public();
        // The title of a page is the message, and the detail is not the same text.
        let is_usual = match C::docs() {
            Some(_) => !code.info().dynamic,
            None => fixed(code, None) != Some(status::phrase(self.status())),
        };
        let is_known = is_usual && instance.is_none();
        let bare = if is_known { self.bare(C::envelope().bare_problem()) } else { None };
        Cow::Owned(bare.unwrap_or_else(|| {
            let family = self.outside().code.map_or("", C::family_id);
            let docs = C::docs().map(|address| Docs { address, family });
            self.with_content(|content| answer::problem(C::envelope(), docs, instance, content))
        }))
    }

    /// Returns the response with this body.
    pub(crate) fn respond(&self, content_type: &'static str, body: Cow<'static, str>) -> Response {
        let status = self.status();
        let added = self.added();
        let outside = self.outside();
        // Nothing of an error that cannot be sent goes out, as if it was masked.
        let masked = outside.is_masked || !self.is_complete();
        // Every response with this status has a challenge, so it does not tell a mask apart.
        let challenge = (status == 401).then(|| match &added.challenge {
            Some(challenge) if is_header_value(challenge) => challenge.clone(),
            _ => Cow::Borrowed("Bearer"),
        });
        let retry_after = added.retry_after.filter(|_| !masked).map(answer::seconds);
        let body = if matches!(status, 204 | 205 | 304) { Cow::Borrowed("") } else { body };
        let language = self.language_of(outside);
        let varies = !C::LANGUAGES.is_empty() && self.language > 0;
        if !C::envelope().has_headers() {
            let facts = Vec::new();
            return Response { status, content_type, retry_after, challenge, language, varies, facts, body };
        }
        let headers = self.with_content(|content| headers(C::envelope(), content, challenge));
        Response {
            status,
            content_type,
            retry_after: retry_after.filter(|_| !headers.waits),
            challenge: headers.challenge,
            language,
            varies,
            facts: headers.own,
            body,
        }
    }

    /// Returns the language of the text that outsiders get, if the server asked for one.
    fn language_of(&self, outside: Outside<C>) -> Option<&'static str> {
        let code = outside.code.filter(|_| !C::LANGUAGES.is_empty() && self.language > 0)?;
        if self.added().message.is_some() && !outside.is_masked {
            return None;
        }
        let Some(language) = self.language() else { return C::LANGUAGE };
        let own = code.message().or_else(|| code.description());
        let translated = code.message_in(language).or_else(|| code.description_in(language));
        if translated == own { C::LANGUAGE } else { Some(language) }
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
    let is_plain = info.help.is_empty() && info.links.is_empty() && !info.internal && !info.placeholders;
    is_plain.then(|| answer::bare(pieces, code.code(), message, status))
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
        let status = status_of(public, None);
        let envelope = C::envelope();
        let bare = if envelope.has_headers() { None } else { bare(envelope.bare(), public, || status) };
        match bare.filter(|_| !matches!(status, 204 | 205 | 304)) {
            Some(body) => Self {
                status,
                content_type: envelope.media_type(),
                retry_after: None,
                challenge: (status == 401).then_some(Cow::Borrowed("Bearer")),
                language: None,
                varies: false,
                facts: Vec::new(),
                body: Cow::Owned(body),
            },
            None => Self::from(Error::new(code)),
        }
    }
}

//! Reads any response into an [`ApiError`](crate::ApiError).

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::body::{BodyState, Outline, Reader};
use super::headers::Headers;
use super::message::plain;
use super::{ApiLink, Inner, field_errors, message, walk};
use crate::envelope::{PROBLEM, Path, TextFacts, text_fact};
use crate::{
    Envelope, ErrorCode, Fact, Form, Json, JsonKind, Place, RetryAfter, Slot, Timestamp, Wire, answer,
};

/// A value found in the body or the headers, and its place.
struct Value<'a> {
    place: &'static Place<'static>,
    content: Content<'a>,
}

enum Content<'a> {
    Body(Json<'a>),
    Header(Cow<'a, str>),
}

pub(super) fn decode<C: ErrorCode>(status: u16, headers: Headers, body: Vec<u8>) -> Inner<C> {
    let (outline, all) = Outline::scan(&body, headers.get("content-type"), C::envelope().slots());
    let reader = Reader::new::<C>(&body, outline);
    let mut inner = Inner {
        status,
        outline,
        cut: false,
        code: None,
        message: None,
        suggestions: Vec::new(),
        links: Vec::new(),
        texts: TextFacts::NONE,
        body: Vec::new(),
        headers: Headers::default(),
        #[cfg(feature = "tonic014")]
        values: None,
    };
    let mut form = Form::Plain;
    if reader.is_problem {
        standard(&mut inner, &reader, &headers, |fact| reader.is_displaced(fact));
    }
    for (slot, found) in reader.envelope.slots().iter().zip(all) {
        if reader.is_displaced(slot.fact()) && !lacks(&inner, slot.fact()) {
            continue;
        }
        let Some(value) = best(slot, found, &headers) else { continue };
        if slot.fact() == Fact::Message {
            form = value.place.form().unwrap_or(slot.form());
        }
        take(&mut inner, slot.fact(), value);
    }
    if reader.is_problem {
        standard(&mut inner, &reader, &headers, |fact| fact == Fact::Code);
        if inner.code.is_none() {
            inner.code = reader.code_of_type(C::docs()).map(Wire::from);
        }
    }
    let code = inner.code.as_ref().map(Wire::as_str);
    inner.message = inner.message.and_then(|text| message::without_form(text, form, code));
    if reader.is_problem {
        standard(&mut inner, &reader, &headers, |fact| fact != Fact::Code);
    }
    if inner.message.is_none() {
        inner.message = field_errors::message(&reader);
    }
    if inner.message.is_none() && outline.state == BodyState::Other {
        inner.message = message::of_text(&body, headers.get("content-type"));
    }
    if reader.declared && inner.texts.get(Fact::RequestId).is_none() {
        let id = headers.get("x-request-id").map(|id| String::from_utf8_lossy(id).into_owned());
        inner.texts.set(Fact::RequestId, id);
    }
    inner.body = body;
    inner.headers = headers;
    inner
}

/// Sets the facts that are not known yet from the members of problem details.
fn standard<C: ErrorCode>(
    inner: &mut Inner<C>,
    reader: &Reader<'_>,
    headers: &Headers,
    is_wanted: impl Fn(Fact<'_>) -> bool,
) {
    for (slot, found) in PROBLEM.slots().iter().zip(reader.all(&PROBLEM)) {
        let fact = slot.fact();
        let is_open = is_wanted(fact) && reader.is_standard(fact) && lacks(inner, fact);
        if let Some(value) = best(slot, found, headers).filter(|_| is_open) {
            take(inner, fact, value);
        }
    }
}

/// Sets a fact.
fn take<C: ErrorCode>(inner: &mut Inner<C>, fact: Fact<'_>, value: Value<'_>) {
    match fact {
        Fact::Code => inner.code = value.text().map(|text| Wire::new(number::<C>(&text))),
        Fact::Message => {
            inner.message = match value.content {
                Content::Body(json) => message::read(json).map(|text| {
                    if value.place.has_marks() { String::from(value.place.cut(&text)) } else { text }
                }),
                Content::Header(text) => Some(text.into_owned()),
            };
        }
        fact @ text_fact!() => inner.texts.set(fact, value.text().map(Cow::into_owned)),
        Fact::Suggestions => inner.suggestions = suggestions(value),
        Fact::Links => inner.links = links(value),
        // These are read on demand.
        Fact::Details
        | Fact::Params
        | Fact::RetryAfter
        | Fact::ShouldRetry
        | Fact::Status
        | Fact::FieldErrors
        | Fact::Field(_) => {}
    }
}

#[cfg(feature = "tonic014")]
impl<C: ErrorCode> super::ApiError<C> {
    /// Adds values that are texts, and the facts for which the envelope has no place.
    pub(crate) fn with_content(mut self, values: String, content: &answer::Content<'_>) -> Self {
        let inner = &mut *self.0;
        inner.values = Some(values);
        if lacks(inner, Fact::Message) {
            inner.message = content.text.to_text().map(Cow::into_owned);
        }
        if lacks(inner, Fact::RequestId) {
            inner.texts.set(Fact::RequestId, content.texts.get(Fact::RequestId).map(|id| (*id).into()));
        }
        if lacks(inner, Fact::Links) {
            let links = content.links.iter();
            inner.links =
                links.map(|(label, url)| ApiLink { label: label.into(), url: url.into() }).collect();
        }
        self
    }
}

/// Returns `true` if a fact was not found.
fn lacks<C>(inner: &Inner<C>, fact: Fact<'_>) -> bool {
    match fact {
        Fact::Code => inner.code.is_none(),
        Fact::Message => inner.message.is_none(),
        fact @ text_fact!() => inner.texts.get(fact).is_none(),
        Fact::Suggestions => inner.suggestions.is_empty(),
        Fact::Links => inner.links.is_empty(),
        _ => true,
    }
}

/// Returns a number without the fraction `.0`, if codes are numbers.
pub(super) fn number<C: ErrorCode>(text: &str) -> &str {
    if !C::NUMERIC {
        return text;
    }
    match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|digit| digit == b'0') => whole,
        _ => text,
    }
}

/// Returns the first time to wait: that of the envelope, which may be more exact, of the header
/// `Retry-After`, or of problem details.
pub(super) fn wait<C: ErrorCode>(inner: &Inner<C>, now: Timestamp) -> Option<RetryAfter> {
    let reader = Reader::new::<C>(&inner.body, inner.outline);
    let find = |envelope: &'static Envelope<'static>| {
        envelope.slot(Fact::RetryAfter)?.places().iter().find_map(|place| {
            let read = |text: &str| RetryAfter::read(place.cut(text), place.unit(), now);
            match place.path() {
                Path::Header(name) => inner.headers.all(name).find_map(|value| read(&decoded(value))),
                _ if place.is_header() => read(&in_header(place, &inner.headers)?),
                _ => read(&plain(walk::at(reader.json()?, place)?)?),
            }
        })
    };
    let standard = || reader.is_standard(Fact::RetryAfter).then(|| find(&PROBLEM)).flatten();
    find(reader.envelope).or_else(|| retry_after(&inner.headers, now)).or_else(standard)
}

/// Returns what the response says about sending the request again.
pub(super) fn should_retry<C: ErrorCode>(inner: &Inner<C>) -> Option<bool> {
    let reader = Reader::new::<C>(&inner.body, inner.outline);
    reader.envelope.slot(Fact::ShouldRetry)?.places().iter().find_map(|place| {
        if place.is_header() {
            return yes_or_no(&in_header(place, &inner.headers)?);
        }
        let value = walk::at(reader.json()?, place)?;
        match value.kind() {
            JsonKind::Bool => yes_or_no(core::str::from_utf8(value.raw()).ok()?),
            _ => yes_or_no(&value.as_str()?),
        }
    })
}

#[inline]
fn yes_or_no(text: &str) -> Option<bool> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    if is("true") { Some(true) } else { is("false").then_some(false) }
}

/// Returns the first `Retry-After` that can be read.
#[inline]
fn retry_after(headers: &Headers, now: Timestamp) -> Option<RetryAfter> {
    headers.all("retry-after").find_map(|value| RetryAfter::parse(&decoded(value), now))
}

/// Returns the better one of the places in the body and the headers.
#[inline]
fn best<'a>(
    slot: &'static Slot<'static>,
    found: Option<(usize, Json<'a>)>,
    headers: &'a Headers,
) -> Option<Value<'a>> {
    let earlier = found.map_or(slot.places().len(), |(index, _)| index);
    let before = slot.places().get(..earlier).unwrap_or_default();
    let in_header = before.iter().filter(|place| place.is_header()).find_map(|place| {
        let text = in_header(place, headers)?;
        let text = match place.cut(&text) {
            cut if cut.len() == text.len() => text,
            cut => Cow::Owned(String::from(cut)),
        };
        (!text.is_empty()).then_some(Value { place, content: Content::Header(text) })
    });
    in_header.or_else(|| {
        let (index, json) = found?;
        Some(Value { place: slot.places().get(index)?, content: Content::Body(json) })
    })
}

/// Returns the text of a header or of one of its parameters.
#[inline]
pub(super) fn in_header<'h>(place: &Place<'_>, headers: &'h Headers) -> Option<Cow<'h, str>> {
    match place.path() {
        Path::Header(name) => headers.get(name).map(decoded),
        Path::Parameter(name, parameter) => headers
            .all(name)
            .find_map(|value| answer::header::parameter(&decoded(value), parameter))
            .map(Cow::Owned),
        Path::Member(_) | Path::Steps(_) => None,
    }
}

#[inline]
fn decoded(value: &[u8]) -> Cow<'_, str> {
    let value = value.trim_ascii();
    core::str::from_utf8(value).map_or_else(|_| String::from_utf8_lossy(value), Cow::Borrowed)
}

impl<'a> Value<'a> {
    /// Returns the text between the marks of the place.
    #[inline]
    fn text(self) -> Option<Cow<'a, str>> {
        match self.content {
            Content::Body(json) => {
                let text = plain(json)?;
                Some(match self.place.cut(&text) {
                    cut if cut.len() == text.len() => text,
                    cut => Cow::Owned(String::from(cut)),
                })
            }
            Content::Header(text) => Some(text),
        }
    }
}

/// Reads a list of texts, or a single text.
#[inline]
fn suggestions(value: Value<'_>) -> Vec<String> {
    match value.content {
        Content::Body(json) if json.kind() == JsonKind::Array => {
            json.items().filter_map(plain).map(Cow::into_owned).collect()
        }
        _ => value.text().map(Cow::into_owned).into_iter().collect(),
    }
}

/// Reads a list of addresses with or without labels, or a single one.
#[inline]
fn links(value: Value<'_>) -> Vec<ApiLink> {
    let link = |json: Json<'_>| {
        let member = |name| json.get(name).and_then(plain).map(Cow::into_owned);
        match json.kind() {
            JsonKind::Object => Some(ApiLink {
                label: ["label", "title", "description"].into_iter().find_map(member).unwrap_or_default(),
                url: member("url").or_else(|| member("href"))?,
            }),
            _ => Some(ApiLink { label: String::new(), url: plain(json)?.into_owned() }),
        }
    };
    match value.content {
        Content::Body(json) if json.kind() == JsonKind::Array => json.items().filter_map(link).collect(),
        _ => value
            .text()
            .map(|url| ApiLink { label: String::new(), url: url.into_owned() })
            .into_iter()
            .collect(),
    }
}

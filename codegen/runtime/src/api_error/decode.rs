//! Reads any response into an [`ApiError`](crate::ApiError).

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::body::{BodyState, Reader};
use super::message::plain;
use super::{ApiLink, Inner, message};
use crate::envelope::{TextFacts, text_fact};
use crate::{ErrorCode, Fact, Form, Json, JsonKind, Slot, Wire};

type Headers = Vec<(Box<str>, Box<[u8]>)>;

/// A value found in the body or the headers.
enum Place<'a> {
    Body(Json<'a>),
    Header(Cow<'a, str>),
}

pub(super) fn decode<C: ErrorCode>(status: u16, headers: Headers, body: Vec<u8>) -> Inner<C> {
    let mut inner = Inner {
        status,
        state: state(&body),
        cut: false,
        code: None,
        message: None,
        suggestions: Vec::new(),
        links: Vec::new(),
        texts: TextFacts::NONE,
        body: Vec::new(),
        headers: Vec::new(),
    };
    let reader = Reader::new::<C>(&body, header(&headers, "content-type"));
    let mut message_form = Form::Plain;
    for (slot, found) in reader.envelope.slots().iter().zip(reader.all()) {
        let Some(place) = best(slot, found, &headers) else { continue };
        match slot.fact() {
            Fact::Code => inner.code = text(place).map(|text| Wire::new(&text)),
            Fact::Message => {
                message_form = slot.form();
                inner.message = match place {
                    Place::Body(json) => message::read(json),
                    Place::Header(text) => Some(text.into_owned()),
                };
            }
            fact @ text_fact!() => inner.texts.set(fact, text(place).map(Cow::into_owned)),
            Fact::Suggestions => inner.suggestions = suggestions(place),
            Fact::Links => inner.links = links(place),
            // These are read on demand.
            Fact::Details | Fact::Params | Fact::RetryAfter | Fact::Status | Fact::Field(_) => {}
        }
    }
    let code = inner.code.as_ref().map(Wire::as_str);
    inner.message = inner.message.and_then(|text| message::without_form(text, message_form, code));
    if reader.declared && inner.texts.get(Fact::RequestId).is_none() {
        let id = header(&headers, "x-request-id").map(|id| String::from_utf8_lossy(id).into_owned());
        inner.texts.set(Fact::RequestId, id);
    }
    inner.body = body;
    inner.headers = headers;
    inner
}

/// Returns the text of the envelope's `retry_after`, if any.
pub(super) fn wait_text<C: ErrorCode>(inner: &Inner<C>) -> Option<Cow<'_, str>> {
    let reader = Reader::new::<C>(&inner.body, header(&inner.headers, "content-type"));
    let mut slots = reader.envelope.slots().iter().zip(reader.all());
    let (slot, found) = slots.find(|(slot, _)| slot.fact() == Fact::RetryAfter)?;
    best(slot, found, &inner.headers).and_then(text)
}

#[inline]
fn state(body: &[u8]) -> BodyState {
    match Json::with_rest(body) {
        Some((json, rest)) if json.is_complete() && rest.trim_ascii().is_empty() => BodyState::Json,
        Some((json, _)) if matches!(json.kind(), JsonKind::Object | JsonKind::Array) => BodyState::Damaged,
        _ if body.iter().all(u8::is_ascii_whitespace) => BodyState::Empty,
        _ => BodyState::Other,
    }
}

/// Returns the better one of the places in the body and the headers.
#[inline]
fn best<'a>(slot: &Slot<'_>, found: Option<(usize, Json<'a>)>, headers: &'a Headers) -> Option<Place<'a>> {
    let in_header = slot.paths().iter().enumerate().find_map(|(place, path)| {
        let value = header(headers, path.strip_prefix("header:")?)?;
        (!value.is_empty()).then(|| (place, String::from_utf8_lossy(value)))
    });
    match (found, in_header) {
        (Some((place, _)), Some((earlier, value))) if earlier < place => Some(Place::Header(value)),
        (Some((_, json)), _) => Some(Place::Body(json)),
        (None, Some((_, value))) => Some(Place::Header(value)),
        (None, None) => None,
    }
}

/// Returns the first header with this name. Case is ignored.
#[inline]
pub(super) fn header<'h>(headers: &'h Headers, name: &str) -> Option<&'h [u8]> {
    headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_ref())
}

#[inline]
fn text(place: Place<'_>) -> Option<Cow<'_, str>> {
    match place {
        Place::Body(json) => plain(json),
        Place::Header(text) => Some(text),
    }
}

/// Reads a list of texts, or a single text.
#[inline]
fn suggestions(place: Place<'_>) -> Vec<String> {
    match place {
        Place::Body(json) if json.kind() == JsonKind::Array => {
            json.items().filter_map(plain).map(Cow::into_owned).collect()
        }
        place => text(place).map(Cow::into_owned).into_iter().collect(),
    }
}

/// Reads a list of addresses with or without labels, or a single one.
#[inline]
fn links(place: Place<'_>) -> Vec<ApiLink> {
    let link = |json: Json<'_>| {
        let member = |name| json.get(name).and_then(plain).map(Cow::into_owned);
        match json.kind() {
            JsonKind::Object => Some(ApiLink {
                label: member("label").or_else(|| member("title")).unwrap_or_default(),
                url: member("url").or_else(|| member("href"))?,
            }),
            _ => Some(ApiLink { label: String::new(), url: plain(json)?.into_owned() }),
        }
    };
    match place {
        Place::Body(json) if json.kind() == JsonKind::Array => json.items().filter_map(link).collect(),
        place => text(place)
            .map(|url| ApiLink { label: String::new(), url: url.into_owned() })
            .into_iter()
            .collect(),
    }
}

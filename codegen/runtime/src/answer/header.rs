//! Writes facts that stand in headers.

use alloc::borrow::{Cow, ToOwned as _};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::{Content, wait};
use crate::envelope::{Path, text_fact};
use crate::{Envelope, ErrorMark, Fact, Form, Json, Slot, TextPiece, Unit};

/// The headers of a response that its envelope asks for, and its challenge.
pub(crate) struct Headers {
    pub(crate) own: Vec<(&'static str, String)>,
    pub(crate) challenge: Option<Cow<'static, str>>,
    /// Whether the envelope says how `Retry-After` is written.
    pub(crate) waits: bool,
}

/// Returns the headers for all facts whose first place is a header.
#[inline]
pub(crate) fn headers(
    envelope: &Envelope<'static>,
    content: &Content<'_>,
    challenge: Option<Cow<'static, str>>,
) -> Headers {
    let mut headers = Headers { own: Vec::new(), challenge, waits: false };
    for slot in envelope.slots() {
        let (name, parameter) = match slot.places().first().map(crate::Place::path) {
            Some(Path::Header(name)) => (name, None),
            Some(Path::Parameter(name, parameter)) => (name, Some(parameter)),
            _ => continue,
        };
        let Some(text) = text(slot, content).map(|text| clean(&text)).filter(|text| !text.is_empty()) else {
            continue;
        };
        headers.waits |= name == "retry-after";
        match parameter {
            None => headers.own.push((name, text)),
            Some(parameter) => headers.add(name, &quoted(parameter, &text)),
        }
    }
    if !headers.waits
        && let Some(text) = other_wait(envelope, content)
    {
        headers.own.push(("retry-after", text));
        headers.waits = true;
    }
    if let Some(ErrorMark { place, value: Some(value) }) = envelope.error_mark() {
        let json = Json::new(value.as_bytes());
        let value = json.and_then(|json| json.as_str()).unwrap_or(Cow::Borrowed(value));
        match place.path() {
            Path::Header(name) => headers.own.push((name, clean(&value))),
            Path::Parameter(name, parameter) => headers.add(name, &quoted(parameter, &clean(&value))),
            Path::Member(_) | Path::Steps(_) => {}
        }
    }
    headers
}

impl Headers {
    /// Adds a parameter to a header.
    #[inline]
    fn add(&mut self, name: &'static str, parameter: &str) {
        if name == "www-authenticate" {
            let challenge = self.challenge.get_or_insert(Cow::Borrowed("Bearer"));
            // The first parameter with a name counts.
            let (scheme, rest) = challenge.split_once(' ').unwrap_or((challenge, ""));
            let rest = rest.trim();
            let mut text = scheme.to_owned();
            for part in [" ", parameter, if rest.is_empty() { "" } else { ", " }, rest] {
                text.push_str(part);
            }
            *challenge = Cow::Owned(text);
            return;
        }
        match self.own.iter_mut().find(|(known, _)| *known == name) {
            Some((_, text)) => {
                text.push_str(", ");
                text.push_str(parameter);
            }
            None => self.own.push((name, parameter.to_owned())),
        }
    }
}

/// Returns the value of `Retry-After` if clients read it in another unit than seconds.
#[inline]
fn other_wait(envelope: &Envelope<'_>, content: &Content<'_>) -> Option<String> {
    let mut places = envelope.slot(Fact::RetryAfter)?.places().iter();
    let place = places.find(|place| place.path() == Path::Header("retry-after"))?;
    if place.unit() == Unit::Seconds { None } else { wait::text(content.delay?, place.unit()) }
}

/// Returns the text of a fact in a header, if it has one.
#[inline]
fn text(slot: &Slot<'_>, content: &Content<'_>) -> Option<String> {
    match slot.fact() {
        Fact::Code => Some(content.code.to_owned()),
        Fact::Message => message(slot.form(), content),
        Fact::Status => Some(content.status.to_string()),
        Fact::RetryAfter => {
            let unit = slot.places().first().map_or(Unit::Seconds, crate::Place::unit);
            wait::text(content.delay?, unit)
        }
        Fact::ShouldRetry => content.should_retry.map(|should| should.to_string()),
        fact @ text_fact!() => content.texts.get(fact).map(|text| (*text).to_owned()),
        Fact::Details
        | Fact::Params
        | Fact::Suggestions
        | Fact::Links
        | Fact::FieldErrors
        | Fact::Field(_) => None,
    }
}

/// Returns the message in its format. An empty one is absent.
#[inline]
fn message(form: Form<'_>, content: &Content<'_>) -> Option<String> {
    let message = clean(&content.text.to_string());
    let pieces = match form {
        // A format around an absent code would make no sense.
        Form::Text(pieces) if !content.code.is_empty() => pieces,
        _ => return Some(message),
    };
    if message.is_empty() {
        return pieces.contains(&TextPiece::Code).then(|| content.code.to_owned());
    }
    Some(
        pieces
            .iter()
            .map(|piece| match piece {
                TextPiece::Text(text) => text,
                TextPiece::Code => content.code,
                TextPiece::Message => message.as_str(),
            })
            .collect(),
    )
}

/// Returns a text as the value of a header: control characters become one blank, and the ends are
/// trimmed.
#[inline]
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut was_control = false;
    for c in text.chars() {
        let is_control = c.is_control();
        match (is_control, was_control) {
            (true, true) => {}
            (true, false) => out.push(' '),
            (false, _) => out.push(c),
        }
        was_control = is_control;
    }
    out.trim().to_owned()
}

/// Returns a parameter with its value in quotes.
#[inline]
fn quoted(name: &str, text: &str) -> String {
    let mut out = String::from(name);
    out.push_str("=\"");
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

/// Returns the value of the first parameter with this name. Case is ignored.
#[inline]
pub(crate) fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header;
    while !rest.is_empty() {
        let end = rest.find(|c: char| matches!(c, '=' | ',' | ';' | '"') || c.is_whitespace());
        let Some(end) = end else { break };
        let (word, tail) = rest.split_at(end);
        let Some(value) = tail.strip_prefix('=') else {
            // A quotation mark outside of a value hides what is inside.
            rest = match tail.strip_prefix('"') {
                Some(inside) => unquote(inside).1,
                None => tail.trim_start_matches(|c: char| matches!(c, ',' | ';') || c.is_whitespace()),
            };
            continue;
        };
        let (value, after) = match value.strip_prefix('"') {
            Some(inside) => unquote(inside),
            None => {
                let end = value.find(|c: char| matches!(c, ',' | ';') || c.is_whitespace());
                let (value, after) = value.split_at(end.unwrap_or(value.len()));
                (value.to_owned(), after)
            }
        };
        if word.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = after;
    }
    None
}

/// Reads a text up to its closing quotation mark.
#[inline]
fn unquote(inside: &str) -> (String, &str) {
    let mut out = String::new();
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => out.extend(chars.next()),
            _ => out.push(c),
        }
    }
    (out, chars.as_str())
}

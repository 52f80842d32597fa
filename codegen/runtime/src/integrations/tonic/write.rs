//! Writes the status of an error, within the limits of headers.

use alloc::borrow::{Cow, ToOwned as _};
use alloc::string::String;
use alloc::vec::Vec;

use tonic::{Code as Grpc, Status};

use super::proto::Message;
use super::reason;
use crate::answer::Content;
use crate::{Error, ErrorCode, Fact, Json};

/// The bytes that the message, the values and everything else may take in headers.
const LIMIT: usize = 8 * 1024;

/// The bytes that a message always keeps, if it has so many.
const MESSAGE: usize = 1024;

/// The bytes of a single text that is not the message.
const TEXT: usize = 256;

impl<C: ErrorCode> Error<C> {
    /// Returns the gRPC status with another `domain` than the catalog, such as
    /// `pubsub.googleapis.com`.
    #[must_use]
    pub fn to_status(&self, domain: &str) -> Status {
        let code = self.code_shown();
        self.with_content(|content| status(code, domain, content))
    }
}

/// Returns the status that says the content of an error.
#[inline]
fn status<C: ErrorCode>(code: Option<C>, domain: &str, content: &Content<'_>) -> Status {
    let message = content.text.to_text().unwrap_or(Cow::Borrowed(content.code));
    let reason = code.filter(|_| !content.code.is_empty()).map(|code| reason(code, content.code));
    let mut metadata = Vec::new();
    if reason.as_ref().is_some_and(|reason| reason != content.code) {
        metadata.push(("code".to_owned(), content.code.to_owned()));
    }
    let certain = metadata.len();
    metadata.extend(values(content).filter(|(name, _)| certain == 0 || name != "code"));
    let grpc = grpc(content.status);
    let details = |message: &str, count: usize| {
        let mut all = Message::default().number(1, grpc as u64).text(2, message);
        if let Some(reason) = &reason {
            let mut info = Message::default().text(1, reason).text(2, domain);
            for (name, value) in metadata.iter().take(count) {
                info = info.message(3, &Message::default().text(1, name).text(2, value));
            }
            all = all.message(3, &any("ErrorInfo", &info));
        }
        rest(content, all).0
    };
    // The message is cut first, then values are left out.
    let mut count = metadata.len();
    let mut shown = &*message;
    while size(shown, &details(shown, count)) > LIMIT {
        if shown.len() > MESSAGE {
            shown = start(shown, shown.len() / 2);
        } else if count > certain {
            count -= 1;
        } else if !shown.is_empty() {
            shown = start(shown, shown.len() / 2);
        } else {
            break;
        }
    }
    let mut text = shown.to_owned();
    if shown.len() < message.len() && !shown.is_empty() {
        text.push('…');
    }
    let details = details(&text, count);
    Status::with_details(grpc, text, details.into())
}

/// Adds the details other than `ErrorInfo`.
#[inline]
fn rest(content: &Content<'_>, mut all: Message) -> Message {
    if let Some(seconds) = content.seconds() {
        // The most that a duration of Protocol Buffers holds.
        let delay = Message::default().number(1, seconds.min(315_576_000_000));
        all = all.message(3, &any("RetryInfo", &Message::default().message(1, &delay)));
    }
    let mut help = Message::default();
    for (label, url) in
        content.links.iter().filter(|(label, url)| label.len() + url.len() <= 2 * TEXT).take(4)
    {
        help = help.message(1, &Message::default().text(1, label).text(2, url));
    }
    if !help.0.is_empty() {
        all = all.message(3, &any("Help", &help));
    }
    if let Some(&id) = content.texts.get(Fact::RequestId) {
        all = all.message(3, &any("RequestInfo", &Message::default().text(1, start(id, TEXT))));
    }
    all
}

#[inline]
fn any(name: &str, value: &Message) -> Message {
    let url = ["type.googleapis.com/google.rpc.", name].concat();
    Message::default().text(1, &url).message(2, value)
}

/// Returns the bytes in headers: the message is percent-encoded, the details are in base 64.
#[inline]
fn size(message: &str, details: &[u8]) -> usize {
    let plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'%';
    let message: usize = message.bytes().map(|byte| if plain(byte) { 1 } else { 3 }).sum();
    message + details.len().div_ceil(3) * 4
}

/// Returns at most so many bytes of a text, in whole characters.
#[inline]
fn start(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Returns parameters and details as texts, in their order. Sensitive values are left out.
#[inline]
fn values<'a>(content: &'a Content<'_>) -> impl Iterator<Item = (String, String)> + 'a {
    let params = content.params.iter().filter_map(|field| {
        let mut json = String::new();
        field.json(&mut json).then(|| (field.name().to_owned(), plain(&json)))
    });
    let is_free = |name: &str| content.params.iter().all(|field| field.name() != name);
    let details = content.details.iter().filter(move |(name, _)| is_free(name));
    params.chain(details.map(|(name, json)| (name.to_owned(), plain(json))))
}

/// Returns a string as its text, and everything else as JSON.
#[inline]
fn plain(json: &str) -> String {
    let text = Json::new(json.as_bytes()).and_then(|json| json.as_str().map(Cow::into_owned));
    text.unwrap_or_else(|| json.to_owned())
}

/// Returns the gRPC code that corresponds to an HTTP status.
#[inline]
const fn grpc(status: u16) -> Grpc {
    match status {
        400 | 405 | 411 | 413 | 414 | 415 | 422 | 431 => Grpc::InvalidArgument,
        401 => Grpc::Unauthenticated,
        402 | 403 | 407 | 451 => Grpc::PermissionDenied,
        404 | 410 => Grpc::NotFound,
        408 | 504 => Grpc::DeadlineExceeded,
        409 => Grpc::Aborted,
        416 => Grpc::OutOfRange,
        429 | 507 => Grpc::ResourceExhausted,
        499 => Grpc::Cancelled,
        400..=499 => Grpc::FailedPrecondition,
        501 => Grpc::Unimplemented,
        502 | 503 => Grpc::Unavailable,
        500..=599 => Grpc::Internal,
        _ => Grpc::Unknown,
    }
}

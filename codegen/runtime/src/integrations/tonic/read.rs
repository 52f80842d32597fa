//! Reads the status that a client received.

use alloc::borrow::ToOwned as _;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use tonic::{Code as Grpc, Status};
use tonic_types::StatusExt as _;

use super::{is_reason, reason};
use crate::answer::{self, Content, Links, Named, Text};
use crate::json::write;
use crate::{ApiError, ErrorCode, Fact, Wire};

impl<C: ErrorCode> Wire<C> {
    /// Returns the code of a gRPC status, from its `ErrorInfo`, if the `domain` is this catalog.
    /// Returns `None` for other statuses and damaged details.
    #[must_use]
    pub fn from_status(status: &Status) -> Option<Self> {
        Self::from_status_of(status, C::CATALOG)
    }

    /// Like [`from_status`](Self::from_status), for servers with another `domain` than the catalog.
    #[must_use]
    pub fn from_status_of(status: &Status, domain: &str) -> Option<Self> {
        let info = status.get_details_error_info().filter(|info| info.domain == domain)?;
        let is_own = |code: &&String| {
            // A code of a later version has a constant that this one does not know.
            C::from_code(code).is_none_or(|known| reason(known, code) == info.reason)
        };
        if let Some(code) = info.metadata.get("code").filter(|code| !is_reason(code)).filter(is_own) {
            return Some(Self::new(code));
        }
        Some(Self::from(info.reason))
    }
}

impl<C: ErrorCode> ApiError<C> {
    /// Reads a gRPC status of this catalog. Never fails: a status without a code has its message and
    /// the HTTP status that corresponds to its gRPC code.
    ///
    /// The result has the class, the retry advice and the typed parameters, like that of a response:
    /// see [`known_params`](Self::known_params). Its body is made up, in the envelope of the catalog.
    #[must_use]
    pub fn from_status(status: &Status) -> Self {
        Self::from_status_of(status, C::CATALOG)
    }

    /// Like [`from_status`](Self::from_status), for servers with another `domain` than the catalog.
    #[must_use]
    pub fn from_status_of(status: &Status, domain: &str) -> Self {
        let code = Wire::<C>::from_status_of(status, domain);
        let declared = code.as_ref().and_then(Wire::known).and_then(C::status);
        let sent = code.as_ref().map_or("", Wire::as_str);
        let mut content = Content::bare(sent, C::NUMERIC, declared.unwrap_or(http(status.code())), None);
        let message = status.message();
        content.text = if message.is_empty() { Text::None } else { Text::Fixed(message) };
        let info = status.get_details_error_info();
        let metadata: BTreeMap<_, _> = info.into_iter().flat_map(|info| info.metadata).collect();
        let mut values = Named::NONE;
        for (name, value) in metadata.iter().filter(|(name, value)| *name != "code" || value.as_str() != sent)
        {
            values.set(name, |json| {
                write::string(json, value);
                true
            });
        }
        content.details = &values;
        let help = status.get_details_help();
        let links = help.iter().flat_map(|help| &help.links);
        let links: Vec<(&str, &str)> =
            links.map(|link| (link.description.as_str(), link.url.as_str())).collect();
        content.links = Links::Pairs(&links);
        let request = status.get_details_request_info();
        if let Some(request) = &request {
            content.texts.set(Fact::RequestId, Some(request.request_id.as_str()));
        }
        content.delay = status.get_details_retry_info().and_then(|info| info.retry_delay);
        let mut headers: Vec<(&str, String)> = Vec::new();
        headers
            .extend(content.delay.map(|delay| ("retry-after", alloc::format!("{}", answer::seconds(delay)))));
        let facts = answer::header::headers(C::envelope(), &content, None);
        headers.extend(facts.own);
        headers.extend(facts.challenge.map(|challenge| ("www-authenticate", challenge.into_owned())));
        headers.push(("content-type", C::envelope().media_type().to_owned()));
        let body = answer::body(C::envelope(), &content);
        let mut texts = String::new();
        let mut members = answer::Members::open(&mut texts);
        for (name, json) in values.iter() {
            members.name(name).push_str(json);
        }
        members.close();
        Self::from_parts(content.status, headers, body).with_content(texts, &content)
    }
}

/// Returns the HTTP status that corresponds to a gRPC code.
#[inline]
const fn http(code: Grpc) -> u16 {
    match code {
        Grpc::Ok => 200,
        Grpc::InvalidArgument | Grpc::FailedPrecondition | Grpc::OutOfRange => 400,
        Grpc::Unauthenticated => 401,
        Grpc::PermissionDenied => 403,
        Grpc::NotFound => 404,
        Grpc::AlreadyExists | Grpc::Aborted => 409,
        Grpc::ResourceExhausted => 429,
        Grpc::Cancelled => 499,
        Grpc::Unimplemented => 501,
        Grpc::Unavailable => 503,
        Grpc::DeadlineExceeded => 504,
        Grpc::Unknown | Grpc::Internal | Grpc::DataLoss => 500,
    }
}

//! tonic: errors as gRPC statuses with Google's standard details.

use alloc::borrow::{Cow, ToOwned as _};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::time::Duration;
use std::collections::HashMap;

use tonic::Code as Grpc;
pub use tonic::Status;
use tonic_types::{ErrorDetails, HelpLink, StatusExt as _};

use crate::answer::Content;
use crate::{Error, ErrorCode, Fact, Json, Problem, Wire};

/// Converts what outsiders may see: the message; `ErrorInfo` with the code as `reason`, the catalog
/// as `domain`, and parameters and details as `metadata`; `RetryInfo` if there is a time to wait;
/// `Help` with the links of the catalog; `RequestInfo` with the request id.
///
/// The gRPC code is derived from the HTTP status. [`Wire::from_status`] reads the code back.
///
/// ```
#[doc = include_str!("../example.txt")]
/// use errcat::{Error, Wire};
///
/// let status = tonic::Status::from(Error::from(Code::QuotaExceeded).with_detail("limit", 3));
/// assert_eq!(status.code(), tonic::Code::ResourceExhausted);
/// assert_eq!(status.message(), "The quota is used up");
///
/// let code = Wire::<Code>::from_status(&status);
/// assert_eq!(code.and_then(|code| code.known()), Some(Code::QuotaExceeded));
/// ```
impl<C: ErrorCode> From<&Error<C>> for Status {
    fn from(error: &Error<C>) -> Self {
        error.with_content(status::<C>)
    }
}

impl<C: ErrorCode> From<Error<C>> for Status {
    fn from(error: Error<C>) -> Self {
        Self::from(&error)
    }
}

impl<C: ErrorCode> From<Problem<C>> for Status {
    fn from(problem: Problem<C>) -> Self {
        Self::from(problem.error())
    }
}

impl<C: ErrorCode> Wire<C> {
    /// Returns the code of a gRPC status: the `reason` of its `ErrorInfo`, if the `domain` is this
    /// catalog. Returns `None` for other statuses and damaged details.
    #[must_use]
    pub fn from_status(status: &Status) -> Option<Self> {
        let info = status.get_details_error_info()?;
        (info.domain == C::CATALOG).then(|| Self::from(info.reason))
    }
}

/// Returns the status that says the content of an error.
#[inline]
fn status<C: ErrorCode>(content: &Content<'_>) -> Status {
    let message = content.text.to_text().unwrap_or(Cow::Borrowed(content.code));
    let mut details = ErrorDetails::new();
    if !content.code.is_empty() {
        details.set_error_info(content.code, C::CATALOG, metadata(content));
    }
    if let Some(seconds) = content.seconds() {
        details.set_retry_info(Some(Duration::from_secs(seconds)));
    }
    let links: Vec<_> = content.links.iter().map(|(label, url)| HelpLink::new(label, url)).collect();
    if !links.is_empty() {
        details.set_help(links);
    }
    if let Some(&id) = content.texts.get(Fact::RequestId) {
        details.set_request_info(id, "");
    }
    Status::with_error_details(grpc(content.status), message, details)
}

/// Returns parameters and details as texts. Sensitive values are left out.
#[inline]
fn metadata(content: &Content<'_>) -> HashMap<String, String> {
    let mut metadata = HashMap::new();
    for field in content.params {
        let mut json = String::new();
        if field.json(&mut json) {
            metadata.insert(field.name().to_owned(), plain(&json));
        }
    }
    for (name, json) in content.details {
        metadata.insert(name.to_string(), plain(json));
    }
    metadata
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

/// Converts like an error without further values.
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic {
    ($code:ident) => {
        impl ::core::convert::From<$code> for $crate::integrations::tonic::Status {
            fn from(code: $code) -> Self {
                Self::from(&$crate::Error::new(code))
            }
        }
    };
}

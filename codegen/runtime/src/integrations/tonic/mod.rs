//! tonic: errors as gRPC statuses with Google's standard details, and back.

mod proto;
mod read;
mod write;

pub use tonic::Status;

use crate::{Error, ErrorCode, Problem};

/// Converts what outsiders may see: the message; `ErrorInfo` with the code as `reason`, the catalog
/// as `domain`, and parameters and details as `metadata`; `RetryInfo` if there is a time to wait;
/// `Help` with the links of the catalog; `RequestInfo` with the request id.
///
/// The gRPC code is derived from the HTTP status. [`ApiError::from_status`](crate::ApiError::from_status)
/// reads the status back.
///
/// A `reason` consists of capitals, digits and underscores. If the code does not, the `reason` is the
/// constant of the code, and the `metadata` has the code as `code`.
///
/// Statuses travel in headers, so the message and the values are limited to 8 KiB in all. The message
/// is cut first, then values are left out. The code is never lost.
///
/// ```
#[doc = include_str!("../../example.txt")]
/// use errcat::{ApiError, Error};
///
/// let status = tonic::Status::from(Error::from(Code::QuotaExceeded).with_detail("limit", 3));
/// assert_eq!(status.code(), tonic::Code::ResourceExhausted);
/// assert_eq!(status.message(), "The quota is used up");
///
/// let error = ApiError::<Code>::from_status(&status);
/// assert_eq!(error.known(), Some(Code::QuotaExceeded));
/// ```
impl<C: ErrorCode> From<&Error<C>> for Status {
    fn from(error: &Error<C>) -> Self {
        error.to_status(C::CATALOG)
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

/// Returns the code as the reason of `ErrorInfo`: as it is, if it has Google's form, or else its
/// constant.
#[inline]
fn reason<C: ErrorCode>(code: C, sent: &str) -> alloc::string::String {
    if is_reason(sent) {
        return sent.into();
    }
    let constant = code.info().constant.map(alloc::string::String::from);
    constant.unwrap_or_else(|| crate::table::constant(code.ident()))
}

/// Returns `true` for Google's form: at most 63 capitals, digits and underscores, which start with a
/// capital and do not end in an underscore.
#[inline]
fn is_reason(text: &str) -> bool {
    (2..=63).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && !text.ends_with('_')
        && text.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_'))
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
    (error $error:ident) => {
        impl ::core::convert::From<$error> for $crate::integrations::tonic::Status {
            fn from(error: $error) -> Self {
                Self::from(&error.0)
            }
        }
    };
    (params $params:ident) => {
        impl ::core::convert::From<$params> for $crate::integrations::tonic::Status {
            fn from(params: $params) -> Self {
                Self::from(&$crate::Error::with_params(params))
            }
        }
    };
}

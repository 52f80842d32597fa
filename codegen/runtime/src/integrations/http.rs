//! http: conversions for all servers and clients that use the types of the crate `http`.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{Response as HttpResponse, StatusCode};

use super::answered::Answered;
use crate::{ApiError, Error, ErrorCode, Problem, Response};

/// Converts the status, headers and body, without copying a constant body. The body can be any type
/// that is made from texts, such as `String`, `Vec<u8>`, `Bytes`, or the body types of axum,
/// reqwest and hyper.
impl<B: From<&'static str> + From<String>> From<Response> for HttpResponse<B> {
    fn from(response: Response) -> Self {
        let status = status(response.status());
        let mut headers = HeaderMap::with_capacity(4);
        for (name, value) in response.headers() {
            if let (Ok(name), Ok(value)) =
                (HeaderName::try_from(name), HeaderValue::from_bytes(value.as_bytes()))
            {
                headers.append(name, value);
            }
        }
        let body = match response.into_body() {
            Cow::Borrowed(text) => B::from(text),
            Cow::Owned(text) => B::from(text),
        };
        let mut answer = Self::new(body);
        *answer.status_mut() = status;
        *answer.headers_mut() = headers;
        answer
    }
}

/// Converts what outsiders may see. The actual error is in the extensions, as [`Answered`].
impl<C: ErrorCode, B: From<&'static str> + From<String>> From<Error<C>> for HttpResponse<B> {
    fn from(error: Error<C>) -> Self {
        answer(Response::from(&error), error)
    }
}

/// Converts what outsiders may see. The actual error is in the extensions, as [`Answered`].
impl<C: ErrorCode, B: From<&'static str> + From<String>> From<Problem<C>> for HttpResponse<B> {
    fn from(problem: Problem<C>) -> Self {
        answer(Response::from(&problem), problem.into_error())
    }
}

impl<C: ErrorCode> From<&Error<C>> for StatusCode {
    fn from(error: &Error<C>) -> Self {
        status(error.status())
    }
}

impl<C: ErrorCode> ApiError<C> {
    /// Reads a response with the types of the crate `http`. Never fails.
    ///
    /// ```
    #[doc = include_str!("../example.txt")]
    /// use errcat::ApiError;
    /// use http::{HeaderMap, StatusCode};
    ///
    /// let body = r#"{"code":"ERR-01-001","message":"The requested node is not available"}"#;
    /// let error = ApiError::<Code>::from_response(StatusCode::NOT_FOUND, &HeaderMap::new(), body);
    /// assert_eq!(error.known(), Some(Code::NodeNotFound));
    /// ```
    #[must_use]
    pub fn from_response(status: impl Into<u16>, headers: &HeaderMap, body: impl Into<Vec<u8>>) -> Self {
        Self::from_parts(status.into(), headers.iter().map(|(name, value)| (name.as_str(), value)), body)
    }
}

/// Reads a response without looking at its status. Check before whether it is an error.
impl<C: ErrorCode, B: Into<Vec<u8>>> From<HttpResponse<B>> for ApiError<C> {
    fn from(response: HttpResponse<B>) -> Self {
        let (parts, body) = response.into_parts();
        Self::from_response(parts.status, &parts.headers, body)
    }
}

fn answer<C: ErrorCode, B: From<&'static str> + From<String>>(
    response: Response,
    error: Error<C>,
) -> HttpResponse<B> {
    let mut answer = HttpResponse::from(response);
    answer.extensions_mut().insert(Answered::new(error));
    answer
}

/// An invalid status is a mistake of the server.
#[inline]
fn status(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

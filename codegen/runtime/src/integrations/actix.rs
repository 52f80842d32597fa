//! actix-web: errors, problems and codes as responses of handlers.

pub use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
pub use actix_web::http::StatusCode as Status;
use actix_web::http::header::{HeaderName, HeaderValue};
pub use actix_web::{HttpRequest, HttpResponse, Responder, ResponseError};
use alloc::borrow::Cow;

use super::answered::Answered;
use crate::{Error, ErrorCode, Problem, Response};

/// Responds like [`Response`], with [`Answered`] in the extensions.
///
/// ```
#[doc = include_str!("../example.txt")]
/// use actix_web::ResponseError as _;
/// use errcat::{Answered, Error};
///
/// /// A handler, as actix calls it.
/// async fn node() -> Result<&'static str, Error<Code>> {
///     Err(Code::NodeNotFound)?
/// }
///
/// let response = Error::from(Code::NodeNotFound).error_response();
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.extensions().get::<Answered>().map(Answered::code), Some("ERR-01-001"));
/// ```
impl<C: ErrorCode> ResponseError for Error<C> {
    fn status_code(&self) -> StatusCode {
        status(self.status())
    }

    fn error_response(&self) -> HttpResponse {
        answer(Response::from(self), self)
    }
}

/// Responds like [`Error`], as `application/problem+json`.
impl<C: ErrorCode> ResponseError for Problem<C> {
    fn status_code(&self) -> StatusCode {
        status(self.error().status())
    }

    fn error_response(&self) -> HttpResponse {
        answer(Response::from(self), self.error())
    }
}

impl<C: ErrorCode> Responder for Error<C> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::from_error(self)
    }
}

impl<C: ErrorCode> Responder for Problem<C> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::from_error(self)
    }
}

impl Responder for Response {
    type Body = BoxBody;

    #[inline]
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        self.into()
    }
}

/// Converts the status, headers and body, without copying the body.
impl From<Response> for HttpResponse {
    #[inline]
    fn from(response: Response) -> Self {
        let mut builder = Self::build(status(response.status()));
        for (name, value) in response.headers() {
            if let (Ok(name), Ok(value)) =
                (HeaderName::try_from(name), HeaderValue::from_bytes(value.as_bytes()))
            {
                builder.append_header((name, value));
            }
        }
        match response.into_body() {
            Cow::Borrowed(text) => builder.body(text),
            Cow::Owned(text) => builder.body(text),
        }
    }
}

fn answer<C: ErrorCode>(response: Response, error: &Error<C>) -> HttpResponse {
    let mut answer = HttpResponse::from(response);
    answer.extensions_mut().insert(Answered::of(error));
    answer
}

/// An invalid status is a mistake of the server.
#[inline]
fn status(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Responds like an error without further values.
#[doc(hidden)]
#[macro_export]
macro_rules! __actix {
    ($code:ident) => {
        impl $crate::integrations::actix::ResponseError for $code {
            fn status_code(&self) -> $crate::integrations::actix::Status {
                $crate::integrations::actix::ResponseError::status_code(&$crate::Error::new(*self))
            }

            fn error_response(&self) -> $crate::integrations::actix::HttpResponse {
                $crate::integrations::actix::ResponseError::error_response(&$crate::Error::new(*self))
            }
        }

        impl $crate::integrations::actix::Responder for $code {
            type Body = $crate::integrations::actix::BoxBody;

            fn respond_to(
                self,
                _: &$crate::integrations::actix::HttpRequest,
            ) -> $crate::integrations::actix::HttpResponse {
                $crate::integrations::actix::HttpResponse::from_error(self)
            }
        }
    };
    (error $error:ident) => {
        impl $crate::integrations::actix::ResponseError for $error {
            fn status_code(&self) -> $crate::integrations::actix::Status {
                $crate::integrations::actix::ResponseError::status_code(&self.0)
            }

            fn error_response(&self) -> $crate::integrations::actix::HttpResponse {
                $crate::integrations::actix::ResponseError::error_response(&self.0)
            }
        }
    };
    (params $params:ident) => {
        impl $crate::integrations::actix::ResponseError for $params {
            fn status_code(&self) -> $crate::integrations::actix::Status {
                let error = $crate::Error::with_params(::core::clone::Clone::clone(self));
                $crate::integrations::actix::ResponseError::status_code(&error)
            }

            fn error_response(&self) -> $crate::integrations::actix::HttpResponse {
                let error = $crate::Error::with_params(::core::clone::Clone::clone(self));
                $crate::integrations::actix::ResponseError::error_response(&error)
            }
        }

        impl $crate::integrations::actix::Responder for $params {
            type Body = $crate::integrations::actix::BoxBody;

            fn respond_to(
                self,
                _: &$crate::integrations::actix::HttpRequest,
            ) -> $crate::integrations::actix::HttpResponse {
                $crate::integrations::actix::HttpResponse::from_error($crate::Error::with_params(self))
            }
        }
    };
}

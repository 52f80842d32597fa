//! axum: errors, problems and codes as responses of handlers.

pub use axum_core::response::{IntoResponse, Response};

use crate::{Error, ErrorCode, Problem};

/// Responds like [`Response`](crate::Response), with [`Answered`](crate::Answered) in the
/// extensions.
///
/// ```
#[doc = include_str!("../example.txt")]
/// use axum_core::response::IntoResponse;
/// use errcat::{Answered, Error};
///
/// /// A handler, as axum calls it.
/// async fn node() -> Result<String, Error<Code>> {
///     Err(Code::NodeNotFound)?
/// }
///
/// /// What a middleware sees of it.
/// let response = Error::from(Code::NodeNotFound).into_response();
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.extensions().get::<Answered>().map(Answered::code), Some("ERR-01-001"));
/// ```
impl<C: ErrorCode> IntoResponse for Error<C> {
    fn into_response(self) -> Response {
        self.into()
    }
}

/// Responds like [`Error`], as `application/problem+json`.
impl<C: ErrorCode> IntoResponse for Problem<C> {
    fn into_response(self) -> Response {
        self.into()
    }
}

impl IntoResponse for crate::Response {
    #[inline]
    fn into_response(self) -> Response {
        self.into()
    }
}

/// Responds like an error without further values.
#[doc(hidden)]
#[macro_export]
macro_rules! __axum {
    ($code:ident) => {
        impl $crate::integrations::axum::IntoResponse for $code {
            fn into_response(self) -> $crate::integrations::axum::Response {
                $crate::integrations::axum::IntoResponse::into_response($crate::Error::new(self))
            }
        }
    };
    (error $error:ident) => {
        impl $crate::integrations::axum::IntoResponse for $error {
            fn into_response(self) -> $crate::integrations::axum::Response {
                $crate::integrations::axum::IntoResponse::into_response(self.0)
            }
        }
    };
    (params $params:ident) => {
        impl $crate::integrations::axum::IntoResponse for $params {
            fn into_response(self) -> $crate::integrations::axum::Response {
                $crate::integrations::axum::IntoResponse::into_response($crate::Error::with_params(self))
            }
        }
    };
}

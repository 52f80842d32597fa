//! Extractors whose rejections are errors of the catalog.

use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use shop_codes::{Error, InvalidRequest};

/// An extractor whose rejection is an error of the catalog, such as `Checked(Json(order))`.
pub struct Checked<E>(pub E);

impl<E: FromRequestParts<S, Rejection: Rejection>, S: Sync> FromRequestParts<S> for Checked<E> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        E::from_request_parts(parts, state).await.map(Self).map_err(Rejection::into_error)
    }
}

impl<E: FromRequest<S, Rejection: Rejection>, S: Sync> FromRequest<S> for Checked<E> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        E::from_request(request, state).await.map(Self).map_err(Rejection::into_error)
    }
}

/// A rejection of an extractor.
pub trait Rejection {
    fn into_error(self) -> Error;
}

macro_rules! rejections {
    ($($rejection:ty)*) => {
        $(impl Rejection for $rejection {
            fn into_error(self) -> Error {
                let status = self.status().as_u16();
                let error = Error::from(InvalidRequest { reason: self.body_text() });
                error.with_status(status).with_source(self)
            }
        })*
    };
}

rejections!(PathRejection QueryRejection JsonRejection);

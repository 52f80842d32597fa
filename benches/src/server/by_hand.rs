//! The same responses, written by hand with thiserror, an `IntoResponse`, `serde_json`, and a
//! middleware that counts.

use std::collections::BTreeMap;
use std::num::ParseIntError;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Json, Response};
use axum::routing::get;
use serde::Serialize;

type Counts = Arc<Mutex<BTreeMap<&'static str, u64>>>;

pub(super) fn app() -> Router {
    let counts = Counts::default();
    Router::new().route("/cvms/{name}", get(cvm)).layer(from_fn_with_state(counts, count))
}

#[derive(Debug, thiserror::Error)]
enum CvmError {
    #[error("The requested CVM was not found")]
    NotFound(#[source] ParseIntError),
    #[error("The requested CVM was not found")]
    AccessDenied,
    #[error("Rate limit exceeded: maximum {limit} tokens a minute")]
    TokenRateLimit { limit: u32, seconds: u64 },
}

impl CvmError {
    const fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "ERR-03-001",
            Self::AccessDenied => "ERR-03-005",
            Self::TokenRateLimit { .. } => "ERR-05-002",
        }
    }
}

#[derive(Serialize)]
struct Body {
    error_code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    details: Vec<Detail>,
}

#[derive(Serialize)]
struct Detail {
    field: &'static str,
    value: u32,
    message: Option<String>,
}

/// The error of a response, for the middleware.
#[derive(Clone)]
struct Answered(Arc<CvmError>);

impl IntoResponse for CvmError {
    fn into_response(self) -> Response {
        let (status, shown) = match self {
            Self::NotFound(_) | Self::AccessDenied => (StatusCode::NOT_FOUND, "ERR-03-001"),
            Self::TokenRateLimit { .. } => (StatusCode::TOO_MANY_REQUESTS, "ERR-05-002"),
        };
        let details = match self {
            Self::TokenRateLimit { limit, .. } => {
                vec![Detail { field: "limit", value: limit, message: None }]
            }
            _ => Vec::new(),
        };
        let body = Body { error_code: shown, message: self.to_string(), details };
        let mut response = (status, Json(body)).into_response();
        if let Self::TokenRateLimit { seconds, .. } = self {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(Answered(Arc::new(self)));
        response
    }
}

async fn cvm(Path(name): Path<String>) -> Result<String, CvmError> {
    match name.as_str() {
        "web" => Ok("running".to_owned()),
        "secret" => Err(CvmError::AccessDenied),
        "db" => Err(CvmError::TokenRateLimit { limit: 10, seconds: 1 }),
        number => {
            number.parse::<u64>().map_err(CvmError::NotFound)?;
            Ok("stopped".to_owned())
        }
    }
}

async fn count(State(counts): State<Counts>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if let Some(Answered(error)) = response.extensions().get::<Answered>() {
        *counts.lock().unwrap_or_else(PoisonError::into_inner).entry(error.code()).or_default() += 1;
    }
    response
}

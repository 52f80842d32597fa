//! A server that answers with the errors of four APIs: each in its own envelope, or as problem details for those who ask.
//!
//! ```sh
//! cargo run --example server --features axum
//! curl -i http://127.0.0.1:3000/cvms/db
//! curl -i -H 'Accept: application/problem+json' http://127.0.0.1:3000/phala-cloud/preflight/ERR-01-001
//! curl http://127.0.0.1:3000/metrics
//! ```

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header::ACCEPT};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use errcat_catalogs::runtime::{Answered, Error, ErrorCode, Problem, ResultExt as _};
use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let watch = Watch::new(|answered| eprintln!("{} {answered}", answered.status()));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, app(watch)).await
}

/// All routes, with one middleware around them.
pub(crate) fn app(watch: Arc<Watch>) -> Router {
    Router::new()
        .route("/cvms/{name}", get(cvm))
        .route("/phala-cloud/{family}/{code}", get(raise::<phala_cloud::Code>))
        .route("/csghub/{family}/{code}", get(raise::<csghub::Code>))
        .route("/nsrocks/{family}/{code}", get(raise::<nsrocks::Code>))
        .route("/novita/{family}/{code}", get(raise::<novita::Code>))
        .route("/metrics", get(metrics).with_state(Arc::clone(&watch)))
        .layer(from_fn_with_state(watch, tell_and_count))
}

/// What a handler usually looks like: `?` on codes, on errors that say more, and on the failures of others.
async fn cvm(Path(name): Path<String>) -> Result<String, phala_cloud::Error> {
    use phala_cloud::Code;

    match name.as_str() {
        "web" => Ok("running".to_owned()),
        // Exists, but not for this user: the log has this code, the response that of a machine that does not exist.
        "secret" => Err(Code::CvmAccessDenied)?,
        "db" => Err(phala_cloud::Error::from(Code::TokenRateLimit)
            .with_status(429)
            .with_message("Rate limit exceeded: maximum 10 tokens a minute")
            .with_detail("limit", 10)
            .retry_after(Duration::from_millis(500))),
        number => {
            // A number that is too large is no number: the parser's own error becomes the source.
            number.parse::<u64>().or_code(Code::CvmNotFound)?;
            Ok("stopped".to_owned())
        }
    }
}

/// Answers with the code in the path. An error for which the API publishes no status gets one here.
async fn raise<C: ErrorCode>(Path((family, code)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let asked = |known: &C| known.family_id() == family && known.code() == code;
    let Some(code) = C::ALL.iter().copied().find(asked) else { return StatusCode::NOT_FOUND.into_response() };
    let error = Error::from(code).with_status(400);
    if wants_problem(&headers) { Problem::from(error).into_response() } else { error.into_response() }
}

fn wants_problem(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).is_some_and(|accept| accept == Problem::<phala_cloud::Code>::CONTENT_TYPE)
}

/// What becomes of the errors of all handlers.
pub(crate) struct Watch {
    tell: fn(&Answered),
    counts: Mutex<Counts>,
}

/// How often each code of each catalog was the answer. There are only so many codes.
pub(crate) type Counts = BTreeMap<(&'static str, &'static str), u64>;

impl Watch {
    /// Tells every error with `tell`, and counts it.
    pub(crate) fn new(tell: fn(&Answered)) -> Arc<Self> {
        Arc::new(Self { tell, counts: Mutex::default() })
    }

    /// The counts so far.
    pub(crate) fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The middleware. The extensions of a response have the true code, also of a masked error.
async fn tell_and_count(State(watch): State<Arc<Watch>>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if let Some(answered) = response.extensions().get::<Answered>() {
        (watch.tell)(answered);
        *watch.counts().entry((answered.catalog(), answered.code())).or_default() += 1;
    }
    response
}

async fn metrics(State(watch): State<Arc<Watch>>) -> String {
    let mut text = String::new();
    for ((catalog, code), count) in &*watch.counts() {
        let _ = writeln!(text, "errors_total{{catalog=\"{catalog}\",code=\"{code}\"}} {count}");
    }
    text
}

//! A server that responds with errors of four APIs, in their own envelopes or as problem details on
//! request.
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

/// All routes, with a middleware around them.
pub(crate) fn app(watch: Arc<Watch>) -> Router {
    Router::new()
        .route("/cvms/{name}", get(cvm))
        .route("/phala-cloud/{family}/{code}", get(raise::<phala_cloud::Code>))
        .route("/csghub/{family}/{code}", get(raise::<csghub::Code>))
        .route("/nsrocks/{family}/{code}", get(raise::<nsrocks::Code>))
        .route("/novita/{family}/{code}", get(raise::<novita::Code>))
        .route("/metrics", get(metrics).with_state(Arc::clone(&watch)))
        .layer(from_fn_with_state(watch, log_and_count))
}

/// A typical handler: `?` on codes, on errors with more information, and on errors of other crates.
async fn cvm(Path(name): Path<String>) -> Result<String, phala_cloud::Error> {
    use phala_cloud::Code;

    match name.as_str() {
        "web" => Ok("running".to_owned()),
        // The machine exists, but not for this user. The log shows this code, but the response is
        // that of a missing machine.
        "secret" => Err(Code::CvmAccessDenied)?,
        "db" => Err(phala_cloud::Error::from(Code::TokenRateLimit)
            .with_status(429)
            .with_message("Rate limit exceeded: maximum 10 tokens a minute")
            .with_detail("limit", 10)
            .with_retry_after(Duration::from_millis(500))),
        number => {
            // A number that is too large is not valid. The error of the parser becomes the source.
            number.parse::<u64>().or_code(Code::CvmNotFound)?;
            Ok("stopped".to_owned())
        }
    }
}

/// Responds with the code in the path. Errors without a published status get one here.
async fn raise<C: ErrorCode>(Path((family, code)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let asked = |known: &C| known.family_id() == family && known.code() == code;
    let Some(code) = C::ALL.iter().copied().find(asked) else { return StatusCode::NOT_FOUND.into_response() };
    let error = Error::new(code).with_status(400);
    if wants_problem(&headers) { Problem::from(error).into_response() } else { error.into_response() }
}

fn wants_problem(headers: &HeaderMap) -> bool {
    headers.get(ACCEPT).is_some_and(|accept| accept == Problem::<phala_cloud::Code>::CONTENT_TYPE)
}

/// Logs and counts the errors of all handlers.
pub(crate) struct Watch {
    log: fn(&Answered),
    counts: Mutex<Counts>,
}

/// The number of responses per catalog and code.
pub(crate) type Counts = BTreeMap<(&'static str, &'static str), u64>;

impl Watch {
    /// Creates a counter that also passes every error to `log`.
    pub(crate) fn new(log: fn(&Answered)) -> Arc<Self> {
        Arc::new(Self { log, counts: Mutex::default() })
    }

    /// Returns the counts so far.
    pub(crate) fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The middleware. The extensions of a response contain the actual code, even of a masked error.
async fn log_and_count(State(watch): State<Arc<Watch>>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if let Some(answered) = response.extensions().get::<Answered>() {
        (watch.log)(answered);
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

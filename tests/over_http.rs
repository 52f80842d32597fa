//! Runs the example server and client against each other, with every error in its envelope and as
//! problem details.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

#[path = "../examples/client.rs"]
#[expect(dead_code, reason = "an example has a `main`")]
mod client;
#[path = "../examples/server.rs"]
#[expect(dead_code, reason = "an example has a `main`")]
mod server;

use std::sync::Arc;

use errcat_catalogs::runtime::{ApiError, ClientError, ErrorCode, ResponseExt as _, Retry};
use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};

const FORMS: [&str; 2] = ["application/json", "application/problem+json"];

/// Starts the server on a free port, and a client without a proxy.
async fn start() -> (reqwest::Client, String, Arc<server::Watch>) {
    let watch = server::Watch::new(|_| {});
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let app = server::app(Arc::clone(&watch));
    tokio::spawn(async move { axum::serve(listener, app).await });
    (reqwest::Client::builder().no_proxy().build().unwrap(), base, watch)
}

/// Requests the error at an address in the given form.
async fn provoke<C: ErrorCode>(
    client: &reqwest::Client,
    url: &str,
    form: &str,
) -> Result<ApiError<C>, ClientError<C>> {
    let response = client.get(url).header("accept", form).send().await?;
    match response.error_for_code::<C>().await {
        Err(ClientError::Api(error)) => Ok(error),
        other => Err(other.unwrap_err()),
    }
}

/// Requests every code of an enum and compares it with the received one, using `same`.
async fn cross<C: ErrorCode>(
    base: &str,
    client: &reqwest::Client,
    same: fn(&ApiError<C>, C) -> bool,
) -> usize {
    for &code in C::ALL {
        let url = format!("{base}/{}/{}/{}", C::CATALOG, code.family_id(), code.code());
        for form in FORMS {
            let error = provoke::<C>(client, &url, form).await.unwrap();
            let shown = code.public();
            assert_eq!(error.header("content-type"), Some(form.as_bytes()), "{url}");
            assert_eq!(error.status(), shown.status().unwrap_or(400), "{url}");
            assert!(same(&error, shown), "{url}: {error}");
            let said = shown.message().or(shown.description());
            if form == FORMS[0] || said.is_some() {
                assert_eq!(error.message(), said, "{url}");
            }
            assert_eq!(error.header("www-authenticate").is_some(), error.status() == 401, "{url}");
        }
    }
    C::ALL.len()
}

fn known<C: ErrorCode>(error: &ApiError<C>, code: C) -> bool {
    error.known() == Some(code)
}

fn candidate(error: &ApiError<novita::Code>, code: novita::Code) -> bool {
    let candidates = novita::Code::candidates(error.code().unwrap().as_str());
    candidates.iter().any(|candidate| candidate == code)
        && error.known() == (candidates.len() == 1).then_some(code)
}

#[tokio::test]
async fn all_errors() {
    let (client, base, watch) = start().await;
    let mut errors = cross::<phala_cloud::Code>(&base, &client, known).await;
    errors += cross::<csghub::Code>(&base, &client, known).await;
    errors += cross::<nsrocks::Code>(&base, &client, known).await;
    // A code with its family is unique.
    errors += cross::<novita::image_video_audio::Code>(&base, &client, known).await;
    errors += cross::<novita::llm::Code>(&base, &client, known).await;
    errors += cross::<novita::gpu::Code>(&base, &client, known).await;
    errors += cross::<novita::billing::Code>(&base, &client, known).await;
    assert_eq!(errors, 300);

    // The server has counted the actual codes, including those of masked errors.
    let counts = watch.counts().clone();
    assert_eq!(counts.values().sum::<u64>(), 600);
    assert_eq!(counts[&("phala-cloud", "ERR-03-005")], 2);
    assert_eq!(counts[&("novita", "RATE_LIMIT_EXCEEDED")], 6);
    assert_eq!(cross::<novita::Code>(&base, &client, candidate).await, 96);
}

#[tokio::test]
async fn as_users_write_it() {
    let (client, base, watch) = start().await;
    assert_eq!(client::cvm_patiently(&client, &base, "web").await.unwrap(), "running");

    let hidden = client::cvm(&client, &base, "secret").await.unwrap_err();
    let missing = client::cvm(&client, &base, "a-name").await.unwrap_err();
    assert_eq!(hidden.to_string(), missing.to_string());
    assert_eq!(hidden.to_string(), "ERR-03-001: The requested CVM was not found (HTTP 404)");
    assert_eq!(client::advice(&missing), "the machine does not exist");
    assert_eq!(watch.counts()[&("phala-cloud", "ERR-03-005")], 1);

    let limited = client::cvm(&client, &base, "db").await.unwrap_err();
    assert_eq!(limited.retry_advice(), Retry::RetryAfter);
    assert_eq!(limited.retry_after(std::time::SystemTime::now()).unwrap().wait.as_secs(), 1);
    let answer = limited.answer().unwrap();
    assert_eq!(answer.message(), Some("Rate limit exceeded: maximum 10 tokens a minute"));
    assert_eq!(answer.details().unwrap().at("0.value").unwrap().as_u64(), Some(10));
    assert_eq!(answer.header("retry-after"), Some(&b"1"[..]));

    let metrics = client.get(format!("{base}/metrics")).send().await.unwrap().text().await.unwrap();
    assert!(metrics.contains("errors_total{catalog=\"phala-cloud\",code=\"ERR-05-002\"} 1\n"), "{metrics}");
}

/// Two retries, and no more.
#[tokio::test]
async fn patience() {
    let (client, base, watch) = start().await;
    let error = client::cvm_patiently(&client, &base, "db").await.unwrap_err();
    assert_eq!(error.known(), Some(phala_cloud::Code::TokenRateLimit));
    assert_eq!(watch.counts()[&("phala-cloud", "ERR-05-002")], 3);
}

#[tokio::test]
async fn nobody_answers() {
    let (client, base, _) = start().await;
    let port = base.rsplit_once(':').unwrap().1.parse::<u16>().unwrap();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_ne!(closed.port(), port);
    let error = client::cvm(&client, &format!("http://{closed}"), "web").await.unwrap_err();
    assert_eq!(error.class(), Some(phala_cloud::Class::RequestError));
    assert_eq!((error.answer().is_none(), error.retry_advice()), (true, Retry::Backoff));
    assert!(client::advice(&error).starts_with("the server cannot be reached: "));
    let other = provoke::<phala_cloud::Code>(&client, &format!("{base}/nowhere"), FORMS[0]).await;
    assert_eq!(other.unwrap().to_string(), "HTTP 404 Not Found");
}

//! An axum server that answers every failure with a code of its catalog: also what extractors and
//! the router reject.
//!
//! It starts on a free port, calls itself, and prints what clients receive.

mod reject;

use std::time::Duration;

use axum::extract::{Path, Query, Request};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use errcat::Answered;
use reject::Checked;
use shop_codes::{Code, Error, OutOfStock};

fn app() -> Router {
    Router::new()
        .route("/articles", get(articles))
        .route("/articles/{number}", get(article))
        .route("/orders", post(order))
        .fallback(|| async { Code::NoSuchPage })
        .method_not_allowed_fallback(|| async { Code::WrongMethod })
        .layer(middleware::from_fn(log))
}

#[derive(serde::Deserialize)]
struct Page {
    limit: u8,
}

async fn articles(Checked(Query(page)): Checked<Query<Page>>) -> String {
    ["pencil", "paper"].into_iter().take(page.limit.into()).collect::<Vec<_>>().join(" ")
}

async fn article(Checked(Path(number)): Checked<Path<u32>>) -> Result<&'static str, Error> {
    match number {
        1 => Ok("pencil"),
        2 => Err(Code::ArticlePlanned)?, // The client sees `article_not_found`.
        3 => Err(Code::LedgerOutOfStep)?, // The client sees `internal_error`.
        _ => Err(Code::ArticleNotFound)?,
    }
}

#[derive(serde::Deserialize)]
struct Order {
    article: String,
    wanted: u32,
}

async fn order(Checked(Json(order)): Checked<Json<Order>>) -> Result<&'static str, Error> {
    match order.wanted {
        0..=2 => Ok("ordered"),
        3..=99 => Err(OutOfStock { article: order.article, left: 2 })?,
        _ => Err(Error::from(Code::Overloaded).with_retry_after(Duration::from_secs(30))),
    }
}

/// Logs the errors of all handlers. `Answered` has the actual code, even of a masked error.
async fn log(request: Request, next: Next) -> Response {
    let page = format!("{} {}", request.method(), request.uri().path());
    let response = next.run(request).await;
    if let Some(answered) = response.extensions().get::<Answered>() {
        eprintln!("log: {page}: {} {answered}", answered.status());
    }
    response
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    for line in run().await? {
        println!("{line}");
    }
    Ok(())
}

/// Starts the server, sends requests, and returns the responses.
async fn run() -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, app()).await });

    let client = reqwest::Client::builder().no_proxy().build()?;
    let json = |text: &'static str| {
        client.post(format!("{base}/orders")).header("content-type", "application/json").body(text)
    };
    let requests = [
        client.get(format!("{base}/articles?limit=2")),
        client.get(format!("{base}/articles?limit=many")),
        client.get(format!("{base}/articles/2")),
        client.get(format!("{base}/articles/3")),
        client.get(format!("{base}/articles/pencil")),
        json(r#"{"article":"pencil","wanted":3}"#),
        json(r#"{"article":"pencil","wanted":300}"#),
        json(r#"{"article":"pencil"}"#),
        json("{"),
        client.post(format!("{base}/orders")).body("pencil"),
        client.get(format!("{base}/nowhere")),
        client.delete(format!("{base}/orders")),
    ];
    let mut lines = Vec::new();
    for request in requests {
        let response = request.send().await?;
        let status = response.status().as_u16();
        lines.push(format!("{status} {}", response.text().await?));
    }
    Ok(lines)
}

#[cfg(test)]
#[tokio::test]
async fn every_response_is_in_the_envelope() -> Result<(), Box<dyn std::error::Error>> {
    let expected = [
        "200 pencil paper",
        r#"400 {"error":{"code":"invalid_request","message":"The request is not valid: Failed to deserialize query string: limit: invalid digit found in string","values":{"reason":"Failed to deserialize query string: limit: invalid digit found in string"}}}"#,
        r#"404 {"error":{"code":"article_not_found","message":"We do not sell this article."}}"#,
        r#"500 {"error":{"code":"internal_error","message":"Something went wrong on our side."}}"#,
        r#"400 {"error":{"code":"invalid_request","message":"The request is not valid: Invalid URL: Cannot parse `pencil` to a `u32`","values":{"reason":"Invalid URL: Cannot parse `pencil` to a `u32`"}}}"#,
        r#"409 {"error":{"code":"out_of_stock","message":"Only 2 of pencil are left.","values":{"article":"pencil","left":2}}}"#,
        r#"503 {"error":{"code":"overloaded","message":"Too many orders arrive at the moment."}}"#,
        r#"422 {"error":{"code":"invalid_request","message":"The request is not valid: Failed to deserialize the JSON body into the target type: missing field `wanted` at line 1 column 20","values":{"reason":"Failed to deserialize the JSON body into the target type: missing field `wanted` at line 1 column 20"}}}"#,
        r#"400 {"error":{"code":"invalid_request","message":"The request is not valid: Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1","values":{"reason":"Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1"}}}"#,
        r#"415 {"error":{"code":"invalid_request","message":"The request is not valid: Expected request with `Content-Type: application/json`","values":{"reason":"Expected request with `Content-Type: application/json`"}}}"#,
        r#"404 {"error":{"code":"no_such_page","message":"There is no such page."}}"#,
        r#"405 {"error":{"code":"wrong_method","message":"The page has other methods than this one."}}"#,
    ];
    assert_eq!(run().await?, expected);
    Ok(())
}

//! An actix server that answers every failure with a code of its catalog: also what extractors and
//! the router reject.
//!
//! It starts on a free port, calls itself, and prints what clients receive.

use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{self, Next};
use actix_web::{App, HttpRequest, HttpServer, ResponseError, web};
use errcat::Answered;
use shop_codes::{Code, Error, InvalidRequest, OutOfStock};

/// The pages, and the codes of what is rejected before a handler runs.
fn pages(config: &mut web::ServiceConfig) {
    let wrong_method = || web::to(|| async { Code::WrongMethod });
    config
        .app_data(web::PathConfig::default().error_handler(rejected))
        .app_data(web::QueryConfig::default().error_handler(rejected))
        .app_data(web::JsonConfig::default().error_handler(rejected))
        .service(web::resource("/articles").get(articles).default_service(wrong_method()))
        .service(web::resource("/articles/{number}").get(article).default_service(wrong_method()))
        .service(web::resource("/orders").post(order).default_service(wrong_method()))
        .default_service(web::to(|| async { Code::NoSuchPage }));
}

/// Converts what an extractor rejects to an error of the catalog.
fn rejected(rejection: impl ResponseError + Send + Sync, _: &HttpRequest) -> actix_web::Error {
    let status = rejection.status_code().as_u16();
    Error::from(InvalidRequest { reason: rejection.to_string() }).with_status(status).into()
}

#[derive(serde::Deserialize)]
struct Page {
    limit: u8,
}

async fn articles(page: web::Query<Page>) -> String {
    ["pencil", "paper"].into_iter().take(page.limit.into()).collect::<Vec<_>>().join(" ")
}

async fn article(number: web::Path<u32>) -> Result<&'static str, Error> {
    match number.into_inner() {
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

async fn order(order: web::Json<Order>) -> Result<&'static str, Error> {
    match order.wanted {
        0..=2 => Ok("ordered"),
        3..=99 => Err(OutOfStock { article: order.into_inner().article, left: 2 })?,
        _ => Err(Error::from(Code::Overloaded).with_retry_after(Duration::from_secs(30))),
    }
}

/// Logs the errors of all handlers. `Answered` has the actual code, even of a masked error.
async fn log(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let page = format!("{} {}", request.method(), request.path());
    let response = next.call(request).await?;
    if let Some(answered) = response.response().extensions().get::<Answered>() {
        eprintln!("log: {page}: {} {answered}", answered.status());
    }
    Ok(response)
}

#[actix_web::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    for line in run().await? {
        println!("{line}");
    }
    Ok(())
}

/// Starts the server, sends requests, and returns the responses.
async fn run() -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let server = HttpServer::new(|| App::new().wrap(middleware::from_fn(log)).configure(pages));
    let server = server.workers(1).bind(("127.0.0.1", 0))?;
    let base = server.addrs().iter().map(|address| format!("http://{address}")).collect::<String>();
    actix_web::rt::spawn(server.run());

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
#[actix_web::test]
async fn every_response_is_in_the_envelope() -> Result<(), Box<dyn std::error::Error>> {
    let expected = [
        "200 pencil paper",
        r#"400 {"error":{"code":"invalid_request","message":"The request is not valid: Query deserialize error: invalid digit found in string","values":{"reason":"Query deserialize error: invalid digit found in string"}}}"#,
        r#"404 {"error":{"code":"article_not_found","message":"We do not sell this article."}}"#,
        r#"500 {"error":{"code":"internal_error","message":"Something went wrong on our side."}}"#,
        r#"400 {"error":{"code":"invalid_request","message":"The request is not valid: Path deserialize error: can not parse \"pencil\" to a u32","values":{"reason":"Path deserialize error: can not parse \"pencil\" to a u32"}}}"#,
        r#"409 {"error":{"code":"out_of_stock","message":"Only 2 of pencil are left.","values":{"article":"pencil","left":2}}}"#,
        r#"503 {"error":{"code":"overloaded","message":"Too many orders arrive at the moment."}}"#,
        r#"400 {"error":{"code":"invalid_request","message":"The request is not valid: Json deserialize error: missing field `wanted` at line 1 column 20","values":{"reason":"Json deserialize error: missing field `wanted` at line 1 column 20"}}}"#,
        r#"400 {"error":{"code":"invalid_request","message":"The request is not valid: Json deserialize error: EOF while parsing an object at line 1 column 1","values":{"reason":"Json deserialize error: EOF while parsing an object at line 1 column 1"}}}"#,
        r#"400 {"error":{"code":"invalid_request","message":"The request is not valid: Content type error","values":{"reason":"Content type error"}}}"#,
        r#"404 {"error":{"code":"no_such_page","message":"There is no such page."}}"#,
        r#"405 {"error":{"code":"wrong_method","message":"The page has other methods than this one."}}"#,
    ];
    assert_eq!(run().await?, expected);
    Ok(())
}

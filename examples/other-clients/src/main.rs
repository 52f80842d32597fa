//! Clients that need no feature of errcat: reqwest without async, ureq and hyper.
//!
//! Each passes the parts of a response to `ApiError::from_parts`. The program calls a server with
//! prepared responses, and prints what each client makes of them.

use http_body_util::{BodyExt, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use shop_codes::{ApiError, Code};

/// An answer of the shop, or what went wrong: an [`ApiError`], or an error of the client.
type Answer = Result<String, Box<dyn std::error::Error + Send + Sync>>;

/// The most bytes that a client reads of an error.
const LIMIT: usize = 1024 * 1024;

fn with_reqwest(url: &str) -> Answer {
    let client = reqwest::blocking::Client::builder().no_proxy().build()?;
    let response = client.get(url).send()?;
    if response.status().is_success() {
        return Ok(response.text()?);
    }
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Err(ApiError::from_parts(status, &headers, response.bytes()?).into())
}

fn with_ureq(url: &str) -> Answer {
    // Otherwise, ureq drops the body of an error.
    let agent = ureq::Agent::config_builder().http_status_as_error(false).proxy(None).build().new_agent();
    let (head, mut body) = agent.get(url).call()?.into_parts();
    if head.status.is_success() {
        return Ok(body.read_to_string()?);
    }
    let bytes = body.with_config().limit(LIMIT as u64).read_to_vec()?;
    Err(ApiError::from_parts(head.status.as_u16(), &head.headers, bytes).into())
}

async fn with_hyper(url: &str) -> Answer {
    let client = Client::builder(TokioExecutor::new()).build_http::<String>();
    let (head, body) = client.get(url.parse()?).await?.into_parts();
    let bytes = Limited::new(body, LIMIT).collect().await?.to_bytes();
    if head.status.is_success() {
        return Ok(String::from_utf8(bytes.into())?);
    }
    Err(ApiError::from_parts(head.status.as_u16(), &head.headers, bytes).into())
}

/// Says what an answer means for the user.
fn advice(answer: Answer) -> String {
    let error = match answer {
        Ok(text) => return text,
        Err(error) => error,
    };
    match error.downcast_ref::<ApiError>() {
        Some(error) if error.known() == Some(Code::ArticleNotFound) => "choose another article".to_owned(),
        Some(error) if error.retry_advice().is_retryable() => format!("try again later ({error})"),
        _ => error.to_string(),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for line in run()? {
        println!("{line}");
    }
    Ok(())
}

/// Sends the same requests with each client, and returns what it makes of the responses.
fn run() -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let json = "content-type: application/json\nx-request-id: r-1";
    let responses = [
        ("200 OK".to_owned(), "a pencil"),
        (format!("404 Not Found\n{json}"), r#"{"error":{"code":"article_not_found","message":"No."}}"#),
        (format!("503 Busy\n{json}\nretry-after: 9"), r#"{"error":{"code":"overloaded","message":"Busy."}}"#),
        ("502 Bad Gateway\ncontent-type: text/html".to_owned(), "<h1>Bad gateway</h1>"),
    ];
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut lines = Vec::new();
    for (head, body) in &responses {
        let url = canned::serve(&[(head, body), (head, body), (head, body)])?;
        for answer in [with_reqwest(&url), with_ureq(&url), runtime.block_on(with_hyper(&url))] {
            lines.push(advice(answer));
        }
    }
    Ok(lines)
}

#[cfg(test)]
#[test]
fn every_client_understands_every_response() -> Result<(), Box<dyn std::error::Error>> {
    let lines = run()?;
    let expected = [
        "a pencil",
        "choose another article",
        "try again later (overloaded: Busy. (HTTP 503, request r-1))",
        "try again later (HTTP 502 Bad Gateway)",
    ];
    for (of_one, expected) in lines.chunks(3).zip(expected) {
        assert_eq!(of_one, [expected; 3]);
    }
    assert_eq!(lines.len(), 12);
    Ok(())
}

//! A reqwest client that matches on codes, and reads any other response without losing anything.
//!
//! It calls a server with prepared responses, and prints what it makes of them.

use errcat::{ClientError, ResponseExt};
use shop_codes::{Code, OutOfStock};

/// Orders an article.
async fn order(client: &reqwest::Client, base: &str) -> Result<String, ClientError<Code>> {
    let response = client.post(format!("{base}/orders")).body("pencil 3").send().await?;
    Ok(response.error_for_code::<Code>().await?.text().await?)
}

/// Says what a failure means for the user.
fn advice(error: &ClientError<Code>) -> String {
    if let (Some(Code::OutOfStock), Some(answer)) = (error.known(), error.answer()) {
        // The values of the message, with their types. They are missing if the server is older.
        if let Ok(OutOfStock { article, left }) = answer.known_params() {
            return format!("order at most {left} of {article}");
        }
    }
    match error.known() {
        Some(Code::ArticleNotFound) => "choose another article".to_owned(),
        // A code of this version without its own advice, a later code, a page of a proxy, or no
        // response.
        _ if error.retry_advice().is_retryable() => format!("try again later ({error})"),
        _ => error.to_string(),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    for line in run().await? {
        println!("{line}");
    }
    Ok(())
}

/// Sends requests, and returns what the client makes of the responses.
async fn run() -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let json = "content-type: application/json\nx-request-id: r-1";
    let responses = [
        ("200 OK".to_owned(), "ordered"),
        (
            format!("409 Conflict\n{json}"),
            r#"{"error":{"code":"out_of_stock","message":"Only 2 left","values":{"article":"pencil","left":2}}}"#,
        ),
        (format!("404 Not Found\n{json}"), r#"{"error":{"code":"article_not_found","message":"No."}}"#),
        (format!("503 Busy\n{json}\nretry-after: 9"), r#"{"error":{"code":"overloaded","message":"Busy."}}"#),
        (format!("403 No\n{json}"), r#"{"error":{"code":"of_a_later_version","message":"Pay first."}}"#),
        ("502 Bad Gateway\ncontent-type: text/html".to_owned(), "<h1>Bad gateway</h1>"),
    ];
    let client = reqwest::Client::builder().no_proxy().build()?;
    let mut lines = Vec::new();
    for (head, body) in &responses {
        let base = canned::serve(&[(head, body)])?;
        lines.push(match order(&client, &base).await {
            Ok(text) => text,
            Err(error) => advice(&error),
        });
    }
    Ok(lines)
}

#[cfg(test)]
#[tokio::test]
async fn every_response_is_understood() -> Result<(), Box<dyn std::error::Error>> {
    let expected = [
        "ordered",
        "order at most 2 of pencil",
        "choose another article",
        "try again later (overloaded: Busy. (HTTP 503, request r-1))",
        "of_a_later_version: Pay first. (HTTP 403, request r-1)",
        "try again later (HTTP 502 Bad Gateway)",
    ];
    assert_eq!(run().await?, expected);
    Ok(())
}

//! Calls the SDK as its page on errors does in Python, and prints what it says.

use sdk::{Class, Client, Error, codes};

const HASH: &str = r#"{"error_code": "ERR-01-005", "message": "Compose hash registration required on-chain",
    "suggestions": ["Register the compose hash on-chain"], "request_id": "r-1"}"#;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    for line in run().await? {
        println!("{line}");
    }
    Ok(())
}

/// Calls the SDK with prepared responses, and returns what is printed.
async fn run() -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let mut lines = Vec::new();
    for response in [
        ("200 OK", r#"{"name": "web", "status": "running"}"#),
        ("465 Unregistered", HASH),
        ("403 Forbidden", r#"{"detail": "Invalid API key"}"#),
        ("400 Bad Request", r#"{"message": "No such image"}"#),
        ("502 Bad Gateway", "<html>"),
        ("200 OK", "<html>"),
        ("", ""),
    ] {
        let client = Client::new(canned::serve(&[response])?)?;
        lines.push(by_class(&client).await);
    }

    let conflict = ("409 Conflict", r#"{"error_code": "ERR-03-007", "message": "In use"}"#);
    let client = Client::new(canned::serve(&[conflict])?)?;
    lines.push(by_code(&client).await?);

    // A conflict without a code passes, so it is worth another attempt. One with a code does not.
    let busy = ("409 Conflict", r#"{"message": "Another operation is in progress"}"#);
    let client = Client::new(canned::serve(&[busy, busy, ("204 No Content", ""), conflict])?)?;
    lines.push(format!("restarted: {}", client.restart("web", || u64::MAX).await.is_ok()));
    lines.push(format!("restarted: {}", client.restart("web", || u64::MAX).await.is_ok()));
    Ok(lines)
}

/// *Basic Exception Handling*: the most specific class comes first, as in Python.
async fn by_class(client: &Client) -> String {
    match client.cvm("web").await {
        Ok(cvm) => format!("{} is {}", cvm.name, cvm.status),
        Err(Error::Api(e)) if e.is_a(Class::ResourceError) => {
            format!("{e}\n  suggestions: {}", e.suggestions().join(", "))
        }
        Err(e) if e.is_a(Class::AuthError) => format!("authentication failed: {e}"),
        Err(e) if e.is_a(Class::BusinessError) => format!("business error: {e}"),
        Err(e) if e.is_a(Class::ServerError) => format!("server error: {e}"),
        Err(e) if e.is_a(Class::RequestError) => "network error".to_owned(),
        Err(e) if e.is_a(Class::ValidationError) => {
            "ValidationError: the response is not as expected".to_owned()
        }
        Err(e) => format!("unexpected: {e}"),
    }
}

/// *Error Codes*: the constants of the Python SDK are patterns.
async fn by_code(client: &Client) -> Result<String, Error> {
    match client.cvm("web").await {
        Ok(_) => Ok("committed".to_owned()),
        Err(e) => match e.known() {
            Some(codes::CVM_APP_ID_CONFLICT) => Ok("the app id has another compose hash".to_owned()),
            Some(codes::INSUFFICIENT_BALANCE) => Ok("add credits to the workspace".to_owned()),
            Some(codes::QUOTA_EXCEEDED) => Ok("the quota of the workspace is used up".to_owned()),
            _ => Err(e),
        },
    }
}

#[cfg(test)]
#[tokio::test]
async fn every_failure_is_told_apart() -> Result<(), Box<dyn std::error::Error>> {
    let expected = [
        "web is running",
        "ERR-01-005: Compose hash registration required on-chain (HTTP 465, request r-1)\n  suggestions: Register the compose hash on-chain",
        "authentication failed: Invalid API key (HTTP 403)",
        "business error: No such image (HTTP 400)",
        "server error: HTTP 502 Bad Gateway",
        "ValidationError: the response is not as expected",
        "network error",
        "the app id has another compose hash",
        "restarted: true",
        "restarted: false",
    ];
    assert_eq!(run().await?, expected);
    Ok(())
}

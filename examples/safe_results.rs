//! The examples of the Phala Cloud SDK's page on errors, translated to Rust.
//!
//! The Python SDK raises exceptions, or returns a `SafeResult` from methods whose name starts with
//! `safe_`. Rust needs only one form: `Result` is the safe result, and `?` raises.
//!
//! | Python | Rust |
//! |---|---|
//! | `result.ok` | `result.is_ok()` |
//! | `result.data` | `result.ok()`, or the value in `Ok(data)` |
//! | `result.error` | `result.err()`, or the value in `Err(error)` |
//! | `result.unwrap()`, which raises the error again | `result?` (`result.unwrap()` panics) |
//! | `except AuthError as e` | `Err(e) if e.is_a(Class::AuthError)` |
//! | `isinstance(result.error, ResourceError)` | `error.is_a(Class::ResourceError)` |
//! | `e.error_code == CVM_APP_ID_CONFLICT` | `Some(codes::CVM_APP_ID_CONFLICT)` as a pattern |
//!
//! Run it with `cargo run --example safe_results`.

use std::fmt;
use std::io;
use std::time::Duration;

use errcat_catalogs::phala_cloud::{ApiError, Class, Code, codes};
use errcat_catalogs::runtime::{Backoff, Retry};

/// All failures of a call: `PhalaCloudError` and its subclasses.
#[derive(Debug)]
enum SdkError {
    /// The request failed: `RequestError`.
    Request(io::Error),
    /// The response was successful but could not be understood: `ValidationError`.
    Validation(&'static str),
    /// The API returned an error: `ApiError` and its subclasses.
    Api(ApiError),
}

impl SdkError {
    fn class(&self) -> Option<Class> {
        use errcat_catalogs::runtime::Class as _;
        match self {
            Self::Request(_) => Class::of_transport(),
            Self::Validation(_) => Class::of_decode(),
            Self::Api(error) => error.class(),
        }
    }

    /// `isinstance(error, class)`
    fn is_a(&self, class: Class) -> bool {
        self.class().is_some_and(|own| own.is_a(class))
    }

    /// `e.error_code`, if this version knows it.
    fn known(&self) -> Option<Code> {
        match self {
            Self::Api(error) => error.known(),
            Self::Request(_) | Self::Validation(_) => None,
        }
    }
}

impl fmt::Display for SdkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(error) => error.fmt(f),
            Self::Validation(reason) => f.write_str(reason),
            Self::Api(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SdkError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Request(error) => Some(error),
            Self::Validation(_) => None,
            Self::Api(error) => error.source(),
        }
    }
}

/// A client with prepared responses. A real one sends requests.
struct Client {
    answers: Vec<(u16, &'static str)>,
}

impl Client {
    /// Returns the body of the next response, or its error.
    fn call(&mut self) -> Result<String, SdkError> {
        match self.answers.pop() {
            None => Err(SdkError::Request(io::ErrorKind::ConnectionRefused.into())),
            Some((200, "")) => Err(SdkError::Validation("the response is empty")),
            Some((200, body)) => Ok(body.to_owned()),
            Some((status, body)) => {
                Err(SdkError::Api(ApiError::from_parts(status, [("content-type", "application/json")], body)))
            }
        }
    }
}

/// *Basic Exception Handling*: the most specific class comes first, as in Python.
fn basic_handling(client: &mut Client) -> String {
    match client.call() {
        Ok(_) => "provisioned".to_owned(),
        Err(SdkError::Api(e)) if e.is_a(Class::ResourceError) => {
            // Structured error with error code and suggestions.
            let mut text = format!("Error [{}]: {e}", e.code().map_or("", |code| code.as_str()));
            for suggestion in e.suggestions() {
                text += &format!("\n  Suggestion: {suggestion}");
            }
            text
        }
        Err(e) if e.is_a(Class::AuthError) => format!("Authentication failed: {e}"),
        Err(SdkError::Api(e)) if e.is_a(Class::BusinessError) => {
            format!("Business error ({}): {e}", e.status())
        }
        Err(SdkError::Api(e)) if e.is_a(Class::ServerError) => format!("Server error ({}): {e}", e.status()),
        Err(e) if e.is_a(Class::RequestError) => format!("Network error: {e}"),
        Err(e) => format!("Unexpected SDK error: {e}"),
    }
}

/// *Safe Methods*: `result.ok`, `result.data`, `result.error`.
fn safe_method(client: &mut Client) -> String {
    let result = client.call();
    match result {
        Ok(data) => data,
        Err(error) => format!("Error: {error}"),
    }
}

/// `unwrap()`: returns the data, or passes the error to the caller.
fn unwrapped(client: &mut Client) -> Result<usize, SdkError> {
    let cvm = client.call()?;
    Ok(cvm.len())
}

/// *Error Codes*: the constants of `phala_cloud.error_codes` can be used as patterns.
fn error_codes(client: &mut Client) -> Result<&'static str, SdkError> {
    match client.call() {
        Ok(_) => Ok("Committed"),
        Err(e) => match e.known() {
            Some(codes::CVM_APP_ID_CONFLICT) => Ok("App ID already in use with a different compose hash"),
            Some(codes::INSUFFICIENT_BALANCE) => Ok("Add credits to your workspace"),
            Some(codes::QUOTA_EXCEEDED) => Ok("Workspace quota exceeded"),
            Some(codes::NODE_NOT_FOUND) => Ok("The specified node doesn't exist"),
            _ => Err(e),
        },
    }
}

/// *Retry on Conflict*: three attempts with growing pauses. A conflict without a code may pass, one
/// with a code does not, and the retry advice distinguishes them.
fn retry_on_conflict(client: &mut Client, mut sleep: impl FnMut(Duration)) -> Result<String, SdkError> {
    let mut pauses = Backoff::new(Duration::from_secs(1), Duration::from_secs(8), || u64::MAX).attempts(2);
    loop {
        match client.call() {
            Err(SdkError::Api(e)) if e.retry_advice() != Retry::Never => match pauses.next() {
                Some(pause) => sleep(pause),
                None => return Err(SdkError::Api(e)),
            },
            result => return result,
        }
    }
}

/// *Combining Safe + Exception Handling*: known errors are handled, others are passed to the
/// caller.
fn combined(client: &mut Client) -> Result<String, SdkError> {
    match client.call() {
        Ok(data) => Ok(format!("Provisioned: {data}")),
        Err(error) if error.is_a(Class::ResourceError) => Ok(format!("Known issue: {error}")),
        Err(error) => Err(error),
    }
}

const COMPOSE_HASH: &str = r#"{"error_code": "ERR-01-005", "message": "Compose hash registration required on-chain",
    "suggestions": ["Register the compose hash on-chain"], "request_id": "rid-1"}"#;

fn main() -> Result<(), SdkError> {
    let answering = |answers: &[(u16, &'static str)]| Client { answers: answers.to_vec() };

    let cases: [(&[(u16, &str)], &str); 6] = [
        (
            &[(465, COMPOSE_HASH)],
            "Error [ERR-01-005]: ERR-01-005: Compose hash registration required on-chain (HTTP 465, request rid-1)\n  \
             Suggestion: Register the compose hash on-chain",
        ),
        (&[(403, r#"{"detail": "Invalid API key"}"#)], "Authentication failed: Invalid API key (HTTP 403)"),
        (&[(400, r#"{"message": "No such image"}"#)], "Business error (400): No such image (HTTP 400)"),
        (&[(502, "<html>")], "Server error (502): HTTP 502 Bad Gateway"),
        (&[], "Network error: connection refused"),
        (&[(200, "")], "Unexpected SDK error: the response is empty"),
    ];
    for (answers, expected) in cases {
        let handled = basic_handling(&mut answering(answers));
        assert_eq!(handled, expected);
        println!("{handled}");
    }

    assert_eq!(safe_method(&mut answering(&[(200, "running")])), "running");
    assert_eq!(safe_method(&mut answering(&[(500, r#"{"message": "boom"}"#)])), "Error: boom (HTTP 500)");
    assert_eq!(unwrapped(&mut answering(&[(200, "running")]))?, 7);
    assert!(unwrapped(&mut answering(&[])).is_err());

    let conflict = r#"{"error_code": "ERR-03-007", "message": "In use"}"#;
    assert_eq!(
        error_codes(&mut answering(&[(409, conflict)]))?,
        "App ID already in use with a different compose hash",
    );
    assert!(error_codes(&mut answering(&[(500, "{}")])).is_err());

    let mut slept = Vec::new();
    let busy = (409, r#"{"message": "Another operation is in progress"}"#);
    let restarted =
        retry_on_conflict(&mut answering(&[(200, "restarted"), busy, busy]), |pause| slept.push(pause))?;
    assert_eq!((restarted.as_str(), slept.len()), ("restarted", 2));
    assert!(retry_on_conflict(&mut answering(&[(200, "never requested"), (409, conflict)]), |_| ()).is_err());

    assert!(combined(&mut answering(&[(465, COMPOSE_HASH)]))?.starts_with("Known issue: ERR-01-005"));
    assert!(combined(&mut answering(&[(503, "")])).is_err());
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_example_holds() -> Result<(), super::SdkError> {
        super::main()
    }
}

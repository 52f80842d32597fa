//! A client that matches codes, retries if that is useful, and keeps unknown codes.
//!
//! ```sh
//! cargo run --example client --features reqwest -- http://127.0.0.1:3000
//! ```

use std::hash::{BuildHasher as _, RandomState};
use std::time::{Duration, SystemTime};

use errcat_catalogs::phala_cloud::{Class, Code};
use errcat_catalogs::runtime::{Backoff, ClientError, ResponseExt as _};

/// The failure of a request.
pub(crate) type Failure = ClientError<Code>;

#[tokio::main]
async fn main() {
    let base = std::env::args().nth(1).unwrap_or_else(|| "http://127.0.0.1:3000".to_owned());
    let client = reqwest::Client::new();
    for name in ["web", "secret", "db", "a-name"] {
        match cvm_patiently(&client, &base, name).await {
            Ok(state) => println!("{name} is {state}"),
            Err(error) => println!("{name}: {}", advice(&error)),
        }
    }
}

/// Sends one request.
pub(crate) async fn cvm(client: &reqwest::Client, base: &str, name: &str) -> Result<String, Failure> {
    let response = client.get(format!("{base}/cvms/{name}")).send().await?;
    Ok(response.error_for_code::<Code>().await?.text().await?)
}

/// Sends a request, and retries with pauses while the advice says so.
pub(crate) async fn cvm_patiently(
    client: &reqwest::Client,
    base: &str,
    name: &str,
) -> Result<String, Failure> {
    let random = || RandomState::new().hash_one(());
    let mut backoff = Backoff::new(Duration::from_millis(50), Duration::from_secs(5), random).attempts(2);
    loop {
        let error = match cvm(client, base, name).await {
            Err(error) if error.retry_advice().is_retryable() => error,
            answer => return answer,
        };
        let pause = match error.retry_after(SystemTime::now()) {
            Some(after) => backoff.next_after(after.wait),
            None => backoff.next(),
        };
        let Some(pause) = pause else { return Err(error) };
        tokio::time::sleep(pause).await;
    }
}

/// Returns advice for the user: by code if it is known, or else by class, which every failure has.
pub(crate) fn advice(error: &Failure) -> String {
    match error.known() {
        Some(Code::CvmNotFound) => "the machine does not exist".to_owned(),
        Some(Code::InsufficientBalance) => "top up the account".to_owned(),
        Some(code) if !code.info().help.is_empty() => code.info().help.join(" "),
        _ if error.is_a(Class::AuthError) => "log in again".to_owned(),
        _ if error.is_a(Class::RequestError) => format!("the server cannot be reached: {error}"),
        // This includes codes that are newer than the client. It shows the code, message, status
        // and request id.
        _ => error.to_string(),
    }
}

//! An SDK for an API: methods that return a value or a [`ClientError`].
//!
//! It translates the Python SDK of Phala Cloud, which has a tree of exceptions, and for every method
//! a second one that returns a `SafeResult`. In Rust, one method with a `Result` does both:
//!
//! | Python | Rust |
//! |---|---|
//! | `result.ok` | `result.is_ok()` |
//! | `result.data` | the value in `Ok(data)` |
//! | `result.error` | the value in `Err(error)` |
//! | `result.unwrap()`, which raises the error again | `result?` |
//! | `except AuthError as e` | `Err(e) if e.is_a(Class::AuthError)` |
//! | `e.error_code == CVM_APP_ID_CONFLICT` | `Some(codes::CVM_APP_ID_CONFLICT)` as a pattern of `e.known()` |
//! | `e.suggestions` | `e.answer()`, which has everything that the response says |

use std::time::{Duration, SystemTime};

pub use errcat_catalogs::phala_cloud::{Class, Code, codes};
use errcat_catalogs::runtime::{Backoff, ClientError, ResponseExt};

/// All failures of a call: responses of the API, and requests without one.
pub type Error = ClientError<Code>;

/// A virtual machine.
#[derive(Debug, serde::Deserialize)]
pub struct Cvm {
    /// Its name.
    pub name: String,
    /// Its state, such as `running`.
    pub status: String,
}

/// A client of the API.
pub struct Client {
    http: reqwest::Client,
    base: String,
}

impl Client {
    /// Creates a client for the API at an address.
    ///
    /// # Errors
    /// Returns an error if there is no HTTP client on this machine.
    pub fn new(base: impl Into<String>) -> Result<Self, Error> {
        Ok(Self { http: reqwest::Client::builder().no_proxy().build()?, base: base.into() })
    }

    /// Returns a machine.
    ///
    /// # Errors
    /// Returns what the API said, or that there was no response.
    pub async fn cvm(&self, id: &str) -> Result<Cvm, Error> {
        let response = self.http.get(format!("{}/cvms/{id}", self.base)).send().await?;
        // A status of 400 or more becomes an error with a code, and a body that is no `Cvm` one
        // with the class `ValidationError`.
        Ok(response.error_for_code::<Code>().await?.json().await?)
    }

    /// Restarts a machine. While the advice is to try again, it is tried up to three times.
    ///
    /// # Errors
    /// Returns the error of the last attempt.
    pub async fn restart(&self, id: &str, mut random: impl FnMut() -> u64) -> Result<(), Error> {
        let (first, most) = (Duration::from_millis(20), Duration::from_secs(8));
        let mut pauses = Backoff::new(first, most, &mut random).attempts(2);
        loop {
            let sent = self.http.post(format!("{}/cvms/{id}/restart", self.base)).send().await;
            let error = match sent {
                Ok(response) => match response.error_for_code::<Code>().await {
                    Ok(_) => return Ok(()),
                    Err(error) => error,
                },
                Err(error) => error.into(),
            };
            if !error.retry_advice().is_retryable() {
                return Err(error);
            }
            // The server may know better how long it takes.
            let pause = match error.retry_after(SystemTime::now()) {
                Some(after) => pauses.next_after(after.wait),
                None => pauses.next(),
            };
            let Some(pause) = pause else { return Err(error) };
            tokio::time::sleep(pause).await;
        }
    }
}

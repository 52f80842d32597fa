//! Sends a request again while its error advises it.

use core::time::Duration;
use std::time::SystemTime;

use crate::{ApiError, Backoff, ErrorCode, Retry, RetryAfter, Timestamp};

/// An error that says whether and when to send the same request again.
pub trait Retryable {
    /// Returns the retry advice.
    fn retry_advice(&self) -> Retry;

    /// Returns how long the response asks to wait.
    fn retry_after(&self, now: Timestamp) -> Option<RetryAfter>;
}

impl<C: ErrorCode> Retryable for ApiError<C> {
    fn retry_advice(&self) -> Retry {
        self.retry_advice()
    }

    fn retry_after(&self, now: Timestamp) -> Option<RetryAfter> {
        self.retry_after(now)
    }
}

#[cfg(feature = "reqwest013")]
impl<C: ErrorCode> Retryable for crate::ClientError<C> {
    fn retry_advice(&self) -> Retry {
        self.retry_advice()
    }

    fn retry_after(&self, now: Timestamp) -> Option<RetryAfter> {
        self.retry_after(now)
    }
}

impl<R: FnMut() -> u64> Backoff<R> {
    /// Calls `send` until it succeeds, until its error advises against it, or until no pause is left.
    /// `sleep` waits for a pause.
    ///
    /// A request that failed may still have been processed, so only send what may happen twice.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// use core::time::Duration;
    /// use errcat::{ApiError, Backoff};
    /// # let mut answers = [(503, ""), (200, "42")].into_iter();
    /// # let mut get = || answers.next().unwrap();
    /// # let mut slept = 0;
    /// # let mut sleep = |_: Duration| slept += 1;
    /// # let random = || 7;
    ///
    /// let backoff = Backoff::new(Duration::from_millis(100), Duration::from_secs(20), random);
    /// let answer = backoff.retry(
    ///     || match get() {
    ///         (200, body) => Ok(body),
    ///         (status, body) => Err(ApiError::<Code>::from_parts(status, [("", ""); 0], body)),
    ///     },
    ///     &mut sleep, // std::thread::sleep
    /// );
    /// assert_eq!(answer.unwrap(), "42");
    /// # assert_eq!(slept, 1);
    /// ```
    ///
    /// # Errors
    /// Returns the last error.
    pub fn retry<T, E: Retryable>(
        mut self,
        mut send: impl FnMut() -> Result<T, E>,
        mut sleep: impl FnMut(Duration),
    ) -> Result<T, E> {
        loop {
            match send() {
                Ok(value) => return Ok(value),
                Err(error) => match self.pause(&error) {
                    Some(pause) => sleep(pause),
                    None => return Err(error),
                },
            }
        }
    }

    /// Like [`retry`](Self::retry), for asynchronous programs.
    ///
    /// ```
    #[doc = include_str!("example.txt")]
    /// # use core::time::Duration;
    /// # use errcat::{ApiError, Backoff};
    /// # async fn send() -> Result<u8, ApiError<Code>> { Ok(1) }
    /// # async fn sleep(_: Duration) {}
    /// # async fn show(backoff: Backoff<fn() -> u64>) {
    /// let answer = backoff.retry_async(send, sleep).await; // tokio::time::sleep
    /// # let _ = answer;
    /// # }
    /// ```
    ///
    /// # Errors
    /// Returns the last error.
    pub async fn retry_async<T, E: Retryable, F, S>(
        mut self,
        mut send: impl FnMut() -> F,
        mut sleep: impl FnMut(Duration) -> S,
    ) -> Result<T, E>
    where
        F: Future<Output = Result<T, E>>,
        S: Future<Output = ()>,
    {
        loop {
            match send().await {
                Ok(value) => return Ok(value),
                Err(error) => match self.pause(&error) {
                    Some(pause) => sleep(pause).await,
                    None => return Err(error),
                },
            }
        }
    }

    /// Returns the pause before the next attempt, or `None` if there is none.
    fn pause<E: Retryable>(&mut self, error: &E) -> Option<Duration> {
        match error.retry_advice() {
            Retry::Never => None,
            Retry::Immediately => self.next_after(Duration::ZERO).map(|_| Duration::ZERO),
            Retry::Backoff | Retry::RetryAfter => {
                let asked = error.retry_after(Timestamp::from(SystemTime::now()));
                self.next_after(asked.map_or(Duration::ZERO, |after| after.wait))
            }
        }
    }
}

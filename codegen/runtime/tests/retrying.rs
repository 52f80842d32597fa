//! Tests of sending a request again.
#![cfg(feature = "std")]

use std::time::Duration;

use errcat::{Backoff, Retry, RetryAfter, Retryable, Timestamp};

const fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

/// An error with its advice and the time to wait.
#[derive(Debug, PartialEq)]
struct Failure(Retry, Option<u64>);

impl Retryable for Failure {
    fn retry_advice(&self) -> Retry {
        self.0
    }

    fn retry_after(&self, now: Timestamp) -> Option<RetryAfter> {
        RetryAfter::parse(&self.1?.to_string(), now)
    }
}

/// Sends until it succeeds, and returns the result and the pauses, blocking and asynchronous.
fn retried(answers: &[Result<u8, (Retry, Option<u64>)>]) -> (Result<u8, Failure>, Vec<Duration>) {
    let backoff = || Backoff::new(ms(100), ms(1_000), || u64::MAX).attempts(3);
    let answer = |place: usize| answers[place].map_err(|(advice, wait)| Failure(advice, wait));
    let (mut sent, mut pauses) = (0, Vec::new());
    let result = backoff().retry(
        || {
            sent += 1;
            answer(sent - 1)
        },
        |pause| pauses.push(pause),
    );
    let (mut sent, mut slept) = (0, Vec::new());
    let future = backoff().retry_async(
        || {
            sent += 1;
            core::future::ready(answer(sent - 1))
        },
        |pause| {
            slept.push(pause);
            core::future::ready(())
        },
    );
    let runtime = tokio::runtime::Builder::new_current_thread().build().ok();
    let same = runtime.map(|runtime| runtime.block_on(future));
    assert_eq!((same.as_ref(), &slept), (Some(&result), &pauses));
    (result, pauses)
}

#[test]
fn a_request_is_sent_again_as_its_error_advises() {
    let (backoff, never) = ((Retry::Backoff, None), (Retry::Never, None));
    assert_eq!(retried(&[Ok(7)]), (Ok(7), vec![]));
    assert_eq!(retried(&[Err(backoff), Err(backoff), Ok(7)]), (Ok(7), vec![ms(100), ms(200)]));
    assert_eq!(retried(&[Err(backoff), Err(never)]), (Err(Failure(Retry::Never, None)), vec![ms(100)]));
    let waits = [Err((Retry::RetryAfter, Some(5))), Err((Retry::Immediately, None)), Ok(7)];
    assert_eq!(retried(&waits), (Ok(7), vec![ms(5_100), ms(0)]));
    let (result, pauses) = retried(&[Err(backoff); 4]);
    assert_eq!((result, pauses.len()), (Err(Failure(Retry::Backoff, None)), 3));
}

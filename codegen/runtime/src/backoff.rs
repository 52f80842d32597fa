//! Growing, random pauses between attempts.

use core::fmt::{self, Debug, Formatter};
use core::iter::FusedIterator;
use core::time::Duration;

/// Pauses between attempts of a request: exponential backoff with full jitter.
///
/// An iterator of [`Duration`]s. Each pause is random, between zero and a limit, so that clients
/// that failed at the same time do not retry at the same time. The limit starts at `first`, doubles
/// with each pause, and never exceeds `most`. The iterator ends after five pauses, or after the
/// number set with [`attempts`](Self::attempts).
///
/// `Backoff` has no clock, does not sleep, and contains no random number generator. It therefore
/// works without the standard library, in asynchronous and blocking programs, and tests can supply
/// their own numbers. `random` must return 64 random bits per call. They need not be of
/// cryptographic quality.
///
/// # Examples
///
/// ```
/// use core::time::Duration;
/// use errcat::{Backoff, RetryAfter, Timestamp};
/// # let mut answers = [(503, None), (429, Some("2")), (200, None)].into_iter();
/// # let mut send = move || answers.next().unwrap();
/// # let now = || Timestamp::from_unix(0, 0);
/// # let mut slept = Vec::new();
/// # let mut sleep = |pause: Duration| slept.push(pause);
///
/// // Any generator will do; this one is a xorshift.
/// let mut state = 0x9e37_79b9_7f4a_7c15_u64;
/// let random = move || {
///     state ^= state << 13;
///     state ^= state >> 7;
///     state ^= state << 17;
///     state
/// };
///
/// let mut backoff = Backoff::new(Duration::from_millis(100), Duration::from_secs(20), random);
/// let status = loop {
///     let (status, retry_after) = send();
///     if status < 400 {
///         break status;
///     }
///     // The server may know better how long it takes.
///     let asked = retry_after.and_then(|value| RetryAfter::parse(value, now()));
///     let pause = match asked {
///         Some(after) => backoff.next_after(after.wait),
///         None => backoff.next(),
///     };
///     let Some(pause) = pause else { break status };
///     sleep(pause);
/// };
/// assert_eq!(status, 200);
/// # assert_eq!(slept.len(), 2);
/// # assert!(slept[0] <= Duration::from_millis(100));
/// # assert!((2000..=2200).contains(&slept[1].as_millis()));
/// ```
#[derive(Clone)]
pub struct Backoff<R> {
    ceiling: Duration,
    most: Duration,
    left: u32,
    random: R,
}

impl<R: FnMut() -> u64> Backoff<R> {
    /// Creates pauses of at most `first`, twice `first`, four times `first` and so on, limited to
    /// `most`.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errcat::Backoff;
    ///
    /// // With the highest random number each pause is as long as it can be.
    /// let longest = Backoff::new(Duration::from_secs(1), Duration::from_secs(5), || u64::MAX);
    /// let seconds: Vec<u64> = longest.map(|pause| pause.as_secs()).collect();
    /// assert_eq!(seconds, [1, 2, 4, 5, 5]);
    /// ```
    #[must_use]
    pub fn new(first: Duration, most: Duration, random: R) -> Self {
        Self { ceiling: first.min(most), most, left: ATTEMPTS, random }
    }

    /// Sets the number of attempts after the first request. There is one pause before each of them.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errcat::Backoff;
    ///
    /// let backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(60), || 42);
    /// assert_eq!(backoff.attempts(3).count(), 3);
    /// ```
    #[must_use]
    pub fn attempts(self, attempts: u32) -> Self {
        Self { left: attempts, ..self }
    }

    /// Returns the next pause, extended by the time that the server asked to wait.
    ///
    /// The pause is at least `at_least`, plus a random part, so that clients with the same
    /// `Retry-After` do not retry at the same time. `most` limits only the random part.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errcat::Backoff;
    ///
    /// let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(60), || 1 << 63);
    /// assert_eq!(backoff.next_after(Duration::from_secs(30)), Some(Duration::from_millis(30_500)));
    /// assert_eq!(backoff.next(), Some(Duration::from_secs(1)));
    /// ```
    pub fn next_after(&mut self, at_least: Duration) -> Option<Duration> {
        self.left = self.left.checked_sub(1)?;
        let pause = part(self.ceiling, (self.random)());
        self.ceiling = self.ceiling.saturating_mul(2).min(self.most);
        Some(pause.saturating_add(at_least))
    }
}

impl<R: FnMut() -> u64> Iterator for Backoff<R> {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        self.next_after(Duration::ZERO)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.left);
        (left.unwrap_or(usize::MAX), left.ok())
    }
}

impl<R: FnMut() -> u64> FusedIterator for Backoff<R> {}

/// Formats everything except the source of randomness.
impl<R> Debug for Backoff<R> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backoff")
            .field("ceiling", &self.ceiling)
            .field("most", &self.most)
            .field("left", &self.left)
            .finish_non_exhaustive()
    }
}

/// The default number of pauses.
const ATTEMPTS: u32 = 5;

/// Returns a duration between zero and `limit`, both included, in proportion to `random`. Limits
/// above 584 years are reduced to that.
#[inline]
fn part(limit: Duration, random: u64) -> Duration {
    let nanos = u64::try_from(limit.as_nanos()).unwrap_or(u64::MAX);
    let scaled = ((u128::from(nanos) + 1) * u128::from(random)) >> 64;
    Duration::from_nanos(u64::try_from(scaled).unwrap_or(nanos))
}

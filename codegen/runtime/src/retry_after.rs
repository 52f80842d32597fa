//! The header `Retry-After`.

use core::time::Duration;

use crate::Timestamp;

/// The value of a `Retry-After` header.
///
/// The header contains a number of seconds or a date. [`parse`](Self::parse) reads both. The value
/// comes from outside, so it is limited to [`MAX_WAIT`](Self::MAX_WAIT), and `capped` says whether
/// the response asked for more.
///
/// ```
/// use core::time::Duration;
/// use errcat::{RetryAfter, Timestamp};
///
/// let now = Timestamp::parse("2026-11-21T11:57:22Z").unwrap();
/// let wait = |value| RetryAfter::parse(value, now).map(|after| (after.wait.as_secs(), after.capped));
///
/// assert_eq!(wait("120"), Some((120, false)));
/// assert_eq!(wait("Sat, 21 Nov 2026 11:58:22 GMT"), Some((60, false)));
/// assert_eq!(wait("Fri, 20 Nov 2026 00:00:00 GMT"), Some((0, false)));
/// assert_eq!(wait("31536000"), Some((86_400, true)));
/// assert_eq!(wait("soon"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct RetryAfter {
    /// The time to wait in whole seconds, at most [`MAX_WAIT`](Self::MAX_WAIT).
    pub wait: Duration,
    /// Whether the response asked to wait longer than [`MAX_WAIT`](Self::MAX_WAIT).
    pub capped: bool,
}

impl RetryAfter {
    /// The longest accepted time to wait: one day.
    pub const MAX_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

    /// Parses the value of a header that was received at `now`.
    ///
    /// Seconds may have a fraction, which some servers send, and are rounded up. The time until a
    /// date is rounded up to whole seconds, and a date in the past is zero. Numbers may have any
    /// length, and surrounding white space is ignored. Anything else, such as a negative number, is
    /// `None`.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errcat::{RetryAfter, Timestamp};
    ///
    /// let now = Timestamp::from_unix(784_111_776, 1);
    /// let wait = |value| RetryAfter::parse(value, now).map(|after| after.wait);
    /// assert_eq!(wait(" 0.25 "), Some(Duration::from_secs(1)));
    /// assert_eq!(wait("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::from_secs(1)));
    /// assert_eq!(wait("99999999999999999999999"), Some(RetryAfter::MAX_WAIT));
    /// assert_eq!(wait("-1"), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn parse(value: &str, now: Timestamp) -> Option<Self> {
        let value = value.trim_ascii();
        let asked = match seconds(value) {
            Some(seconds) => seconds,
            None => {
                let wait = Timestamp::parse_http_date(value, now)?.saturating_duration_since(now);
                round_up(wait.as_secs(), wait.subsec_nanos() > 0)
            }
        };
        let most = Self::MAX_WAIT.as_secs();
        Some(Self { wait: Duration::from_secs(asked.min(most)), capped: asked > most })
    }
}

/// Matches digits, optionally followed by a point and more digits.
#[inline]
fn seconds(value: &str) -> Option<u64> {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let more = fraction.bytes().any(|byte| byte != b'0');
    // Digits fail to parse only if there are too many.
    (digits(whole) && digits(fraction)).then(|| round_up(whole.parse().unwrap_or(u64::MAX), more))
}

#[inline]
const fn round_up(seconds: u64, more: bool) -> u64 {
    seconds.saturating_add(more as u64)
}

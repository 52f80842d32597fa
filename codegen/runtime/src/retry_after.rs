//! The header `Retry-After`.

use core::time::Duration;

use crate::Timestamp;
#[cfg(feature = "alloc")]
use crate::Unit;

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
    /// The time to wait, in whole seconds unless the API is more exact, at most [`MAX_WAIT`](Self::MAX_WAIT).
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
        seconds(value).map(Duration::from_secs).or_else(|| until(value, now)).map(Self::limited)
    }

    /// Parses the value of a place with a unit.
    #[cfg(feature = "alloc")]
    #[inline]
    pub(crate) fn read(value: &str, unit: Unit, now: Timestamp) -> Option<Self> {
        let value = value.trim_ascii();
        match unit {
            Unit::Seconds => Self::parse(value, now),
            Unit::Milliseconds => milliseconds(value).map(Self::limited),
            Unit::Date => date(value, now).map(Self::limited),
            Unit::Duration => duration(value).map(Self::limited),
        }
    }

    #[inline]
    fn limited(asked: Duration) -> Self {
        Self { wait: asked.min(Self::MAX_WAIT), capped: asked > Self::MAX_WAIT }
    }
}

/// Returns the time until a date, rounded up to whole seconds. A date in the past is zero.
#[inline]
fn until(value: &str, now: Timestamp) -> Option<Duration> {
    Timestamp::parse_http_date(value, now).map(|at| whole(at.saturating_duration_since(now)))
}

#[inline]
const fn whole(wait: Duration) -> Duration {
    Duration::from_secs(round_up(wait.as_secs(), wait.subsec_nanos() > 0))
}

/// Returns the time until a date: of HTTP, of RFC 3339, or the number of seconds since 1970.
#[cfg(feature = "alloc")]
#[inline]
fn date(value: &str, now: Timestamp) -> Option<Duration> {
    let since_1970 = || i64::try_from(seconds(value)?).ok().map(|at| Timestamp::from_unix(at, 0));
    let at = since_1970()
        .or_else(|| Timestamp::parse(value))
        .or_else(|| Timestamp::parse_http_date(value, now))?;
    Some(whole(at.saturating_duration_since(now)))
}

/// Matches a number of milliseconds. A fraction is rounded up.
#[cfg(feature = "alloc")]
#[inline]
fn milliseconds(value: &str) -> Option<Duration> {
    seconds(value).map(Duration::from_millis)
}

/// Matches `3.5s`, `1m30s` and the durations of ISO 8601 up to weeks, such as `PT5S`.
#[cfg(feature = "alloc")]
#[inline]
fn duration(value: &str) -> Option<Duration> {
    let mut rest = value;
    let mut in_time = true;
    let is_iso = matches!(value.as_bytes(), [b'P' | b'p', ..]);
    if is_iso {
        rest = value.get(1..)?;
        in_time = false;
    }
    let mut total = Duration::ZERO;
    let mut any = false;
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix(['T', 't']).filter(|_| !in_time) {
            (rest, in_time) = (time, true);
            continue;
        }
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, tail) = rest.split_at_checked(digits)?;
        let letters =
            tail.find(|c: char| !c.is_ascii_alphabetic() || (is_iso && c == 'T')).unwrap_or(tail.len());
        let (unit, tail) = tail.split_at_checked(if is_iso { letters.min(1) } else { letters })?;
        let scale = match (unit, in_time, is_iso) {
            ("w" | "W", false, true) => 604_800_000_000_000,
            ("d" | "D", false, true) => 86_400_000_000_000,
            ("h" | "H", true, true) | ("h", _, false) => 3_600_000_000_000,
            ("m" | "M", true, true) | ("m", _, false) => 60_000_000_000,
            ("s" | "S", true, true) | ("s", _, false) => 1_000_000_000,
            ("ms", _, false) => 1_000_000,
            _ => return None,
        };
        total = total.saturating_add(scaled(number, scale)?);
        any = true;
        rest = tail;
    }
    any.then_some(total)
}

/// Returns a decimal number of units, each of which has this many nanoseconds, rounded up to one.
#[cfg(feature = "alloc")]
#[inline]
fn scaled(number: &str, nanos: u64) -> Option<Duration> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    // Digits fail to parse only if there are too many.
    let whole: u64 = whole.parse().unwrap_or(u64::MAX);
    let unit = Duration::from_nanos(nanos);
    let mut total = unit.saturating_mul(u32::try_from(whole).unwrap_or(u32::MAX));
    let (mut part, mut rest) = (0_u64, nanos);
    let mut more = false;
    for digit in fraction.bytes() {
        let digit = u64::from(digit - b'0');
        more |= rest % 10 != 0 && digit > 0;
        rest /= 10;
        part += digit * rest;
        more |= rest == 0 && digit > 0;
    }
    total = total.saturating_add(Duration::from_nanos(part + u64::from(more)));
    Some(total)
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

//! A point in time.

use core::fmt::{self, Debug, Formatter};
use core::time::Duration;

use super::{HttpDate, http_date, rfc3339};

/// A point in time in UTC, with a resolution of nanoseconds.
///
/// It offers what the parameters of errors and the headers of responses need: parsing, formatting,
/// comparing and subtracting. It has no clock. With the feature `std` it can be created from a
/// `SystemTime`.
///
/// `Display` uses the format of RFC 3339, with as many digits after the point as needed: none,
/// three, six or nine.
///
/// ```
/// use errcat::Timestamp;
///
/// let time = Timestamp::parse("2026-11-21T12:57:22.500+01:00").unwrap();
/// assert_eq!(time.to_string(), "2026-11-21T11:57:22.500Z");
/// assert_eq!(time.unix_seconds(), 1_795_262_242);
/// assert!(time > Timestamp::from_unix(0, 0));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    seconds: i64,
    /// Less than 1,000,000,000. Counts forward even before the epoch.
    nanos: u32,
}

impl Timestamp {
    /// The first second of year 0, which is the earliest time in RFC 3339.
    #[cfg(any(feature = "arbitrary1", feature = "proptest1"))]
    pub(crate) const FIRST: i64 = -62_167_219_200;

    /// The last second of year 9999.
    #[cfg(any(feature = "arbitrary1", feature = "proptest1"))]
    pub(crate) const LAST: i64 = 253_402_300_799;

    /// Creates a time from seconds and nanoseconds after 1970-01-01T00:00:00Z. Nanoseconds always
    /// count forward.
    ///
    /// Nanoseconds above one second are carried over. Times that do not fit become the latest time.
    ///
    /// ```
    /// use errcat::Timestamp;
    ///
    /// const EPOCH: Timestamp = Timestamp::from_unix(0, 0);
    ///
    /// assert_eq!(EPOCH.to_string(), "1970-01-01T00:00:00Z");
    /// assert_eq!(Timestamp::from_unix(-1, 250_000_000).to_string(), "1969-12-31T23:59:59.250Z");
    /// assert_eq!(Timestamp::from_unix(1, 1_000_000_000), Timestamp::from_unix(2, 0));
    /// ```
    #[inline]
    #[must_use]
    pub const fn from_unix(seconds: i64, nanos: u32) -> Self {
        match seconds.checked_add((nanos / 1_000_000_000) as i64) {
            Some(seconds) => Self { seconds, nanos: nanos % 1_000_000_000 },
            None => Self { seconds: i64::MAX, nanos: 999_999_999 },
        }
    }

    /// Returns the whole seconds since 1970-01-01T00:00:00Z, which are negative before that.
    #[inline]
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        self.seconds
    }

    /// Returns the nanoseconds since the last whole second.
    #[inline]
    #[must_use]
    pub const fn subsec_nanos(self) -> u32 {
        self.nanos
    }

    /// Parses a time in the format of RFC 3339.
    ///
    /// `t`, `z`, and a space instead of `T` are accepted. Digits after the ninth of a fraction are
    /// dropped. A leap second counts as the second before it. The time must be in the years 0 to
    /// 9999 of UTC.
    ///
    /// ```
    /// use errcat::Timestamp;
    ///
    /// let same = Timestamp::parse("2016-12-31T23:59:60Z");
    /// assert_eq!(same, Timestamp::parse("2017-01-01 00:59:59+01:00"));
    /// assert_eq!(Timestamp::parse("2017-02-29T00:00:00Z"), None);
    /// assert_eq!(Timestamp::parse("2017-02-28T00:00:00"), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        rfc3339::parse(text)
    }

    /// Parses the date of an HTTP header in any of the three formats of RFC 9110.
    ///
    /// A year with two digits is the latest one with these digits that is at most 50 years after
    /// `now`. Case, surrounding white space, and the day of the week are ignored. The zone `+0000`, as
    /// in mail, is accepted, too.
    ///
    /// ```
    /// use errcat::Timestamp;
    ///
    /// let now = Timestamp::from_unix(1_795_262_242, 0);
    /// let parse = |text| Timestamp::parse_http_date(text, now).map(Timestamp::unix_seconds);
    /// assert_eq!(parse("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777));
    /// assert_eq!(parse("Sunday, 06-Nov-94 08:49:37 GMT"), Some(784_111_777));
    /// assert_eq!(parse("Sun Nov  6 08:49:37 1994"), Some(784_111_777));
    /// assert_eq!(parse("Sun, 06 Nov 1994 08:49:37 +0000"), Some(784_111_777));
    /// assert_eq!(parse("tomorrow"), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn parse_http_date(text: &str, now: Self) -> Option<Self> {
        http_date::parse(text, now)
    }

    /// Returns the time in the preferred format of HTTP headers, without fractions of a second.
    ///
    /// ```
    /// use errcat::Timestamp;
    ///
    /// let time = Timestamp::from_unix(1_795_262_242, 999_999_999);
    /// assert_eq!(time.to_http_date().to_string(), "Sat, 21 Nov 2026 11:57:22 GMT");
    /// ```
    #[inline]
    #[must_use]
    pub const fn to_http_date(self) -> HttpDate {
        HttpDate(self)
    }

    /// Returns the time elapsed since `earlier`, or zero if `earlier` is later.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errcat::Timestamp;
    ///
    /// let (early, late) = (Timestamp::from_unix(-1, 0), Timestamp::from_unix(1, 5));
    /// assert_eq!(late.saturating_duration_since(early), Duration::new(2, 5));
    /// assert_eq!(early.saturating_duration_since(late), Duration::ZERO);
    /// ```
    #[inline]
    #[must_use]
    pub fn saturating_duration_since(self, earlier: Self) -> Duration {
        if self < earlier {
            return Duration::ZERO;
        }
        let since = Duration::new(self.seconds.abs_diff(earlier.seconds), self.nanos);
        since.saturating_sub(Duration::new(0, earlier.nanos))
    }
}

impl Debug for Timestamp {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

//! The type of a point in time.

use core::fmt::{self, Debug, Formatter};
use core::time::Duration;

use super::{HttpDate, http_date, rfc3339};

/// A point in time, to the nanosecond, in UTC.
///
/// It is what the parameters of errors and the headers of responses need, and no more: it is read
/// from text, written as text, compared and subtracted. There is no clock in it; with the feature
/// `std` it comes from a `SystemTime`.
///
/// `Display` is RFC 3339 with as many digits behind the point as are needed: none, three, six or nine.
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
    /// Below 1,000,000,000; counts forward before the epoch, too.
    nanos: u32,
}

impl Timestamp {
    /// The first second of the year 0, the first that RFC 3339 has a form for.
    #[cfg(any(feature = "arbitrary", feature = "proptest"))]
    pub(crate) const FIRST: i64 = -62_167_219_200;

    /// The last second of the year 9999.
    #[cfg(any(feature = "arbitrary", feature = "proptest"))]
    pub(crate) const LAST: i64 = 253_402_300_799;

    /// So many seconds and nanoseconds after 1970-01-01T00:00:00Z; the nanoseconds always count forward.
    ///
    /// Nanoseconds that make whole seconds are carried over. What no `i64` can count becomes the last
    /// time there is.
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

    /// The whole seconds since 1970-01-01T00:00:00Z; negative before.
    #[inline]
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        self.seconds
    }

    /// The nanoseconds since the last whole second.
    #[inline]
    #[must_use]
    pub const fn subsec_nanos(self) -> u32 {
        self.nanos
    }

    /// Reads a time in the form of RFC 3339.
    ///
    /// `t`, `z` and a space instead of the `T` are fine. Digits behind the ninth of a fraction are
    /// dropped, and a leap second counts as the second before. The time must lie in the years 0 to
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

    /// Reads the date of an HTTP header, in any of the three forms of RFC 9110.
    ///
    /// A year of two digits is the last one with these digits that is not more than 50 years after
    /// `now`. Letter case does not matter, nor does white space around the date, nor whether the day
    /// of the week is the right one.
    ///
    /// ```
    /// use errcat::Timestamp;
    ///
    /// let now = Timestamp::from_unix(1_795_262_242, 0);
    /// let parse = |text| Timestamp::parse_http_date(text, now).map(Timestamp::unix_seconds);
    /// assert_eq!(parse("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777));
    /// assert_eq!(parse("Sunday, 06-Nov-94 08:49:37 GMT"), Some(784_111_777));
    /// assert_eq!(parse("Sun Nov  6 08:49:37 1994"), Some(784_111_777));
    /// assert_eq!(parse("tomorrow"), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn parse_http_date(text: &str, now: Self) -> Option<Self> {
        http_date::parse(text, now)
    }

    /// The time in the form that HTTP headers prefer, without a fraction of a second.
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

    /// How long it is from `earlier` to here; nothing if `earlier` is later.
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

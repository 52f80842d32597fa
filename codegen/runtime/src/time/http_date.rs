//! Parses and formats dates of HTTP headers in the three formats of RFC 9110.

use core::fmt::{self, Display, Formatter, Write};

use super::Timestamp;
use super::buffer::Buffer;
use super::calendar::{self, Civil};
use super::cursor::Cursor;

const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A time in the preferred format of HTTP headers, returned by [`Timestamp::to_http_date`].
///
/// ```
/// use errcat::Timestamp;
///
/// assert_eq!(Timestamp::from_unix(784_111_777, 0).to_http_date().to_string(), "Sun, 06 Nov 1994 08:49:37 GMT");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct HttpDate(pub(super) Timestamp);

impl Display for HttpDate {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let seconds = self.0.unix_seconds();
        let Civil { year, month, day, hour, minute, second } = Civil::from_unix(seconds);
        let weekday = DAYS.get(calendar::weekday(seconds)).and_then(|day| day.get(..3)).unwrap_or_default();
        let month = MONTHS.get(usize::from(month) - 1).unwrap_or(&"");
        let mut out = Buffer::default();
        write!(out, "{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT")?;
        f.pad(out.as_str())
    }
}

#[inline]
pub(super) fn parse(text: &str, now: Timestamp) -> Option<Timestamp> {
    let mut cursor = Cursor::new(text.trim_ascii());
    weekday(cursor.letters()?)?;
    let civil = match cursor.one_of(b",") {
        Some(_) => with_zone(&mut cursor, now)?,
        None => asctime(&mut cursor)?,
    };
    cursor.end()?;
    civil.to_unix().map(|seconds| Timestamp::from_unix(seconds, 0))
}

/// Parses `06 Nov 1994 08:49:37 GMT` or `06-Nov-94 08:49:37 GMT`.
#[inline]
fn with_zone(cursor: &mut Cursor<'_>, now: Timestamp) -> Option<Civil> {
    cursor.one_of(b" ")?;
    let day = cursor.pair()?;
    cursor.one_of(b" -")?;
    let month = month(cursor.letters()?)?;
    cursor.one_of(b" -")?;
    let year = cursor.digits()?;
    cursor.one_of(b" ")?;
    let [hour, minute, second] = cursor.time_of_day()?;
    cursor.one_of(b" ")?;
    let zone = zone(cursor)?;
    let of_year = |year| Civil { year, month, day, hour, minute, second };
    let year_text = core::str::from_utf8(year).ok().filter(|_| zone)?;
    match year.len() {
        4 => Some(of_year(year_text.parse().ok()?)),
        2 => Some(nearest(year_text.parse().ok()?, of_year, now)),
        _ => None,
    }
}

/// Consumes a zone and returns whether it is UTC: `GMT`, `UTC`, or `+0000` as in mail.
#[inline]
fn zone(cursor: &mut Cursor<'_>) -> Option<bool> {
    if cursor.one_of(b"+-").is_some() {
        return Some(cursor.digits()? == b"0000");
    }
    let zone = cursor.letters()?;
    Some(zone.eq_ignore_ascii_case(b"GMT") || zone.eq_ignore_ascii_case(b"UTC"))
}

/// Returns the latest year with these two final digits that is at most 50 years in the future.
fn nearest(digits: i64, of_year: impl Fn(i64) -> Civil, now: Timestamp) -> Civil {
    let now = Civil::from_unix(now.unix_seconds());
    let limit = Civil { year: now.year + 50, ..now };
    let year = limit.year - (limit.year - digits).rem_euclid(100);
    let civil = of_year(year);
    if civil > limit { of_year(year - 100) } else { civil }
}

/// Parses ` Nov  6 08:49:37 1994`.
#[inline]
fn asctime(cursor: &mut Cursor<'_>) -> Option<Civil> {
    cursor.one_of(b" ")?;
    let month = month(cursor.letters()?)?;
    cursor.one_of(b" ")?;
    let day = match cursor.one_of(b" ") {
        Some(_) => u8::try_from(cursor.number(1)?).ok()?,
        None => cursor.pair()?,
    };
    cursor.one_of(b" ")?;
    let [hour, minute, second] = cursor.time_of_day()?;
    cursor.one_of(b" ")?;
    let year = cursor.number(4)?.into();
    Some(Civil { year, month, day, hour, minute, second })
}

/// Consumes the name of a day of the week, in full or as three letters. It need not match the date.
#[inline]
fn weekday(word: &[u8]) -> Option<()> {
    let known = DAYS.iter().map(|day| day.as_bytes()).any(|day| {
        word.eq_ignore_ascii_case(day) || day.get(..3).is_some_and(|short| word.eq_ignore_ascii_case(short))
    });
    known.then_some(())
}

#[inline]
fn month(word: &[u8]) -> Option<u8> {
    let place = MONTHS.iter().position(|month| word.eq_ignore_ascii_case(month.as_bytes()))?;
    u8::try_from(place + 1).ok()
}

//! Parses and formats times in the format of RFC 3339.

use core::fmt::{self, Display, Formatter, Write};

use super::Timestamp;
use super::buffer::Buffer;
use super::calendar::Civil;
use super::cursor::Cursor;

#[inline]
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let mut cursor = Cursor::new(text);
    let year = cursor.number(4)?.into();
    cursor.one_of(b"-")?;
    let month = cursor.pair()?;
    cursor.one_of(b"-")?;
    let day = cursor.pair()?;
    cursor.one_of(b"Tt ")?;
    let [hour, minute, second] = cursor.time_of_day()?;
    let nanos = match cursor.one_of(b".") {
        Some(_) => nanos(cursor.digits()?),
        None => 0,
    };
    let offset = offset(&mut cursor)?;
    cursor.end()?;
    let seconds = Civil { year, month, day, hour, minute, second }.to_unix()? - offset;
    let in_utc = Civil::from_unix(seconds);
    (0..=9999).contains(&in_utc.year).then(|| Timestamp::from_unix(seconds, nanos))
}

/// Converts the digits after the point to nanoseconds. Digits after the ninth are dropped.
#[inline]
fn nanos(digits: &[u8]) -> u32 {
    let padded = digits.iter().map(|digit| u32::from(digit - b'0')).chain(core::iter::repeat(0));
    padded.take(9).fold(0, |nanos, digit| nanos * 10 + digit)
}

/// Parses the offset from UTC and returns the seconds to subtract.
#[inline]
fn offset(cursor: &mut Cursor<'_>) -> Option<i64> {
    let sign = match cursor.one_of(b"Zz+-")? {
        b'+' => 1,
        b'-' => -1,
        _ => return Some(0),
    };
    let hours = cursor.pair().filter(|hours| *hours < 24)?;
    cursor.one_of(b":")?;
    let minutes = cursor.pair().filter(|minutes| *minutes < 60)?;
    Some(sign * (i64::from(hours) * 60 + i64::from(minutes)) * 60)
}

impl Display for Timestamp {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Civil { year, month, day, hour, minute, second } = Civil::from_unix(self.unix_seconds());
        let mut out = Buffer::default();
        match year {
            0..=9999 => write!(out, "{year:04}")?,
            _ => write!(out, "{year:+05}")?,
        }
        write!(out, "-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        match self.subsec_nanos() {
            0 => {}
            nanos if nanos % 1_000_000 == 0 => write!(out, ".{:03}", nanos / 1_000_000)?,
            nanos if nanos % 1_000 == 0 => write!(out, ".{:06}", nanos / 1_000)?,
            nanos => write!(out, ".{nanos:09}")?,
        }
        out.write_str("Z")?;
        f.pad(out.as_str())
    }
}

//! The types of parameters and details.

use alloc::string::String;
use core::fmt::{self, Debug};
use core::time::Duration;

use crate::json::write;
use crate::{Json, Timestamp};

/// A value that can be part of a message and of a JSON document.
pub trait Value: Debug + Send + Sync {
    /// Writes the value as in a message.
    ///
    /// # Errors
    /// Returns the errors of `out`.
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result;

    /// Appends the value as JSON. Returns `false` without appending anything if it must not be
    /// shown.
    fn json(&self, out: &mut String) -> bool;

    /// Returns `true` if [`json`](Self::json) appends anything.
    fn is_visible(&self) -> bool {
        self.json(&mut String::new())
    }

    /// Returns the approximate number of bytes in a message or in JSON.
    fn size(&self) -> usize {
        24
    }

    /// Returns the bits of an integer, for the format `%x`.
    #[doc(hidden)]
    fn bits(&self) -> Option<u64> {
        None
    }
}

/// A [`Value`] that can be read back.
pub trait Parameter: Value + Sized {
    /// The description of the type in errors, such as `a whole number`.
    const EXPECTED: &'static str;

    /// Reads a value that is present and not `null`.
    fn read(json: Json<'_>) -> Option<Self>;

    /// Returns a placeholder for a value that could not be read. It is never shown.
    fn placeholder() -> Self;

    /// Returns the value for an absent one, or `None` if it is required.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

impl Value for String {
    #[inline]
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(self)
    }

    #[inline]
    fn json(&self, out: &mut String) -> bool {
        write::string(out, self);
        true
    }

    #[inline]
    fn is_visible(&self) -> bool {
        true
    }

    #[inline]
    fn size(&self) -> usize {
        self.len() + 2
    }
}

impl Parameter for String {
    const EXPECTED: &'static str = "a text";

    #[inline]
    fn placeholder() -> Self {
        Self::new()
    }

    #[inline]
    fn read(json: Json<'_>) -> Option<Self> {
        json.as_str().map(Into::into)
    }
}

impl Value for &'static str {
    #[inline]
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(self)
    }

    #[inline]
    fn json(&self, out: &mut String) -> bool {
        write::string(out, self);
        true
    }

    #[inline]
    fn is_visible(&self) -> bool {
        true
    }
}

impl Value for bool {
    #[inline]
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(if *self { "true" } else { "false" })
    }

    #[inline]
    fn json(&self, out: &mut String) -> bool {
        write::boolean(out, *self);
        true
    }

    #[inline]
    fn is_visible(&self) -> bool {
        true
    }
}

impl Parameter for bool {
    const EXPECTED: &'static str = "`true` or `false`";

    #[inline]
    fn placeholder() -> Self {
        false
    }

    #[inline]
    fn read(json: Json<'_>) -> Option<Self> {
        json.as_bool()
    }
}

macro_rules! integers {
    ($($type:ty: $wide:ty, $unsigned:ty, $write:ident, $read:ident;)+) => {$(
        impl Value for $type {
            #[inline]
            fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
                write!(out, "{self}")
            }

            #[inline]
            fn json(&self, out: &mut String) -> bool {
                write::$write(out, (*self).into());
                true
            }

            #[inline]
            fn is_visible(&self) -> bool {
                true
            }

            #[inline]
            fn bits(&self) -> Option<u64> {
                Some(u64::from(<$unsigned>::from_ne_bytes(self.to_ne_bytes())))
            }
        }

        impl Parameter for $type {
            const EXPECTED: &'static str = concat!("a whole number (", stringify!($type), ")");

            #[inline]
            fn placeholder() -> Self {
                0
            }

            /// Reads a number, or a text that contains one, because some APIs send large numbers as
            /// texts.
            #[inline]
            fn read(json: Json<'_>) -> Option<Self> {
                let number: $wide = match json.$read() {
                    Some(number) => number,
                    None => json.as_str()?.parse().ok()?,
                };
                number.try_into().ok()
            }
        }
    )+};
}

integers! {
    i8: i64, u8, signed, as_i64;
    i16: i64, u16, signed, as_i64;
    i32: i64, u32, signed, as_i64;
    i64: i64, u64, signed, as_i64;
    u8: u64, u8, unsigned, as_u64;
    u16: u64, u16, unsigned, as_u64;
    u32: u64, u32, unsigned, as_u64;
    u64: u64, u64, unsigned, as_u64;
}

/// A count of items in memory. Parameters are `u64` instead, because a catalog cannot depend on the
/// pointer width.
impl Value for usize {
    #[inline]
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        write!(out, "{self}")
    }

    #[inline]
    fn json(&self, out: &mut String) -> bool {
        write::unsigned(out, *self as u64);
        true
    }

    #[inline]
    fn is_visible(&self) -> bool {
        true
    }
}

impl Value for f64 {
    #[inline]
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        write!(out, "{self}")
    }

    #[inline]
    fn json(&self, out: &mut String) -> bool {
        write::float(out, *self);
        true
    }

    #[inline]
    fn is_visible(&self) -> bool {
        true
    }
}

impl Parameter for f64 {
    const EXPECTED: &'static str = "a number";

    #[inline]
    fn placeholder() -> Self {
        0.0
    }

    #[inline]
    fn read(json: Json<'_>) -> Option<Self> {
        json.as_f64()
    }
}

/// Formatted as `1.5 s` in messages, and as a number of seconds in JSON.
impl Value for Duration {
    #[inline]
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        seconds(*self, out)?;
        out.write_str(" s")
    }

    #[inline]
    fn json(&self, out: &mut String) -> bool {
        seconds(*self, out).is_ok()
    }

    #[inline]
    fn is_visible(&self) -> bool {
        true
    }
}

#[inline]
fn seconds(duration: Duration, out: &mut dyn fmt::Write) -> fmt::Result {
    write!(out, "{}", duration.as_secs())?;
    let nanos = duration.subsec_nanos();
    if nanos == 0 {
        return Ok(());
    }
    let (mut fraction, mut width) = (nanos, 9);
    while fraction % 10 == 0 {
        fraction /= 10;
        width -= 1;
    }
    write!(out, ".{fraction:0width$}")
}

impl Parameter for Duration {
    const EXPECTED: &'static str = "a number of seconds";

    #[inline]
    fn placeholder() -> Self {
        Self::ZERO
    }

    #[inline]
    fn read(json: Json<'_>) -> Option<Self> {
        let text = match json.number_text() {
            Some(text) => alloc::borrow::Cow::Borrowed(text),
            None => json.as_str()?,
        };
        let text = text.trim_end_matches('s').trim_end();
        exact_seconds(text).or_else(|| Self::try_from_secs_f64(text.parse().ok()?).ok())
    }
}

/// Returns seconds in decimal, with at most nine digits after the point, without converting to a
/// float.
#[inline]
fn exact_seconds(text: &str) -> Option<Duration> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || fraction.len() > 9 {
        return None;
    }
    let scale = 10_u32.pow(9 - u32::try_from(fraction.len()).ok()?);
    Some(Duration::new(whole.parse().ok()?, fraction.parse::<u32>().ok()? * scale))
}

impl Value for Timestamp {
    #[inline]
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        write!(out, "{self}")
    }

    #[inline]
    fn json(&self, out: &mut String) -> bool {
        out.push('"');
        let written = self.show(out).is_ok();
        out.push('"');
        written
    }

    #[inline]
    fn is_visible(&self) -> bool {
        true
    }
}

impl Parameter for Timestamp {
    const EXPECTED: &'static str = "a moment as RFC 3339 writes it";

    #[inline]
    fn placeholder() -> Self {
        Self::from_unix(0, 0)
    }

    #[inline]
    fn read(json: Json<'_>) -> Option<Self> {
        Self::parse(&json.as_str()?)
    }
}

//! The types that a parameter or a detail can have.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Debug};
use core::time::Duration;

use super::Sensitive;
use crate::json::write;
use crate::{Json, Timestamp};

/// A value that can stand in a message and in a JSON document.
pub trait Value: Debug + Send + Sync {
    /// Writes the value as a message shows it.
    ///
    /// # Errors
    /// Those of `out`.
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result;

    /// Appends the value as JSON. Where nothing may be said of it, appends nothing and gives `false`.
    fn json(&self, out: &mut String) -> bool;

    /// Appends the value as a message shows it, within a JSON string.
    fn show_escaped(&self, out: &mut String) {
        // Writing to a string does not fail.
        let _ = self.show(&mut write::Escaping(out));
    }

    /// Whether [`json`](Self::json) appends anything.
    fn is_told(&self) -> bool {
        self.json(&mut String::new())
    }

    /// About how many bytes the value takes in a message or in JSON.
    fn size(&self) -> usize {
        24
    }
}

/// A [`Value`] that can be read back.
pub trait Parameter: Value + Sized {
    /// What it is called when something else was found: `a whole number`.
    const EXPECTED: &'static str;

    /// Reads a value that is there and not `null`.
    fn read(json: Json<'_>) -> Option<Self>;

    /// A value that stands for one that could not be read. Nobody gets to see it.
    fn placeholder() -> Self;

    /// What a value that is not there means; nothing where it has to be there.
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
    fn is_told(&self) -> bool {
        true
    }

    #[inline]
    fn show_escaped(&self, out: &mut String) {
        write::escaped(out, self);
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
    fn is_told(&self) -> bool {
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
    fn is_told(&self) -> bool {
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
    ($($type:ty: $wide:ty, $write:ident, $read:ident;)+) => {$(
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
            fn is_told(&self) -> bool {
                true
            }
        }

        impl Parameter for $type {
            const EXPECTED: &'static str = concat!("a whole number (", stringify!($type), ")");

            #[inline]
            fn placeholder() -> Self {
                0
            }

            /// A number, or a text that holds one: some APIs write large numbers so.
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
    i8: i64, signed, as_i64;
    i16: i64, signed, as_i64;
    i32: i64, signed, as_i64;
    i64: i64, signed, as_i64;
    u8: u64, unsigned, as_u64;
    u16: u64, unsigned, as_u64;
    u32: u64, unsigned, as_u64;
    u64: u64, unsigned, as_u64;
}

/// A count of what lies in memory. A parameter is a `u64`: a catalog cannot know the width of a pointer.
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
    fn is_told(&self) -> bool {
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
    fn is_told(&self) -> bool {
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

/// In messages `1.5 s`; in JSON the seconds as a number.
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
    fn is_told(&self) -> bool {
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

/// Seconds in decimal digits with at most nine behind the point, without the detour over a float.
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
    fn is_told(&self) -> bool {
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

/// Separated by commas in messages.
impl<T: Value> Value for Vec<T> {
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        for (place, value) in self.iter().enumerate() {
            if place > 0 {
                out.write_str(", ")?;
            }
            value.show(out)?;
        }
        Ok(())
    }

    fn json(&self, out: &mut String) -> bool {
        out.push('[');
        let mut first = true;
        for value in self {
            let before = out.len();
            if !first {
                out.push(',');
            }
            if value.json(out) {
                first = false;
            } else {
                out.truncate(before);
            }
        }
        out.push(']');
        true
    }

    #[inline]
    fn is_told(&self) -> bool {
        true
    }
}

impl<T: Parameter> Parameter for Vec<T> {
    const EXPECTED: &'static str = "a list of values of one type";

    #[inline]
    fn placeholder() -> Self {
        Self::new()
    }

    fn read(json: Json<'_>) -> Option<Self> {
        (json.kind() == crate::JsonKind::Array).then_some(())?;
        json.items().map(T::read).collect()
    }
}

/// Nothing at all where there is no value.
impl<T: Value> Value for Option<T> {
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.as_ref().map_or(Ok(()), |value| value.show(out))
    }

    fn json(&self, out: &mut String) -> bool {
        self.as_ref().is_some_and(|value| value.json(out))
    }

    #[inline]
    fn is_told(&self) -> bool {
        self.as_ref().is_some_and(Value::is_told)
    }
}

impl<T: Parameter> Parameter for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    #[inline]
    fn placeholder() -> Self {
        None
    }

    fn read(json: Json<'_>) -> Option<Self> {
        T::read(json).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Send + Sync> Value for Sensitive<T> {
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(Self::REDACTED)
    }

    fn json(&self, _: &mut String) -> bool {
        false
    }

    #[inline]
    fn is_told(&self) -> bool {
        false
    }
}

impl<T: Parameter> Parameter for Sensitive<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    #[inline]
    fn placeholder() -> Self {
        Self::withheld()
    }

    fn read(json: Json<'_>) -> Option<Self> {
        T::read(json).map(Self::new)
    }

    fn absent() -> Option<Self> {
        Some(Self::withheld())
    }
}

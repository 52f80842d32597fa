//! serde: codes as texts or numbers. Implemented without derive.

use core::fmt::{self, Display, Formatter, Write as _};
use core::marker::PhantomData;
use core::str::FromStr;

use serde_core::de::{Unexpected, Visitor};
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::time::Buffer;
use crate::{ErrorCode, Retry, Timestamp, UnknownCode};
#[cfg(feature = "alloc")]
use crate::{Sensitive, Wire};

/// Writes a code: as a number if codes of the catalog are numbers, else as text.
pub fn serialize<C: ErrorCode, S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    let number = if C::NUMERIC { number::<C>(text) } else { None };
    match number {
        Some(number) => serializer.serialize_i64(number),
        None => serializer.serialize_str(text),
    }
}

/// Returns the number that a text is in JSON. Other notations than that of a known code stay texts.
fn number<C: ErrorCode>(text: &str) -> Option<i64> {
    match C::from_code(text) {
        Some(code) if code.code() == text => code.number(),
        _ => text.parse().ok().filter(|number| digits(number).as_str() == text),
    }
}

/// Reads a known code from a text or number. Where codes may be numbers, the format has to say what it
/// contains, such as JSON, CBOR and `MessagePack`.
pub fn deserialize<'de, C, D>(deserializer: D) -> Result<C, D::Error>
where
    C: ErrorCode + FromStr<Err = UnknownCode>,
    D: Deserializer<'de>,
{
    let visitor = Code::<C, _>(read::<C>, PhantomData);
    if C::NUMERIC { deserializer.deserialize_any(visitor) } else { deserializer.deserialize_str(visitor) }
}

/// Reads a code, and also the pattern of a code with a value, which is what a code alone is written
/// as.
fn read<C: ErrorCode + FromStr<Err = UnknownCode>>(text: &str) -> Result<C, UnknownCode> {
    let is_pattern = |code: &&C| code.pattern().is_some() && code.code() == text;
    C::from_str(text).or_else(|error| C::ALL.iter().find(is_pattern).copied().ok_or(error))
}

fn digits(number: impl Display) -> Buffer {
    let mut text = Buffer::default();
    // The buffer fits every 64-bit number.
    let _ = write!(text, "{number}");
    text
}

/// A visitor that converts the text of a code.
struct Code<C, F>(F, PhantomData<C>);

impl<C: ErrorCode, T, E: Display, F: Fn(&str) -> Result<T, E>> Visitor<'_> for Code<C, F> {
    type Value = T;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "a code of {}", C::CATALOG)
    }

    fn visit_str<X: serde_core::de::Error>(self, text: &str) -> Result<T, X> {
        (self.0)(text).map_err(X::custom)
    }

    fn visit_i64<X: serde_core::de::Error>(self, number: i64) -> Result<T, X> {
        self.visit_str(digits(number).as_str())
    }

    fn visit_u64<X: serde_core::de::Error>(self, number: u64) -> Result<T, X> {
        self.visit_str(digits(number).as_str())
    }
}

/// Writes the text or number as received.
#[cfg(feature = "alloc")]
impl<C: ErrorCode> Serialize for Wire<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize::<C, S>(self.as_str(), serializer)
    }
}

/// Reads any text or integer. Unknown codes are kept.
#[cfg(feature = "alloc")]
impl<'de, C: ErrorCode> Deserialize<'de> for Wire<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = Code::<C, _>(str::parse::<Self>, PhantomData);
        if C::NUMERIC || deserializer.is_human_readable() {
            deserializer.deserialize_any(visitor)
        } else {
            deserializer.deserialize_str(visitor)
        }
    }
}

/// Writes the word of the catalog format.
impl Serialize for Retry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Retry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text("a word for retry advice", Self::parse))
    }
}

/// Writes the format of RFC 3339.
///
/// Times outside of the years 0 to 9999 are an error, because that format cannot express them.
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = Buffer::default();
        match write!(text, "{self}") {
            Ok(()) if Self::parse(text.as_str()).is_some() => serializer.serialize_str(text.as_str()),
            _ => Err(serde_core::ser::Error::custom("the time is outside of the years 0 to 9999")),
        }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text("a time in the form of RFC 3339", Self::parse))
    }
}

/// A visitor that converts a text.
struct Text<F>(&'static str, F);

impl<T, F: Fn(&str) -> Option<T>> Visitor<'_> for Text<F> {
    type Value = T;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<X: serde_core::de::Error>(self, text: &str) -> Result<T, X> {
        // The error does not contain the input, which may be very long.
        (self.1)(text).ok_or_else(|| X::invalid_value(Unexpected::Other("another text"), &self))
    }
}

/// Never writes the value. It is written as withheld, which is `null` in JSON.
#[cfg(feature = "alloc")]
impl<T> Serialize for Sensitive<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_none()
    }
}

/// Reads the value, or a withheld one if it is missing.
#[cfg(feature = "alloc")]
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Sensitive<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or_else(Self::withheld, Self::new))
    }
}

/// Reads and writes the code as text or number. An unknown code is an error that shows it safely.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($code:ident) => {
        impl $crate::integrations::serde::Serialize for $code {
            fn serialize<S: $crate::integrations::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::integrations::serde::serialize::<Self, S>($crate::ErrorCode::code(*self), serializer)
            }
        }

        impl<'de> $crate::integrations::serde::Deserialize<'de> for $code {
            fn deserialize<D: $crate::integrations::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::integrations::serde::deserialize::<Self, D>(deserializer)
            }
        }
    };
}

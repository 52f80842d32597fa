//! Lists of values, values that may be absent, and values that must not be shown.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::{Parameter, Sensitive, Value};
use crate::Json;

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
    fn is_visible(&self) -> bool {
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

/// Absent if it is `None`.
impl<T: Value> Value for Option<T> {
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.as_ref().map_or(Ok(()), |value| value.show(out))
    }

    fn json(&self, out: &mut String) -> bool {
        self.as_ref().is_some_and(|value| value.json(out))
    }

    #[inline]
    fn is_visible(&self) -> bool {
        self.as_ref().is_some_and(Value::is_visible)
    }

    #[inline]
    fn bits(&self) -> Option<u64> {
        self.as_ref().and_then(Value::bits)
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
    fn is_visible(&self) -> bool {
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

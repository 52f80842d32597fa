//! Codes that carry a value, such as the seconds in `FLOOD_WAIT_42`.

/// How a code carries a value: `FLOOD_WAIT_{seconds}` is the text before the value, the name of the
/// parameter with the value, and the text after it.
///
/// ```
/// use errcat::{Carried, CodePattern};
///
/// let pattern = CodePattern::new("FLOOD_WAIT_", "seconds", "", Carried::U32);
/// assert_eq!(pattern.value("FLOOD_WAIT_42"), Some("42"));
/// assert_eq!(pattern.value("FLOOD_WAIT_042"), None);
/// assert_eq!(pattern.value("FLOOD_WAIT_"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CodePattern {
    prefix: &'static str,
    param: &'static str,
    suffix: &'static str,
    carried: Carried,
}

/// The type of the value that a code carries. Numbers are decimal, without `+` and without leading
/// zeros.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Carried {
    /// A number from 0 to 2^32 - 1.
    U32,
    /// A number from 0 to 2^64 - 1.
    U64,
    /// A number from -2^31 to 2^31 - 1.
    I32,
    /// A number from -2^63 to 2^63 - 1.
    I64,
    /// A text that is not empty.
    Text,
}

impl Carried {
    /// Returns `true` if a code can carry this text as its value.
    #[inline]
    #[must_use]
    pub const fn accepts(self, value: &str) -> bool {
        let (least, most) = match self {
            Self::Text => return !value.is_empty(),
            Self::U32 => (0, u32::MAX as u64),
            Self::U64 => (0, u64::MAX),
            Self::I32 => (i32::MIN.unsigned_abs() as u64, i32::MAX as u64),
            Self::I64 => (i64::MIN.unsigned_abs(), i64::MAX as u64),
        };
        match value.as_bytes() {
            [b'-', digits @ ..] => in_range(digits, 1, least),
            digits => in_range(digits, 0, most),
        }
    }
}

impl CodePattern {
    /// Creates a pattern.
    #[inline]
    #[must_use]
    pub const fn new(
        prefix: &'static str,
        param: &'static str,
        suffix: &'static str,
        carried: Carried,
    ) -> Self {
        Self { prefix, param, suffix, carried }
    }

    /// Returns the text before the value.
    #[inline]
    #[must_use]
    pub const fn prefix(&self) -> &'static str {
        self.prefix
    }

    /// Returns the name of the parameter with the value.
    #[inline]
    #[must_use]
    pub const fn param(&self) -> &'static str {
        self.param
    }

    /// Returns the text after the value.
    #[inline]
    #[must_use]
    pub const fn suffix(&self) -> &'static str {
        self.suffix
    }

    /// Returns the type of the value.
    #[inline]
    #[must_use]
    pub const fn carried(&self) -> Carried {
        self.carried
    }

    /// Returns the value in a code as received, or `None` if it is another code.
    #[inline]
    #[must_use]
    pub const fn value<'t>(&self, code: &'t str) -> Option<&'t str> {
        let (code_length, suffix) = (code.len(), self.suffix.len());
        if code_length < self.prefix.len() + suffix {
            return None;
        }
        let Some((rest, end)) = code.split_at_checked(code_length - suffix) else { return None };
        let Some((start, value)) = rest.split_at_checked(self.prefix.len()) else { return None };
        let fits = same(start, self.prefix) && same(end, self.suffix) && self.carried.accepts(value);
        if fits { Some(value) } else { None }
    }

    /// Returns `true` if a text is the pattern itself, such as `FLOOD_WAIT_{seconds}`.
    #[inline]
    const fn is_text(&self, code: &str) -> bool {
        let Some((rest, end)) = code.split_at_checked(code.len().saturating_sub(self.suffix.len())) else {
            return false;
        };
        let Some((start, mark)) = rest.split_at_checked(self.prefix.len()) else { return false };
        let [b'{', name @ .., b'}'] = mark.as_bytes() else { return false };
        same(start, self.prefix) && same(end, self.suffix) && equal(name, self.param.as_bytes())
    }
}

/// Returns `true` if digits without a leading zero are a number from `least` to `most`.
#[inline]
const fn in_range(digits: &[u8], least: u64, most: u64) -> bool {
    if digits.is_empty() || digits[0] == b'0' && digits.len() > 1 {
        return false;
    }
    let mut number: u64 = 0;
    let mut i = 0;
    while i < digits.len() {
        if !digits[i].is_ascii_digit() {
            return false;
        }
        let Some(tens) = number.checked_mul(10) else { return false };
        let Some(next) = tens.checked_add((digits[i] - b'0') as u64) else { return false };
        number = next;
        i += 1;
    }
    least <= number && number <= most
}

#[inline]
const fn same(left: &str, right: &str) -> bool {
    equal(left.as_bytes(), right.as_bytes())
}

/// Compares bytes, which `==` cannot do in constants.
#[inline]
const fn equal(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut i = 0;
    while i < left.len() {
        if left[i] != right[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// Returns the pattern of a row of generated code.
#[inline]
#[must_use]
pub const fn of_row(patterns: &'static [(usize, CodePattern)], row: usize) -> Option<&'static CodePattern> {
    let mut i = 0;
    while i < patterns.len() {
        if patterns[i].0 == row {
            return Some(&patterns[i].1);
        }
        i += 1;
    }
    None
}

/// Returns the row whose code carries a value in this text.
#[inline]
#[must_use]
pub const fn carrier(patterns: &[(usize, CodePattern)], code: &str) -> Option<usize> {
    let mut i = 0;
    while i < patterns.len() {
        if patterns[i].1.value(code).is_some() {
            return Some(patterns[i].0);
        }
        i += 1;
    }
    None
}

/// Returns `true` if a text is one of the patterns itself, which is not a code.
#[inline]
#[must_use]
pub const fn is_pattern(patterns: &[(usize, CodePattern)], code: &str) -> bool {
    let mut i = 0;
    while i < patterns.len() {
        if patterns[i].1.is_text(code) {
            return true;
        }
        i += 1;
    }
    false
}

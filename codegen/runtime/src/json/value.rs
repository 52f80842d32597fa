//! A JSON value borrowed from the received bytes.

use alloc::borrow::Cow;
use core::fmt::{self, Debug, Formatter, Write};

use super::kind::JsonKind;
use super::skim::{self, Extent};
use super::text::text;

/// A JSON value, read on demand from the received bytes.
///
/// Failing servers do not always send what they should: bodies are cut off, nested unexpectedly, or
/// not JSON at all. `Json` reads what it can and never fails. It looks at a value only when asked,
/// allocates only for strings with escapes, and gives access to every byte through
/// [`raw`](Self::raw).
///
/// Each method takes at most linear time in the length of the value, and constant stack space.
///
/// # Accepted mistakes
///
/// * A byte order mark and white space before the value.
/// * Input that ends early. All members, elements and text before the end can be read. A number at
///   the end of the input inside an array or object may have lost digits, so it has
///   [`number_text`](Self::number_text) but no value.
/// * Invalid UTF-8 and unpaired surrogates, which become U+FFFD in texts.
/// * Line breaks and other control characters inside strings, and unknown escapes, which are kept
///   as they are.
/// * A trailing comma.
///
/// At any other mistake, iterators stop after the last valid element. Everything that `serde_json`
/// accepts is read in the same way. Of duplicate keys, the last one wins.
///
/// # Examples
///
/// ```
/// use errcat::Json;
///
/// let body = br#"{"error": {"code": "ERR-02-001", "used": 8, "message": "The quota is us"#;
/// let json = Json::new(body).unwrap();
///
/// assert!(!json.is_complete());
/// assert_eq!(json.at("error.code").and_then(|code| code.as_str()).as_deref(), Some("ERR-02-001"));
/// assert_eq!(json.at("error.used").and_then(|used| used.as_u64()), Some(8));
/// let message = json.at("error.message").unwrap();
/// assert_eq!(message.as_str().unwrap(), "The quota is us");
/// assert!(!message.is_complete());
/// assert!(json.get("details").is_none());
/// ```
#[derive(Clone, Copy)]
pub struct Json<'a> {
    raw: &'a [u8],
    kind: JsonKind,
    complete: bool,
    /// Whether it is a string with escapes.
    escaped: bool,
}

/// Where a value stands in a text.
#[derive(Clone, Copy)]
pub(crate) struct Location {
    start: usize,
    extent: Extent,
}

impl Location {
    /// Returns the location of the complete object with which a text starts, up to `rest`.
    #[inline]
    pub(crate) fn object(bytes: &[u8], rest: &[u8]) -> Self {
        let text = skim::document(bytes);
        let extent = Extent::new(JsonKind::Object, text.len() - rest.len(), true);
        Self { start: bytes.len() - text.len(), extent }
    }
}

impl<'a> Json<'a> {
    /// Returns the first value of a text, whatever follows it.
    ///
    /// Returns `None` if the text does not start with a value, for example if it is empty or HTML.
    ///
    /// ```
    /// use errcat::{Json, JsonKind};
    ///
    /// assert_eq!(Json::new(b"\xef\xbb\xbf [1, 2]\n").map(|json| json.kind()), Some(JsonKind::Array));
    /// assert!(Json::new(b"<html>").is_none());
    /// assert!(Json::new(b"true story").is_some());
    /// assert!(Json::new(b"nullable").is_none());
    /// ```
    #[inline]
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        Self::with_rest(bytes).map(|(json, _)| json)
    }

    /// Returns the first value of a text and the rest of the text, including white space.
    ///
    /// ```
    /// use errcat::Json;
    ///
    /// let (json, rest) = Json::with_rest(br#"{"code": 1} and more"#).unwrap();
    /// assert_eq!(json.raw(), br#"{"code": 1}"#);
    /// assert!(json.is_complete());
    /// assert_eq!(rest, b" and more");
    /// ```
    #[inline]
    #[must_use]
    pub fn with_rest(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (location, rest) = Self::locate(bytes)?;
        Some((Self::located(bytes, location)?, rest))
    }

    /// Returns where the first value of a text stands, and the rest of the text.
    #[inline]
    pub(crate) fn locate(bytes: &'a [u8]) -> Option<(Location, &'a [u8])> {
        let text = skim::document(bytes);
        let extent = skim::value(text)?;
        let start = bytes.len() - text.len();
        Some((Location { start, extent }, text.get(extent.len..)?))
    }

    /// Returns the value at a location in the same text.
    #[inline]
    pub(crate) fn located(bytes: &'a [u8], location: Location) -> Option<Self> {
        Self::split(bytes.get(location.start..)?, location.extent).map(|(json, _)| json)
    }

    #[inline]
    pub(super) fn split(bytes: &'a [u8], extent: Extent) -> Option<(Self, &'a [u8])> {
        let (raw, rest) = bytes.split_at_checked(extent.len)?;
        let Extent { kind, complete, escaped, .. } = extent;
        Some((Self { raw, kind, complete, escaped }, rest))
    }

    /// Returns the type of the value, judging by its first byte.
    #[inline]
    #[must_use]
    pub const fn kind(&self) -> JsonKind {
        self.kind
    }

    /// Returns the bytes of the value, up to the end of the input if it is cut off.
    ///
    /// ```
    /// use errcat::Json;
    ///
    /// let json = Json::new(br#" {"params": [1,  2 ], "code": "E1"} "#).unwrap();
    /// assert_eq!(json.get("params").unwrap().raw(), b"[1,  2 ]");
    /// ```
    #[inline]
    #[must_use]
    pub const fn raw(&self) -> &'a [u8] {
        self.raw
    }

    /// Returns `true` if the value is complete: its closing quotation mark or bracket is present,
    /// or its number or word is whole.
    ///
    /// This says nothing about the contents of an array or object, or about what follows the value.
    ///
    /// ```
    /// use errcat::Json;
    ///
    /// let complete = |text: &'static str| Json::new(text.as_bytes()).unwrap().is_complete();
    /// assert!(complete("[]") && complete("12.5"));
    /// assert!(!complete("[[]") && !complete("tru") && !complete("12.") && !complete("012"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.complete
    }

    /// Returns `true` if the value is `null`.
    #[inline]
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self.kind, JsonKind::Null)
    }

    /// Returns the value of a boolean.
    #[inline]
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        matches!(self.kind, JsonKind::Bool).then(|| self.raw.starts_with(b"t"))
    }

    /// Returns the text of a string. Borrows it if it is UTF-8 without escapes.
    ///
    /// ```
    /// use errcat::Json;
    ///
    /// let text = |text: &'static [u8]| Json::new(text).unwrap().as_str().map(|text| text.into_owned());
    /// assert_eq!(text(br#""\ud83d\ude00 \u0041\n""#).as_deref(), Some("😀 A\n"));
    /// assert_eq!(text(br#""\ud83d alone""#).as_deref(), Some("\u{fffd} alone"));
    /// assert_eq!(text(b"12"), None);
    /// ```
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> Option<Cow<'a, str>> {
        let inside = self.raw.strip_prefix(b"\"")?;
        let inside = if self.complete { inside.strip_suffix(b"\"")? } else { inside };
        Some(text(inside, self.escaped))
    }

    /// Returns `true` for a string without characters.
    #[inline]
    pub(crate) fn is_empty_text(&self) -> bool {
        matches!(self.raw, b"\"" | b"\"\"")
    }

    /// Returns a number as written, even if it is cut off.
    ///
    /// ```
    /// use errcat::Json;
    ///
    /// let huge = Json::new(b"12345678901234567890.10").unwrap();
    /// assert_eq!(huge.number_text(), Some("12345678901234567890.10"));
    /// ```
    #[inline]
    #[must_use]
    pub fn number_text(&self) -> Option<&'a str> {
        let raw = matches!(self.kind, JsonKind::Number).then_some(self.raw)?;
        core::str::from_utf8(raw).ok()
    }

    /// Returns an integer that fits, written without a fraction or exponent.
    #[inline]
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.sound_number()?.parse().ok()
    }

    /// Returns an unsigned integer that fits, written without a sign, fraction or exponent.
    ///
    /// ```
    /// use errcat::Json;
    ///
    /// assert_eq!(Json::new(b"404").and_then(|json| json.as_u64()), Some(404));
    /// assert_eq!(Json::new(b"404.0").and_then(|json| json.as_u64()), None);
    ///
    /// let cut = Json::new(b"[40").and_then(|json| json.items().next()).unwrap();
    /// assert_eq!((cut.as_u64(), cut.number_text()), (None, Some("40")));
    /// ```
    #[inline]
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.sound_number()?.parse().ok()
    }

    /// Returns the number nearest to the written one, unless it is out of range.
    #[inline]
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.sound_number()?.parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// Returns the text of a number that is complete.
    #[inline]
    fn sound_number(&self) -> Option<&'a str> {
        self.number_text().filter(|_| self.complete)
    }
}

/// Formats the start of the text, with invisible characters escaped.
impl Debug for Json<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Json(")?;
        // A character has at most four bytes.
        let beginning = self.raw.get(..=SHOWN * 4).unwrap_or(self.raw);
        let parts = beginning.utf8_chunks().flat_map(|part| {
            let damage = (!part.invalid().is_empty()).then_some(char::REPLACEMENT_CHARACTER);
            part.valid().chars().chain(damage)
        });
        for (place, c) in parts.enumerate() {
            match c {
                _ if place == SHOWN => {
                    f.write_char('…')?;
                    break;
                }
                '"' | '\'' | '\\' => f.write_char(c)?,
                _ => write!(f, "{}", c.escape_debug())?,
            }
        }
        f.write_str(")")
    }
}

/// The number of characters that `Debug` shows.
const SHOWN: usize = 128;

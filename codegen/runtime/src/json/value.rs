//! A piece of JSON, borrowed from the bytes that were received.

use alloc::borrow::Cow;
use core::fmt::{self, Debug, Formatter, Write};

use super::members::{Items, Members};
use super::skim::{self, Extent};
use super::text::text;

/// A piece of JSON text, read where it lies.
///
/// What a server sends when it fails is not always what it should send: bodies are cut off, nested
/// where they were flat, or no JSON at all. `Json` reads whatever can be read and never fails: it is
/// a view of the received bytes that looks at a value only when asked, allocates nothing but the
/// text of strings with escapes, and keeps every byte in reach through [`raw`](Self::raw).
///
/// Each method takes time that is linear in the length of the value at most, and a stack that does
/// not grow with its depth.
///
/// # What is forgiven
///
/// * A byte order mark and white space before the value.
/// * Input that ends early. What came before the end is there: members, elements, the beginning of
///   a string. A number inside of an array or object that ends with the input may have lost digits,
///   so it has [`number_text`](Self::number_text), but no value.
/// * What is no UTF-8, and surrogates without their other half: each is U+FFFD in a text.
/// * Line breaks and other control characters inside of strings, and escapes that JSON does not have,
///   which stay as they are written.
/// * A comma behind the last element.
///
/// At any other damage the iterators stop, with what came before it. Everything that `serde_json`
/// reads is read in the same way, keys that appear twice included: the last one counts.
///
/// # Example
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
}

/// What a [`Json`] is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum JsonKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl<'a> Json<'a> {
    /// The first value of a text, whatever follows it.
    ///
    /// `None` if no value begins there: the text is empty, HTML, a sentence.
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

    /// The first value of a text, and what follows it, white space included.
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
        let bytes = skim::trim(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
        Self::split(bytes, skim::value(bytes)?)
    }

    #[inline]
    pub(super) fn split(bytes: &'a [u8], extent: Extent) -> Option<(Self, &'a [u8])> {
        let (raw, rest) = bytes.split_at_checked(extent.len)?;
        Some((Self { raw, kind: extent.kind, complete: extent.complete }, rest))
    }

    /// What the value is, told from how it begins.
    #[inline]
    #[must_use]
    pub const fn kind(&self) -> JsonKind {
        self.kind
    }

    /// The bytes of the value: from its first to its last, or to the end of the input if it is cut off.
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

    /// Whether the value has an end: its closing quotation mark or bracket was found, its number or word
    /// is whole.
    ///
    /// It says nothing about what stands inside of an array or object, nor about what follows the value.
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

    /// Whether the value is `null`.
    #[inline]
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self.kind, JsonKind::Null)
    }

    /// The truth value, if it is one.
    #[inline]
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        matches!(self.kind, JsonKind::Bool).then(|| self.raw.starts_with(b"t"))
    }

    /// The text of a string, borrowed unless it holds escapes or is no UTF-8.
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
        Some(text(inside))
    }

    /// A number as it is written, whole or not.
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

    /// A whole number that fits, written without a fraction or exponent.
    #[inline]
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.sound_number()?.parse().ok()
    }

    /// A whole number that fits, written without sign, fraction or exponent.
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

    /// The number that is nearest to what is written, unless it is too large for any.
    #[inline]
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.sound_number()?.parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// The elements of an array; none for any other value.
    ///
    /// ```
    /// use errcat::Json;
    ///
    /// let json = Json::new(br#"["a", "b", "c"#).unwrap();
    /// let items: Vec<_> = json.items().filter_map(|item| item.as_str()).collect();
    /// assert_eq!(items, ["a", "b", "c"]);
    /// ```
    #[inline]
    #[must_use]
    pub fn items(&self) -> Items<'a> {
        Items::new(self.raw.strip_prefix(b"[").unwrap_or_default())
    }

    /// The members of an object in the order of the text; none for any other value.
    ///
    /// ```
    /// use errcat::Json;
    ///
    /// let json = Json::new(br#"{"field": "name", "\u0072eason": "too long"}"#).unwrap();
    /// let keys: Vec<_> = json.members().map(|(key, _)| key).collect();
    /// assert_eq!(keys, ["field", "reason"]);
    /// ```
    #[inline]
    #[must_use]
    pub fn members(&self) -> Members<'a> {
        Members::new(self.raw.strip_prefix(b"{").unwrap_or_default())
    }

    /// The member of an object with this key; the last one if there are several.
    #[inline]
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Json<'a>> {
        self.members().filter(|(name, _)| name == key).last().map(|(_, value)| value)
    }

    /// What keys with dots between them lead to. In an array a number leads to the element with this
    /// index; the empty path leads to the value itself.
    ///
    /// ```
    /// use errcat::Json;
    ///
    /// let json = Json::new(br#"{"detail": [{"loc": ["body", "name"], "msg": "Field required"}]}"#).unwrap();
    /// let name = json.at("detail.0.loc.1").unwrap();
    /// assert_eq!(name.as_str().as_deref(), Some("name"));
    /// assert!(json.at("detail.msg").is_none());
    /// ```
    #[inline]
    #[must_use]
    pub fn at(&self, path: &str) -> Option<Json<'a>> {
        let keys = path.split('.').filter(|_| !path.is_empty());
        let mut json = *self;
        for key in keys {
            json = match json.kind {
                JsonKind::Array => json.items().nth(key.parse().ok()?)?,
                _ => json.get(key)?,
            };
        }
        Some(json)
    }

    /// The text of a number from which nothing is missing.
    #[inline]
    fn sound_number(&self) -> Option<&'a str> {
        self.number_text().filter(|_| self.complete)
    }
}

/// Shows the beginning of the text, with what cannot be seen escaped.
impl Debug for Json<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Json(")?;
        // A character is four bytes long at most.
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

/// How many characters `Debug` shows.
const SHOWN: usize = 128;

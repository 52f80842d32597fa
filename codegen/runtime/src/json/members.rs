//! The elements of arrays and the members of objects.

use alloc::borrow::Cow;
use core::iter::FusedIterator;

use super::kind::JsonKind;
use super::skim;
use super::text::text;
use super::value::Json;

impl<'a> Json<'a> {
    /// Iterates over the elements of an array. Empty for other types.
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
        Items::new(self.raw().strip_prefix(b"[").unwrap_or_default())
    }

    /// Iterates over the members of an object in source order. Empty for other types.
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
        Members::new(self.raw().strip_prefix(b"{").unwrap_or_default())
    }

    /// Returns the member with this key. Of duplicate keys, the last one wins.
    #[inline]
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Json<'a>> {
        let mut members = self.members();
        let mut found = None;
        while let Some((name, value)) = members.entry() {
            if name.is(key) {
                found = Some(value);
            }
        }
        found
    }

    /// Returns the value at a path of keys separated by dots. In an array, a number selects the
    /// element with that index. The empty path returns the value itself.
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
            json = match json.kind() {
                JsonKind::Array => json.items().nth(key.parse().ok()?)?,
                _ => json.get(key)?,
            };
        }
        Some(json)
    }
}

/// An iterator over the elements of an array, returned by [`Json::items`].
#[derive(Clone, Debug)]
pub struct Items<'a>(Inside<'a>);

/// An iterator over the keys and values of an object, returned by [`Json::members`].
#[derive(Clone, Debug)]
pub struct Members<'a>(Inside<'a>);

impl<'a> Items<'a> {
    /// Starts after the opening bracket.
    #[inline]
    pub(super) const fn new(rest: &'a [u8]) -> Self {
        Self(Inside::new(rest))
    }
}

impl<'a> Members<'a> {
    /// Starts after the opening brace.
    #[inline]
    pub(super) const fn new(rest: &'a [u8]) -> Self {
        Self(Inside::new(rest))
    }

    /// Returns the members of a document that starts like an object, which may end early.
    #[inline]
    pub(crate) fn of_document(bytes: &'a [u8]) -> Option<Self> {
        skim::document(bytes).strip_prefix(b"{").map(Self::new)
    }

    /// Returns the next member, whose key is not decoded.
    #[inline]
    pub(crate) fn entry(&mut self) -> Option<(Key<'a>, Json<'a>)> {
        self.0.step(member)
    }

    /// Returns what follows the closing brace, if the iterator is there.
    #[inline]
    pub(crate) fn end(&self) -> Option<&'a [u8]> {
        skim::trim(self.0.stop).strip_prefix(b"}")
    }
}

/// A key as written.
#[derive(Clone, Copy)]
pub(crate) struct Key<'a> {
    raw: &'a [u8],
    escaped: bool,
}

impl<'a> Key<'a> {
    #[inline]
    pub(crate) fn is(self, name: &str) -> bool {
        if self.escaped { self.text() == name } else { self.raw == name.as_bytes() }
    }

    #[inline]
    pub(crate) fn text(self) -> Cow<'a, str> {
        text(self.raw, self.escaped)
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = Json<'a>;

    #[inline]
    fn next(&mut self) -> Option<Json<'a>> {
        self.0.step(value)
    }
}

impl<'a> Iterator for Members<'a> {
    type Item = (Cow<'a, str>, Json<'a>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.entry().map(|(key, value)| (key.text(), value))
    }
}

impl FusedIterator for Items<'_> {}

impl FusedIterator for Members<'_> {}

/// A position between two elements.
#[derive(Clone, Debug)]
struct Inside<'a> {
    rest: &'a [u8],
    first: bool,
    /// What followed the last element, when there are no more.
    stop: &'a [u8],
}

/// Reads one element and returns it with the rest of the input.
type Read<'a, T> = fn(&'a [u8]) -> Option<(T, &'a [u8])>;

impl<'a> Inside<'a> {
    #[inline]
    const fn new(rest: &'a [u8]) -> Self {
        Self { rest, first: true, stop: &[] }
    }

    /// Returns the next element. Nothing is left after the last element, or after invalid input.
    fn step<T>(&mut self, read: Read<'a, T>) -> Option<T> {
        let rest = skim::trim(core::mem::take(&mut self.rest));
        self.stop = rest;
        let rest = if self.first { rest } else { skim::trim(rest.strip_prefix(b",")?) };
        let (element, rest) = read(rest)?;
        (self.rest, self.first) = (rest, false);
        Some(element)
    }
}

#[inline]
fn value(bytes: &[u8]) -> Option<(Json<'_>, &[u8])> {
    Json::split(bytes, skim::nested(bytes)?)
}

#[inline]
fn member(bytes: &[u8]) -> Option<((Key<'_>, Json<'_>), &[u8])> {
    let inside = bytes.strip_prefix(b"\"")?;
    let extent = skim::value(bytes).filter(|key| key.complete)?;
    // Remove both quotation marks.
    let key = inside.get(..extent.len.checked_sub(2)?)?;
    let rest = skim::trim(bytes.get(extent.len..)?).strip_prefix(b":")?;
    let (value, rest) = value(skim::trim(rest))?;
    Some(((Key { raw: key, escaped: extent.escaped }, value), rest))
}

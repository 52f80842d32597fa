//! Iterators over the elements of arrays and the members of objects.

use alloc::borrow::Cow;
use core::iter::FusedIterator;

use super::skim;
use super::text::text;
use super::value::Json;

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
        Self(Inside { rest, first: true })
    }
}

impl<'a> Members<'a> {
    /// Starts after the opening brace.
    #[inline]
    pub(super) const fn new(rest: &'a [u8]) -> Self {
        Self(Inside { rest, first: true })
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
    type Item = Member<'a>;

    #[inline]
    fn next(&mut self) -> Option<Member<'a>> {
        self.0.step(member)
    }
}

impl FusedIterator for Items<'_> {}

impl FusedIterator for Members<'_> {}

type Member<'a> = (Cow<'a, str>, Json<'a>);

/// A position between two elements.
#[derive(Clone, Debug)]
struct Inside<'a> {
    rest: &'a [u8],
    first: bool,
}

/// Reads one element and returns it with the rest of the input.
type Read<'a, T> = fn(&'a [u8]) -> Option<(T, &'a [u8])>;

impl<'a> Inside<'a> {
    /// Returns the next element. Nothing is left after the last element, or after invalid input.
    fn step<T>(&mut self, read: Read<'a, T>) -> Option<T> {
        let rest = skim::trim(core::mem::take(&mut self.rest));
        let rest = if self.first { rest } else { skim::trim(rest.strip_prefix(b",")?) };
        let (element, rest) = read(rest)?;
        *self = Self { rest, first: false };
        Some(element)
    }
}

#[inline]
fn value(bytes: &[u8]) -> Option<(Json<'_>, &[u8])> {
    Json::split(bytes, skim::nested(bytes)?)
}

#[inline]
fn member(bytes: &[u8]) -> Option<(Member<'_>, &[u8])> {
    let inside = bytes.strip_prefix(b"\"")?;
    let extent = skim::value(bytes).filter(|key| key.complete)?;
    // Remove both quotation marks.
    let key = inside.get(..extent.len.checked_sub(2)?)?;
    let rest = skim::trim(bytes.get(extent.len..)?).strip_prefix(b":")?;
    let (value, rest) = value(skim::trim(rest))?;
    Some(((text(key), value), rest))
}

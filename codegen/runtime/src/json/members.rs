//! What stands inside of arrays and objects, one after the other, up to the first damage.

use alloc::borrow::Cow;
use core::iter::FusedIterator;

use super::skim;
use super::text::text;
use super::value::Json;

/// The elements of an array: what [`Json::items`] gives.
#[derive(Clone, Debug)]
pub struct Items<'a>(Inside<'a>);

/// The members of an object, each a key and a value: what [`Json::members`] gives.
#[derive(Clone, Debug)]
pub struct Members<'a>(Inside<'a>);

impl<'a> Items<'a> {
    /// Reads what follows the opening bracket.
    #[inline]
    pub(super) const fn new(rest: &'a [u8]) -> Self {
        Self(Inside { rest, first: true })
    }
}

impl<'a> Members<'a> {
    /// Reads what follows the opening brace.
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

/// A place between two elements.
#[derive(Clone, Debug)]
struct Inside<'a> {
    rest: &'a [u8],
    first: bool,
}

/// Reads one element, and gives what follows it.
type Read<'a, T> = fn(&'a [u8]) -> Option<(T, &'a [u8])>;

impl<'a> Inside<'a> {
    /// The next element; nothing is left behind the last one, or behind damage.
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
    // Without both quotation marks.
    let key = inside.get(..extent.len.checked_sub(2)?)?;
    let rest = skim::trim(bytes.get(extent.len..)?).strip_prefix(b":")?;
    let (value, rest) = value(skim::trim(rest))?;
    Some(((text(key), value), rest))
}

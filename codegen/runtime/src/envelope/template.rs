//! The parts of an envelope from which generated code writes bodies.

/// A piece of the body of a code to which nothing was added.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BodyPiece<'a> {
    /// JSON that is the same for all codes.
    Text(&'a str),
    /// The code, inside a JSON string.
    Code,
    /// The message, inside a JSON string.
    Message,
    /// The code of a catalog whose codes need no escapes in JSON.
    PlainCode,
    /// The message of a catalog whose messages need no escapes in JSON.
    PlainMessage,
    /// The HTTP status.
    Status,
    /// The name of the HTTP status.
    Phrase,
}

/// A part of a body. The name of a member is JSON with the comma before it: `,"code":`. The first
/// member of an object has no comma. The name of an item of a list is the comma alone, and that of
/// the whole body is empty.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part<'a> {
    /// The fact of the slot with this index.
    Member(&'a str, usize),
    /// The first of the facts of two slots that is present.
    Either(&'a str, usize, usize),
    /// An object of these members, which is left out if all of them are absent.
    Object(&'a str, &'a [Part<'a>]),
    /// A list of these items. An absent item before a present one is written empty.
    List(&'a str, &'a [Part<'a>]),
    /// A list of those of these items that are present.
    Items(&'a str, &'a [Part<'a>]),
    /// The members of the fact of the slot with this index.
    Members(usize),
    /// Further items of a list: those of the fact of the slot with this index.
    Rest(usize),
    /// A constant member of every body.
    Always(&'a str),
    /// A constant member by which an item is found.
    Tag(&'a str),
}

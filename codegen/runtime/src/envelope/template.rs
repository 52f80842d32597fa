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

/// A member of a body, with its name as JSON: `,"code":`. The first member of an object has no
/// comma.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part<'a> {
    /// The fact of the slot with this index.
    Member(&'a str, usize),
    /// An object of these members, which is left out if all of them are absent.
    Object(&'a str, &'a [Part<'a>]),
}

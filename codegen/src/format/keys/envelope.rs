//! The keys of an envelope and of its members.

use super::{Key, Kind, Map, Others};

/// The place of a fact in a response: a path, a list of paths, or a map.
const PLACE: Kind = Kind::OneOf(&[Kind::Text, Kind::ListOfSome(&Kind::Text), Kind::Map(&MEMBER)]);

/// The keys of an envelope.
pub static ENVELOPE: Map = Map {
    name: "envelope",
    place: "`envelope`",
    doc: "Which member of a response body holds what. The value is a path: names joined by dots, or `header:NAME` for a response header. Of a list of paths, clients try one after the other, and servers write the first. Any other key is a member of the API's own: its value is the path where it stands.",
    others: Others::Any(&PLACE),
    keys: &[
        Key { name: "code", kind: PLACE, doc: "The error's code.", example: "error.code", ..Key::OPTIONAL },
        Key {
            name: "message",
            kind: PLACE,
            doc: "The text for the API's user.",
            notes: "`as` may put text around it: see `member.as`.",
            example: "[message, detail]",
            ..Key::OPTIONAL
        },
        Key {
            name: "details",
            kind: PLACE,
            doc: "The error's `details`.",
            notes: "`as: fields` writes them as a list of objects.",
            example: "{ path: details, as: fields }",
            ..Key::OPTIONAL
        },
        Key {
            name: "params",
            kind: PLACE,
            doc: "The parameters of the message, as an object.",
            example: "context",
            ..Key::OPTIONAL
        },
        Key {
            name: "suggestions",
            kind: PLACE,
            doc: "The error's `help`, as a list of texts.",
            example: "suggestions",
            ..Key::OPTIONAL
        },
        Key {
            name: "links",
            kind: PLACE,
            doc: "The error's `links`, as a list of objects.",
            example: "links",
            ..Key::OPTIONAL
        },
        Key {
            name: "request_id",
            kind: PLACE,
            doc: "The id of the request, which users tell the support.",
            example: "[request_id, \"header:x-request-id\"]",
            ..Key::OPTIONAL
        },
        Key {
            name: "retry_after",
            kind: PLACE,
            doc: "How many seconds to wait before another attempt.",
            notes: "The header `Retry-After` is read without it.",
            example: "error.retry_after",
            ..Key::OPTIONAL
        },
        Key {
            name: "status",
            kind: PLACE,
            doc: "The HTTP status, repeated in the body.",
            example: "status",
            ..Key::OPTIONAL
        },
    ],
};

/// The keys of a member of an envelope.
pub static MEMBER: Map = Map {
    name: "member",
    place: "an `envelope` entry",
    doc: "A member of a response body, with the form in which it is written.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "path",
            kind: Kind::OneOf(&[Kind::Text, Kind::ListOfSome(&Kind::Text)]),
            doc: "Where it stands: a path, or a list of paths that are tried in order.",
            example: "message",
            ..Key::REQUIRED
        },
        Key {
            name: "as",
            doc: "How it is written: `map` or `fields` for details, a text with `{message}` for a message.",
            notes: "Details are an object (`map`, the default) or a list of objects with `field`, `value` and `message` (`fields`). The text of a message has `{message}` once and may have `{code}`, such as `\"{code}: {message}\"`. Nothing else has a form.",
            example: "\"{code}: {message}\"",
            ..Key::OPTIONAL
        },
    ],
};

//! The keys of an envelope and of its members.

use super::forms::MEDIA_TYPE;
use super::{Key, Kind, Map, Names, Others};
use crate::format::vocabulary::Unit;

/// A place of a fact in a response: a path, or a map.
const ONE_PLACE: Kind = Kind::OneOf(&[Kind::Text, Kind::Map(&MEMBER)]);

/// The places of a fact: one, or a list that is tried in order.
const PLACE: Kind = Kind::OneOf(&[Kind::Text, Kind::Map(&MEMBER), Kind::ListOfSome(&ONE_PLACE)]);

/// The keys of an envelope.
pub static ENVELOPE: Map = Map {
    name: "envelope",
    place: "`envelope`",
    doc: "Which member of a response body holds what. The value is a place: a path such as `error.code` or `errors.0.code`, `header:NAME` for a response header, a map with a path and its form, or a list of these, which clients try in order. Servers write the first.",
    others: Others::Extensions,
    keys: &[
        Key { name: "code", kind: PLACE, doc: "The error's code.", example: "error.code", ..Key::REQUIRED },
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
            notes: "`as: fields` writes them as a list of objects, or beside the other facts if the path is an object that holds some.",
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
            doc: "How long to wait before another attempt.",
            notes: "In seconds, unless `unit` says otherwise. The header `Retry-After` is read without it.",
            example: "error.retry_after",
            ..Key::OPTIONAL
        },
        Key {
            name: "should_retry",
            kind: PLACE,
            doc: "Whether the same request may be sent again: `true` or `false`.",
            notes: "Servers write it by the retry advice. Clients believe it more than the advice of the catalog.",
            example: "\"header:x-should-retry\"",
            ..Key::OPTIONAL
        },
        Key {
            name: "status",
            kind: PLACE,
            doc: "The HTTP status, repeated in the body.",
            example: "status",
            ..Key::OPTIONAL
        },
        Key {
            name: "field_errors",
            kind: PLACE,
            doc: "What is wrong with single fields of the request.",
            notes: "`as` is `map` (the default) for `{\"title\":[\"is missing\"]}`, `list` for objects with `field` and `message`, `loc` for objects with `loc` and `msg`, or `pointer` for objects with `source.pointer` and `detail`. The path `.` means the members of the body that no other place names.",
            example: "{ path: errors, as: map }",
            ..Key::OPTIONAL
        },
        Key {
            name: "is_error",
            kind: Kind::Map(&ERROR_MARK),
            doc: "What shows that a response is an error, whatever its status.",
            notes: "Without it, responses are errors if their status is 400 or more.",
            example: "{ path: ok, value: false }",
            ..Key::OPTIONAL
        },
        Key {
            name: "media_type",
            kind: MEDIA_TYPE,
            doc: "The media type that servers send.",
            notes: "The default is `application/json`. Clients read bodies of any media type.",
            example: "application/problem+json",
            ..Key::OPTIONAL
        },
        Key {
            name: "fields",
            kind: Kind::Named { names: Names::Param, value: &PLACE },
            doc: "The members of a body that only this API has: names for programs, and their places.",
            example: "{ build_id: meta.build }",
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
            notes: "Details are an object (`map`, the default) or a list of objects with `field`, `value` and `message` (`fields`). The text of a message has `{message}` once and may have `{code}`, such as `\"{code}: {message}\"`. Mistakes in fields are `map`, `list`, `loc` or `pointer`. Nothing else has a form.",
            example: "\"{code}: {message}\"",
            ..Key::OPTIONAL
        },
        Key {
            name: "unit",
            kind: Kind::word::<Unit>(),
            doc: "The unit of `retry_after`.",
            notes: "Servers round up to it. A `date` is a time, and a `duration` is `3.5s` or `PT5S`.",
            example: "ms",
            ..Key::OPTIONAL
        },
        Key {
            name: "after",
            doc: "Clients read what follows the first occurrence of this text.",
            notes: "Without it, they read the whole text. Servers write the text alone.",
            example: "\"#\"",
            ..Key::OPTIONAL
        },
        Key {
            name: "before",
            doc: "Clients read what precedes the first occurrence of this text, after `after` was applied.",
            notes: "Without it, they read the whole text. Servers write the text alone.",
            example: "\":\"",
            ..Key::OPTIONAL
        },
    ],
};

/// The keys of a mark of errors.
pub static ERROR_MARK: Map = Map {
    name: "is_error",
    place: "`is_error`",
    doc: "The mark of errors that have an ordinary status.",
    others: Others::Extensions,
    keys: &[
        Key { name: "path", doc: "Where it stands.", example: "ok", ..Key::REQUIRED },
        Key {
            name: "value",
            doc: "The value that errors have there, which servers write.",
            notes: "Without it, the mark is any value except `null`.",
            example: "false",
            ..Key::OPTIONAL
        },
    ],
};

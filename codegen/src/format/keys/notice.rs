//! The keys of `deprecated` and `retired`.

use super::{Key, Kind, Map, Others};

/// The keys of `deprecated` and `retired`.
pub static NOTICE: Map = Map {
    name: "notice",
    place: "a notice",
    doc: "Since when an error is on its way out, and what to use instead.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "since",
            doc: "The version of the catalog that says so first.",
            example: "2.1.0",
            ..Key::OPTIONAL
        },
        Key {
            name: "use",
            kind: Kind::Text,
            doc: "The code that takes its place.",
            notes: "It must be a code of the catalog (in a catalog with `unique: family`, of the same family), and not the code itself.",
            example: "cart_limit",
            ..Key::OPTIONAL
        },
        Key {
            name: "note",
            doc: "More about it, for people.",
            example: "The limit applies to the whole account now.",
            ..Key::OPTIONAL
        },
    ],
};

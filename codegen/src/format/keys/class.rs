//! The keys of a class and of its condition.

use super::error::RETRY;
use super::forms::STATUSES;
use super::{Key, Kind, Map, Others};

/// The keys of a class.
pub static CLASS: Map = Map {
    name: "class",
    place: "a class",
    doc: "An exception class of an SDK and the responses that belong to it.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "name",
            doc: "The name of the class, as the SDK publishes it.",
            example: "ApiError",
            ..Key::REQUIRED
        },
        Key {
            name: "parent",
            doc: "The class that it extends.",
            notes: "The parent must be a class of the list. It may stand before or after.",
            example: "ShopError",
            ..Key::OPTIONAL
        },
        Key {
            name: "when",
            kind: Kind::OneOf(&[
                Kind::Word { what: "a condition", words: &["transport", "decode", "any"] },
                Kind::Map(&WHEN),
            ]),
            doc: "The responses that are of this class.",
            notes: "`transport`: no response came. `decode`: a response came that could not be read. `any`: every other response. A map asks for a status, a code, or both. Without `when`, the class is only a parent.",
            example: "{ status: [401, 403] }",
            ..Key::OPTIONAL
        },
        Key {
            doc: "What a client may do after an error of this class, unless the error says more.",
            inherited: false,
            ..RETRY
        },
    ],
};

/// The keys of the condition of a class.
pub static WHEN: Map = Map {
    name: "when",
    place: "`when`",
    doc: "A condition on a response. If it has both keys, both must fit; it needs at least one.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "status",
            kind: Kind::OneOf(&[STATUSES, Kind::ListOfSome(&STATUSES)]),
            doc: "One HTTP status, or a list of them; `5xx` stands for all from 500 to 599.",
            example: "[401, 403]",
            ..Key::OPTIONAL
        },
        Key {
            name: "code",
            doc: "`present` for any code of the catalog, or a pattern of codes with one `*`.",
            notes: "Capital and small letters are the same in a pattern.",
            example: "\"*_not_found\"",
            ..Key::OPTIONAL
        },
    ],
};

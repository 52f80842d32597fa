//! The keys of `code` in a catalog.

use super::forms::SEPARATOR;
use super::{Key, Kind, Map, Others};
use crate::format::vocabulary::{CodeFormat, CodeType};

/// The keys of `code`.
pub static CODE: Map = Map {
    name: "code",
    place: "`code`",
    doc: "What a code is on the wire, and what it looks like.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "type",
            kind: Kind::word::<CodeType>(),
            default: "string",
            doc: "Whether codes are texts or whole numbers in JSON.",
            notes: "The type never follows from how a code is written: without `type: integer`, the code `22003` is a text. Numbers are written in decimal, without a leading zero, from -2^63 to 2^63-1. The type of a family replaces that of the catalog.",
            example: "integer",
            ..Key::OPTIONAL
        },
        Key {
            name: "format",
            kind: Kind::word::<CodeFormat>(),
            doc: "How integer codes are written, if not in decimal.",
            notes: "With `hex`, a code is `0x` and exactly `width` digits in capitals. Programs show that text, and JSON carries the number. Clients find the error by the text in any case, by the decimal number, and by `from_number`.",
            example: "hex",
            ..Key::OPTIONAL
        },
        Key {
            name: "width",
            kind: Kind::Integer { least: 1, most: 16 },
            doc: "The number of hexadecimal digits.",
            notes: "`format: hex` needs it.",
            example: "8",
            ..Key::OPTIONAL
        },
        Key {
            name: "pattern",
            doc: "A regular expression that matches every code of the catalog as a whole.",
            notes: "A family may have a narrower one under its own `code`, which replaces this one if the family has a type or format of its own. Put it in quotes: `[` begins a list in YAML.",
            example: "\"E[0-9]{3}\"",
            ..Key::OPTIONAL
        },
        Key {
            name: "separator",
            kind: SEPARATOR,
            doc: "The text between the code of an error and the key of an error in its `sub`.",
            notes: "With `separator: \".\"`, the entry `stolen_card` in the `sub` of `card_declined` has the code `card_declined.stolen_card`.",
            example: "\".\"",
            ..Key::OPTIONAL
        },
    ],
};

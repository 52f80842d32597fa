//! The keys of a declared fact.

use super::{Key, Kind, Map, Names, Others};
use crate::format::vocabulary::{FactType, Lookup};

/// The kind of `facts`: names, with a type or a map.
pub(super) const FACTS: Kind =
    Kind::Named { names: Names::Fact, value: &Kind::OneOf(&[Kind::word::<FactType>(), Kind::Map(&FACT)]) };

/// The keys of a declared fact.
pub static FACT: Map = Map {
    name: "fact",
    place: "a declared fact",
    doc: "A fact that errors have beside the usual ones, such as a severity. A type alone says the same as a map with `type`.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "values",
            kind: Kind::ListOfSome(&Kind::Text),
            doc: "The values, if there are only these.",
            notes: "Rust has an enum for them. A fact has either `values` or a `type`.",
            example: "[success, warning, error]",
            ..Key::OPTIONAL
        },
        Key {
            name: "type",
            kind: Kind::word::<FactType>(),
            doc: "The type of the values.",
            notes: "A `bool` is `false` unless something else is said.",
            example: "string",
            ..Key::OPTIONAL
        },
        Key {
            name: "default",
            doc: "The value of errors for which neither they nor `defaults` say one.",
            notes: "With a default, every error has the fact. Without one, an error may lack it.",
            example: "error",
            ..Key::OPTIONAL
        },
        Key {
            name: "error",
            kind: Kind::TEXTS,
            doc: "The `values` with which a code stands for an error. The others are successes, notes or warnings.",
            notes: "It gives the answers of `is_error()`. Only one fact may have it.",
            example: "[error]",
            ..Key::OPTIONAL
        },
        Key {
            name: "pattern",
            doc: "A regular expression that every value must match, if the type is `string`.",
            example: "\"[0-9A-Z]{5}\"",
            ..Key::OPTIONAL
        },
        Key {
            name: "lookup",
            kind: Kind::word::<Lookup>(),
            doc: "Whether programs find codes by the value, and how many codes may have one value.",
            notes: "`one` gives `from_FACT` with at most one code, and two codes with one value are `duplicate-fact`. `many` gives `from_FACT` with a list of codes. For `name`, which every error may have, this is the only key.",
            example: "many",
            ..Key::OPTIONAL
        },
    ],
};

//! The keys of a parameter and of a detail.

use super::{Key, Kind, Map, Names, Others};
use crate::format::vocabulary::Scalar;

/// The type of a parameter: one type, or a list of one type.
const TYPE: Kind = Kind::OneOf(&[Kind::word::<Scalar>(), Kind::ListOfOne(&Kind::word::<Scalar>())]);

/// Parameters by name.
pub(super) const PARAMS: Kind = Kind::Named {
    names: Names::Param,
    value: &Kind::OneOf(&[
        Kind::word::<Scalar>(),
        Kind::ListOfOne(&Kind::word::<Scalar>()),
        Kind::Map(&PARAM),
    ]),
};

/// The keys of a parameter and of a detail.
pub static PARAM: Map = Map {
    name: "param",
    place: "a parameter",
    doc: "A parameter of a message, or a detail. A type alone says the same as a map with `type`.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "type",
            kind: TYPE,
            doc: "The type of the value; in brackets, a list of such values.",
            example: "string",
            ..Key::REQUIRED
        },
        Key {
            name: "optional",
            kind: Kind::Bool,
            default: "false",
            doc: "Whether the value may be missing.",
            example: "true",
            ..Key::OPTIONAL
        },
        Key {
            name: "sensitive",
            kind: Kind::Bool,
            default: "false",
            doc: "Whether the value must not be shown in logs.",
            notes: "The generated field is a `Sensitive`, whose `Debug` and `Display` hide the value. A response still carries it.",
            example: "true",
            ..Key::OPTIONAL
        },
        Key {
            name: "description",
            doc: "What the value means, for documentation.",
            example: "How many items the cart may hold.",
            ..Key::OPTIONAL
        },
    ],
};

//! The keys of a parameter and of a detail.

use super::{Definition, Key, Kind, Map, Names, Others};
use crate::format::vocabulary::Scalar;

/// The type of a parameter: one type, a list of one type, or an object.
pub static TYPE: Definition = Definition {
    name: "type",
    what: "a parameter type, one in brackets, or a map of them",
    kind: &Kind::OneOf(&[
        Kind::word::<Scalar>(),
        Kind::ListOfOne(&Kind::Defined(&TYPE)),
        Kind::Named { names: Names::Member, value: &MEMBER },
    ]),
};

/// The value of a parameter, of a detail, or of a member of an object.
static MEMBER: Kind =
    Kind::OneOf(&[Kind::word::<Scalar>(), Kind::ListOfOne(&Kind::Defined(&TYPE)), Kind::Map(&PARAM)]);

/// Parameters by name, or in the order of the marks of the message.
pub(super) const PARAMS_OF_MESSAGE: Kind =
    Kind::OneOf(&[PARAMS, Kind::List(&Kind::OneOf(&[Kind::Text, Kind::Map(&LISTED_PARAM)]))]);

/// Parameters by name.
pub(super) const PARAMS: Kind = Kind::Named { names: Names::Param, value: &MEMBER };

const TYPE_DOC: &str = "The type of the value; in brackets, a list of such values.";

const TYPE_NOTES: &str = "A map is an object: the type of each member by its name, as in `{ host: string, port: u16 }`. A member may be a map with the keys of a parameter, too.";

const FIELD: Key = Key {
    name: "field",
    doc: "The Rust field, where the one made from the name reads badly.",
    notes: "Without it, the field is the name in `snake_case`, with `_` after a keyword: `sqlExpr` is `sql_expr`, `type` is `type_`. Messages and responses use the name.",
    example: "kind",
    ..Key::OPTIONAL
};

const OPTIONAL: Key = Key {
    name: "optional",
    kind: Kind::Bool,
    default: "false",
    doc: "Whether the value may be missing.",
    example: "true",
    ..Key::OPTIONAL
};

const SENSITIVE: Key = Key {
    name: "sensitive",
    kind: Kind::Bool,
    default: "false",
    doc: "Whether the value must not be shown in logs.",
    notes: "The generated field is a `Sensitive`, whose `Debug` and `Display` hide the value. Responses leave it out.",
    example: "true",
    ..Key::OPTIONAL
};

const DESCRIPTION: Key = Key {
    name: "description",
    doc: "What the value means, for documentation.",
    example: "How many items the cart may hold.",
    ..Key::OPTIONAL
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
            kind: Kind::Defined(&TYPE),
            doc: TYPE_DOC,
            notes: TYPE_NOTES,
            example: "string",
            ..Key::REQUIRED
        },
        FIELD,
        OPTIONAL,
        SENSITIVE,
        DESCRIPTION,
    ],
};

/// The keys of a parameter in a list, which stands in the order of the marks of the message.
pub static LISTED_PARAM: Map = Map {
    name: "listed_param",
    place: "a parameter of a list",
    doc: "A parameter in a list, in the order of the marks of the message. A name alone says the same as a map with `name`.",
    others: Others::Extensions,
    keys: &[
        Key { name: "name", doc: "The name in every response.", example: "wait", ..Key::REQUIRED },
        Key {
            name: "type",
            kind: Kind::Defined(&TYPE),
            doc: TYPE_DOC,
            notes: TYPE_NOTES,
            example: "string",
            ..Key::OPTIONAL
        },
        FIELD,
        OPTIONAL,
        SENSITIVE,
        DESCRIPTION,
    ],
};

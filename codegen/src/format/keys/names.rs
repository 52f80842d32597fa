//! The keys of `names`: published names in other languages.

use super::{Key, Kind, Map, Others};

/// One published name, or several.
pub(super) const PUBLISHED: Kind = Kind::OneOf(&[
    Kind::Text,
    Kind::Map(&PUBLISHED_NAME),
    Kind::ListOfSome(&Kind::OneOf(&[Kind::Text, Kind::Map(&PUBLISHED_NAME)])),
]);

const LANGUAGE: Key = Key { kind: PUBLISHED, ..Key::OPTIONAL };

/// The keys of `names`.
pub static NAMES: Map = Map {
    name: "names",
    place: "`names`",
    doc: "The names of an error in other languages, where they differ. A value is a name or a list of names: the first one is the usual one, and the others are further names of the same error.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "constant",
            doc: "The constant in the Rust module `codes`, in capital letters.",
            notes: "Further names become further constants, and deprecated ones are `#[deprecated]`. The enum still has one variant per error.",
            example: "CART_IS_EMPTY",
            ..LANGUAGE
        },
        Key { name: "typescript", doc: "The name in TypeScript.", example: "CartIsEmpty", ..LANGUAGE },
        Key { name: "python", doc: "The name in Python.", example: "CartIsEmptyError", ..LANGUAGE },
        Key { name: "go", doc: "The name in Go.", example: "ErrCartIsEmpty", ..LANGUAGE },
        Key { name: "openapi", doc: "The name in OpenAPI.", example: "CartIsEmpty", ..LANGUAGE },
    ],
};

/// The keys of one published name.
pub static PUBLISHED_NAME: Map = Map {
    name: "published_name",
    place: "a published name",
    doc: "A name that an error has in another language, if there is more to say about it.",
    others: Others::Extensions,
    keys: &[
        Key { name: "name", doc: "The name.", example: "CART_NOT_FILLED", ..Key::REQUIRED },
        Key {
            name: "deprecated",
            kind: Kind::Bool,
            default: "false",
            doc: "Whether programs should use the first name of the list instead.",
            example: "true",
            ..Key::OPTIONAL
        },
    ],
};

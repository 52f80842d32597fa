//! The keys of a translation.

use super::{Key, Kind, Map, Names, Others};

/// The keys of `locales/LANGUAGE.yaml`.
pub static LOCALE: Map = Map {
    name: "locale",
    place: "a translation",
    doc: "The texts of a catalog in another language: the file `locales/LANGUAGE.yaml` in the folder of the catalog.",
    others: Others::Extensions,
    keys: &[Key {
        name: "errors",
        kind: Kind::Named { names: Names::Code, value: &Kind::OneOf(&[Kind::Text, Kind::Map(&TRANSLATION)]) },
        doc: "The translated texts: a map from code to the message, or to message and description.",
        notes: "In a catalog with `unique: family`, an error is named `family/code`. A code that is missing is `translation-missing`, placeholders that differ from those of the message are `translation-params`. An empty text translates nothing.",
        example: "\n  cart_empty: Der Warenkorb ist leer.",
        ..Key::OPTIONAL
    }],
};

/// The keys of a translated error.
pub static TRANSLATION: Map = Map {
    name: "translation",
    place: "a translated error",
    doc: "The texts of one error in another language.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "message",
            doc: "The message, with the same placeholders.",
            example: "Der Warenkorb ist leer.",
            ..Key::OPTIONAL
        },
        Key {
            name: "description",
            doc: "The description.",
            example: "Wer bestellen will, braucht etwas im Warenkorb.",
            ..Key::OPTIONAL
        },
    ],
};

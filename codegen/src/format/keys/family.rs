//! The keys of a family file.

use super::catalog::RESERVED;
use super::error::{ALLOW, ENTRY};
use super::{CODE, DEFAULTS, Key, Kind, Map, Names, Others};
use crate::format::vocabulary::Transport;

/// The keys of a family file.
pub static FAMILY: Map = Map {
    name: "family",
    place: "a family",
    doc: "A section of a catalog: one file beside `catalog.yaml`. The name of the file is the id of the family.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "title",
            doc: "The name of the family, for documentation.",
            example: "Orders",
            ..Key::REQUIRED
        },
        Key {
            name: "description",
            doc: "What the family is about, for documentation.",
            example: "Everything that can go wrong between the cart and the delivery.",
            ..Key::OPTIONAL
        },
        Key {
            name: "code",
            kind: Kind::OneOf(&[Kind::Text, Kind::Map(&CODE)]),
            doc: "A regular expression that every code of the family must match, beside that of the catalog, or a map.",
            notes: "With a `type` or `format`, the map replaces `code` of the catalog.",
            example: "\"E1[0-9]{2}\"",
            ..Key::OPTIONAL
        },
        Key {
            name: "transport",
            kind: Kind::word::<Transport>(),
            default: "json",
            doc: "How the errors of the family reach a client.",
            notes: "`json`: in the body of an HTTP response. `redirect`: in the parameters of a redirect, as OAuth does. `log`: in a log only. `cli`: in the output of a command.",
            example: "redirect",
            ..Key::OPTIONAL
        },
        Key {
            name: "defaults",
            kind: Kind::Map(&DEFAULTS),
            doc: "Values that every error of the family inherits unless it has its own.",
            notes: "They win over the `defaults` of the catalog.",
            example: "{ status: 404 }",
            ..Key::OPTIONAL
        },
        RESERVED,
        Key {
            doc: "Lint rules that do not apply to the family, each with the reason.",
            notes: "Where an error allows the rule itself, that counts. An entry that silences nothing is `unused-allow`. Rules about mistakes that leave nothing sound to generate cannot be allowed.",
            example: "{ missing-text: The texts are in the handbook. }",
            ..ALLOW
        },
        Key {
            name: "errors",
            kind: Kind::OneOf(&[Kind::Nothing, Kind::Named { names: Names::Code, value: &ENTRY }]),
            doc: "The errors: a map from code to nothing, to the message, or to the keys of an error.",
            notes: "The order in the file is the order of publication. A code is taken as it is written: `0E000`, `22003`, `NO` and `null` are codes here, whatever YAML makes of them elsewhere. A code such as `FLOOD_WAIT_{seconds}` carries the value of a parameter. A family may have no errors yet.",
            example: "\n  cart_empty: The cart is empty.\n  cart_full:\n    message: The cart is full.\n    status: 409",
            ..Key::OPTIONAL
        },
    ],
};

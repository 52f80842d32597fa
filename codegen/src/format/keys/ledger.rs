//! The keys of the lines of a ledger, `errcat.lock`.

use super::error::RETRY;
use super::forms::{FORMAT_VERSION, INTENTION, STATUS, VERSION};
use super::names::PUBLISHED;
use super::params::PARAMS;
use super::{CLASS, ENVELOPE, Key, Kind, Map, Names, Others, recorded};
use crate::format::vocabulary::{ChangeRule, CodeType, State, StatusPolicy, Unique, Visibility};

const CODE: Key =
    Key { name: "code", kind: Kind::Code, doc: "The code.", example: "cart_empty", ..Key::REQUIRED };

const FAMILY: Key = Key { name: "family", doc: "The family of the code.", example: "shop", ..Key::REQUIRED };

/// The keys of the first line.
pub static HEAD: Map = Map {
    name: "ledger",
    place: "the header of a ledger",
    doc: "The first line of a ledger: what the catalog as a whole has promised. `errcat release` writes ledgers, and `errcat diff --accept` adds acceptances. Nobody edits them by hand.",
    others: Others::Refused,
    keys: &[
        Key {
            name: "errcat",
            kind: FORMAT_VERSION,
            doc: "The version of the format.",
            example: "1",
            ..Key::REQUIRED
        },
        Key {
            name: "version",
            kind: VERSION,
            doc: "The released version of the catalog.",
            example: "1.0.0",
            ..Key::REQUIRED
        },
        Key {
            name: "type",
            kind: Kind::word::<CodeType>(),
            doc: "`code.type` of the catalog.",
            example: "string",
            ..Key::REQUIRED
        },
        Key {
            name: "unique",
            kind: Kind::word::<Unique>(),
            doc: "`unique` of the catalog.",
            example: "catalog",
            ..Key::REQUIRED
        },
        Key {
            name: "status",
            kind: Kind::word::<StatusPolicy>(),
            doc: "`status` of the catalog.",
            example: "optional",
            ..Key::REQUIRED
        },
    ],
};

/// The keys of the lines after the header.
pub static PARTS: Map = Map {
    name: "parts",
    place: "a line of a ledger",
    doc: "A line of a ledger after the header: how clients sort responses into classes, or where responses have which fact.",
    others: Others::Refused,
    keys: &[
        Key {
            name: "classes",
            kind: Kind::List(&Kind::Map(&CLASS)),
            doc: "The classes, in the order in which clients try them.",
            example: "[{ name: ServerError, when: { status: [5xx] } }]",
            ..Key::OPTIONAL
        },
        Key {
            name: "envelope",
            kind: Kind::Map(&ENVELOPE),
            doc: "The facts of responses and their places.",
            example: "{ code: error_code, message: message }",
            ..Key::OPTIONAL
        },
    ],
};

/// The keys of a released code.
pub static PROMISE: Map = Map {
    name: "release",
    place: "a released code",
    doc: "A line of a ledger: what clients were promised about one code, with every documented attribute that has another value than usual.",
    others: Others::Refused,
    keys: &PROMISED,
};

/// The keys of a released code that are read and compared one by one.
const OWN: &[Key] = &[
    CODE,
    FAMILY,
    Key {
        name: "first",
        kind: VERSION,
        doc: "The version that had the code first.",
        example: "1.0.0",
        ..Key::REQUIRED
    },
    Key {
        name: "at",
        kind: VERSION,
        doc: "The release that last wrote the line. Of two lines about one code, the later one counts.",
        example: "1.2.0",
        ..Key::OPTIONAL
    },
    Key {
        name: "state",
        kind: Kind::word::<State>(),
        doc: "How far the code has come in its life.",
        example: "active",
        ..Key::REQUIRED
    },
    IDENT,
    NAME,
    Key {
        name: "names",
        kind: Kind::Named { names: Names::Language, value: &PUBLISHED },
        doc: "Published names in other languages.",
        example: "{ constant: CART_IS_EMPTY }",
        ..Key::OPTIONAL
    },
    Key { name: "status", kind: STATUS, doc: "The HTTP status.", example: "404", ..Key::OPTIONAL },
    Key { doc: "What a client may do.", inherited: false, ..RETRY },
    PARAMETERS,
    DETAILS,
    Key {
        name: "facts",
        kind: Kind::Named { names: Names::Fact, value: &Kind::Text },
        doc: "The declared facts, except those that are `false`.",
        example: "{ severity: warning }",
        ..Key::OPTIONAL
    },
    Key {
        name: "mask",
        kind: Kind::Code,
        doc: "The code that outsiders get.",
        example: "cart_not_found",
        ..Key::OPTIONAL
    },
    Key {
        name: "visibility",
        kind: Kind::word::<Visibility>(),
        default: "public",
        doc: "Who may learn of it.",
        example: "internal",
        ..Key::OPTIONAL
    },
    Key {
        name: "aliases",
        kind: Kind::List(&Kind::Code),
        doc: "Other spellings.",
        example: "[CART_EMPTY]",
        ..Key::OPTIONAL
    },
    Key { name: "message", doc: "The message.", example: "The cart is empty.", ..Key::OPTIONAL },
    Key {
        name: "description",
        doc: "The description.",
        example: "An order needs at least one item.",
        ..Key::OPTIONAL
    },
    Key {
        name: "remains",
        kind: Kind::Map(&REMAINS),
        doc: "What the tombstone of a retired code has for programs. The other keys say what the code was while it was in use.",
        example: "{ ident: CartEmpty, params: { limit: u32 } }",
        ..Key::OPTIONAL
    },
];

const IDENT: Key = Key { name: "ident", doc: "The Rust variant.", example: "CartEmpty", ..Key::REQUIRED };

const NAME: Key =
    Key { name: "name", doc: "The published name.", example: "CartEmptyError", ..Key::OPTIONAL };

const PARAMETERS: Key = Key {
    name: "params",
    kind: PARAMS,
    doc: "The parameters of the message.",
    example: "{ limit: u32 }",
    ..Key::OPTIONAL
};

const DETAILS: Key = Key {
    name: "details",
    kind: PARAMS,
    doc: "The values beside the message.",
    example: "{ cart_id: string }",
    ..Key::OPTIONAL
};

/// The keys of what a tombstone has.
pub static REMAINS: Map = Map {
    name: "remains",
    place: "the remains of a retired code",
    doc: "The names and values that a tombstone has. Programs that use them compile as long as it keeps them.",
    others: Others::Refused,
    keys: &[
        IDENT,
        NAME,
        Key {
            name: "formerly",
            kind: Kind::TEXT_OR_TEXTS,
            doc: "The names that the error had before, in order of time.",
            example: "[CartIsEmptyError]",
            ..Key::OPTIONAL
        },
        PARAMETERS,
        DETAILS,
    ],
};

/// All keys of a released code.
static PROMISED: [Key; OWN.len() + recorded::COUNT] = recorded::after(OWN);

/// The keys of an accepted change.
pub static ACCEPTANCE: Map = Map {
    name: "acceptance",
    place: "an acceptance",
    doc: "A line of a ledger that `errcat diff --accept` writes: a change that breaks clients is intended.",
    others: Others::Refused,
    keys: &[
        Key {
            name: "accept",
            kind: Kind::word::<ChangeRule>(),
            doc: "The change that is intended.",
            example: "name-changed",
            ..Key::REQUIRED
        },
        Key {
            doc: "The code that changed. A change of the whole catalog has none.",
            required: false,
            ..CODE
        },
        Key {
            doc: "The family of the code. A change of the whole catalog has none.",
            required: false,
            ..FAMILY
        },
        Key {
            name: "reason",
            kind: INTENTION,
            doc: "Why.",
            example: "No client has used it.",
            ..Key::REQUIRED
        },
    ],
};

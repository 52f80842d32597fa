//! The keys of `errcat.yaml`, including those of the output `rust`.

use super::forms::{PAGE, PATH, ROOT, RUNTIME};
use super::{Key, Kind, Map, Names, Others};
use crate::format::vocabulary::Level;

/// The keys of `errcat.yaml`.
pub static CONFIG: Map = Map {
    name: "config",
    place: "`errcat.yaml`",
    doc: "The settings of a project, in the file `errcat.yaml` at its root. The file is optional.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "catalogs",
            kind: PATH,
            default: "catalogs",
            doc: "The folder of the catalogs, relative to the project.",
            example: "api/errors",
            ..Key::OPTIONAL
        },
        Key {
            name: "base_url",
            kind: PAGE,
            doc: "The address below which the pages of the project are published.",
            notes: "The page of a code is this address and the path of the page, unless `docs` of its catalog says otherwise. Without it, pages have relative links only.",
            example: "https://errors.example/",
            ..Key::OPTIONAL
        },
        Key {
            name: "outputs",
            kind: Kind::Map(&OUTPUTS),
            doc: "What `errcat gen` writes: a map from the kind of output to its settings, or to a list of settings if there are several of a kind.",
            notes: "A build script reads `rust` alone and skips the other kinds.",
            example: "\n  rust: { path: src/errors }",
            ..Key::OPTIONAL
        },
        Key {
            name: "rules",
            kind: Kind::Named { names: Names::KnownRule, value: &Kind::word::<Level>() },
            doc: "The level of lint rules in this project: `deny`, `warn` or `off`.",
            notes: "`errcat explain RULE` explains a rule and names its usual level. Rules about mistakes that leave nothing sound to generate can only be made stricter.",
            example: "{ missing-help: warn, missing-text: \"off\" }",
            ..Key::OPTIONAL
        },
    ],
};

/// The keys of `outputs` that the generator itself has. The command adds others.
pub static OUTPUTS: Map = Map {
    name: "outputs",
    place: "`outputs`",
    doc: "The outputs of a project, by kind.",
    others: Others::Extensions,
    keys: &[Key {
        name: "rust",
        kind: Kind::OneOf(&[Kind::Map(&RUST), Kind::List(&Kind::Map(&RUST))]),
        doc: "Rust: an enum per catalog, with lookups and facts.",
        example: "{ path: src/errors }",
        ..Key::OPTIONAL
    }],
};

/// The catalogs of an output, a key of every output.
pub const OUTPUT_CATALOGS: Key = Key {
    name: "catalogs",
    kind: Kind::TEXTS,
    doc: "The ids of the catalogs to write; all of them without this key.",
    example: "[shop]",
    ..Key::OPTIONAL
};

/// The visible errors of an output, a key of every output.
pub const OUTPUT_VISIBILITY: Key = Key {
    name: "visibility",
    kind: Kind::Word { what: "a visibility of an output", words: &["public", "all"] },
    default: "all",
    doc: "Whether to write all errors, or only what outsiders may know.",
    notes: "With `public`, errors with `visibility: internal` are left out, and so is what masks hide.",
    example: "public",
    ..Key::OPTIONAL
};

/// The translations of an output, a key of every output that can have some.
pub const OUTPUT_LOCALES: Key = Key {
    name: "locales",
    kind: Kind::TEXTS,
    doc: "The languages of the translations to write; none without this key.",
    notes: "Each is the name of a file in the folder `locales` of a catalog.",
    example: "[de, pt-BR]",
    ..Key::OPTIONAL
};

/// The operations of an API, a key of outputs that write their responses.
pub const OUTPUT_OPERATIONS: Key = Key {
    name: "operations",
    kind: PATH,
    doc: "A file with the codes of each operation, whose responses are then written, too.",
    notes: "It is a map such as `getCvm: [ERR-03-001, ERR-03-005]`, relative to the project. Outsiders see the masks of masked codes.",
    example: "api/operations.yaml",
    ..Key::OPTIONAL
};

/// The keys of `outputs.rust`.
pub static RUST: Map = Map {
    name: "rust",
    place: "`rust`",
    doc: "Generated Rust that is part of the source tree.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "path",
            kind: PATH,
            doc: "The folder to write to, relative to the project.",
            notes: "Files of catalogs that are gone are removed. Files that errcat did not write are left alone.",
            example: "generated",
            ..Key::REQUIRED
        },
        Key {
            name: "root",
            kind: ROOT,
            default: "mod.rs",
            doc: "The name of the root file: `mod.rs` for a module of a crate, `lib.rs` for a crate of its own.",
            example: "lib.rs",
            ..Key::OPTIONAL
        },
        Key {
            name: "features",
            kind: Kind::Bool,
            default: "false",
            doc: "Whether each catalog is compiled only with a Cargo feature of its name.",
            notes: "The features must be listed in `Cargo.toml`. A language in `locales` has one such as `locale-de`.",
            example: "true",
            ..Key::OPTIONAL
        },
        Key {
            name: "sources",
            kind: Kind::Bool,
            default: "false",
            doc: "Whether the root has a constant `SOURCES` with the YAML text of the catalogs.",
            notes: "With `visibility: public` it has none, because that text tells everything.",
            example: "true",
            ..Key::OPTIONAL
        },
        Key {
            name: "readme",
            kind: PATH,
            doc: "A Markdown page that becomes the documentation of the root, relative to the project.",
            example: "README.md",
            ..Key::OPTIONAL
        },
        Key {
            name: "runtime",
            kind: Kind::Form(&RUNTIME),
            default: "::errcat",
            doc: "The path under which generated code finds the crate `errcat`, if it is renamed or re-exported.",
            example: "\"::my_sdk::errcat\"",
            ..Key::OPTIONAL
        },
        OUTPUT_LOCALES,
        OUTPUT_CATALOGS,
        OUTPUT_VISIBILITY,
    ],
};

//! The keys of a catalog: of `catalog.yaml`, or of a single-file catalog.

use super::error::ALLOW;
use super::fact::FACTS;
use super::forms::{DOCS, FORMAT_VERSION, INITIALISM, LANGUAGE, PAGE, VERSION};
use super::{CLASS, CODE, DEFAULTS, DERIVE, ENVELOPE, Key, Kind, Map, Names, Others};
use crate::format::vocabulary::{IdentFrom, Placeholders, Role, StatusPolicy, Unique};

/// The format version, at the top of every catalog.
const ERRCAT: Key = Key {
    name: "errcat",
    kind: FORMAT_VERSION,
    doc: "The version of the catalog format. It says how to read the file.",
    notes: "Only the file of the catalog has it: `catalog.yaml`, or the single file. Family files do not.",
    example: "1",
    ..Key::REQUIRED
};

/// Codes that must not be used.
pub(super) const RESERVED: Key = Key {
    name: "reserved",
    kind: Kind::Named { names: Names::Range, value: &Kind::Text },
    doc: "Codes and ranges of codes that no error may take, each with a reason.",
    notes: "A range is `FIRST..LAST`: both have the same text before the number at their end, and every code whose number lies between them is reserved, with the two ends.",
    example: "{ \"E100..E199\": The old gateway still answers with them. }",
    ..Key::OPTIONAL
};

/// The keys of a catalog.
pub static CATALOG: Map = Map {
    name: "catalog",
    place: "a catalog",
    doc: "What all families of a catalog share. In a folder it is the file `catalog.yaml`; a small catalog is a single file that has these keys and those of a family.",
    others: Others::Extensions,
    keys: &[
        ERRCAT,
        Key {
            name: "title",
            doc: "The name of the API, for documentation.",
            example: "Shop API",
            ..Key::REQUIRED
        },
        Key {
            name: "description",
            doc: "What the API is, for documentation.",
            example: "Everything that the web shop and its partners call.",
            ..Key::OPTIONAL
        },
        Key {
            name: "homepage",
            kind: PAGE,
            doc: "The address of the API's own page.",
            example: "https://example.com",
            ..Key::OPTIONAL
        },
        Key {
            name: "version",
            kind: VERSION,
            doc: "The version of the catalog itself, as a semantic version.",
            notes: "`errcat release` writes the ledger for this version and judges changes by it. Quote nothing: `1.10.0` is a text in YAML, too.",
            example: "1.0.0",
            ..Key::OPTIONAL
        },
        Key {
            name: "docs",
            kind: DOCS,
            doc: "The address of a code's page, with `{code}` in the place of the code, and `{family}` in the place of the id of its family.",
            notes: "It becomes the `type` of problem details (RFC 9457), the link in the documentation of the Rust variant, and a line of `errcat explain`.",
            example: "\"https://example.com/errors/{code}\"",
            ..Key::OPTIONAL
        },
        Key {
            name: "code",
            kind: Kind::OneOf(&[Kind::Text, Kind::Map(&CODE)]),
            doc: "What every code looks like: a regular expression, or a map with type and pattern.",
            notes: "The pattern must match the whole code. A code that breaks it is `code-format`. Without a pattern, a code may be any text.",
            example: "\"E[0-9]{3}\"",
            ..Key::OPTIONAL
        },
        Key {
            name: "allow_codes",
            kind: Kind::List(&Kind::Code),
            doc: "Codes that break the pattern on purpose.",
            notes: "Each of them must be a code of the catalog.",
            example: "[UNKNOWN]",
            ..Key::OPTIONAL
        },
        Key {
            name: "unique",
            kind: Kind::word::<Unique>(),
            default: "catalog",
            doc: "Where a code stands for one error only: in the whole catalog, or in its family.",
            notes: "With `family`, every family gets an enum of its own, and translations name an error as `family/code`.",
            example: "family",
            ..Key::OPTIONAL
        },
        Key {
            name: "status",
            kind: Kind::word::<StatusPolicy>(),
            default: "optional",
            doc: "Whether errors have an HTTP status: none of them, some, or all.",
            notes: "It fixes the signature of `status()` in generated Rust: no such function, `Option<u16>`, or `u16`. Editing an error therefore never breaks a program; editing this key does.",
            example: "required",
            ..Key::OPTIONAL
        },
        Key {
            name: "strip",
            kind: Kind::TEXT_OR_TEXTS,
            doc: "A text that Rust names leave out at the end or the beginning of `name`, or a list of such texts.",
            notes: "With `strip: Error`, the name `CartEmptyError` becomes the variant `CartEmpty`. The published name stays as it is. The texts of a list are taken off in order: from the end if the name ends so, else from the beginning, and never all of the name. A text that no name has there is `unused-strip`.",
            example: "Error",
            ..Key::OPTIONAL
        },
        Key {
            name: "ident",
            kind: Kind::word::<IdentFrom>(),
            default: "name",
            doc: "What Rust variants are made from if an error has a name and a code.",
            notes: "An `ident` of an error wins over both. Choose `code` where names repeat, and the codes are words.",
            example: "code",
            ..Key::OPTIONAL
        },
        Key {
            name: "placeholders",
            kind: Kind::word::<Placeholders>(),
            default: "braces",
            doc: "How messages mark their parameters: `{name}`, `%s`, `{0}`, `<name>`, `%name%` or `{{name}}`.",
            notes: "Messages stay as they are published, and programs fill in the values. With `braces`, an error declares its parameters under `params`. With the other words, every mark is a parameter: the one of its name, or else `arg1`, `arg2` and so on. `%d` and `%x` take an `i64`, `%f` a `float`, and all other marks a `string`, unless `params` says otherwise.",
            example: "printf",
            ..Key::OPTIONAL
        },
        Key {
            name: "exhaustive",
            kind: Kind::Bool,
            default: "false",
            doc: "Whether a `match` over the codes may be complete, without an arm for further codes.",
            notes: "The generated enum is then not `#[non_exhaustive]`. For an API of one's own, the compiler thus finds every `match` that a new code concerns; for that of somebody else, every new code would break programs.",
            example: "true",
            ..Key::OPTIONAL
        },
        Key {
            name: "role",
            kind: Kind::word::<Role>(),
            default: "both",
            doc: "Who uses the generated code: servers that answer with the codes, clients that receive them, or both.",
            notes: "`client` leaves out what servers need: the types `Error` and `Problem`, and the structs of parameters and details. `server` leaves out the type `ApiError`.",
            example: "client",
            ..Key::OPTIONAL
        },
        Key {
            name: "internal",
            doc: "The code that outsiders get for an error with `visibility: internal` and without a `mask`.",
            notes: "It must be a code of the catalog that outsiders may see. Where several families have it, write `family/code`.",
            example: "internal_error",
            ..Key::OPTIONAL
        },
        Key {
            name: "language",
            kind: LANGUAGE,
            doc: "The language of the catalog's own texts, as a BCP 47 tag.",
            example: "en",
            ..Key::OPTIONAL
        },
        Key {
            name: "initialisms",
            kind: Kind::List(&INITIALISM),
            doc: "Words of the API that names write in capitals, such as the `CVM` of `CVMNotFound` in Go.",
            notes: "The usual ones, such as `API` and `ID`, need no entry. Plurals such as `CVMs` follow from the singular.",
            example: "[CVM, KMS]",
            ..Key::OPTIONAL
        },
        Key {
            name: "families",
            kind: Kind::TEXTS,
            doc: "The families in the order of publication: the names of their files, without `.yaml`.",
            notes: "Every family file beside `catalog.yaml` must be listed, and every listed one must exist. Without this key, the families come in the order of their names. A catalog of one file has no families to list. A path such as `../common/auth` names a family that several catalogs may share. It is relative to the folder of the catalog and stays in the project; the id of the family is the name of the file.",
            example: "[orders, payments]",
            ..Key::OPTIONAL
        },
        Key {
            name: "facts",
            kind: FACTS,
            doc: "Facts that the errors of the catalog have beside the usual ones, each with its type.",
            notes: "A declared fact is a key of every error and of `defaults`, and a method in Rust.",
            example: "\n  severity: { values: [warning, error], default: error, error: [error] }\n  sqlstate: { type: string, pattern: \"[0-9A-Z]{5}\", lookup: many }\n  throttling: bool",
            ..Key::OPTIONAL
        },
        Key {
            name: "defaults",
            kind: Kind::Map(&DEFAULTS),
            doc: "Values that every error inherits unless it has its own.",
            notes: "The order is: the error, its parents, the `defaults` of its family, the `defaults` of the catalog.",
            example: "{ retry: never }",
            ..Key::OPTIONAL
        },
        Key {
            name: "tags",
            kind: Kind::Named { names: Names::Tag, value: &Kind::Text },
            doc: "The tags that errors may have, each with its meaning.",
            notes: "A tag of an error that is not listed here is `undeclared-tag`.",
            example: "{ money: The request moves money. }",
            ..Key::OPTIONAL
        },
        Key {
            name: "derive",
            kind: Kind::List(&Kind::Map(&DERIVE)),
            doc: "Rules that give a description to errors without one, from the words of their code.",
            notes: "The first rule whose pattern matches wins. An error's own `description` wins over all rules.",
            example: "\n  - { match: \"*_not_found\", description: \"{A words} with this id does not exist.\" }",
            ..Key::OPTIONAL
        },
        Key {
            name: "classes",
            kind: Kind::List(&Kind::Map(&CLASS)),
            doc: "The exception classes of an SDK, as rules that sort responses into them.",
            notes: "The first class whose `when` fits a response wins, so the special ones come first. A class without `when` is only a parent. A class that an earlier one always wins over is `unreachable-class`.",
            example: "\n  - { name: AuthError, parent: ApiError, when: { status: [401, 403] } }\n  - { name: ApiError, when: any }",
            ..Key::OPTIONAL
        },
        Key {
            name: "envelope",
            kind: Kind::Map(&ENVELOPE),
            doc: "Which member of a response body holds the code, the message, the details and so on.",
            notes: "Clients read by it and servers write by it. Without an envelope, the generated code knows only problem details (RFC 9457).",
            example: "\n  code: error_code\n  message: [message, detail]\n  request_id: \"header:x-request-id\"",
            ..Key::OPTIONAL
        },
        RESERVED,
        Key {
            doc: "Lint rules that do not apply to the catalog, each with the reason.",
            notes: "Where an error or its family allows the rule itself, that counts. An entry that silences nothing is `unused-allow`. Rules about mistakes that leave nothing sound to generate cannot be allowed.",
            example: "{ missing-text: The texts are in the handbook. }",
            ..ALLOW
        },
    ],
};

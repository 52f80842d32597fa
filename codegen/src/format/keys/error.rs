//! The keys of an error, and of the defaults that errors inherit.

use super::forms::{REASON, STATUS};
use super::params::{PARAMS, PARAMS_OF_MESSAGE};
use super::{Key, Kind, LINK, Map, NAMES, NOTICE, Names, Others};
use crate::format::vocabulary::{Retry, Visibility};

/// The keys that an error inherits from `defaults`.
const INHERITED: Key = Key { inherited: true, ..Key::OPTIONAL };

const HTTP_STATUS: Key = Key {
    name: "status",
    kind: STATUS,
    doc: "The HTTP status of the response, from 100 to 599.",
    notes: "A status without a registered meaning is `unregistered-status`. With `status: none` in the catalog, no error may have one.",
    example: "404",
    ..INHERITED
};

/// The retry advice.
pub(super) const RETRY: Key = Key {
    name: "retry",
    kind: Kind::word::<Retry>(),
    doc: "What a client may do after the error.",
    notes: "`never`: the same request fails again. `immediately`: it may succeed at once. `backoff`: it may succeed after a growing pause. `retry-after`: the response says when. Without it, nothing is known.",
    example: "backoff",
    ..INHERITED
};

const CLASS: Key = Key {
    name: "class",
    doc: "The SDK class of the error, whatever the rules of `classes` say.",
    notes: "It must be a class of the catalog.",
    example: "ApiError",
    ..INHERITED
};

const TAGS: Key = Key {
    name: "tags",
    kind: Kind::TEXTS,
    doc: "Tags, for programs and documentation.",
    notes: "The tags are declared under `tags` in the catalog. An error's own list replaces the inherited one; `[]` takes it away.",
    example: "[money]",
    ..INHERITED
};

/// The keys of `defaults`.
pub static DEFAULTS: Map = Map {
    name: "defaults",
    place: "`defaults`",
    doc: "Values that errors inherit, from their family first, then from their catalog.",
    others: Others::Facts,
    keys: &[HTTP_STATUS, RETRY, CLASS, TAGS],
};

/// Lists the keys of an error, and more. The lists refer to each other, so they cannot be computed.
macro_rules! keys {
    ($($more:expr)?) => {
        &[
            Key {
                name: "name",
                doc: "The published symbolic name, exactly as the API publishes it.",
                notes: "Two codes may have one name, and a typo that was published stays. The Rust variant is made from it, without what `strip` names.",
                example: "CartEmptyError",
                ..Key::OPTIONAL
            },
            Key {
                name: "ident",
                doc: "The Rust variant, in UpperCamelCase, if the usual one does not work.",
                notes: "The usual one is made from `name`, else from the code. Write it where that collides with another, is a word of Rust, or reads badly.",
                example: "CartEmpty",
                ..Key::OPTIONAL
            },
            Key {
                name: "formerly",
                kind: Kind::TEXT_OR_TEXTS,
                doc: "A published name that the error had before, or a list of them, in order of time.",
                notes: "It says that this is still the same error. No other error may have the name now.",
                example: "CartIsEmptyError",
                ..Key::OPTIONAL
            },
            Key {
                name: "names",
                kind: Kind::Map(&NAMES),
                doc: "Published names in other languages, where they differ.",
                notes: "`constant` is the name of the Rust constant. The other keys are kept and exported. A value is a name, or a list of names with the usual one first.",
                example: "{ constant: CART_IS_EMPTY }",
                ..Key::OPTIONAL
            },
            Key {
                name: "message",
                doc: "The short text for the API's user.",
                notes: "Absent is not the same as empty, and nothing is invented. Braces are plain text unless the error has `params`; then `{name}` stands for a parameter and `{{` for a brace. Put a text in quotes that has `: ` or ` #` in it, or that begins with a sign such as `{`.",
                example: "The cart is empty.",
                ..Key::OPTIONAL
            },
            Key {
                name: "description",
                doc: "A longer text for documentation.",
                notes: "Without it, the first matching rule of `derive` gives one.",
                example: "An order needs at least one item.",
                ..Key::OPTIONAL
            },
            Key {
                name: "dynamic",
                kind: Kind::Bool,
                default: "false",
                doc: "Whether the server writes the message, so that `message` is only its known beginning.",
                example: "true",
                ..Key::OPTIONAL
            },
            Key {
                name: "params",
                kind: PARAMS_OF_MESSAGE,
                doc: "The typed parameters of the message: a map from name to type.",
                notes: "The name is that in the message and in every response. With `params`, even empty ones, every `{name}` of the message must be declared, and a brace of the text is doubled. A parameter that the message does not use is `unused-param`. Where marks have no names, as in `%s`, a list names and types them in order: `[table, { name: wait, type: u32 }]`.",
                example: "{ limit: u32 }",
                ..Key::OPTIONAL
            },
            Key {
                name: "details",
                kind: PARAMS,
                doc: "Typed values that travel beside the message: a map from name to type.",
                notes: "Same form as `params`. The message cannot name them.",
                example: "{ cart_id: { type: string, description: The cart that was meant. } }",
                ..Key::OPTIONAL
            },
            HTTP_STATUS,
            RETRY,
            CLASS,
            TAGS,
            Key {
                name: "exit",
                kind: Kind::Integer { least: 0, most: 255 },
                doc: "The exit status of a command-line client that ends because of the error.",
                example: "3",
                ..Key::OPTIONAL
            },
            Key {
                name: "help",
                kind: Kind::TEXT_OR_TEXTS,
                doc: "What the user can do about it: a sentence, or a list of them.",
                example: "Put something in the cart.",
                ..Key::OPTIONAL
            },
            Key {
                name: "links",
                kind: Kind::List(&Kind::Map(&LINK)),
                doc: "Pages that help.",
                example: "[{ label: Carts, url: \"https://example.com/docs/carts\" }]",
                ..Key::OPTIONAL
            },
            Key {
                name: "parent",
                kind: Kind::Code,
                doc: "The code of the more general error that this one refines.",
                notes: "A program that knows only the parent can treat the error like it: `is_a` of the generated code follows parents. The error inherits status, retry advice, class and tags from its parent before the `defaults`.",
                example: "card_declined",
                ..Key::OPTIONAL
            },
            Key {
                name: "sub",
                kind: Kind::OneOf(&[Kind::Nothing, Kind::Named { names: Names::Code, value: &ENTRY }]),
                doc: "The errors that refine this one: a map from the last part of their code to nothing, a message, or the keys of an error.",
                notes: "The code of an entry is the code of this error, then `code.separator` of the catalog, then the key. Everywhere else, codes are written out. The entries have this error as their `parent`, and come directly after it in the order of publication.",
                example: "\n  stolen_card: The card was reported as stolen.\n  lost_card: { message: The card was lost., retry: never }",
                ..Key::OPTIONAL
            },
            Key {
                name: "mask",
                kind: Kind::Code,
                doc: "The code that outsiders get instead, to hide that a thing exists.",
                notes: "Status, message and parameters must be those of the other error, and the other error must not be masked itself: a difference would give away what the mask hides.",
                example: "cart_not_found",
                ..Key::OPTIONAL
            },
            Key {
                name: "visibility",
                kind: Kind::word::<Visibility>(),
                default: "public",
                doc: "Who may learn that the error exists.",
                notes: "`internal` errors are for the people who run the API. Translations may leave them out.",
                example: "internal",
                ..Key::OPTIONAL
            },
            Key {
                name: "since",
                doc: "The version of the catalog that brought the error.",
                example: "1.2.0",
                ..Key::OPTIONAL
            },
            Key {
                name: "deprecated",
                kind: Kind::Map(&NOTICE),
                doc: "The error is on its way out.",
                example: "{ since: 2.0.0, use: cart_limit }",
                ..Key::OPTIONAL
            },
            Key {
                name: "retired",
                kind: Kind::Map(&NOTICE),
                doc: "The API no longer answers with the error.",
                notes: "The entry stays for ever: clients still understand the code, and no other error may take it.",
                example: "{ since: 3.0.0 }",
                ..Key::OPTIONAL
            },
            Key {
                name: "aliases",
                kind: Kind::List(&Kind::Code),
                doc: "Other spellings that mean this error. They are understood and never sent.",
                example: "[CART_EMPTY, emptyCart]",
                ..Key::OPTIONAL
            },
            ALLOW,
            $($more,)?
        ]
    };
}

/// The keys of an error.
pub static ERROR: Map = Map {
    name: "error",
    place: "an error",
    doc: "One error: what stands under its code. Nothing at all is an error whose texts are derived or absent; a text alone is its message.",
    others: Others::Facts,
    keys: keys!(Key {
        name: "variants",
        kind: Kind::ListOfSome(&Kind::Map(&VARIANT)),
        doc: "Several errors that share the code.",
        notes: "The keys beside `variants` hold for all of them. Each one needs a `name` or an `ident`. A code alone means the first one; clients tell them apart by status and message.",
        example: "\n  - { name: CartEmpty, message: The cart is empty. }\n  - { name: CartGone, message: The cart is gone., status: 410 }",
        ..Key::OPTIONAL
    }),
};

/// The keys of one of several errors under a code.
pub static VARIANT: Map = Map {
    name: "variant",
    place: "a variant",
    doc: "One of several errors with one code. It has the keys of an error and needs a `name` or an `ident`.",
    others: Others::Facts,
    keys: keys!(),
};

/// What stands under a code. A static, because it contains itself.
pub(super) static ENTRY: Kind = Kind::OneOf(&[Kind::Nothing, Kind::Text, Kind::Map(&ERROR)]);

/// Lint rules that do not apply, each with a reason.
pub(super) const ALLOW: Key = Key {
    name: "allow",
    kind: Kind::Named { names: Names::Rule, value: &REASON },
    doc: "Lint rules that do not apply to this error, each with the reason.",
    notes: "A reason is required. An entry that silences nothing is `unused-allow`. Rules about mistakes that leave nothing sound to generate cannot be allowed.",
    example: "{ missing-text: The text depends on the plan. }",
    ..Key::OPTIONAL
};

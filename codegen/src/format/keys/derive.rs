//! The keys of a `derive` rule.

use super::{Key, Map, Others};

/// The keys of a `derive` rule.
pub static DERIVE: Map = Map {
    name: "derive",
    place: "a `derive` rule",
    doc: "A rule that gives a description to the errors whose code it matches.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "match",
            doc: "The codes that the rule is for: a text in which one `*` stands for any characters.",
            notes: "Capital and small letters are the same. Put it in quotes: a text that begins with `*` is an alias in YAML.",
            example: "\"*_not_found\"",
            ..Key::REQUIRED
        },
        Key {
            name: "description",
            doc: "The description, with `{words}` for what `*` matched.",
            notes: "`{words}` has blanks for `_` and `-`; `{Words}` begins with a capital letter; `{a words}` and `{A words}` have `a` or `an` before it. A brace of the text itself is doubled.",
            example: "The {words} does not exist.",
            ..Key::REQUIRED
        },
    ],
};

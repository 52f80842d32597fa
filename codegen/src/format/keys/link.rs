//! The keys of a link.

use super::forms::ADDRESS;
use super::{Key, Map, Others};

/// The keys of a link.
pub static LINK: Map = Map {
    name: "link",
    place: "a link",
    doc: "A page that helps with an error.",
    others: Others::Extensions,
    keys: &[
        Key { name: "label", doc: "The text of the link.", example: "Documentation", ..Key::REQUIRED },
        Key {
            name: "url",
            kind: ADDRESS,
            doc: "The address: `https://…`, `http://…` or `mailto:…`.",
            example: "https://example.com/docs",
            ..Key::REQUIRED
        },
    ],
};

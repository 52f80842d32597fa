//! The output `json`: all catalogs in one JSON file, for programs that read catalogs without
//! errcat.
//!
//! ```json
//! {"v":1,"catalogs":[
//! {"catalog":"shop","title":"Shop API","description":null,"homepage":null,"version":"1.0.0","docs":null,
//! "code":{"type":"string","pattern":null,"separator":null},"unique":"catalog","status":"optional","tags":{},"classes":[],"envelope":{},
//! "families":[
//! {"family":"shop","title":"Shop API","description":null,"transport":"json"}
//! ],"locales":[
//! ],"errors":[
//! {"catalog":"shop","family":"shop","family_title":"Shop API","code":"cart_full","ident":"CartFull",…}
//! ,{"catalog":"shop",…}
//! ]}
//! ]}
//! ```
//!
//! `v` is the version of the format. New keys do not change the version, but removed or changed
//! keys do. Absent values are `null`. An element of `errors` is a line of `errcat print catalog
//! --format jsonl`.
//!
//! There is one line per error and per family, commas are at the start of lines, and a blank line
//! separates the errors of two families. Adding an error at the end of a family therefore adds one
//! line, and git merges branches that add errors to two families.

use errcat_build::unstable::emit::{Output, Settings, json};
use errcat_build::unstable::format::keys::{Key, Map, OUTPUT_CATALOGS, OUTPUT_VISIBILITY, Others, PATH};
use errcat_build::unstable::format::vocabulary::Term;
use errcat_build::unstable::model::{Catalog, Model};
use errcat_build::unstable::text::quote::double_quoted;
use errcat_build::unstable::tree::Tree;

/// The start of the file, which includes the version of the format.
const BEGINNING: &str = "{\"v\":1,\"catalogs\":[";

/// The output `json`.
#[derive(Clone, Copy, Debug)]
pub struct Json;

static KEYS: Map = Map {
    name: "json",
    place: "`json`",
    doc: "The catalogs as one JSON file, for programs that read them without errcat.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "path",
            kind: PATH,
            doc: "The file to write, relative to the project.",
            example: "generated/catalog.json",
            ..Key::REQUIRED
        },
        OUTPUT_CATALOGS,
        OUTPUT_VISIBILITY,
    ],
};

impl Output for Json {
    fn keys(&self) -> &'static Map {
        &KEYS
    }

    fn is_file(&self) -> bool {
        true
    }

    fn emit(&self, model: &Model, settings: &Settings) -> Tree {
        let mut tree = Tree::default();
        tree.insert(settings.file_name(), document(model));
        tree.set_root(settings.file_name());
        tree
    }

    fn mark(&self) -> &'static str {
        BEGINNING
    }
}

/// Returns the text of the file.
#[must_use]
pub fn document(model: &Model) -> String {
    let mut text = BEGINNING.to_owned();
    push_lines(&mut text, model.catalogs.iter().map(catalog));
    text.push_str("]}\n");
    text
}

/// The keys of a catalog as a whole: those that programs need, but not those about its style.
const HEAD: [&str; 12] = [
    "catalog",
    "title",
    "description",
    "homepage",
    "version",
    "docs",
    "code",
    "unique",
    "status",
    "tags",
    "classes",
    "envelope",
];

fn catalog(catalog: &Catalog) -> String {
    let facts = json::head(catalog);
    let mut text = String::from("{");
    for key in HEAD {
        push_member(&mut text, key, &json::text(&facts[key]));
    }
    text.push_str(",\n\"families\":[");
    let families = catalog.families.iter().map(|family| {
        let mut text = String::from("{");
        push_member(&mut text, "family", &double_quoted(&family.id));
        push_member(&mut text, "title", &double_quoted(&family.title));
        let description = family.description.as_deref().map_or_else(|| "null".to_owned(), double_quoted);
        push_member(&mut text, "description", &description);
        push_member(&mut text, "transport", &double_quoted(family.transport.as_str()));
        text + "}"
    });
    push_lines(&mut text, families);
    text.push_str("],\"locales\":[");
    push_lines(&mut text, json::locales(catalog).iter().map(json::text));
    text.push_str("],\"errors\":[");
    // A blank line between families keeps apart what git would merge: an added code renumbers the
    // rest of its family.
    let lines = catalog.errors.iter().enumerate().map(|(at, error)| {
        let line = json::line(catalog, error);
        let is_last = catalog.errors.get(at + 1).is_some_and(|next| next.family != error.family);
        if is_last { line + "\n" } else { line }
    });
    push_lines(&mut text, lines);
    text + "]}"
}

/// Appends `"key":json` to an object.
fn push_member(object: &mut String, key: &str, json: &str) {
    if !object.ends_with('{') {
        object.push(',');
    }
    object.push_str(&double_quoted(key));
    object.push(':');
    object.push_str(json);
}

/// Appends the elements of a list, one per line, and ends at the start of a line.
fn push_lines(text: &mut String, elements: impl Iterator<Item = String>) {
    for (at, element) in elements.enumerate() {
        text.push_str(if at == 0 { "\n" } else { "\n," });
        text.push_str(&element);
    }
    text.push('\n');
}

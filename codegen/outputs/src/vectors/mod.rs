//! The output `vectors`: responses of every API and what a client makes of them, as test vectors
//! for clients in any language.
//!
//! ```json
//! [
//! {"catalog":"shop","name":"cart_empty","status":409,"headers":{"content-type":"application/json"},"body":"{\"code\":…}","expect":{"code":"cart_empty","known":true,"class":null,"retry":"never","message":"The cart is empty.","help":[],"request_id":null}}
//! ,{"catalog":"shop",…}
//! ]
//! ```

mod cases;
mod expect;
mod paths;

use errcat_build::unstable::emit::{Output, Settings};
use errcat_build::unstable::format::keys::{Key, Map, OUTPUT_CATALOGS, OUTPUT_VISIBILITY, Others, PATH};
use errcat_build::unstable::model::Model;
use errcat_build::unstable::text::quote::double_quoted;
use errcat_build::unstable::tree::Tree;

use self::cases::Vector;

/// The start of a file with at least one vector.
const BEGINNING: &str = "[\n{\"catalog\":\"";

/// The whole file without vectors.
const EMPTY: &str = "[\n]\n";

/// The output `vectors`.
#[derive(Clone, Copy, Debug)]
pub struct Vectors;

static KEYS: Map = Map {
    name: "vectors",
    place: "`vectors`",
    doc: "Responses of every API, and what a client makes of them, as test vectors for clients in any language.",
    others: Others::Extensions,
    keys: &[
        Key {
            name: "path",
            kind: PATH,
            doc: "The file to write, relative to the project.",
            example: "clients/vectors.json",
            ..Key::REQUIRED
        },
        OUTPUT_CATALOGS,
        OUTPUT_VISIBILITY,
    ],
};

impl Output for Vectors {
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

    fn is_own(&self, text: &str) -> bool {
        text.starts_with(BEGINNING) || text == EMPTY
    }
}

fn document(model: &Model) -> String {
    let vectors = model.catalogs.iter().flat_map(|catalog| {
        cases::all(catalog).into_iter().map(|vector| line(&catalog.id, &vector)).collect::<Vec<_>>()
    });
    let lines = vectors.collect::<Vec<_>>().join("\n,");
    if lines.is_empty() { EMPTY.to_owned() } else { format!("[\n{lines}\n]\n") }
}

fn line(catalog: &str, vector: &Vector) -> String {
    let Vector { name, response, expect } = vector;
    let headers: Vec<String> = response
        .headers
        .iter()
        .map(|(name, value)| format!("{}:{}", double_quoted(name), double_quoted(value)))
        .collect();
    let help: Vec<String> = expect.help.iter().map(|text| double_quoted(text)).collect();
    let text = |text: &Option<String>| text.as_deref().map_or_else(|| "null".to_owned(), double_quoted);
    format!(
        "{{\"catalog\":{},\"name\":{},\"status\":{},\"headers\":{{{}}},\"body\":{},\"expect\":{{\"code\":{},\
         \"known\":{},\"class\":{},\"retry\":{},\"message\":{},\"help\":[{}],\"request_id\":{}}}}}",
        double_quoted(catalog),
        double_quoted(name),
        response.status,
        headers.join(","),
        double_quoted(&response.body),
        text(&expect.code),
        expect.known,
        text(&expect.class),
        double_quoted(expect.retry),
        text(&expect.message),
        help.join(","),
        text(&expect.request_id),
    )
}

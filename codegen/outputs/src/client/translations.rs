//! The texts of codes in other languages, as clients have them.

use std::collections::{BTreeMap, BTreeSet};

use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Error, Locale, Segment, Template, Translation};
use serde_json::{Map, Value as Json, json};

/// Returns the translated texts of each code: `message` and `description`, if there are some.
///
/// A message with parameters is a list of texts and of `{"param": NAME}`. A code of several families
/// has no texts, because a response does not say which one is meant.
pub(crate) fn translations(catalog: &Catalog, locale: &Locale) -> Vec<(String, Json)> {
    let mut seen = BTreeSet::new();
    let mut texts: Vec<(String, Json)> = locale
        .texts
        .iter()
        .filter(|text| seen.insert(text.error))
        .filter_map(|text| {
            let error = catalog.errors.get(text.error)?;
            let facts = facts(error, text);
            (!facts.is_empty()).then(|| (error.code.value.clone(), Json::Object(facts)))
        })
        .collect();
    if catalog.unique == Unique::Family {
        let mut families: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for error in &catalog.errors {
            families.entry(error.code.as_str()).or_default().insert(error.family);
        }
        texts.retain(|(code, _)| families.get(code.as_str()).is_some_and(|families| families.len() == 1));
    }
    texts
}

fn facts(error: &Error, text: &Translation) -> Map<String, Json> {
    let message = text.message.as_ref().map(|message| match (&text.template, error.dynamic) {
        (Some(template), _) => pieces(error, template),
        (None, true) => json!(format!("{}…", message.value)),
        (None, false) => json!(message.value),
    });
    let description = text.description.as_ref().map(|text| json!(text));
    let facts = [("message", message), ("description", description)];
    facts.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

/// Returns a message with parameters. One that shows none is a text.
fn pieces(error: &Error, template: &Template) -> Json {
    let params = error.params.as_deref().unwrap_or_default();
    let piece = |segment: &Segment| match segment {
        Segment::Text(text) => Some(json!(text)),
        Segment::Param(at) => params.get(*at).map(|param| json!({ "param": param.name.value })),
    };
    let pieces: Vec<Json> = template.segments.iter().filter_map(piece).collect();
    match pieces.as_slice() {
        [] => json!(""),
        [Json::String(text)] => json!(text),
        _ => Json::Array(pieces),
    }
}

//! What clients know about each code, as JSON.

use std::collections::BTreeMap;

use errcat_build::unstable::emit::json;
use errcat_build::unstable::format::vocabulary::Term;
use errcat_build::unstable::model::{Catalog, Error, Notice};
use serde_json::{Map, Value as Json, json};

/// Returns a row per error, in published order. Absent facts are left out.
pub(crate) fn rows(catalog: &Catalog) -> Vec<Json> {
    catalog.errors.iter().map(|error| row(catalog, error)).collect()
}

fn row(catalog: &Catalog, error: &Error) -> Json {
    let message = error
        .message
        .as_ref()
        .map(|message| if error.dynamic { format!("{}…", message.value) } else { message.value.clone() });
    let class = error.class.as_ref();
    let links: Vec<_> =
        error.links.iter().map(|link| json!({ "label": link.label, "url": link.url })).collect();
    let facts = [
        ("code", Some(code(catalog, error))),
        ("family", Some(json!(catalog.family_of(error).id))),
        ("name", error.name.as_ref().map(|name| json!(name.value))),
        ("status", error.status.as_ref().map(|status| json!(status.value))),
        ("message", message.map(Json::from)),
        ("description", error.description.as_ref().map(|text| json!(text))),
        ("retry", error.retry.map(|retry| json!(retry.as_str()))),
        ("class", class.map(|class| json!(class.value))),
        ("help", (!error.help.is_empty()).then(|| json!(error.help))),
        ("links", (!links.is_empty()).then(|| json!(links))),
        ("docs", catalog.docs_of(error).map(Json::from)),
        ("deprecated", error.deprecated.as_ref().map(|notice| self::notice(catalog, notice))),
        ("retired", error.retired.as_ref().map(|notice| self::notice(catalog, notice))),
    ];
    let facts = facts.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Json::Object(facts.collect())
}

/// Returns a code as the constants of a client have it.
fn code(catalog: &Catalog, error: &Error) -> Json {
    json::value(&catalog.wire_code(error))
}

fn notice(catalog: &Catalog, notice: &Notice) -> Json {
    let instead = notice.instead.and_then(|at| catalog.errors.get(at));
    let facts = [
        ("since", notice.since.as_ref().map(|since| json!(since))),
        ("use", instead.map(|error| code(catalog, error))),
        ("note", notice.note.as_ref().map(|note| json!(note))),
    ];
    facts.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect::<Map<_, _>>().into()
}

/// Returns the code of each error, in published order.
pub(crate) fn values(catalog: &Catalog) -> Vec<Json> {
    catalog.errors.iter().map(|error| code(catalog, error)).collect()
}

/// Returns the codes whose errors all say their class, with the class.
pub(crate) fn own_classes(catalog: &Catalog) -> Vec<(Json, String)> {
    let mut classes: BTreeMap<&str, Vec<Option<&str>>> = BTreeMap::new();
    for error in &catalog.errors {
        let class = error.class.as_ref().map(|class| class.as_str());
        classes.entry(&error.code).or_default().push(class);
    }
    let mut own = Vec::new();
    for error in catalog.errors.iter().filter(|error| error.variant == 0) {
        // Each code is taken once, by its first error.
        let Some(said) = classes.remove(error.code.as_str()) else { continue };
        if let (Some(Some(first)), true) = (said.first(), said.windows(2).all(|pair| pair[0] == pair[1])) {
            own.push((code(catalog, error), (*first).to_owned()));
        }
    }
    own
}

/// Returns the other spellings of codes, each with its code. A spelling with several meanings has
/// none.
pub(crate) fn aliases(catalog: &Catalog) -> Vec<(Json, Json)> {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    let mut aliases = Vec::new();
    for error in catalog.errors.iter().filter(|error| error.variant == 0) {
        let numbers = error.alias_numbers.iter().map(|number| json!(number));
        let texts = error.aliases.iter().filter(|_| error.number.is_none()).map(|alias| json!(alias.value));
        for alias in numbers.chain(texts) {
            *count.entry(alias.to_string()).or_default() += 1;
            aliases.push((alias, code(catalog, error)));
        }
    }
    aliases.retain(|(alias, _)| count.get(&alias.to_string()) == Some(&1));
    aliases
}

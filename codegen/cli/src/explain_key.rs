//! `errcat explain KEY`: describes a key of the format.

use errcat_build::unstable::format::keys::{self, ERROR, Key, MAPS, Map, VARIANT};

/// Describes the map with this name, and all keys with this name. Returns `None` if there is neither.
pub(crate) fn explain(query: &str) -> Option<String> {
    let mut maps: Vec<&'static Map> = MAPS.into_iter().chain(errcat_outputs::keys()).collect();
    // Most questions are about the keys of an error.
    maps.sort_by_key(|map| map.name != ERROR.name);
    // The keys of a variant are those of an error.
    let is_repeated = |map: &Map| map.name == VARIANT.name && !query.contains('.');
    let keys = keys::find(query, maps.iter().copied())
        .filter(|(map, _)| !is_repeated(map))
        .map(|(map, key)| about_key(map, key));
    let map = maps.iter().find(|map| map.name == query).map(|map| about_map(map));
    let texts: Vec<String> = map.into_iter().chain(keys).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

fn about_key(map: &Map, key: &Key) -> String {
    let mut text = heading(&format!("{}.{}", map.name, key.name), &format!("key of {}", map.place));
    for paragraph in [key.doc, key.notes].into_iter().filter(|paragraph| !paragraph.is_empty()) {
        text.push_str(&format!("\n  {paragraph}\n"));
    }
    text.push('\n');
    for (label, value) in facts(map, key) {
        text.push_str(&format!("  {label:<12} {value}\n"));
    }
    text.push_str("\n  Example:\n");
    for line in key.example_line().lines() {
        text.push_str(&format!("      {line}\n"));
    }
    text
}

fn facts(map: &Map, key: &Key) -> Vec<(&'static str, String)> {
    let mut facts = vec![("type", key.kind.describe())];
    facts.extend(key.kind.words().map(|words| ("words", words.join(", "))));
    facts.push(("required", if key.required { "yes" } else { "no" }.to_owned()));
    if !key.default.is_empty() {
        facts.push(("default", format!("`{}`", key.default)));
    }
    if key.inherited && map.name == ERROR.name {
        facts.push(("inherited", "from `defaults` of the family, then of the catalog".to_owned()));
    }
    for inner in key.kind.maps() {
        let names: Vec<&str> = inner.keys.iter().map(|key| key.name).collect();
        facts.push(("keys", format!("{} (`errcat explain {}`)", names.join(", "), inner.name)));
    }
    facts.push(("since", format!("format version {}", key.since)));
    facts
}

fn about_map(map: &Map) -> String {
    let mut text = heading(map.name, "map");
    text.push_str(&format!("\n  {}\n\n", map.doc));
    for key in map.keys {
        text.push_str(&format!("  {:<14} {}\n", key.name, key.doc));
    }
    let example = map.keys.first().map_or("", |key| key.name);
    text.push_str(&format!("\n  `errcat explain {}.{example}` explains one of them.\n", map.name));
    text
}

fn heading(title: &str, what: &str) -> String {
    format!("{title:<56} {what}\n")
}

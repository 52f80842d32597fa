//! The tables of a Go client about responses.

use serde_json::Value as Json;

use super::escape::{string, strings};

/// Returns a fact of the envelope and its places.
pub(super) fn slot(slot: &Json) -> String {
    let places: Vec<String> = items(&slot["places"]).map(place).collect();
    format!("{{fact: {}, places: []place{{{}}}}}", text(&slot["fact"]), places.join(", "))
}

/// Returns a place, without its type.
pub(super) fn place(place: &Json) -> String {
    let mut fields = Vec::new();
    if let Some(path) = place["path"].as_array() {
        let steps: Vec<String> = path.iter().map(step).collect();
        fields.push(format!("path: []any{{{}}}", steps.join(", ")));
    }
    for key in ["header", "parameter", "unit", "as", "after", "before"] {
        if place[key].is_string() {
            fields.push(format!("{key}: {}", text(&place[key])));
        }
    }
    for (key, side) in [("start", "before"), ("end", "after")] {
        if let Some(pieces) = place["as"][side].as_array() {
            let piece = |piece: &Json| match piece.as_str() {
                Some(text) => string(text),
                None => "\"\\x00\"".to_owned(),
            };
            let pieces: Vec<String> = pieces.iter().map(piece).collect();
            fields.push(format!("{key}: []string{{{}}}", pieces.join(", ")));
        }
    }
    format!("{{{}}}", fields.join(", "))
}

fn step(step: &Json) -> String {
    match step {
        Json::String(name) => string(name),
        Json::Object(item) => {
            let has = strings(items(&item["has"]));
            match item.get("is") {
                Some(value) => format!("item{{has: {has}, is: {}}}", text(value)),
                None => format!("item{{has: {has}, any: true}}"),
            }
        }
        other => other.to_string(),
    }
}

/// Returns a rule of a class.
pub(super) fn rule(rule: &Json) -> String {
    let mut fields = vec![format!("class: {}", text(&rule["class"]))];
    if let Some(ranges) = rule["status"].as_array() {
        let ranges: Vec<String> =
            ranges.iter().map(|range| format!("{{{}, {}}}", range[0], range[1])).collect();
        fields.push(format!("status: [][2]int{{{}}}", ranges.join(", ")));
    }
    if rule["code"].is_array() {
        fields.push(format!("code: {}", strings(items(&rule["code"]))));
    }
    format!("{{{}}}", fields.join(", "))
}

fn items(list: &Json) -> impl Iterator<Item = &Json> {
    list.as_array().into_iter().flatten()
}

/// Returns a text or a number as a text.
pub(super) fn text(value: &Json) -> String {
    match value {
        Json::String(text) => string(text),
        other => string(&other.to_string()),
    }
}

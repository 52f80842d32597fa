//! Reads the settings of a project in `errcat.yaml`.

use super::super::ast::{Output, Settings};
use super::super::report;
use super::super::yaml::{Node, NodeKind};
use super::fields::Fields;
use super::{declared, entries, value};
use crate::diag::{Findings, Levels, Rule};
use crate::format::keys::{self, Map};
use crate::format::vocabulary::{Level, Term};
use crate::source::{FileId, Sources, Span};
use crate::text::nearest::nearest;
use crate::value::Value;

/// The treatment of unknown kinds of outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// They are reported as unknown keys.
    Unknown,
    /// They are skipped, because they are for another program.
    Skipped,
}

/// Reads the settings of a project. `kinds` are the keys of the outputs other than Rust that the
/// program can write.
pub fn settings(
    sources: &Sources,
    file: FileId,
    kinds: &[&'static Map],
    others: Others,
    findings: &mut Findings,
) -> Settings {
    let mut settings = Settings::default();
    let document = super::parse(sources, file, &[&keys::CONFIG], findings);
    if let Some(mut fields) = Fields::of_file(&document, &keys::CONFIG, findings) {
        if let Some(catalogs) = fields.form("catalogs", findings) {
            settings.catalogs = catalogs.value;
        }
        settings.base_url =
            fields.form("base_url", findings).map(|url| format!("{}/", url.value.trim_end_matches('/')));
        if let Some(node) = fields.node("outputs") {
            settings.outputs = outputs(node, kinds, others, findings);
        }
        settings.levels = fields.take("rules", findings, levels).unwrap_or_default();
        fields.close(findings);
    }
    settings
}

/// Reads `rules`: a map from rules to levels.
fn levels(node: &Node, findings: &mut Findings) -> Option<Levels> {
    let mut levels = Levels::default();
    for (name, node) in entries::map(node, findings)? {
        let Some(rule) = Rule::from_code(name.value) else {
            let nearest = nearest(name.value, Rule::ALL.iter().map(|rule| rule.code()));
            findings.push(report::no_rule(name.span, name.value, nearest));
            continue;
        };
        let Some(level) = value::term::<Level>(node, findings) else { continue };
        // Levels are ordered from `deny` to `off`.
        if rule.is_final() && level.value > rule.level() {
            findings.push(report::final_rule(level.span, name.value, level.as_str(), rule.level()));
            continue;
        }
        levels.set(rule, level.value);
    }
    Some(levels)
}

/// Reads `outputs`: for each kind a map of settings, or a list of such maps.
fn outputs(node: &Node, kinds: &[&'static Map], others: Others, findings: &mut Findings) -> Vec<Output> {
    let mut outputs = Vec::new();
    let Some(mut fields) = Fields::open(node, &keys::OUTPUTS, findings) else { return outputs };
    if let Some(node) = fields.node(keys::RUST.name) {
        of_kind(&keys::RUST, node, &mut outputs, findings);
    }
    for (name, node) in fields.others(kinds) {
        if let Some(map) = kinds.iter().find(|map| map.name == name.value) {
            of_kind(map, node, &mut outputs, findings);
        }
    }
    if others == Others::Unknown {
        fields.close(findings);
    }
    report_shared_paths(&outputs, findings);
    outputs
}

fn of_kind(map: &'static Map, node: &Node, outputs: &mut Vec<Output>, findings: &mut Findings) {
    let items = match &node.kind {
        NodeKind::List(items) => items.iter().collect(),
        _ => vec![node],
    };
    for item in items {
        let Some(values) = declared::keys(item, map, findings) else { continue };
        let is_given = |key: &keys::Key| values.iter().any(|(name, _)| *name == key.name);
        if map.keys.iter().all(|key| !key.required || is_given(key)) {
            outputs.push(Output { kind: map.name, values });
        }
    }
}

/// Reports outputs that would overwrite each other.
fn report_shared_paths(outputs: &[Output], findings: &mut Findings) {
    let path = |output: &Output| {
        let (_, path) = output.values.iter().find(|(key, _)| *key == "path")?;
        let Value::Text(text) = &path.value else { return None };
        let parts: Vec<&str> = text.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
        Some((parts.join("/"), path.span))
    };
    let paths: Vec<(String, Span)> = outputs.iter().filter_map(path).collect();
    for (at, (path, span)) in paths.iter().enumerate() {
        if paths[..at].iter().any(|(other, _)| other == path) {
            let found = format!("`{path}`, which another output has");
            findings.push(report::wrong_type(*span, "another path than other outputs", &found));
        }
    }
}

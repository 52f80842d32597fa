//! `errcat.yaml`: the settings of a project.

use super::super::ast::{Output, Settings, Text};
use super::super::report;
use super::super::yaml::{self, Kind, Node};
use super::fields::{self, Fields};
use super::value;
use crate::diag::{Findings, Levels, Rule, is_final};
use crate::format::keys::{self, Map};
use crate::format::vocabulary::{Level, Term};
use crate::source::{FileId, Sources, Span, Spanned};
use crate::text::nearest::nearest;
use crate::value::Value;

/// What becomes of kinds of outputs that the reader is not told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// They are unknown keys.
    Unknown,
    /// They are for another program, and skipped unread.
    Skipped,
}

/// Reads the settings of a project.
///
/// `kinds` are the kinds of outputs that the caller can write; what it makes of others is up to it.
pub fn settings(
    sources: &Sources,
    file: FileId,
    kinds: &[&'static Map],
    others: Others,
    findings: &mut Findings,
) -> Settings {
    let mut settings = Settings::default();
    let document = yaml::parse(sources, file, findings);
    if let Some(mut fields) = super::open(&document, "`errcat.yaml`", findings) {
        if let Some(catalogs) = fields.take("catalogs", findings, inside) {
            settings.catalogs = catalogs.value;
        }
        if let Some(node) = fields.node("outputs") {
            settings.outputs = outputs(node, kinds, others, findings);
        }
        settings.levels = fields.take("rules", findings, levels).unwrap_or_default();
        fields.close(findings);
    }
    settings
}

/// `rules`: a map from a rule to what it weighs.
fn levels(node: &Node, findings: &mut Findings) -> Option<Levels> {
    let mut levels = Levels::default();
    for (name, node) in fields::map(node, findings)? {
        let Some(rule) = Rule::from_code(name.value) else {
            let nearest = nearest(name.value, Rule::ALL.iter().map(|rule| rule.code()));
            findings.push(report::no_rule(name.span, name.value, nearest));
            continue;
        };
        let Some(level) = value::term::<Level>(node, findings) else { continue };
        // The words go from the heaviest to the lightest.
        if is_final(rule) && level.value > Levels::usual(rule) {
            findings.push(report::final_rule(level.span, name.value, level.as_str(), Levels::usual(rule)));
            continue;
        }
        levels.set(rule, level.value);
    }
    Some(levels)
}

/// `outputs`: for each kind a map of settings, or a list of such maps.
fn outputs(node: &Node, kinds: &[&'static Map], others: Others, findings: &mut Findings) -> Vec<Output> {
    let mut outputs = Vec::new();
    let Some(mut fields) = Fields::open(node, "`outputs`", findings) else { return outputs };
    for map in kinds {
        match fields.node(map.name) {
            Some(Node { kind: Kind::List(items), .. }) => {
                outputs.extend(items.iter().filter_map(|item| output(map, item, findings)));
            }
            Some(node) => outputs.extend(output(map, node, findings)),
            None => {}
        }
    }
    if let Others::Unknown = others {
        fields.close(findings);
    }
    tell_shared_paths(&outputs, findings);
    outputs
}

/// The settings of one output; nothing if a required key is missing.
fn output(map: &'static Map, node: &Node, findings: &mut Findings) -> Option<Output> {
    let mut fields = Fields::open(node, map.place, findings)?;
    let mut values = Vec::new();
    let mut complete = true;
    for key in map.keys {
        let node = if key.required { fields.required(key.name, key.example) } else { fields.node(key.name) };
        let read = node.and_then(|node| Some(Spanned::new(value_of(&key.kind, node, findings)?, node.span)));
        complete &= read.is_some() || !key.required;
        values.extend(read.map(|value| (key.name, value)));
    }
    fields.close(findings);
    complete.then_some(Output { kind: map.name, values })
}

/// A value of the kind that a key of an output has.
fn value_of(kind: &keys::Kind, node: &Node, findings: &mut Findings) -> Option<Value> {
    match kind {
        keys::Kind::Bool => value::boolean(node, findings).map(|flag| Value::Bool(flag.value)),
        keys::Kind::Word { what, words } => value::word(node, what, words, findings).map(Value::from),
        keys::Kind::List(kind) => {
            let items =
                value::list(node, "a list", findings, |item, findings| value_of(kind, item, findings));
            items.map(Value::List)
        }
        kind if kind.is_path() => inside(node, findings).map(|path| Value::Text(path.value)),
        _ => value::text(node, findings).map(|text| Value::Text(text.value)),
    }
}

/// Reports outputs that would overwrite each other.
fn tell_shared_paths(outputs: &[Output], findings: &mut Findings) {
    let path = |output: &Output| {
        let (_, path) = output.values.iter().find(|(key, _)| *key == "path")?;
        let Value::Text(text) = &path.value else { return None };
        let parts: Vec<&str> = text.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
        Some((parts.join("/"), path.span))
    };
    let paths: Vec<(String, Span)> = outputs.iter().filter_map(path).collect();
    for (at, (path, span)) in paths.iter().enumerate() {
        if paths[..at].iter().any(|(other, _)| other == path) {
            let finding = report::wrong_type(
                *span,
                "a path of its own",
                &format!("`{path}`, which another output has"),
            );
            findings.push(finding);
        }
    }
}

/// A path below the project: nothing is written, or removed, anywhere else.
fn inside(node: &Node, findings: &mut Findings) -> Option<Text> {
    let path = value::text(node, findings)?;
    let outside = path.starts_with('/')
        || path.contains(['\\', ':'])
        || path.split('/').any(|part| part == "..")
        || path.split('/').all(|part| matches!(part, "" | "."));
    if outside {
        let found = format!("`{}`", path.value);
        findings.push(report::wrong_type(path.span, "a path below the project, with `/`", &found));
        return None;
    }
    Some(path)
}

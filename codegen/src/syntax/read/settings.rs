//! `errcat.yaml`: the settings of a project.

use super::super::ast::{RustSettings, Settings, Text};
use super::super::report;
use super::super::yaml::{self, Node};
use super::fields::{self, Fields};
use super::value;
use crate::diag::{Findings, Levels, Rule};
use crate::format::vocabulary::{Level, Term};
use crate::source::{FileId, Sources};
use crate::text::nearest::nearest;

/// Reads the settings of a project.
pub fn settings(sources: &Sources, file: FileId, findings: &mut Findings) -> Settings {
    let mut settings = Settings::default();
    let document = yaml::parse(sources, file, findings);
    if let Some(mut fields) = super::open(&document, "`errcat.yaml`", findings) {
        if let Some(catalogs) = fields.take("catalogs", findings, inside) {
            settings.catalogs = catalogs.value;
        }
        settings.rust = fields.take("outputs", findings, outputs);
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
        if rule.is_final() && level.value > rule.level() {
            findings.push(report::final_rule(level.span, name.value, level.as_str(), rule.level()));
            continue;
        }
        levels.set(rule, level.value);
    }
    Some(levels)
}

fn outputs(node: &Node, findings: &mut Findings) -> Option<RustSettings> {
    let mut fields = Fields::open(node, "`outputs`", findings)?;
    let rust = fields.take("rust", findings, rust);
    fields.close(findings);
    rust
}

fn rust(node: &Node, findings: &mut Findings) -> Option<RustSettings> {
    let mut fields = Fields::open(node, "`rust`", findings)?;
    let path = fields.require("path", "generated", findings, inside);
    let root = fields.take("root", findings, value::text);
    let features = fields.take("features", findings, value::boolean);
    let sources = fields.take("sources", findings, value::boolean);
    let readme = fields.take("readme", findings, inside);
    fields.close(findings);
    if let Some(name) = root.as_ref().filter(|name| !matches!(name.as_str(), "lib.rs" | "mod.rs")) {
        findings.push(report::wrong_type(name.span, "`lib.rs` or `mod.rs`", &format!("`{}`", name.value)));
    }
    Some(RustSettings {
        path: path?,
        root,
        features: features.is_some_and(|flag| flag.value),
        sources: sources.is_some_and(|flag| flag.value),
        readme,
    })
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

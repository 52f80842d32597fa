//! `errcat.yaml`: the settings of a project.

use super::super::ast::{OutputSettings, RustSettings, Settings};
use super::super::report;
use super::super::yaml::{self, Node};
use super::fields::Fields;
use super::{declared, entries, value};
use crate::diag::{Findings, Levels, Rule};
use crate::format::keys::{self, Map};
use crate::format::vocabulary::{Level, Term};
use crate::source::{FileId, Sources};
use crate::text::nearest::nearest;

/// Reads the settings of a project. `kinds` are the keys of the outputs beside Rust, under the names of the outputs; `None` skips the settings
/// of all of them unread.
pub fn settings(
    sources: &Sources,
    file: FileId,
    kinds: Option<&[&'static Map]>,
    findings: &mut Findings,
) -> Settings {
    let mut settings = Settings::default();
    let document = yaml::parse(sources, file, findings);
    if let Some(mut fields) = Fields::of_file(&document, &keys::CONFIG, findings) {
        if let Some(catalogs) = fields.form("catalogs", findings) {
            settings.catalogs = catalogs.value;
        }
        if let Some(node) = fields.node("outputs") {
            outputs(node, kinds, &mut settings, findings);
        }
        settings.levels = fields.take("rules", findings, levels).unwrap_or_default();
        fields.close(findings);
    }
    settings
}

/// `rules`: a map from a rule to what it weighs.
fn levels(node: &Node, findings: &mut Findings) -> Option<Levels> {
    let mut levels = Levels::default();
    for (name, node) in entries::map(node, findings)? {
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

fn outputs(node: &Node, kinds: Option<&[&'static Map]>, settings: &mut Settings, findings: &mut Findings) {
    let Some(mut fields) = Fields::open(node, &keys::OUTPUTS, findings) else { return };
    settings.rust = fields.take("rust", findings, rust);
    let Some(kinds) = kinds else { return };
    for (name, node) in fields.others(kinds) {
        let Some(map) = kinds.iter().find(|map| map.name == name.value) else { continue };
        let values = declared::keys(node, map, findings).unwrap_or_default();
        settings.outputs.push(OutputSettings { name: name.map(str::to_owned), values });
    }
    fields.close(findings);
}

fn rust(node: &Node, findings: &mut Findings) -> Option<RustSettings> {
    let mut fields = Fields::open(node, &keys::RUST, findings)?;
    let path = fields.form("path", findings);
    let root = fields.form("root", findings);
    let features = fields.take("features", findings, value::boolean);
    let sources = fields.take("sources", findings, value::boolean);
    let readme = fields.form("readme", findings);
    fields.close(findings);
    Some(RustSettings {
        path: path?,
        root,
        features: features.is_some_and(|flag| flag.value),
        sources: sources.is_some_and(|flag| flag.value),
        readme,
    })
}

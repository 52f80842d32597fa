//! `errcat.yaml`: the settings of a project.

use super::super::ast::{RustSettings, Settings};
use super::super::rules;
use super::super::yaml::{self, Node};
use super::fields::Fields;
use super::value;
use crate::diag::Findings;
use crate::source::{FileId, Sources};

/// Reads the settings of a project.
pub fn settings(sources: &Sources, file: FileId, findings: &mut Findings) -> Settings {
    let mut settings = Settings::default();
    let document = yaml::parse(sources, file, findings);
    if let Some(mut fields) = super::open(&document, "`errcat.yaml`", findings) {
        if let Some(catalogs) = fields.take("catalogs", findings, value::text) {
            settings.catalogs = catalogs.value;
        }
        settings.rust = fields.take("outputs", findings, outputs);
        fields.close(findings);
    }
    settings
}

fn outputs(node: &Node, findings: &mut Findings) -> Option<RustSettings> {
    let mut fields = Fields::open(node, "`outputs`", findings)?;
    let rust = fields.take("rust", findings, rust);
    fields.close(findings);
    rust
}

fn rust(node: &Node, findings: &mut Findings) -> Option<RustSettings> {
    let mut fields = Fields::open(node, "`rust`", findings)?;
    let path = fields.require("path", "generated", findings, value::text);
    let root = fields.take("root", findings, value::text);
    let features = fields.take("features", findings, value::boolean);
    let sources = fields.take("sources", findings, value::boolean);
    let readme = fields.take("readme", findings, value::text);
    fields.close(findings);
    if let Some(name) = root.as_ref().filter(|name| !is_file_name(name)) {
        findings.push(rules::wrong_type(name.span, "the name of a Rust file", &format!("`{}`", name.value)));
    }
    Some(RustSettings {
        path: path?,
        root,
        features: features.is_some_and(|flag| flag.value),
        sources: sources.is_some_and(|flag| flag.value),
        readme,
    })
}

fn is_file_name(name: &str) -> bool {
    let stem = name.strip_suffix(".rs").unwrap_or_default();
    !stem.is_empty() && stem.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

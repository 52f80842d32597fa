//! Tests of the outputs `html` and `markdown`: an HTML parser and a Markdown parser return every
//! text as it was, links never die, and public pages have nothing internal.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "../../../../tests/hostile/mod.rs"]
#[expect(dead_code, reason = "other tests write a program with these texts")]
mod hostile;
mod neighbours;
mod paths;
mod seeds;
mod texts;

use errcat_build::unstable::analyze;
use errcat_build::unstable::emit::Settings;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::value::Value;
use errcat_build::{Model, Tree};
use errcat_outputs::OUTPUTS;

/// Returns the model of catalogs in these files. They must have no mistake that prevents
/// generating.
fn model(files: &[(&str, &str)]) -> Model {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(*path, *text);
    }
    let analysis = analyze(&sources);
    assert!(
        !analysis.findings.has_errors(),
        "{:?}",
        analysis.findings.iter().next().map(|found| &found.message)
    );
    analysis.model
}

/// Returns the files of an output with these settings.
fn emit(kind: &str, model: &Model, settings: &[(&'static str, Value)]) -> Tree {
    let output = OUTPUTS.iter().find(|output| output.keys().name == kind).unwrap();
    let base = Some("https://errors.example/".to_owned());
    let tree = output.emit(model, &Settings::new(settings.to_vec()).with_base_url(base));
    for (path, text) in tree.iter() {
        assert!(output.is_own(text), "{kind}: {path} does not begin like a generated file");
        assert!(!text.contains("template error"), "{kind}: {path}: {text}");
    }
    tree
}

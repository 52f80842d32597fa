//! The errcat generator: compiles YAML catalogs of error codes to Rust.
//!
//! To compile the catalogs of a crate, use this `build.rs`:
//!
//! ```no_run
//! errcat_build::compile("catalogs");
//! ```
//!
//! Include the generated code in a module:
//!
//! ```ignore
//! mod errors {
//!     include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
//! }
//! ```
//!
//! The pipeline behind it, [`analyze`], neither reads nor writes files.

mod cargo;
pub mod diag;
pub mod diff;
pub mod emit;
pub mod format;
mod index;
pub mod ledger;
pub mod lint;
pub mod lower;
pub mod model;
mod order;
pub mod project;
pub mod source;
pub mod syntax;
pub mod text;
pub mod tree;
pub mod value;

pub use cargo::{Config, compile, regenerate};
use diag::{Findings, Levels};
use model::Model;
use source::{Sources, Span};

/// The catalog of the lint rules: what [`diag::Rule`] says about each, with a bad and a good
/// example.
pub const RULES: &str = include_str!("../rules.yaml");

/// The result of analyzing catalogs.
#[derive(Debug)]
pub struct Analysis {
    /// The model of the catalogs, which is valid if there are no errors among the findings.
    pub model: Model,
    /// All findings, sorted by file and location.
    pub findings: Findings,
}

/// Analyzes catalogs. Every stage reports all mistakes that it can find, even if earlier stages
/// found some.
#[must_use]
pub fn analyze(sources: &Sources) -> Analysis {
    analyze_with(sources, &Levels::default())
}

/// Like [`analyze`], with other levels of rules.
#[must_use]
pub fn analyze_with(sources: &Sources, levels: &Levels) -> Analysis {
    let mut findings = Findings::default();
    let layout = syntax::layout(sources);
    let lone = syntax::lone_ledgers(sources, &layout);
    findings.extend(lone.map(|file| syntax::report::lone_ledger(Span::top(file))));
    let catalogs: Vec<_> = layout.iter().map(|files| syntax::read(sources, files, &mut findings)).collect();
    let model = lower::lower(sources, &catalogs, &mut findings);
    lint::run(&model, levels, &mut findings);
    findings.sort();
    findings.retain(|finding| match levels.severity(finding.rule) {
        Some(severity) => {
            finding.severity = severity;
            true
        }
        None => false,
    });
    findings.report_limit(sources);
    Analysis { model, findings }
}

//! The generator of errcat: YAML catalogs of error codes in, Rust code out.
//!
//! For a crate's own catalogs, this is the whole `build.rs`:
//!
//! ```no_run
//! errcat_build::compile("catalogs");
//! ```
//!
//! and this the module that holds what came out of them:
//!
//! ```ignore
//! mod errors {
//!     include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
//! }
//! ```
//!
//! Everything else is the pipeline behind it, [`analyze`], which neither reads nor writes a file.

mod cargo;
pub mod diag;
pub mod diff;
pub mod emit;
pub mod format;
#[doc(hidden)]
pub mod generated;
mod index;
pub mod ledger;
pub mod lint;
pub mod lower;
pub mod mend;
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

/// The catalog of the generator's own rules, which [`diag::Rule`] is generated from: why each exists, a bad and a good example.
pub const RULES: &str = include_str!("../rules.yaml");

/// What came of a run over some catalogs.
#[derive(Debug)]
pub struct Analysis {
    /// What the catalogs mean, as far as they mean something; without errors among the findings it is sound.
    pub model: Model,
    /// Every mistake, in the order people read files.
    pub findings: Findings,
}

/// Catalogs in, meaning and findings out: each stage tells all it can know before the next one begins.
#[must_use]
pub fn analyze(sources: &Sources) -> Analysis {
    analyze_with(sources, &Levels::default())
}

/// [`analyze`] with rules that weigh otherwise than usual.
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
    syntax::offer_removals(sources, &mut findings);
    findings.report_limit(sources);
    Analysis { model, findings }
}

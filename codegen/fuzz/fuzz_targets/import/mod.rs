//! Imports any bytes as one kind of source. What is written has no mistakes of syntax, and importing
//! it again changes nothing.

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::Rule;
use errcat_build::unstable::source::Sources;
use errcat_import::{Kind, Options, Source, import, report, update, write};

pub fn run(kind: Kind, bytes: &[u8]) {
    let mut options = Options::default();
    options.from = Some(kind);
    let source = Source { path: "fuzz", bytes };
    let Ok(imported) = import(&[source], "fuzz", &options) else { return };
    let catalog = &imported.mapped.catalog;
    assert!(!report::report(&imported.mapped, "fuzz").is_empty());
    let mut sources = Sources::default();
    for (path, text) in write::files(catalog) {
        sources.add(format!("catalogs/{path}"), text);
    }
    let analysis = analyze(&sources);
    for finding in analysis.findings.iter() {
        assert!(finding.rule != Rule::Syntax, "{}", finding.message);
    }
    if analysis.findings.iter().any(|finding| finding.rule == Rule::DuplicateKey) {
        return;
    }
    if let Ok(update) = update(&sources, catalog) {
        for (old, new) in sources.ids().zip(update.sources.ids()) {
            assert_eq!(sources.text(old), update.sources.text(new), "the second import changes nothing");
        }
    }
}

//! Imports any bytes as one kind of source. What is written has no mistakes of syntax and reads back
//! with all its codes, no row is lost without a note, and importing it again changes nothing.

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::Rule;
use errcat_build::unstable::format::vocabulary::CodeType;
use errcat_build::unstable::source::Sources;
use errcat_import::{Entry, Kind, Options, Source, import, report, update, write};

pub fn run(kind: Kind, bytes: &[u8]) {
    let mut options = Options::default();
    options.from = Some(kind);
    let source = Source { path: "fuzz", bytes };
    let Ok(imported) = import(&[source], "fuzz", &options) else { return };
    let catalog = &imported.mapped.catalog;
    assert!(!report::report(&imported.mapped, "fuzz").is_empty());
    // Notes may quote texts of the source, but do not end with them.
    let notes = |end: &str| imported.mapped.notes.iter().filter(|note| note.text.ends_with(end)).count();
    if notes(", which is no code") == 0 {
        let left_out =
            notes("a row has no code and is left out") + notes("` stands twice with the same content");
        assert_eq!(catalog.len() + left_out, imported.mapped.rows, "rows without an error");
    }
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
    if let ([read], false) = (&analysis.model.catalogs[..], analysis.findings.has_errors())
        && read.code_type == CodeType::String
    {
        let found: Vec<&str> = read.errors.iter().map(|error| error.code.value.as_str()).collect();
        let mut written = Vec::new();
        let entries = catalog.families.iter().flat_map(|family| &family.entries);
        entries.for_each(|entry| codes("", entry, &mut written));
        assert_eq!(found, written, "the codes that were written");
    }
    if let Ok(update) = update(&sources, catalog) {
        for (old, new) in sources.ids().zip(update.sources.ids()) {
            assert_eq!(sources.text(old), update.sources.text(new), "the second import changes nothing");
        }
    }
}

/// Lists the codes of an error and of the errors below it.
fn codes(above: &str, entry: &Entry, all: &mut Vec<String>) {
    let code = format!("{above}{}", entry.code);
    all.extend(std::iter::repeat_n(code.clone(), entry.variants.len().max(1)));
    entry.sub.iter().for_each(|sub| codes(&format!("{code}."), sub, all));
}

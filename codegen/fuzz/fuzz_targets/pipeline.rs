//! Compiles any text as a catalog. Findings must be inside their file, and a catalog without errors
//! must become Rust that parses, JSON with the same texts, and a ledger that reads back unchanged.
#![no_main]

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::{self, Human, Severity};
use errcat_build::unstable::diff::{promises, since_release};
use errcat_build::unstable::emit::json;
use errcat_build::unstable::emit::rust::{Layout, emit};
use errcat_build::unstable::ledger::{Ledger, next};
use errcat_build::unstable::source::Sources;

libfuzzer_sys::fuzz_target!(|text: &str| {
    // A line `---` separates catalog.yaml from a family file, and that from one in another folder.
    // Without it, the text is a single-file catalog.
    let mut sources = Sources::default();
    match text.split_once("\n---\n") {
        Some((head, families)) => {
            let (family, shared) = families.split_once("\n---\n").unwrap_or((families, ""));
            sources.add("catalogs/fuzz/catalog.yaml", head);
            sources.add("catalogs/fuzz/family.yaml", family);
            if !shared.is_empty() {
                sources.add("catalogs/common/shared.yaml", shared);
            }
        }
        None => {
            sources.add("catalogs/fuzz.yaml", text);
        }
    }
    let compiled = analyze(&sources);
    for finding in &compiled.findings {
        for label in std::iter::once(&finding.primary).chain(&finding.related) {
            let text = sources.text(label.span.file);
            assert!(text.get(label.span.start as usize..label.span.end as usize).is_some(), "{label:?}");
        }
    }
    for finding in compiled.findings.iter().take(2) {
        let _ = diag::human(&sources, finding, Human::default());
        let _ = diag::json(&sources, finding);
    }
    if compiled.findings.has_errors() {
        return;
    }
    let tree = emit(&compiled.model, &Layout::File("errcat.rs".to_owned()));
    let code = tree.get("errcat.rs").expect("the file");
    syn::parse_file(code).expect("what was written is Rust");
    let lines = json::lines(&compiled.model);
    let rows = lines.lines().map(|row| serde_json::from_str(row).expect("a row is JSON"));
    let rows: Vec<serde_json::Value> = rows.collect();
    let errors: Vec<_> = compiled.model.catalogs.iter().flat_map(|catalog| &catalog.errors).collect();
    assert_eq!(rows.len(), errors.len());
    for (row, error) in rows.iter().zip(errors) {
        assert!(row["code"].as_str().is_none_or(|code| code == error.code.value));
        assert_eq!(row["message"].as_str(), error.message.as_ref().map(|message| message.value.as_str()));
    }
    let document = json::document(&compiled.model);
    let _: serde_json::Value = serde_json::from_str(&document).expect("the document is JSON");

    if text.contains("\n---\n") {
        return;
    }
    for catalog in &compiled.model.catalogs {
        let now = Ledger { version: Some("1.0.0".to_owned()), ..promises(catalog) };
        let mut sources = Sources::default();
        sources.add("catalogs/fuzz.yaml", text);
        sources.add("catalogs/fuzz.lock", next(None, &now).to_text());
        let again = analyze(&sources);
        let found = again.findings.iter().find(|finding| finding.severity() == Severity::Error);
        let found = found.map(|finding| diag::concise(&sources, finding));
        assert_eq!(found, None);
        assert_eq!(since_release(&again.model.catalogs[0]), vec![]);
    }
});

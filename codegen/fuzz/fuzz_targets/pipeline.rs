//! Compiles any text as a catalog. Findings must be inside their file, and a catalog without errors
//! must become Rust that parses.
#![no_main]

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::{self, Human};
use errcat_build::unstable::emit::json;
use errcat_build::unstable::emit::rust::{Layout, emit};
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
    let _ = json::lines(&compiled.model);
    let _ = json::document(&compiled.model);
});

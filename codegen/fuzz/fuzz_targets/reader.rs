//! Reads any bytes as a catalog. Findings must be inside the file and fit on one line.
#![no_main]

use errcat_build::unstable::diag::{self, Findings};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::syntax;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut sources = Sources::default();
    sources.add_bytes("catalogs/fuzz.yaml", bytes.to_vec());
    let mut findings = Findings::default();
    for files in syntax::catalog_files(&sources) {
        let _ = syntax::read(&sources, &files, &mut findings);
    }
    findings.sort();
    for finding in &findings {
        for label in std::iter::once(&finding.primary).chain(&finding.related) {
            let text = sources.text(label.span.file);
            assert!(text.get(label.span.start as usize..label.span.end as usize).is_some(), "{label:?}");
        }
    }
    for finding in findings.iter().take(1) {
        let line = diag::concise(&sources, finding);
        assert!(!line.contains('\n'));
    }
});

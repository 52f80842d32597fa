//! Reads any bytes as a ledger. Findings must be inside the file, and what is accepted must survive
//! a round trip.
#![no_main]

use errcat_build::unstable::source::Sources;
use errcat_build::unstable::{Analysis, analyze, diag};

const SHOP: &str =
    "errcat: 1\ntitle: T\nversion: 1.1.0\nerrors:\n  a: A\n  b: { name: B, status: 404, aliases: [c] }\n";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (sources, compiled) = read(bytes);
    for finding in &compiled.findings {
        for label in std::iter::once(&finding.primary).chain(&finding.related) {
            let text = sources.text(label.span.file);
            assert!(text.get(label.span.start as usize..label.span.end as usize).is_some(), "{label:?}");
        }
        assert!(!diag::concise(&sources, finding).contains('\n'));
    }
    if !compiled.findings.has_errors() {
        let text = text(&compiled);
        let again = read(text.as_bytes()).1;
        assert!(!again.findings.has_errors(), "{text}");
        assert_eq!(self::text(&again), text);
    }
});

fn read(ledger: &[u8]) -> (Sources, Analysis) {
    let mut sources = Sources::default();
    sources.add("catalogs/shop.yaml", SHOP);
    sources.add_bytes("catalogs/shop.lock", ledger.to_vec());
    let compiled = analyze(&sources);
    (sources, compiled)
}

fn text(compiled: &Analysis) -> String {
    let ledger = &compiled.model.catalogs[0].ledger;
    ledger.as_ref().map(errcat_build::unstable::ledger::Ledger::to_text).unwrap_or_default()
}

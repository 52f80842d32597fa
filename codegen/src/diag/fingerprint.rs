//! Fingerprints of findings, which stay the same when lines move, for tools that track findings.

use std::collections::BTreeMap;

use super::{Finding, Findings};
use crate::source::Sources;

/// Returns a unique fingerprint per finding, in order. It is computed from the rule, path and
/// message, and a counter if all of these are equal.
pub(super) fn fingerprints(sources: &Sources, findings: &Findings) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let fingerprint = |finding: &Finding| {
        let path = sources.path(finding.primary.span.file);
        let identity = format!("{}\0{path}\0{}", finding.name(), finding.message);
        let count = seen.entry(identity.clone()).or_default();
        *count += 1;
        hash(&format!("{identity}\0{count}"))
    };
    findings.iter().map(fingerprint).collect()
}

/// Returns 128 bits in hexadecimal: the FNV-1a hashes of the text and of its bytes in reverse.
fn hash(text: &str) -> String {
    fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
    }
    format!("{:016x}{:016x}", fnv(text.bytes()), fnv(text.bytes().rev()))
}

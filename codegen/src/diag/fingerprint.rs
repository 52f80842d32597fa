//! Names for findings that stay the same when lines move, for tools that follow a finding over time.

use std::collections::BTreeMap;

use super::{Finding, Findings};
use crate::source::Sources;

/// One fingerprint a finding, in order, no two of them equal: made of rule, path and message, and counted where all of these are the same.
pub(super) fn fingerprints(sources: &Sources, findings: &Findings) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let fingerprint = |finding: &Finding| {
        let path = sources.path(finding.primary.span.file);
        let identity = format!("{}\0{path}\0{}", finding.rule.code(), finding.message);
        let count = seen.entry(identity.clone()).or_default();
        *count += 1;
        hash(&format!("{identity}\0{count}"))
    };
    findings.iter().map(fingerprint).collect()
}

/// 128 bits in hexadecimal: two FNV-1a hashes, the second one over the text read backwards.
fn hash(text: &str) -> String {
    fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
    }
    format!("{:016x}{:016x}", fnv(text.bytes()), fnv(text.bytes().rev()))
}

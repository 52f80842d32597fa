//! A number that changes when a catalog does, simple enough for a build script without dependencies.

use crate::ledger::is_ledger;
use crate::source::Sources;

/// The sum, in any order, of one 64-bit FNV-1a hash a file: over its path, a zero byte, and its text. Nothing generated depends on a ledger.
pub(super) fn fingerprint(sources: &Sources) -> u64 {
    let hash = |file| {
        let bytes = sources.path(file).bytes().chain([0]).chain(sources.text(file).bytes());
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        })
    };
    sources.ids().filter(|file| !is_ledger(sources.path(*file))).map(hash).fold(0, u64::wrapping_add)
}

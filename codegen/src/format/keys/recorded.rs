//! The keys of a released code that are attributes without code of their own.

use super::{ERROR, FAMILY, Key, Map};
use crate::format::attributes::ROWS;

/// The number of these keys.
pub(super) const COUNT: usize = {
    let (mut at, mut count) = (0, 0);
    while at < ROWS.len() {
        count += ROWS[at].is_recorded() as usize;
        at += 1;
    }
    count
};

/// Returns `own`, followed by the key of each recorded attribute.
pub(super) const fn after<const N: usize>(own: &[Key]) -> [Key; N] {
    let mut keys = [Key::OPTIONAL; N];
    let mut filled = 0;
    while filled < own.len() {
        keys[filled] = own[filled];
        filled += 1;
    }
    let mut at = 0;
    while at < ROWS.len() {
        if ROWS[at].is_recorded() {
            keys[filled] = recorded(ROWS[at].key);
            filled += 1;
        }
        at += 1;
    }
    keys
}

/// Returns the key of a catalog with this name, as in a ledger.
#[expect(clippy::panic, reason = "only the compiler runs it")]
const fn recorded(name: &str) -> Key {
    let ((Some(key), _) | (None, Some(key))) = (find(&ERROR, name), find(&FAMILY, name)) else {
        panic!("a recorded attribute has no key in catalogs")
    };
    Key { inherited: false, notes: "", ..key }
}

const fn find(map: &Map, name: &str) -> Option<Key> {
    let mut at = 0;
    while at < map.keys.len() {
        if is_equal(map.keys[at].name.as_bytes(), name.as_bytes()) {
            return Some(map.keys[at]);
        }
        at += 1;
    }
    None
}

const fn is_equal(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

//! The tables of keys are complete and agree with each other.

use std::collections::BTreeSet;

use errcat_build::unstable::format::keys::{DEFAULTS, ENVELOPE, ERROR, MAPS, Map};
use errcat_build::unstable::model::Fact;

/// All maps: those of the format and those of the outputs.
fn maps() -> impl Iterator<Item = &'static Map> {
    MAPS.into_iter().chain(errcat_outputs::keys())
}

#[test]
fn every_map_and_key_has_a_name_of_its_own_and_says_what_it_is_for() {
    let mut names = BTreeSet::new();
    for map in maps() {
        assert!(names.insert(map.name), "two maps are called {}", map.name);
        assert!(map.doc.ends_with('.'), "{}", map.name);
        let mut keys = BTreeSet::new();
        for key in map.keys {
            let name = format!("{}.{}", map.name, key.name);
            assert!(keys.insert(key.name), "{name} is declared twice");
            assert!(key.doc.ends_with('.') && !key.doc.contains('\n'), "{name}: {}", key.doc);
            assert!(key.notes.is_empty() || key.notes.ends_with('.'), "{name}: {}", key.notes);
            assert!(!key.example.is_empty(), "{name} has no example");
            assert!(!key.required || key.default.is_empty(), "{name} is required and has a default");
        }
    }
}

#[test]
fn every_map_that_a_key_leads_to_is_listed() {
    let listed: BTreeSet<&str> = maps().map(|map| map.name).collect();
    let keys = maps().flat_map(|map| map.keys);
    let inner: BTreeSet<&str> = keys.flat_map(|key| key.kind.maps()).map(|map| map.name).collect();
    assert_eq!(inner.difference(&listed).collect::<Vec<_>>(), Vec::<&&str>::new());
    assert!(inner.len() > 10, "{inner:?}");
}

#[test]
fn an_error_inherits_what_defaults_can_hold() {
    let inherited = ERROR.keys.iter().filter(|key| key.inherited).map(|key| key.name);
    let defaults = DEFAULTS.keys.iter().map(|key| key.name);
    assert_eq!(inherited.collect::<Vec<_>>(), defaults.collect::<Vec<_>>());
}

/// Other keys are members that programs write and read by name.
#[test]
fn the_members_with_a_meaning_are_keys_of_an_envelope() {
    let declared: BTreeSet<&str> = ENVELOPE.keys.iter().map(|key| key.name).collect();
    let undeclared: Vec<&str> =
        Fact::NAMED.iter().map(|fact| fact.name()).filter(|name| !declared.contains(name)).collect();
    assert!(undeclared.is_empty(), "{undeclared:?}");
}

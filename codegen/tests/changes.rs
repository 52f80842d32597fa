//! Tests of the comparison of two states of a catalog.

#[path = "changes/edit.rs"]
mod edit;
#[path = "changes/edits.rs"]
mod edits;
#[path = "changes/random.rs"]
mod random;
#[path = "changes/releases.rs"]
mod releases;
#[path = "changes/table.rs"]
mod table;
#[path = "changes/tombstones.rs"]
mod tombstones;

use errcat_build::unstable::analyze;
use errcat_build::unstable::diff::{Change, changes, promises};
use errcat_build::unstable::format::vocabulary::Term;
use errcat_build::unstable::ledger::Ledger;
use errcat_build::unstable::source::Sources;

/// Returns what a single-file catalog promises, given its keys and its errors, one per line.
fn state(keys: &str, errors: &str) -> Ledger {
    let mut sources = Sources::default();
    let errors: Vec<String> = errors.lines().map(|line| format!("  {}\n", line.trim())).collect();
    sources.add(
        "shop.yaml",
        format!("errcat: 1\ntitle: Shop\nversion: 1.0.0\n{keys}errors:\n{}", errors.concat()),
    );
    let compiled = analyze(&sources);
    assert!(!compiled.findings.has_errors(), "{:#?}", compiled.findings);
    promises(&compiled.model.catalogs[0])
}

/// Formats a change as one line.
fn line(change: &Change) -> String {
    let code = change.subject.as_ref().map_or("*", |(_, code)| code);
    let fact = |fact: &Option<String>| fact.clone().unwrap_or_else(|| "-".to_owned());
    format!("{} {code}: {} > {}", change.rule.as_str(), fact(&change.old), fact(&change.new))
}

fn between(old: &Ledger, new: &Ledger) -> Vec<String> {
    changes("shop", old, new).iter().map(line).collect()
}

/// Returns the changes between two lists of errors.
fn of(old: &str, new: &str) -> Vec<String> {
    between(&state("", old), &state("", new))
}

#[test]
fn every_fact_that_clients_rely_on_is_compared() {
    let cases = [
        ("", "b: B", "code-added b: - > B"),
        ("b: B", "", "code-removed b: B > -"),
        (
            "b: { name: Bee, message: B }",
            "b: { name: Beer, message: B, ident: Bee }",
            "name-changed b: Bee > Beer",
        ),
        ("b: { ident: Bee }", "b: { ident: Beer }", "name-changed b: Bee > Beer"),
        (
            "b: { names: { go: ErrB } }",
            "b: { names: { go: ErrBee } }",
            "name-changed b: go: ErrB > go: ErrBee",
        ),
        ("b: One text.", "b: One more text.", "text-changed b: One text. > One more text."),
        (
            "b: { description: One thing. }",
            "b: { description: One more thing. }",
            "text-changed b: One thing. > One more thing.",
        ),
        ("b: { status: 404 }", "b: { status: 410 }", "status-changed b: 404 > 410"),
        ("b:", "b: { status: 410 }", "status-changed b: - > 410"),
        ("b: { retry: never }", "b: { retry: backoff }", "retry-changed b: never > backoff"),
        ("b: { visibility: internal }", "b:", "visibility-changed b: internal > public"),
        ("b: { exit: 3 }", "b: { exit: 4 }", "fact-changed b: exit: 3 > exit: 4"),
        ("b:", "b: { dynamic: true }", "fact-changed b: - > dynamic: true"),
        ("b: { since: 0.9.0 }", "b:", "fact-changed b: since: 0.9.0 > -"),
        ("b: { help: Ask. }", "b: { help: [Ask., Wait.] }", "fact-changed b: help: Ask. > help: Ask., Wait."),
        (
            "b:",
            "b: { links: [{ label: L, url: 'https://example.com' }] }",
            "fact-changed b: - > links: label: L, url: https://example.com",
        ),
        ("b:", "b: { deprecated: {} }", "deprecated b: active > deprecated"),
        ("b:", "b: { retired: {} }", "retired b: active > retired"),
        ("b: { deprecated: {} }", "b: { deprecated: {}, retired: {} }", "retired b: deprecated > retired"),
        ("b:", "b: { aliases: [bee] }", "alias-added b: - > bee"),
        ("b: { aliases: [bee] }", "b:", "alias-removed b: bee > -"),
        ("b:", "b: { details: { n: u8 } }", "param-added b: - > n: \"u8\""),
        ("b: { details: { n: [u8] } }", "b:", "param-removed b: n: [\"u8\"] > -"),
        (
            "b: { details: { n: { type: u8, optional: true } } }",
            "b: { details: { n: u8 } }",
            "param-changed b: n: {\"type\":\"u8\",\"optional\":true} > n: \"u8\"",
        ),
        (
            "b: { message: \"{n}\", params: { n: { type: u8, sensitive: true } } }",
            "b: { message: \"{n}\", params: { n: u8 } }",
            "param-changed b: n: {\"type\":\"u8\",\"sensitive\":true} > n: \"u8\"",
        ),
        (
            "b: { details: { o: { type: { z: u8, \"A b\": [string] } } } }",
            "b: { details: { o: { type: { z: { type: u8, optional: true }, \"A b\": [string] } } } }",
            "param-changed b: o: {\"type\":{\"A b\":[\"string\"],\"z\":\"u8\"}} > \
             o: {\"type\":{\"A b\":[\"string\"],\"z\":{\"type\":\"u8\",\"optional\":true}}}",
        ),
        (
            "b: { details: { Retry-After: [[u8]] } }",
            "b: { details: { Retry-After: [{ a: [u8] }] } }",
            "param-changed b: Retry-After: [[\"u8\"]] > Retry-After: [{\"a\":[\"u8\"]}]",
        ),
        ("b: { name: Bee, message: B }", "c: { name: Bee, message: B }", "code-rekeyed b: b > c"),
        ("b:", "B: { ident: B, aliases: [] }", "code-rekeyed b: b > B"),
    ];
    for (old, new, expected) in cases {
        assert_eq!(of(&format!("a: A\n{old}"), &format!("a: A\n{new}")), [expected], "{old} / {new}");
        assert_eq!(of(old, old), [""; 0], "{old}");
    }
}

#[test]
fn other_facts_are_not_compared() {
    let old = "a: { message: A, params: { x: u8, y: u8 }, details: { p: u8, q: [{ r: u8, s: u8 }] }, aliases: [b, c], deprecated: {} }";
    let new = "a: { aliases: [c, b], details: { q: [{ s: u8, r: { type: u8, field: t } }], p: u8 }, params: { y: u8, x: u8 }, message: A, \
               help: [], links: [], tags: [], dynamic: false, deprecated: { note: N } }";
    let [old, new] = [old, new].map(|error| error.replace("message: A", "message: '{x}{y}'"));
    assert_eq!(of(&old, &new), [""; 0]);
    assert_eq!(of("a:\nb:", "b:\na:"), [""; 0], "another order");
}

#[test]
fn each_fact_has_a_change_of_its_own() {
    let expected = ["fact-changed b: - > exit: 4", "fact-changed b: help: Ask. > -"];
    assert_eq!(of("b: { help: Ask. }", "b: { exit: 4 }"), expected);
    assert_eq!(of("a: { deprecated: {} }", "a:"), ["fact-changed a: deprecated > active"]);
    let [old, new] = ["", "transport: log\n"].map(|keys| state(keys, "a: A"));
    assert_eq!(between(&old, &new), ["fact-changed a: - > transport: log"]);
}

#[test]
fn declared_facts_are_compared_one_by_one() {
    let keys = "facts: { severity: { values: [note, error], default: error }, number: i64, busy: bool }\n";
    let old = state(keys, "a: { message: A, number: 1, busy: true }\nb: B");
    let new = state(
        keys,
        "a: { message: A, severity: note, number: 2, busy: false }\nb: { message: B, number: -1 }",
    );
    let expected = [
        "fact-changed a: busy: true > -",
        "fact-changed a: number: 1 > number: 2",
        "fact-changed a: severity: error > severity: note",
        "fact-changed b: - > number: -1",
    ];
    assert_eq!(between(&old, &new), expected);
    assert_eq!(between(&new, &new), [""; 0]);
    let default = state(
        &keys.replace("default: error", "default: note"),
        "a: { message: A, number: 1, busy: true }\nb: B",
    );
    let expected = ["a", "b"].map(|code| format!("fact-changed {code}: severity: error > severity: note"));
    assert_eq!(between(&old, &default), expected, "also where it is inherited");
}

#[test]
fn masks_are_named_by_their_code() {
    let errors = |mask: &str| format!("a: {{ message: M }}\nb: {{ message: M }}\nc: {{ message: M{mask} }}");
    assert_eq!(of(&errors(", mask: a"), &errors("")), ["mask-changed c: a > -"]);
    assert_eq!(of(&errors(", mask: a"), &errors(", mask: b")), ["mask-changed c: a > b"]);
}

#[test]
fn the_contract_of_the_catalog_is_compared() {
    let old = state("", "1: { status: 404 }");
    let new = state("status: required\nunique: family\ncode: { type: integer }\n", "1: { status: 404 }");
    let expected = [
        "contract-changed *: status: optional > status: required",
        "contract-changed *: type: string > type: integer",
        "contract-changed *: unique: catalog > unique: family",
    ];
    assert_eq!(between(&old, &new), expected);
}

#[test]
fn new_meanings_are_told_apart_from_new_wordings() {
    let cases = [
        // Both name and texts differ.
        (
            "a: { name: CartEmpty, message: Put something in. }",
            "a: { name: PaymentFailed, message: The bank said no. }",
            "meaning-doubtful a: CartEmpty > PaymentFailed",
        ),
        // Without any text, only the name counts.
        (
            "a: { name: CartEmpty }",
            "a: { name: PaymentFailed }",
            "meaning-doubtful a: CartEmpty > PaymentFailed",
        ),
        // Either the name or a text stays.
        (
            "a: { name: CartEmpty, message: Put something in. }",
            "a: { name: CartEmpty, message: There is nothing to pay for. }",
            "text-changed a: Put something in. > There is nothing to pay for.",
        ),
        (
            "a: { name: CartEmpty, message: Put something in. }",
            "a: { name: NothingToPay, message: Put something in. }",
            "name-changed a: CartEmpty > NothingToPay",
        ),
        // A typo is corrected.
        ("a: { name: CartEmtpy }", "a: { name: CartEmpty }", "name-changed a: CartEmtpy > CartEmpty"),
    ];
    for (old, new, expected) in cases {
        assert_eq!(of(old, new)[0], expected, "{old}");
    }
}

#[test]
fn shifted_codes_have_new_meanings_even_with_similar_names() {
    let error = |code: usize, name: &str| {
        format!("E-{code}: {{ name: git{name}Failed, message: Git {name} failed. }}\n")
    };
    let numbered = |names: &[&str]| {
        names.iter().enumerate().map(|(at, name)| error(at + 1, name)).collect::<Vec<_>>().concat()
    };
    let old = numbered(&["FindTree", "FindBlob", "FindFile"]);
    let new = numbered(&["FindTree", "FindPath", "FindBlob", "FindFile"]);
    let expected = [
        "meaning-changed E-2: gitFindBlobFailed > gitFindPathFailed",
        "meaning-changed E-3: gitFindFileFailed > gitFindBlobFailed",
        "code-added E-4: - > gitFindFileFailed",
    ];
    assert_eq!(of(&old, &new), expected);
}

#[test]
fn common_texts_do_not_identify_an_error() {
    let old = "a: { name: Hidden, message: Not found. }\nb: { name: Hidden, message: Not found., ident: B }";
    let new = "a: { name: Hidden, message: Not found. }\nc: { name: Hidden, message: Not found., ident: C }";
    assert_eq!(of(old, new), ["code-removed b: Hidden > -", "code-added c: - > Hidden"]);
}

#[test]
fn case_does_not_change_the_meaning() {
    let old = "a: { name: CartEmpty, message: Put something in. }";
    let other = "A: { name: PaymentFailed, message: The bank said no. }";
    assert_eq!(of(old, other), ["code-added A: - > PaymentFailed", "code-removed a: CartEmpty > -"]);
    assert_eq!(of(old, "A: { name: CartEmpty, message: Put something in! }")[0], "code-rekeyed a: a > A");
}

#[test]
fn the_author_says_that_an_error_is_the_same() {
    let old = "a: { name: CartEmpty, message: Put something in. }";
    let new = "a: { name: PaymentFailed, message: The bank said no., formerly: CartEmpty }";
    let changes = of(old, new);
    assert_eq!(changes.len(), 2, "{changes:?}");
    assert_eq!(changes[0], "name-changed a: CartEmpty > PaymentFailed");
    let dropped = "a: { name: PaymentFailed, message: The bank said no. }";
    assert_eq!(of(new, dropped), ["name-removed a: CartEmpty > -"]);
}

#[test]
fn adding_or_removing_a_name_keeps_the_meaning() {
    let (bare, named) = ("a: Put something in.", "a: { name: CartEmpty, message: There is nothing to pay. }");
    let texts = "text-changed a: Put something in. > There is nothing to pay.";
    assert_eq!(of(bare, named), ["name-changed a: - > CartEmpty", texts]);
    assert_eq!(of(named, bare)[0], "name-changed a: CartEmpty > -");
}

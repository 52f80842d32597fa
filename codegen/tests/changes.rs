//! What counts as a change between two states of a catalog, and as which.

use errcat_codegen::compile;
use errcat_codegen::diff::{Change, changes, promises};
use errcat_codegen::ledger::{Ledger, next};
use errcat_codegen::source::Sources;
use errcat_codegen::terms::Term;

/// What a catalog of one file promises: its keys, and its errors, a line each.
fn state(keys: &str, errors: &str) -> Ledger {
    let mut sources = Sources::default();
    let errors: Vec<String> = errors.lines().map(|line| format!("  {}\n", line.trim())).collect();
    sources.add(
        "shop.yaml",
        format!("errcat: 1\ntitle: Shop\nversion: 1.0.0\n{keys}errors:\n{}", errors.concat()),
    );
    let compiled = compile(&sources);
    assert!(!compiled.findings.has_errors(), "{:#?}", compiled.findings);
    promises(&compiled.model.catalogs[0])
}

/// A change in one line.
fn told(change: &Change) -> String {
    let code = change.subject.as_ref().map_or("*", |(_, code)| code);
    let fact = |fact: &Option<String>| fact.clone().unwrap_or_else(|| "-".to_owned());
    format!("{} {code}: {} > {}", change.rule.as_str(), fact(&change.old), fact(&change.new))
}

fn between(old: &Ledger, new: &Ledger) -> Vec<String> {
    changes("shop", old, new).iter().map(told).collect()
}

/// The changes from one list of errors to another one.
fn of(old: &str, new: &str) -> Vec<String> {
    between(&state("", old), &state("", new))
}

#[test]
fn every_fact_that_clients_rely_on_has_its_change() {
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
        ("b: One text.", "b: Something else.", "text-changed b: One text. > Something else."),
        ("b: { description: One. }", "b: { description: Two. }", "text-changed b: One. > Two."),
        ("b: { status: 404 }", "b: { status: 410 }", "status-changed b: 404 > 410"),
        ("b:", "b: { status: 410 }", "status-changed b: - > 410"),
        ("b: { retry: never }", "b: { retry: backoff }", "retry-changed b: never > backoff"),
        ("b: { visibility: internal }", "b:", "visibility-changed b: internal > public"),
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
        ("b: { name: Bee, message: B }", "c: { name: Bee, message: B }", "code-rekeyed b: b > c"),
        ("b:", "B: { ident: B, aliases: [] }", "code-rekeyed b: b > B"),
    ];
    for (old, new, expected) in cases {
        assert_eq!(of(&format!("a: A\n{old}"), &format!("a: A\n{new}")), [expected], "{old} / {new}");
        assert_eq!(of(old, old), [""; 0], "{old}");
    }
}

#[test]
fn what_clients_do_not_rely_on_is_no_change() {
    let old = "a: { message: A, params: { x: u8, y: u8 }, details: { p: u8, q: u8 }, aliases: [b, c], deprecated: {} }";
    let new = "a: { aliases: [c, b], details: { q: u8, p: u8 }, params: { y: u8, x: u8 }, message: A, \
               help: Ask., links: [{ label: L, url: 'https://example.com' }], since: 0.9.0, deprecated: { note: N } }";
    let [old, new] = [old, new].map(|error| error.replace("message: A", "message: '{x}{y}'"));
    assert_eq!(of(&old, &new), [""; 0]);
    assert_eq!(of("a: { deprecated: {} }\nb:", "b:\na:"), [""; 0], "a step back, and another order");
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
fn a_code_can_move_to_another_family_but_not_become_another_one_there() {
    let state = |unique: &str, cart: &str, order: &str| {
        let mut sources = Sources::default();
        let head =
            format!("errcat: 1\ntitle: Shop\nversion: 1.0.0\nunique: {unique}\nfamilies: [cart, order]\n");
        sources.add("shop/catalog.yaml", head);
        sources.add("shop/cart.yaml", format!("title: Carts\nerrors:\n  a: A\n{cart}"));
        sources.add("shop/order.yaml", format!("title: Orders\nerrors:\n  c: C\n{order}"));
        promises(&compile(&sources).model.catalogs[0])
    };
    let (empty, full) =
        ("  b: Put something in.\n", "  b: { message: Take out what you can., status: 409 }\n");
    for unique in ["catalog", "family"] {
        let old = next(None, &state(unique, empty, ""));
        let moved = state(unique, "", empty);
        assert_eq!(between(&old, &moved), ["family-moved b: cart > order"], "{unique}");
        let after = next(Some(&old), &moved);
        assert_eq!(between(&after, &moved), [""; 0], "{unique}");

        let gone = next(Some(&old), &state(unique, "", ""));
        let expected = match unique {
            "catalog" => "code-reused b: B > B",
            // Another family may have a code of its own.
            _ => "code-added b: - > B",
        };
        assert_eq!(between(&gone, &state(unique, "", full)), [expected], "{unique}");
    }
    let old = state("family", empty, full);
    assert_eq!(between(&old, &state("family", "", full)), ["code-removed b: B > -"]);
}

#[test]
fn another_meaning_is_told_from_another_wording() {
    let cases = [
        // Name and texts are others.
        (
            "a: { name: CartEmpty, message: Put something in. }",
            "a: { name: PaymentFailed, message: The bank said no. }",
            "meaning-changed a: CartEmpty > PaymentFailed",
        ),
        // Without any text, the name is all that there is.
        (
            "a: { name: CartEmpty }",
            "a: { name: PaymentFailed }",
            "meaning-changed a: CartEmpty > PaymentFailed",
        ),
        // A name stays, or a text does.
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
        // A mistake of typing is mended.
        ("a: { name: CartEmtpy }", "a: { name: CartEmpty }", "name-changed a: CartEmtpy > CartEmpty"),
    ];
    for (old, new, expected) in cases {
        assert_eq!(of(old, new), [expected], "{old}");
    }
}

#[test]
fn an_insertion_changes_the_meaning_of_what_comes_after_it_however_alike_the_names_are() {
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
fn what_two_errors_have_in_common_tells_neither() {
    let old = "a: { name: Hidden, message: Not found. }\nb: { name: Hidden, message: Not found., ident: B }";
    let new = "a: { name: Hidden, message: Not found. }\nc: { name: Hidden, message: Not found., ident: C }";
    assert_eq!(of(old, new), ["code-removed b: Hidden > -", "code-added c: - > Hidden"]);
}

#[test]
fn what_was_removed_comes_back_only_as_what_it_was() {
    let first = next(None, &state("", "a: { name: CartEmpty, message: Put something in. }\nb: B"));
    let second = next(Some(&first), &state("", "b: B"));
    assert_eq!(between(&second, &state("", "b: B")), [""; 0], "gone is gone");
    let same = state("", "a: { name: CartEmpty, message: Put something in! }\nb: B");
    assert_eq!(between(&second, &same), ["code-added a: - > CartEmpty"]);
    let other = state("", "a: { name: CartFull, message: Take something out. }\nb: B");
    assert_eq!(between(&second, &other), ["code-reused a: CartEmpty > CartFull"]);
    let tombstone = state("", "a: { name: CartEmpty, message: Put something in., retired: {} }\nb: B");
    assert_eq!(between(&second, &tombstone), ["retired a: removed > retired"]);
    let third = next(Some(&second), &tombstone);
    assert_eq!(between(&third, &other), ["code-reused a: CartEmpty > CartFull"]);
}

#[test]
fn a_tombstone_needs_no_texts_and_holds_its_code_without_them() {
    let old = state("", "a: { name: CartEmpty, message: Put something in. }");
    let bare = state("", "a: { retired: { use: b } }\nb: { name: CartEmpty, message: Put something in. }");
    let told = between(&old, &bare);
    let expected = [
        "name-changed a: CartEmpty > -",
        "text-changed a: Put something in. > -",
        "retired a: active > retired",
        "code-added b: - > CartEmpty",
    ];
    assert_eq!(told, expected, "the same error under another code is no other meaning of the old one");
    let released = next(Some(&old), &bare);
    for again in ["a: { name: PaymentFailed }", "a: The bank said no.", "a: { name: CartEmpty, ident: A }"] {
        let again = state("", &format!("{again}\nb: {{ name: CartEmpty, message: Put something in. }}"));
        assert!(between(&released, &again)[0].starts_with("code-reused a: A > "), "nobody knows what it was");
    }
    let nothing = next(None, &state("", "a: { retired: {} }"));
    assert_eq!(between(&nothing, &state("", "a:")), ["code-added a: - > A"]);
}

#[test]
fn a_name_that_comes_or_goes_is_no_other_meaning() {
    let (bare, named) = ("a: Put something in.", "a: { name: CartEmpty, message: There is nothing to pay. }");
    let texts = "text-changed a: Put something in. > There is nothing to pay.";
    assert_eq!(of(bare, named), ["name-changed a: - > CartEmpty", texts]);
    assert_eq!(of(named, bare)[0], "name-changed a: CartEmpty > -");
}

#[test]
fn a_release_keeps_first_versions_and_what_is_gone() {
    let first = next(None, &state("", "a: A\nb: B"));
    let later = state("", "a: Another A\nc: C");
    let second = next(Some(&first), &Ledger { version: Some("1.1.0".to_owned()), ..later });
    let lines = second.to_text();
    let expected = r#"{"errcat":1,"version":"1.1.0","type":"string","unique":"catalog","status":"optional"}
{"code":"a","family":"shop","first":"1.0.0","state":"active","ident":"A","message":"Another A"}
{"code":"b","family":"shop","first":"1.0.0","state":"removed","ident":"B","message":"B"}
{"code":"c","family":"shop","first":"1.1.0","state":"active","ident":"C","message":"C"}
"#;
    assert_eq!(lines, expected);
}

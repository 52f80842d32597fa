//! Tests of consecutive releases.

use std::collections::BTreeSet;

use errcat_build::unstable::analyze;
use errcat_build::unstable::diff::{Gate, changes, promises, since_release};
use errcat_build::unstable::format::vocabulary::Term;
use errcat_build::unstable::ledger::{Ledger, next};
use errcat_build::unstable::source::Sources;

use super::{between, line, state};

/// Returns what a catalog of two families promises.
fn families(unique: &str, cart: &str, order: &str) -> Ledger {
    let mut sources = Sources::default();
    let head = format!("errcat: 1\ntitle: Shop\nversion: 1.1.0\nunique: {unique}\nfamilies: [cart, order]\n");
    sources.add("shop/catalog.yaml", head);
    sources.add("shop/cart.yaml", format!("title: Carts\nerrors:\n  a: A\n{cart}"));
    sources.add("shop/order.yaml", format!("title: Orders\nerrors:\n  c: C\n{order}"));
    promises(&analyze(&sources).model.catalogs[0])
}

/// Returns the family, first version and state of each ledger line with the code `b`.
fn lines_of_b(ledger: &Ledger) -> Vec<String> {
    let lines = ledger.promises.iter().filter(|promise| promise.code == "b");
    let first = |first: &Option<String>| first.clone().unwrap_or_default();
    lines
        .map(|line| {
            format!("{} {} {} {}", line.family, first(&line.first), line.state.as_str(), line.label())
        })
        .collect()
}

fn released(version: &str, old: Option<&Ledger>, now: Ledger) -> Ledger {
    next(old, &Ledger { version: Some(version.to_owned()), ..now })
}

#[test]
fn a_code_can_move_to_another_family_with_its_meaning() {
    let (empty, full) =
        ("  b: Put something in.\n", "  b: { message: Take out what you can., status: 409 }\n");
    for unique in ["catalog", "family"] {
        let old = released("1.0.0", None, families(unique, empty, ""));
        let moved = families(unique, "", empty);
        let is_moved: &[&str] = match unique {
            "catalog" => &["family-moved b: cart > order"],
            // The family is still there.
            _ => &["code-removed b: B > -", "code-added b: - > B"],
        };
        assert_eq!(between(&old, &moved), is_moved, "{unique}");
        let after = next(Some(&old), &moved);
        assert_eq!(between(&after, &moved), [""; 0], "{unique}");
        let expected = match unique {
            "catalog" => &["order 1.0.0 active B"][..],
            // The code is still known in the scope that it has left.
            _ => &["cart 1.0.0 removed B", "order 1.1.0 active B"],
        };
        assert_eq!(lines_of_b(&after), expected);
        let back = families(unique, empty, "");
        if unique == "catalog" {
            assert_eq!(between(&after, &back), ["family-moved b: order > cart"]);
        }
        assert!(lines_of_b(&next(Some(&after), &back)).contains(&"cart 1.0.0 active B".to_owned()));

        let gone = next(Some(&old), &families(unique, "", ""));
        let expected = match unique {
            "catalog" => &["code-reused b: B > B"][..],
            // Another family may have its own code.
            _ => &["code-added b: - > B"],
        };
        assert_eq!(between(&gone, &families(unique, "", full)), expected, "{unique}");
    }
    let old = families("family", empty, full);
    assert_eq!(between(&old, &families("family", "", full)), ["code-removed b: B > -"]);
}

#[test]
fn an_error_cannot_move_onto_a_code_with_another_meaning() {
    let (empty, full) = (
        "  b: { name: CartEmpty, message: Put something in. }\n",
        "  b: { name: VanFull, message: Wait for it. }\n",
    );
    let both = released("1.0.0", None, families("family", empty, full));
    let one = next(Some(&both), &families("family", empty, ""));
    let changes = between(&one, &families("family", "", empty));
    assert_eq!(changes, ["code-removed b: CartEmpty > -", "code-reused b: VanFull > CartEmpty"]);
}

#[test]
fn switching_to_unique_family_keeps_all_lines() {
    let (empty, full) = (
        "  b: { name: CartEmpty, message: Put something in. }\n",
        "  b: { name: VanFull, message: Wait for it. }\n",
    );
    let old = released("1.0.0", None, families("family", empty, full));
    let now = families("catalog", empty, "");
    let expected = ["contract-changed *: unique: family > unique: catalog", "code-removed b: VanFull > -"];
    assert_eq!(between(&old, &now), expected);
    let after = next(Some(&old), &now);
    assert_eq!(lines_of_b(&after), ["cart 1.0.0 active CartEmpty", "order 1.0.0 removed VanFull"]);
    assert_eq!(between(&after, &now), [""; 0]);
    // The code in use determines the meaning.
    assert_eq!(between(&after, &families("catalog", "", empty)), ["family-moved b: cart > order"]);
    let other = between(&after, &families("catalog", "", full));
    assert!(other.contains(&"meaning-doubtful b: CartEmpty > VanFull".to_owned()), "{other:?}");
}

#[test]
fn a_removed_code_comes_back_only_with_its_old_meaning() {
    let first = next(None, &state("", "a: { name: CartEmpty, message: Put something in. }\nb: B"));
    let second = next(Some(&first), &state("", "b: B"));
    assert_eq!(between(&second, &state("", "b: B")), [""; 0], "gone is gone");
    let same = state("", "a: { name: CartEmpty, message: Put something in! }\nb: B");
    let text = "text-changed a: Put something in. > Put something in!";
    assert_eq!(between(&second, &same), ["code-added a: - > CartEmpty", text]);
    let other = state("", "a: { name: CartFull, message: Take something out. }\nb: B");
    assert_eq!(between(&second, &other), ["code-reused a: CartEmpty > CartFull"]);
    let tombstone = state("", "a: { name: CartEmpty, message: Put something in., retired: {} }\nb: B");
    assert_eq!(between(&second, &tombstone), ["retired a: removed > retired"]);
    let third = next(Some(&second), &tombstone);
    assert_eq!(between(&third, &other), ["code-reused a: CartEmpty > CartFull"]);
}

#[test]
fn a_tombstone_without_texts_keeps_the_meaning() {
    let old = state("", "a: { name: CartEmpty, message: Put something in., status: 409, aliases: [empty] }");
    let home = "b: { name: CartEmpty, message: Put something in., ident: B }";
    let tombstones = [
        "a: { retired: { use: b } }",
        "a: { name: Zulu, message: Your payment was not made., ident: Z, status: 402, retired: {} }",
    ];
    for tombstone in tombstones {
        let ended = state("", &format!("{tombstone}\n{home}"));
        let changes = between(&old, &ended);
        assert!(changes[0].starts_with("name-changed a: CartEmpty > "), "its constant is gone: {changes:?}");
        assert_eq!(changes[1..], ["retired a: active > retired", "code-added b: - > CartEmpty"]);
        let mut released = next(Some(&old), &ended);
        assert_eq!(between(&released, &ended), [""; 0], "{tombstone}");
        // Neither a second tombstone nor a release without the entry changes this.
        for later in [tombstones[0], tombstones[1], "c: C"] {
            released = next(Some(&released), &state("", &format!("{later}\n{home}")));
            for again in [
                "a:",
                "a: { name: Zulu, message: Your payment was not made. }",
                "a: The bank said no.",
                "a: { name: PaymentFailed }",
            ] {
                let again = state("", &format!("{again}\n{home}"));
                let change =
                    between(&released, &again).into_iter().find(|change| change.starts_with("code-reused"));
                assert!(
                    change.is_some_and(|change| change.starts_with("code-reused a: CartEmpty > ")),
                    "{later}"
                );
            }
            let again = "a: { name: CartEmpty, message: Put something in., status: 409, aliases: [empty] }";
            let again = state("", &format!("{again}\n{home}"));
            let mut changes: Vec<String> = between(&released, &again);
            changes.retain(|change| change.contains(" a: "));
            assert_eq!(changes.remove(0), "code-added a: - > CartEmpty");
            // The name of the tombstone is gone.
            let expected: &[&str] = match later {
                "c: C" => &[],
                "a: { retired: { use: b } }" => &["name-changed a: - > CartEmpty"],
                _ => &["name-changed a: Zulu > CartEmpty"],
            };
            assert_eq!(changes, expected, "{later}");
        }
    }
    let nothing = next(None, &state("", "a: { retired: {} }"));
    assert_eq!(between(&nothing, &state("", "a:")), ["code-added a: - > A"]);
}

#[test]
fn a_hidden_error_that_comes_back_visible_is_noticed() {
    let secret = "a: { name: CartEmpty, message: Put it in., visibility: internal, mask: b }\nb: Put it in.";
    let ended = [
        "b: Put it in.",
        "a: { name: CartEmpty, message: Put it in., visibility: internal, mask: b, retired: {} }\nb: Put it in.",
    ];
    let first = next(None, &state("", secret));
    let open = state("", "a: { name: CartEmpty, message: Put it in. }\nb: Put it in.");
    for ended in ended {
        let second = next(Some(&first), &state("", ended));
        let changes = changes("shop", &second, &open);
        let by_name = changes.iter().filter(|change| change.gate == Gate::Say).map(line);
        let expected = ["mask-changed a: b > -", "visibility-changed a: internal > public"];
        assert_eq!(by_name.collect::<Vec<_>>(), expected, "{ended}");
    }
    let bare = state("", "a: { name: CartEmpty, retired: {} }\nb: Put it in.");
    let changes = between(&first, &bare);
    let expected =
        ["mask-changed a: b > -", "visibility-changed a: internal > public", "retired a: active > retired"];
    assert_eq!(changes, expected, "a tombstone can give it away as well");
}

#[test]
fn aliases_are_promised_like_codes() {
    let secret = "secret: { name: SecretThing, message: Nobody may know. }";
    let abc = "a_b: { name: AbCde, message: Learn the letters. }";
    let with_alias = "a_b: { name: AbCde, message: Learn the letters., aliases: [secret] }";
    let bare = "a_b: { aliases: [secret] }";
    let reused = ["code-reused secret: SecretThing > AbCde"];
    let given = ["code-reused secret: AbCde > SecretThing"];
    let cases: [(&[&str], &[&str]); 9] = [
        // A code becomes an alias of another error: at once, after it was retired, or after a third
        // error had it.
        (&[&[secret, abc].join("\n"), with_alias], &reused),
        (&[&[secret, abc].join("\n"), abc, with_alias], &reused),
        (&["secret:\na_b:", "secret: { retired: {} }\na_b:", bare], &["code-reused secret: Secret > AB"]),
        (
            &[
                with_alias,
                abc,
                &format!("{abc}\nx: {{ name: Xylophone, message: Tune it., aliases: [secret] }}"),
            ],
            &["code-reused secret: AbCde > Xylophone"],
        ),
        // An alias becomes the code of another error.
        (&[with_alias, &[secret, abc].join("\n")], &given),
        (&[with_alias, abc, &[secret, abc].join("\n")], &given),
        (&[with_alias, "x: X", &[secret, "x: X"].join("\n")], &given),
        (&[with_alias, &format!("{abc}\nsecret: {{ retired: {{}} }}"), &[secret, abc].join("\n")], &given),
        (&[bare, "a_b:\nsecret:"], &["code-reused secret: AB > Secret"]),
    ];
    for (states, expected) in cases {
        let (last, before) = states.split_last().unwrap();
        let mut ledger = None;
        for errors in before {
            let now = state("", errors);
            let after = next(ledger.as_ref(), &now);
            assert_eq!(between(&after, &now), [""; 0], "{states:?}");
            ledger = Some(after);
        }
        let changes = between(&ledger.unwrap(), &state("", last)).into_iter();
        let changes: Vec<String> = changes.filter(|change| change.starts_with("code-reused")).collect();
        assert_eq!(changes, expected, "{states:?}");
    }
}

#[test]
fn an_error_keeps_its_aliases_if_its_code_changes() {
    let rekeyed = [
        ("a: { message: Put something in. }", "b: { message: Put something in!, aliases: [a] }"),
        (
            "a: { message: Put something in., aliases: [b] }",
            "b: { message: Put something in!, aliases: [a] }",
        ),
        ("a:", "b: { aliases: [a] }"),
    ];
    for (old, new) in rekeyed {
        let old = next(None, &state("", old));
        let now = state("", new);
        let changes = between(&old, &now);
        assert_eq!(changes[0], "code-rekeyed a: a > b", "{changes:?}");
        assert!(!changes.iter().any(|change| change.starts_with("code-reused")), "{changes:?}");
        // An alias stays with its error even if the error is reworded.
        let after = next(Some(&old), &now);
        assert_eq!(between(&after, &now), [""; 0]);
        let reworded = state("", "b: { message: Put nothing in., aliases: [a] }");
        assert!(between(&after, &reworded).iter().all(|change| change.starts_with("text-changed")));
    }
    // It also stays after a release without the alias.
    for (with, without) in [("b: { aliases: [a] }", "b:"), ("b: { message: M, aliases: [a] }", "b: M")] {
        let pause = next(Some(&next(None, &state("", with))), &state("", without));
        assert_eq!(between(&pause, &state("", with)), ["alias-added b: - > a"]);
    }
}

#[test]
fn after_a_release_there_are_no_changes() {
    let empty = "{ name: CartEmpty, message: Put something in.";
    let errors = [
        "x: X".to_owned(),
        format!("b: {empty} }}"),
        format!("b: {empty}, aliases: [c, d] }}"),
        format!("b: {empty}, visibility: internal, retired: {{}} }}"),
        format!("c: {empty}, aliases: [b] }}"),
        format!("B: {empty} }}"),
        "b: { name: VanFull, message: Wait for it. }".to_owned(),
        "b: { name: VanFull, message: Wait for it., deprecated: {} }\nc:".to_owned(),
        "b: { retired: {}, aliases: [d] }\nc: { aliases: [e] }".to_owned(),
        "b: { status: 409 }\nd: { aliases: [c] }".to_owned(),
        format!("b: {{ retired: {{}} }}\nc: {{ retired: {{}} }}\nd: {empty} }}"),
    ];
    let mut states: Vec<Ledger> = errors.iter().map(|errors| state("", errors)).collect();
    let (put, wait) = ("  b: Put something in.\n", "  b: { name: VanFull, message: Wait for it. }\n");
    for (cart, order) in [(put, ""), ("", put), ("", wait)] {
        states.extend(["catalog", "family"].map(|unique| families(unique, cart, order)));
    }
    states.push(families("family", put, wait));
    let spellings = |ledger: &Ledger| -> BTreeSet<String> {
        let all = ledger.promises.iter().flat_map(|promise| promise.aliases.iter().chain([&promise.code]));
        all.cloned().collect()
    };
    for first in states.iter().map(|state| next(None, state)) {
        for second in states.iter().map(|state| next(Some(&first), state)) {
            for now in &states {
                let third = next(Some(&second), now);
                let story = || format!("{}{}{}", first.to_text(), second.to_text(), third.to_text());
                assert_eq!(between(&third, now), [""; 0], "{}", story());
                assert_eq!(next(Some(&third), now).to_text(), third.to_text());
                assert!(spellings(&third).is_superset(&spellings(&second)), "{}", story());
            }
        }
    }
}

#[test]
fn facts_are_read_as_they_were_written() {
    let catalog = "errcat: 1\ntitle: Shop\nversion: 1.0.0\ntransport: cli\ntags: { 'a: b': T }\n\
                   classes: [{ name: 'Cl\\as\"s', when: any }]\nerrors:\n  a:\n    message: A\n    \
                   dynamic: true\n    class: 'Cl\\as\"s'\n    help: [\"\\u2028 {}\", 'null', \"\"]\n    \
                   links: [{ label: 'L # L', url: 'https://example.com/x', x-own: [1.50, ~, true, { a: {} }] }]\n    \
                   tags: ['a: b']\n    exit: 0\n    since: 2024\n";
    let mut sources = Sources::default();
    sources.add("shop.yaml", catalog);
    let ledger = next(None, &promises(&analyze(&sources).model.catalogs[0])).to_text();
    for (key, value) in [("dynamic", "true"), ("exit", "0"), ("since", "\"2024\""), ("transport", "\"cli\"")]
    {
        assert!(ledger.contains(&format!("\"{key}\":{value}")), "{key}: {ledger}");
    }
    sources.add("shop.lock", ledger.as_str());
    let again = analyze(&sources);
    assert!(!again.findings.has_errors(), "{:#?}", again.findings);
    let catalog = &again.model.catalogs[0];
    assert_eq!(since_release(catalog), []);
    assert_eq!(next(catalog.ledger.as_ref(), &promises(catalog)).to_text(), ledger);
}

#[test]
fn a_release_keeps_first_versions_and_removed_codes() {
    let first = next(None, &state("", "a: A\nb: B"));
    let later = state("", "a: Another A\nc: C");
    let second = next(Some(&first), &Ledger { version: Some("1.1.0".to_owned()), ..later });
    let lines = second.to_text();
    let expected = r#"{"errcat":1,"version":"1.1.0","type":"string","unique":"catalog","status":"optional"}
{"code":"a","family":"shop","first":"1.0.0","at":"1.1.0","state":"active","ident":"A","message":"Another A"}
{"code":"b","family":"shop","first":"1.0.0","at":"1.1.0","state":"removed","ident":"B","message":"B"}
{"code":"c","family":"shop","first":"1.1.0","at":"1.1.0","state":"active","ident":"C","message":"C"}
"#;
    assert_eq!(lines, expected);
}

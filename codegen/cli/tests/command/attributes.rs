//! Tests that every key of an error appears in every output that should show it.

use errcat_build::unstable::analyze;
use errcat_build::unstable::diff::{changes, promises};
use errcat_build::unstable::format::attributes::{Attribute, Audience, Compared, Shown};
use errcat_build::unstable::format::keys::ERROR;
use errcat_build::unstable::format::vocabulary::Term;
use errcat_build::unstable::ledger::Ledger;
use errcat_build::unstable::source::Sources;
use serde_json::Value;

use crate::folder::Folder;

/// Every key of an error: its value, a text that an output with the value contains, and another
/// value.
const KEYS: [(&str, &str, &str, &str); 24] = [
    ("name", "PublishedName", "PublishedName", "PublishedNames"),
    ("ident", "TheIdent", "TheIdent", "OtherIdent"),
    ("formerly", "[EarlierName]", "EarlierName", "OlderName"),
    ("names", "{ go: NameInGo }", "NameInGo", "{ go: GoName }"),
    ("message", "'The message {limit}.'", "The message", "'The messages {limit}.'"),
    ("description", "A longer text.", "A longer text.", "Another longer text."),
    ("dynamic", "true", "server", "false"),
    ("params", "{ limit: u8 }", "limit", "{ limit: u16 }"),
    ("details", "{ cart_id: uuid }", "cart_id", "{ cart_id: string }"),
    ("status", "465", "465", "466"),
    ("retry", "backoff", "backoff", "never"),
    ("class", "TheClass", "TheClass", "OtherClass"),
    ("tags", "[the_tag]", "the_tag", "[]"),
    ("exit", "77", "77", "78"),
    ("help", "Do this first.", "Do this first.", "Do that first."),
    ("links", "[{ label: TheLabel, url: 'https://example.com/x' }]", "TheLabel", "[]"),
    ("parent", "other", "other", "third"),
    ("mask", "other", "other", "third"),
    ("visibility", "internal", "internal", "public"),
    ("since", "1.2.3", "1.2.3", "1.2.4"),
    ("deprecated", "{ since: 1.3.0, note: OnItsWay }", "OnItsWay", ""),
    ("retired", "{ since: 1.4.0, note: OutOfUse }", "OutOfUse", ""),
    ("aliases", "[other_spelling]", "other_spelling", "[another_spelling]"),
    (
        "allow",
        "{ unregistered-status: The page says so., mask-differs: No server writes it. }",
        "The page says so.",
        "{}",
    ),
];

/// Returns a catalog with an error that has these keys.
fn catalog<'t>(keys: impl Iterator<Item = (&'t str, &'t str)>) -> String {
    let shared = "{ message: 'The message {limit}.', status: 465, params: { limit: u8 } }";
    let head = "errcat: 1\ntitle: Shop API\nversion: 2.0.0\ntags: { the_tag: A tag. }\n\
                classes: [{ name: TheClass, when: { code: present } }, { name: OtherClass, when: any }]\n";
    let keys: Vec<String> = keys.map(|(key, value)| format!("    {key}: {value}\n")).collect();
    let keys = keys.concat();
    format!("{head}errors:\n  other: {shared}\n  third: {shared}\n  all:\n{keys}")
}

#[test]
fn every_key_of_an_error_is_an_attribute_and_here() {
    let here: Vec<&str> = KEYS.iter().map(|(key, ..)| *key).collect();
    // Errors in `sub` and `variants` are errors of their own in every output.
    let keys = ERROR.keys.iter().filter(|key| !matches!(key.name, "sub" | "variants"));
    for key in keys.clone() {
        assert!(here.contains(&key.name), "the test of all outputs lacks `{}`", key.name);
        assert!(Attribute::with_key(key.name).is_some(), "`{}` is no attribute", key.name);
    }
    assert_eq!(here.len(), keys.count());
}

#[test]
fn every_key_of_an_error_shows_in_every_output() {
    let text = catalog(KEYS.iter().map(|(key, value, ..)| (*key, *value)));
    let settings = "outputs: { rust: { path: src }, json: { path: all.json }, markdown: { path: docs }, html: { path: site } }\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", text.as_str()), ("errcat.yaml", settings)]);
    let written = folder.run(&["gen"]);
    assert_eq!(written.status, 0, "{}", written.stdout);

    let explained = folder.run(&["explain", "shop/all"]).stdout;
    let code = folder.read("src/shop.rs");
    // The docs and attributes of the variant.
    let (_, from) = code.split_once("/// `all`").expect("the docs of the code");
    let (documented, _) = from.split_once("    TheIdent,\n").expect("the variant");
    let documented = documented.replace('\\', "");
    let document: Value =
        serde_json::from_str(&folder.run(&["print", "catalog", "--format", "json"]).stdout).expect("JSON");
    let all = &document[0]["families"][0]["errors"][2];
    let json: Value = serde_json::from_str(&folder.read("all.json")).expect("JSON");
    let line = &json["catalogs"][0]["errors"][2];
    let pages = [folder.read("docs/shop/all.md").replace('\\', ""), folder.read("site/shop/all/index.html")];

    for (key, value, marker, _) in KEYS {
        let row = Attribute::with_key(key).expect("an attribute").row();
        let json_marker = if key == "dynamic" { value } else { marker };
        assert!(all[key].to_string().contains(json_marker), "`{key}` in the document: {}", all[key]);
        if row.audience < Audience::Authors {
            assert!(line[key].to_string().contains(json_marker), "`{key}` in JSON: {}", line[key]);
        }
        for page in pages.iter().filter(|_| row.audience < Audience::Authors) {
            assert!(page.contains(marker), "`{key}` on a page:\n{page}");
        }
        if row.shown != Shown::No {
            assert!(explained.contains(marker), "`{key}` in `explain`:\n{explained}");
        }
        // These have no sentence, because rustdoc shows them as the first lines or as an attribute.
        if row.documented.is_some() || matches!(key, "message" | "description" | "retired") {
            let marker = match key {
                "mask" => "Shown to outsiders as [`Other`]",
                "parent" => "Refines [`Other`]",
                _ => marker,
            };
            assert!(documented.contains(marker), "`{key}` in rustdoc:\n{documented}");
        }
    }
}

#[test]
fn a_change_of_a_key_is_the_change_that_the_table_says() {
    let base: Vec<(&str, &str)> = KEYS
        .iter()
        .map(|(key, value, ..)| (*key, *value))
        .filter(|(key, _)| !matches!(*key, "deprecated" | "retired"))
        .collect();
    let old = promised(&catalog(base.iter().copied()));
    for (key, value, _, other) in KEYS {
        let row = Attribute::with_key(key).expect("an attribute").row();
        let is_state = row.compared == Compared::AsState;
        let changed = base.iter().copied().filter(|(known, _)| *known != key);
        let new = promised(&catalog(changed.chain([(key, if is_state { value } else { other })])));
        let found: Vec<&str> =
            changes("shop", &old, &new).iter().map(|change| change.rule.as_str()).collect();
        match row.compared {
            Compared::No => assert!(found.is_empty(), "{key}: {found:?}"),
            // Its constant goes, too.
            Compared::Whole(_) if key == "formerly" => assert_eq!(found, ["name-removed", "fact-changed"]),
            Compared::Whole(rule) => assert_eq!(found, [rule.as_str()], "{key}"),
            Compared::ByItem => assert!(!found.is_empty(), "{key}"),
            Compared::AsState => assert_eq!(found, [key]),
        }
    }
}

fn promised(text: &str) -> Ledger {
    let mut sources = Sources::default();
    sources.add("catalogs/shop.yaml", text);
    promises(&analyze(&sources).model.catalogs[0])
}

//! Paths and anchors: they are unique, they stay, and they lead somewhere.

use std::collections::BTreeSet;

use errcat_build::unstable::value::Value;
use errcat_outputs::OUTPUTS;
use scraper::{Html, Selector};

use super::{emit, model};

const HEAD: &str = "errcat: 1\ntitle: Shop API\n";

/// Returns the values of an attribute in a page.
fn all(page: &str, selector: &str, attribute: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
}

#[test]
fn a_page_has_the_name_of_its_code() {
    let model = model(&[(
        "catalogs/shop.yaml",
        &format!(
            "{HEAD}errors:\n  E-1: One.\n  'a/b c': Two.\n  none: Three.\n  NONE: {{ message: Four., ident: Shouted }}\n  index: Five.\n"
        ),
    )]);
    let paths = |kind: &str, settings: &[(&'static str, Value)]| {
        let tree = emit(kind, &model, settings);
        tree.iter().map(|(path, _)| path.to_owned()).collect::<Vec<_>>()
    };
    let files = ["E-1.md", "NONE~2.md", "a~2Fb~20c.md", "index.md", "index~2.md", "none.md"];
    let files = files.map(|file| format!("shop/{file}"));
    let whole = ["index.md", "llms.txt"].map(str::to_owned);
    let expected: Vec<String> =
        whole.iter().chain(&files).cloned().chain(["summary.md".to_owned()]).collect();
    assert_eq!(paths("markdown", &[]), expected);
    let expected = ["index.md", "llms.txt", "shop/index.md", "summary.md"];
    assert_eq!(paths("markdown", &[("per_code", Value::Bool(false))]), expected);
    let pages = paths("html", &[]);
    for page in ["E-1", "NONE~2", "a~2Fb~20c", "index~2", "none"] {
        for file in [format!("shop/{page}/index.html"), format!("shop/{page}.md")] {
            assert!(pages.contains(&file), "{file} is not in {pages:?}");
        }
    }
    assert!(pages.contains(&"sitemap.xml".to_owned()));
}

/// Returns a ledger of version 1.10.0 with these lines.
fn ledger(lines: &str) -> String {
    let head = r#"{"errcat":1,"version":"1.10.0","type":"string","unique":"catalog","status":"optional"}"#;
    format!("{head}\n{lines}")
}

#[test]
fn of_codes_that_differ_by_case_the_one_that_was_released_first_keeps_its_path() {
    let catalog = format!(
        "{HEAD}version: 1.10.0\nerrors:\n  NONE: {{ message: New., ident: Shouted }}\n  none: Old.\n"
    );
    let tree = emit("markdown", &model(&[("catalogs/shop.yaml", &catalog)]), &[]);
    assert!(tree.get("shop/none~2.md").unwrap().contains("Old."), "published order without a ledger");
    let ledger = ledger(
        r#"{"code":"NONE","family":"shop","first":"1.10.0","state":"active","ident":"Shouted","message":"New."}
{"code":"none","family":"shop","first":"1.9.0","state":"active","ident":"None","message":"Old."}
"#,
    );
    let tree =
        emit("markdown", &model(&[("catalogs/shop.yaml", &catalog), ("catalogs/shop.lock", &ledger)]), &[]);
    assert!(tree.get("shop/none.md").unwrap().contains("Old."));
    assert!(tree.get("shop/NONE~2.md").unwrap().contains("New."));
}

#[test]
fn every_code_of_the_last_release_has_an_anchor() {
    let catalog = format!(
        "{HEAD}version: 1.10.0\nerrors:\n  E-1: {{ message: One., aliases: [E1] }}\n  E-2: {{ message: Two., retired: {{ since: 1.9.0 }} }}\n  E-4: {{ message: Four., visibility: internal }}\n"
    );
    let ledger = ledger(
        r#"{"code":"E-1","family":"shop","first":"1.0.0","state":"active","ident":"E1","aliases":["E1"],"message":"One."}
{"code":"E-2","family":"shop","first":"1.0.0","state":"retired","ident":"E2","message":"Two."}
{"code":"E-3","family":"shop","first":"1.0.0","state":"removed","ident":"E3","name":"Three","message":"Gone."}
{"code":"E-4","family":"shop","first":"1.0.0","state":"active","ident":"E4","visibility":"internal","message":"Four."}
{"code":"E-5","family":"shop","first":"1.0.0","state":"removed","ident":"E5","visibility":"internal","message":"Secret."}
"#,
    );
    let model = model(&[("catalogs/shop.yaml", &catalog), ("catalogs/shop.lock", &ledger)]);
    for (model, is_public) in [(model.clone(), false), (model.public(), true)] {
        let tree = emit("html", &model, &[]);
        let index = tree.get("index.html").unwrap();
        let anchors: BTreeSet<String> = all(index, "[id]", "id").into_iter().collect();
        for anchor in ["E-1", "E1", "E-2", "E-3"] {
            assert!(anchors.contains(anchor), "{anchor} is not in {anchors:?}");
        }
        assert_eq!(anchors.contains("E-4"), !is_public);
        assert!(!anchors.contains("E-5") && !index.contains("Secret."));
    }
}

#[test]
fn an_ambiguous_code_lists_its_candidates() {
    let model = model(&[
        ("catalogs/shop/catalog.yaml", &format!("{HEAD}unique: family\nfamilies: [orders, payments]\n")),
        ("catalogs/shop/orders.yaml", "title: Orders\nerrors:\n  UNKNOWN: An order.\n  FULL: Too much.\n"),
        ("catalogs/shop/payments.yaml", "title: Payments\nerrors:\n  UNKNOWN: A payment.\n"),
    ]);
    let tree = emit("html", &model, &[]);
    let index = tree.get("index.html").unwrap();
    let anchors = all(index, "article", "id");
    assert_eq!(anchors, ["UNKNOWN", "shop/orders/UNKNOWN", "FULL", "shop/payments/UNKNOWN"]);
    let page = tree.get("shop/UNKNOWN/index.html").unwrap();
    let links = all(page, "main a", "href");
    assert_eq!(links, ["../../shop/orders/UNKNOWN/index.html", "../../shop/payments/UNKNOWN/index.html"]);
    let single = tree.get("shop/orders/UNKNOWN/index.html").unwrap();
    assert_eq!(all(single, "link[rel=canonical]", "href"), ["https://errors.example/shop/orders/UNKNOWN/"]);
    assert_eq!(all(single, "link[rel=alternate]", "href"), ["../../../shop/orders/UNKNOWN.md"]);
    let page = tree.get("shop/UNKNOWN.md").unwrap();
    assert!(page.contains("[Orders](orders/UNKNOWN.md): An order."), "{page}");
    let whole = emit("markdown", &model, &[]);
    let whole = whole.get("shop/index.md").unwrap();
    for anchor in ["UNKNOWN", "orders/UNKNOWN", "FULL", "payments/UNKNOWN"] {
        assert!(whole.contains(&format!("<a id=\"{anchor}\"></a>")), "{anchor}\n{whole}");
    }
    assert!(whole.contains("[Orders](#orders/UNKNOWN), [Payments](#payments/UNKNOWN)"), "{whole}");
}

#[test]
fn what_a_catalog_says_about_its_pages_wins_over_the_base() {
    let docs = format!("{HEAD}docs: 'https://shop.example/{{code}}'\nerrors:\n  a b: Text.\n");
    let tree = emit("html", &model(&[("catalogs/shop.yaml", &docs)]), &[]);
    let page = tree.get("shop/a~20b/index.html").unwrap();
    assert_eq!(all(page, "link[rel=canonical]", "href"), ["https://shop.example/a%20b"]);
}

/// Whatever an output writes for outsiders, nothing internal is in it.
#[test]
fn no_public_output_has_a_byte_of_what_is_internal() {
    let catalog = format!(
        "{HEAD}tags: {{ staff: Only staff. }}\nreserved: {{ RESERVEDCODE: reserved reason }}\nerrors:
  plain: {{ message: Not found., status: 404, retired: {{ use: SECRETCODE }} }}
  SECRETCODE: {{ message: Secretcode, name: SecretName, help: secret help, visibility: internal, allow: {{ text-restates-code: secret reason }}, aliases: [secretalias], links: [{{ label: secret link, url: 'https://secret.example' }}] }}
  MASKEDCODE: {{ message: Not found., name: MaskedName, description: masked words, status: 404, mask: plain }}
"
    );
    let model = model(&[("catalogs/shop.yaml", &catalog)]).public();
    for output in OUTPUTS.iter().filter(|output| output.keys().name != "rust") {
        let settings = [("path", Value::Text("out/file.json".to_owned()))];
        let tree = emit(output.keys().name, &model, &settings);
        assert!(tree.iter().any(|(_, text)| text.contains("Not found.")), "{}", output.keys().name);
        for (path, text) in tree.iter() {
            let lower = format!("{path}\n{text}").to_lowercase();
            for secret in
                ["secret", "maskedcode", "maskedname", "masked words", "reserved reason", "reservedcode"]
            {
                assert!(!lower.contains(secret), "{} of {}: {secret}", path, output.keys().name);
            }
        }
    }
}

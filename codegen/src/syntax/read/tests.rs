//! Tests that the reader asks for exactly the declared keys.

use super::fields::asked;
use super::{read, settings};
use crate::diag::Findings;
use crate::format::keys::{MAPS, RUST};
use crate::source::Sources;
use crate::syntax::catalog_files;

/// A catalog that contains every map of the format.
const CATALOG: &str = r#"
errcat: 1
title: Shop
code: { pattern: ".*", type: integer, format: hex, width: 8 }
defaults: { status: 404 }
derive: [{ match: "*", description: "{words}" }]
classes: [{ name: ApiError, when: { status: 404 } }]
envelope: { code: { path: code }, is_error: { path: ok } }
facts: { severity: { values: [error] } }
families: [orders]
"#;

const FAMILY: &str = r#"
title: Orders
errors:
  b: { variants: [{ name: B }] }
  a:
    names: { go: { name: A } }
    params: { b: { type: string } }
    links: [{ label: Help, url: "https://example.com" }]
    deprecated: { since: 1.0.0 }
  b: { params: [{ name: c }] }
"#;

const LOCALE: &str = "errors: { a: { message: A } }\n";

const LEDGER: &str = r#"{"errcat":"1","version":"1.0.0","type":"string","unique":"catalog","status":"optional"}
{"classes":[{"name":"A"}]}
{"envelope":{"code":"code"}}
{"code":"a","family":"orders","first":"1.0.0","at":"1.0.0","state":"retired","ident":"A","remains":{"ident":"A"}}
{"accept":"name-changed","code":"a","family":"orders","reason":"It was new."}
"#;

const CONFIG: &str = "outputs: { rust: { path: src } }\nrules: { missing-help: warn }\n";

#[test]
fn the_reader_asks_for_exactly_the_declared_keys() {
    let mut sources = Sources::default();
    sources.add("shop/catalog.yaml", CATALOG);
    sources.add("shop/orders.yaml", FAMILY);
    sources.add("shop/locales/de.yaml", LOCALE);
    sources.add("shop/errcat.lock", LEDGER);
    sources.add("alone.yaml", "errcat: 1\ntitle: Alone\nerrors: { a: A }\n");
    let mut findings = Findings::default();
    asked::all();
    for files in catalog_files(&sources) {
        read(&sources, &files, &mut findings);
    }
    let mut config = Sources::default();
    let file = config.add("errcat.yaml", CONFIG);
    settings(&config, file, &[], super::Others::Skipped, &mut findings);
    assert!(findings.is_empty(), "{findings:?}");

    let mut asked = asked::all();
    asked.sort_unstable();
    asked.dedup();
    let keys = MAPS.iter().flat_map(|map| map.keys.iter().map(|key| (map.name, key.name)));
    let mut declared: Vec<(&str, &str)> = keys.collect();
    declared.sort_unstable();
    assert_eq!(asked, declared);
    assert!(declared.contains(&(RUST.name, "path")));
}

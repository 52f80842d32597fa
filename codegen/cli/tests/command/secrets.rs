//! Tests that internal errors, and why an error is masked, leave no byte in any public output.

use errcat_outputs::OUTPUTS;

use crate::folder::Folder;

/// Every text that outsiders must not see contains this word.
const SECRET: &str = "zqsecret";

const CATALOG: &str = "errcat: 1
title: Shop API
version: 1.0.0
language: en
families: [cart]
internal: cart_failed
allow: { number-gap: zqsecret reason of the catalog }
allow_codes: [zqsecret_internal]
reserved: { zqsecret_reserved: zqsecret reason }
";

const FAMILY: &str = "title: Carts
allow: { number-gap: zqsecret reason of the family }
reserved: { zqsecret_1..zqsecret_9: zqsecret reason }
errors:
  cart_full:
    message: The cart is full.
    status: 409
    help: [Take something out.]
    deprecated: { since: 1.0.0, use: zqsecret_internal }
  cart_failed: { message: Something failed., status: 500 }
  zqsecret_internal:
    name: ZqsecretName
    formerly: ZqsecretFormer
    names: { go: ZqsecretGo, typescript: ZqsecretTypeScript, python: ZQSECRET_PYTHON, constant: ZQSECRET_CONSTANT }
    message: The zqsecret {zqsecret_param}.
    description: A zqsecret description.
    params: { zqsecret_param: string }
    details: { zqsecret_detail: { type: string, description: A zqsecret value. } }
    status: 410
    retry: backoff
    visibility: internal
    help: [Call zqsecret.]
    links: [{ label: zqsecret, url: 'https://zqsecret.example/' }]
    aliases: [zqsecret_alias]
    deprecated: { since: zqsecret, note: zqsecret }
    x-zqsecret: zqsecret
    allow: { missing-help: zqsecret reason }
  zqsecret_masked:
    name: ZqsecretMasked
    message: The zqsecret cart is full.
    description: For zqsecret customers.
    status: 409
    mask: cart_full
    allow: { mask-differs: zqsecret reason of the mask }
  zqsecret_parent: { message: A zqsecret parent., status: 409, visibility: internal }
  cart_child: { message: A child., status: 409, parent: zqsecret_parent }
";

const GERMAN: &str = "errors:
  cart_full: Der Wagen ist voll.
  cart_failed: Etwas ging schief.
  cart_child: Ein Kind.
  zqsecret_internal: Ganz zqsecret {zqsecret_param}.
  zqsecret_masked: { message: Der Wagen ist voll., description: Nur zqsecret. }
";

/// Every kind of output, in each of its forms.
const SETTINGS: &str = "base_url: https://errors.example/
outputs:
  rust: { path: rust, root: lib.rs, features: true, sources: true, locales: [de], visibility: public }
  json: { path: catalog.json, visibility: public }
  schema: { path: schema, visibility: public }
  markdown: { path: markdown, locales: [de], visibility: public }
  html: { path: html, locales: [de], visibility: public }
  typescript:
    - { path: ts, locales: [de], visibility: public }
    - { path: js, module: js, locales: [de], visibility: public }
  python: { path: python, locales: [de], visibility: public }
  go: { path: go, package: shop, visibility: public }
  openapi:
    - { path: v30.yaml, version: '3.0', visibility: public }
    - { path: v31.yaml, version: '3.1', visibility: public }
  vectors: { path: vectors.json, visibility: public }
";

/// Returns the files that are not sources and contain the word, in any case.
fn leaks(folder: &Folder) -> Vec<String> {
    let is_written = |path: &String| !path.starts_with("catalogs/") && path != "errcat.yaml";
    let written = folder.files().into_iter().filter(is_written);
    let leaks = |path: &String| {
        let is_secret = |text: &str| text.to_lowercase().replace(['-', '_'], "").contains(SECRET);
        is_secret(path) || is_secret(&folder.read(path))
    };
    written.filter(leaks).collect()
}

#[test]
fn public_outputs_have_no_secrets() {
    for kind in OUTPUTS.iter().map(|output| output.keys().name) {
        assert!(SETTINGS.contains(&format!("\n  {kind}:")), "`{kind}` is not tested");
    }
    for unique in ["catalog", "family"] {
        let german = if unique == "family" { GERMAN.replace("\n  ", "\n  cart/") } else { GERMAN.to_owned() };
        let folder = Folder::with(&[
            ("catalogs/shop/catalog.yaml", &format!("{CATALOG}unique: {unique}\n")),
            ("catalogs/shop/cart.yaml", FAMILY),
            ("catalogs/shop/locales/de.yaml", &german),
            ("errcat.yaml", SETTINGS),
        ]);
        // The ledger knows the secrets, too.
        let run = folder.run(&["release", "--first"]);
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
        let run = folder.run(&["gen"]);
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
        assert_eq!(leaks(&folder), Vec::<String>::new(), "unique: {unique}");
        let translated = ["rust/shop.rs", "ts/locales/de.ts", "python/translations.py"];
        if unique == "catalog" {
            for path in translated {
                assert!(folder.read(path).contains("Der Wagen ist voll."), "{path}");
            }
        }

        // The search finds what it is for.
        folder.write("errcat.yaml", &SETTINGS.replace("visibility: public", "visibility: all"));
        assert_eq!(folder.run(&["gen"]).status, 0);
        let leaks = leaks(&folder);
        for start in
            ["rust/", "catalog.json", "schema/", "markdown/", "html/", "ts/", "js/", "python/", "go/"]
        {
            assert!(leaks.iter().any(|path| path.starts_with(start)), "{start} in {leaks:?}");
        }
    }
}

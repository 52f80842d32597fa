//! Tests of projects with several outputs: what is written, what is removed, and what outsiders
//! see.
#![expect(clippy::expect_used, reason = "a test may stop")]

use serde_json::Value;

use crate::folder::Folder;

const SHOP: &str = "errcat: 1
title: Shop API
version: 1.2.0
errors:
  cart_empty: { message: The cart is empty., status: 409, retired: { use: cart_audit } }
  cart_audit: { message: A tamper alarm., visibility: internal, aliases: [alarm] }
  cart_full: { message: The cart is full., status: 409, deprecated: { use: cart_empty } }
  cart_hidden: { message: The cart is full., status: 409, mask: cart_full, name: BannedCustomer }
";
const OTHER: &str = "errcat: 1\ntitle: Other API\nerrors:\n  other: Another error.\n";
const SETTINGS: &str = "outputs:\n  rust: { path: src/codes }\n  json: { path: out/catalog.json }\n";

fn project(settings: &str) -> Folder {
    Folder::with(&[("catalogs/shop.yaml", SHOP), ("catalogs/other.yaml", OTHER), ("errcat.yaml", settings)])
}

fn json(folder: &Folder, path: &str) -> Value {
    serde_json::from_str(&folder.read(path)).expect("JSON")
}

/// Returns the codes of each catalog in a file of the output `json`.
fn codes(document: &Value) -> Vec<(String, Vec<String>)> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let catalogs = document["catalogs"].as_array().expect("catalogs");
    let errors = |catalog: &Value| {
        let errors = catalog["errors"].as_array().expect("errors");
        errors.iter().map(|error| text(&error["code"])).collect()
    };
    catalogs.iter().map(|catalog| (text(&catalog["catalog"]), errors(catalog))).collect()
}

#[test]
fn all_outputs_are_written_and_each_alone() {
    let folder = project(SETTINGS);
    let run = folder.run(&["gen", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("wrote out/catalog.json"), "{}", run.stderr);
    assert_eq!(folder.read(".errcat/outputs"), "out/catalog.json\n");
    assert!(!folder.files().contains(&"src/codes/mod.rs".to_owned()));
    assert_eq!(folder.run(&["gen", "--check", "json"]).status, 0);
    let stale = folder.run(&["gen", "--check"]);
    assert_eq!(stale.status, 1);
    assert!(stale.stdout.contains("+++ b/src/codes/shop.rs"), "{}", stale.stdout);

    assert_eq!(folder.run(&["gen"]).status, 0);
    assert_eq!(folder.run(&["gen", "--check"]).status, 0);
    let listed = folder.read(".errcat/outputs");
    let lines: Vec<&str> = listed.lines().collect();
    assert!(lines.is_sorted() && lines.contains(&"src/codes/shop/lookup.rs"), "{listed}");
    assert_eq!(folder.run(&["gen", "rust"]).status, 0);
    assert_eq!(folder.read(".errcat/outputs"), listed, "what another run wrote stays in the list");
}

#[test]
fn a_kind_that_nobody_knows_or_configured_ends_with_2() {
    let folder = project(SETTINGS);
    let run = folder.run(&["gen", "yaml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("rust, json"), "{}", run.stderr);
    let run = project("outputs: { rust: { path: src/codes } }\n").run(&["gen", "json"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("no output of the kind `json` is configured"), "{}", run.stderr);
}

#[test]
fn the_json_file_holds_every_error_as_print_catalog_does() {
    let folder = project(SETTINGS);
    folder.run(&["gen"]);
    let document = json(&folder, "out/catalog.json");
    assert_eq!(document["v"], 1);
    let shop = &document["catalogs"][1];
    assert_eq!(
        (&shop["catalog"], &shop["title"], &shop["version"]),
        (&"shop".into(), &"Shop API".into(), &"1.2.0".into())
    );
    assert_eq!(shop["families"][0]["transport"], "json");
    let printed = folder.run(&["print", "catalog"]).stdout;
    let printed: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let errors = document["catalogs"].as_array().expect("catalogs").iter();
    let errors: Vec<&Value> =
        errors.flat_map(|catalog| catalog["errors"].as_array().expect("errors")).collect();
    assert_eq!(errors, printed.iter().collect::<Vec<_>>());
}

#[test]
fn the_schema_lists_what_the_project_declares() {
    let folder = project("base_url: https://errors.example\noutputs: { schema: { path: .errcat } }\n");
    assert_eq!(folder.run(&["gen"]).status, 0);
    let schema = json(&folder, ".errcat/shop.schema.json");
    let codes = schema["definitions"]["known-code"]["enum"].as_array().expect("codes");
    assert!(codes.contains(&"cart_audit".into()), "{codes:?}");
    assert!(json(&folder, ".errcat/config.schema.json")["definitions"]["schema"].is_object());
    assert_eq!(folder.run(&["gen", "--check"]).status, 0);
    folder.write("errcat.yaml", "catalogs: catalogs\n");
    assert_eq!(folder.run(&["gen", "--prune"]).status, 0);
    assert!(!folder.files().iter().any(|path| path.starts_with(".errcat")), "{:?}", folder.files());
}

#[test]
fn an_added_error_adds_a_line_to_the_json_file() {
    let folder = project(SETTINGS);
    folder.run(&["gen"]);
    let before = folder.read("out/catalog.json");
    folder.write("catalogs/shop.yaml", &format!("{SHOP}  cart_gone: {{ status: 410, message: Gone. }}\n"));
    folder.run(&["gen"]);
    let after = folder.read("out/catalog.json");
    let added: Vec<&str> = after.lines().filter(|line| !before.lines().any(|known| known == *line)).collect();
    assert_eq!((added.len(), after.lines().count()), (1, before.lines().count() + 1), "{added:?}");
}

#[test]
fn an_output_may_have_some_catalogs_and_there_may_be_several_of_a_kind() {
    let settings = "outputs:
  json:
    - { path: a.json, catalogs: [other] }
    - { path: b.json, catalogs: [shop], visibility: public }
";
    let folder = project(settings);
    assert_eq!(folder.run(&["gen"]).status, 0);
    assert_eq!(codes(&json(&folder, "a.json")), [("other".to_owned(), vec!["other".to_owned()])]);
    let public = json(&folder, "b.json");
    let expected = vec!["cart_empty".to_owned(), "cart_full".to_owned()];
    assert_eq!(codes(&public), [("shop".to_owned(), expected)]);
    let errors = &public["catalogs"][0]["errors"];
    assert_eq!((&errors[0]["index"], &errors[1]["index"]), (&1.into(), &2.into()));
    assert_eq!(errors[1]["deprecated"]["use"], "cart_empty");
    assert_eq!(errors[0]["retired"]["use"], Value::Null, "the replacement is internal");
    for secret in ["cart_audit", "tamper", "alarm", "cart_hidden", "BannedCustomer"] {
        assert!(!folder.read("b.json").contains(secret), "{secret}");
    }
    assert_eq!(folder.read(".errcat/outputs"), "a.json\nb.json\n");
}

#[test]
fn public_rust_code_has_no_internal_errors() {
    let settings = "outputs: { rust: { path: src, visibility: public, catalogs: [shop], sources: true } }\n";
    let folder = project(settings);
    assert_eq!(folder.run(&["gen"]).status, 0);
    let files = folder.files();
    assert!(!files.contains(&"src/other.rs".to_owned()), "{files:?}");
    let code: String =
        files.iter().filter(|path| path.starts_with("src/")).map(|path| folder.read(path)).collect();
    assert!(code.contains("CartFull") && !code.contains("SOURCES"));
    for secret in ["CartAudit", "cart_audit", "tamper", "BannedCustomer"] {
        assert!(!code.contains(secret), "{secret}");
    }
}

#[test]
fn a_catalog_that_does_not_exist_ends_with_2_and_a_suggestion() {
    let run = project("outputs: { json: { path: a.json, catalogs: [shopp] } }\n").run(&["gen"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("names `shopp`, which is not a catalog of the project; did you mean `shop`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn wrong_settings_are_findings_with_a_suggestion() {
    let cases = [
        ("jsn: { path: a }", "did you mean `json`?"),
        ("json: { pth: a }", "did you mean `path`?"),
        ("json: { }", "must have the key `path`"),
        ("json: { path: a, visibility: publik }", "did you mean `public`?"),
        ("json: { path: ../a }", "expected a path below the project"),
        ("json: { path: a, catalogs: shop }", "expected a list"),
        ("json: [{ path: a }, { path: ./a }]", "expected another path than other outputs"),
        ("rust: { path: a, root: main.rs }", "expected `lib.rs` or `mod.rs`"),
        ("rust: 1", "expected a map"),
    ];
    for (outputs, reason) in cases {
        let run = project(&format!("outputs:\n  {outputs}\n")).run(&["gen"]);
        assert_eq!(run.status, 2, "{outputs}");
        assert!(run.stdout.contains(reason), "{outputs}: {}", run.stdout);
    }
}

#[test]
fn check_reports_a_stale_json_file() {
    let folder = project(SETTINGS);
    assert_eq!(folder.run(&["check"]).status, 0, "what was never written is not stale");
    folder.run(&["gen"]);
    folder.write("catalogs/other.yaml", &OTHER.replace("Another", "Some other"));
    let run = folder.run(&["check", "--format", "concise"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("out/catalog.json:1:1: error[stale-output]"), "{}", run.stdout);
}

#[test]
fn prune_removes_what_no_output_writes_any_more() {
    let folder = project(SETTINGS);
    folder.write("src/codes/mine.rs", "// written by hand\n");
    folder.run(&["gen"]);
    folder.write("errcat.yaml", "outputs: { json: { path: public/catalog.json } }\n");

    let run = folder.run(&["gen"]);
    assert_eq!(run.status, 0);
    assert!(run.stderr.contains("src/codes/shop.rs: no output writes this file any more"), "{}", run.stderr);
    assert!(folder.files().contains(&"out/catalog.json".to_owned()));
    assert_eq!(folder.run(&["gen", "--check"]).status, 0, "leftovers make nothing stale");
    let check = folder.run(&["gen", "--check", "--prune"]);
    assert_eq!(check.status, 1);
    assert!(check.stdout.contains("--- a/src/codes/mod.rs\n+++ /dev/null\n"), "{}", check.stdout);

    folder.write("src/codes/shop.rs", "// taken over by hand\n");
    let run = folder.run(&["gen", "--prune"]);
    assert_eq!(run.status, 0);
    for reason in ["removed out/catalog.json", "removed src/codes/mod.rs", "src/codes/shop.rs: kept"] {
        assert!(run.stderr.contains(reason), "{reason}: {}", run.stderr);
    }
    let expected = [
        ".errcat/outputs",
        "catalogs/other.yaml",
        "catalogs/shop.yaml",
        "errcat.yaml",
        "public/catalog.json",
        "src/codes/mine.rs",
        "src/codes/shop.rs",
    ];
    assert_eq!(folder.files(), expected);
    assert_eq!(folder.read(".errcat/outputs"), "public/catalog.json\n");

    folder.write("errcat.yaml", "catalogs: catalogs\n");
    assert_eq!(folder.run(&["gen", "--prune"]).status, 0, "the last output may go, too");
    let left = [
        "catalogs/other.yaml",
        "catalogs/shop.yaml",
        "errcat.yaml",
        "src/codes/mine.rs",
        "src/codes/shop.rs",
    ];
    assert_eq!(folder.files(), left);
}

#[test]
fn prune_removes_the_folders_that_become_empty() {
    let catalog = "errcat: 1\ntitle: Shop\nerrors:\n  cart_empty: Put something in.\n";
    let settings = "outputs: { html: { path: public/site }, json: { path: out/catalog.json } }\n";
    let both = format!("{catalog}  cart_full: Take something out.\n");
    let folder = Folder::with(&[("errcat.yaml", settings), ("catalogs/shop.yaml", &both)]);
    let is_there = |path: &str| folder.path().join(path).is_dir();
    assert_eq!(folder.run(&["gen"]).status, 0);
    std::fs::create_dir(folder.path().join("out/empty")).expect("a folder");
    assert!(is_there("public/site/shop/cart_full"));

    folder.write("catalogs/shop.yaml", catalog);
    assert_eq!(folder.run(&["gen", "--prune"]).status, 0);
    assert!(!is_there("public/site/shop/cart_full"), "no page is left in it");
    assert!(is_there("public/site/shop/cart_empty"));

    folder.write("errcat.yaml", "catalogs: catalogs\n");
    assert_eq!(folder.run(&["gen", "--prune"]).status, 0);
    assert!(!is_there("public/site"), "the folder of the output");
    assert!(is_there("public"), "the folder above the output");
    assert!(!is_there(".errcat"), "the folder of the list");
    assert!(is_there("out/empty"), "a folder that was empty before");
}

#[test]
fn a_run_of_one_kind_keeps_the_files_of_others() {
    let folder = project("outputs: { rust: { path: ./src/codes }, json: { path: out/catalog.json } }\n");
    folder.run(&["gen"]);
    std::fs::remove_file(folder.path().join("catalogs/other.yaml")).expect("removed");
    folder.write("errcat.yaml", "outputs: { rust: { path: ./src/codes }, json: { path: out/new.json } }\n");

    let run = folder.run(&["gen", "json", "--prune"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let files = folder.files();
    let has = |path: &str| files.contains(&path.to_owned());
    assert!(has("out/new.json") && !has("out/catalog.json"), "{files:?}");
    assert!(has("src/codes/other.rs"), "the Rust output was not asked for: {files:?}");
    assert!(folder.read(".errcat/outputs").contains("src/codes/other.rs\n"));

    assert_eq!(folder.run(&["gen", "--prune"]).status, 0);
    assert!(!folder.files().contains(&"src/codes/other.rs".to_owned()));
    assert!(!folder.read(".errcat/outputs").contains("other"));
}

#[test]
fn a_run_of_one_kind_reports_wrong_settings_of_others() {
    let folder = project("outputs: { rust: { path: src, catalogs: [shopp] }, json: { path: out.json } }\n");
    let run = folder.run(&["gen", "json"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("did you mean `shop`?"), "{}", run.stderr);
}

#[test]
fn prune_believes_no_list_that_names_files_of_others() {
    let generated = "// @generated by errcat 0.1.0 from elsewhere.\n";
    let elsewhere = Folder::with(&[("shop.rs", generated)]);
    let folder = project(SETTINGS);
    folder.run(&["gen"]);
    let outside = elsewhere.path().join("shop.rs").display().to_string();
    let list = format!(
        "../shop.rs\n{outside}\ncatalogs/shop.yaml\n./errcat.yaml\nlinked/shop.rs\nsrc//codes/mod.rs\n\n"
    );
    folder.write(".errcat/outputs", &list);
    #[cfg(unix)]
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("linked")).expect("a link");
    let run = folder.run(&["gen", "--prune"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(elsewhere.read("shop.rs"), generated);
    assert_eq!(folder.read("catalogs/shop.yaml"), SHOP);
    assert_eq!(folder.run(&["gen", "--check"]).status, 0);
}

#[cfg(unix)]
#[test]
fn the_list_is_not_written_through_a_link() {
    let elsewhere = Folder::with(&[]);
    let folder = project(SETTINGS);
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(".errcat")).expect("a link");
    let run = folder.run(&["gen"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(elsewhere.files().is_empty());
}

//! Tests of families that several catalogs share.

use serde_json::{Value, json};

use crate::folder::Folder;

const AUTH: &str = "title: Authentication
errors:
  token_expired: { message: The token has expired., status: 401 }
  token_missing: { message: There is no token., status: 401 }
";
const SETTINGS: &str = "outputs:\n  rust: { path: src/codes }\n  json: { path: codes.json }\n";

fn catalog(title: &str, families: &str) -> String {
    format!("errcat: 1\ntitle: {title}\nversion: 0.1.0\nfamilies: [{families}]\n")
}

/// Returns a project with two catalogs that share the file `auth`.
fn project(auth: &str) -> Folder {
    Folder::with(&[
        ("errcat.yaml", SETTINGS),
        ("catalogs/billing/catalog.yaml", &catalog("Billing API", "invoice, ../common/auth")),
        ("catalogs/billing/invoice.yaml", "title: Invoices\nerrors:\n  invoice_paid: The invoice is paid.\n"),
        ("catalogs/shop/catalog.yaml", &catalog("Shop API", "../common/auth")),
        ("catalogs/common/auth.yaml", auth),
    ])
}

#[test]
fn every_catalog_has_its_own_codes_of_a_shared_family() {
    let folder = project(AUTH);
    let run = folder.run(&["check"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0));
    assert!(run.stderr.contains("checked 5 codes in 2 catalogs: no findings"), "{}", run.stderr);
    assert_eq!(folder.run(&["gen"]).status, 0);
    assert_eq!(folder.run(&["gen", "--check"]).status, 0);

    let document: Value = serde_json::from_str(&folder.read("codes.json")).expect("JSON");
    let rows = document["catalogs"].as_array().expect("catalogs").iter().flat_map(|catalog| {
        let errors = catalog["errors"].as_array().expect("errors").clone();
        errors
            .into_iter()
            .map(|error| json!([catalog["catalog"], error["family"], error["family_title"], error["code"]]))
    });
    let expected = [
        json!(["billing", "invoice", "Invoices", "invoice_paid"]),
        json!(["billing", "auth", "Authentication", "token_expired"]),
        json!(["billing", "auth", "Authentication", "token_missing"]),
        json!(["shop", "auth", "Authentication", "token_expired"]),
        json!(["shop", "auth", "Authentication", "token_missing"]),
    ];
    assert_eq!(rows.collect::<Vec<_>>(), expected);
    for (catalog, files) in [
        ("billing", ["catalogs/billing/invoice.yaml", "catalogs/common/auth.yaml"]),
        ("shop", ["catalogs/common/auth.yaml"; 2]),
    ] {
        let rust = folder.read(&format!("src/codes/{catalog}.rs"));
        for file in files {
            assert!(rust.contains(&format!("Defined in `{file}`.")), "{catalog}: {rust}");
        }
        assert!(!rust.contains(&format!("catalogs/{catalog}/auth.yaml")), "{rust}");
    }

    folder.write("catalogs/common/auth.yaml", &AUTH.replace("There is no token.", "No token was sent."));
    let stale = folder.run(&["gen", "--check"]);
    assert_eq!(stale.status, 1);
    let text = stale.stdout + &stale.stderr;
    assert!(["billing.rs", "shop.rs"].iter().all(|file| text.contains(file)), "{text}");
}

#[test]
fn a_mistake_in_a_shared_file_is_reported_and_fixed_once() {
    let bad = AUTH.replace("message: The token", "mesage: The token");
    let folder = project(&bad);
    let place = "catalogs/common/auth.yaml:3:20: error[unknown-key]: ";
    // The file, its folder and the catalogs that list it are read together.
    let all: [&[&str]; 5] = [
        &[],
        &["catalogs"],
        &["catalogs/common/auth.yaml"],
        &["catalogs/common"],
        &["catalogs/shop", "catalogs/billing/invoice.yaml"],
    ];
    for paths in all {
        let run = folder.run(&[&["check", "--format", "concise"], paths].concat());
        assert_eq!(run.stdout.lines().count(), 1, "{paths:?}: {}", run.stdout);
        assert!(run.stdout.starts_with(place), "{}", run.stdout);
        assert!(run.stderr.contains("checked 5 codes in 2 catalogs: 1 error"), "{paths:?}: {}", run.stderr);
    }
    let below = folder.run_in("catalogs/common", &["check", "auth.yaml"]);
    assert!(below.stderr.contains("checked 5 codes in 2 catalogs: 1 error"), "{}", below.stderr);
    let one = folder.run(&["check", "catalogs/shop"]);
    assert!(one.stderr.contains("checked 2 codes in 1 catalog: 1 error"), "{}", one.stderr);

    let run = folder.run(&["check", "--fix"]);
    let fixed = "fixed catalogs/common/auth.yaml:3:20 [unknown-key]: write `message`\n\
        checked 5 codes in 2 catalogs: no findings\n";
    assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), ("", fixed, 0));
    assert_eq!(folder.read("catalogs/common/auth.yaml"), AUTH);
}

#[test]
fn every_catalog_releases_shared_codes_in_its_own_ledger() {
    let folder = project(AUTH);
    assert_eq!(folder.run(&["release"]).status, 0);
    let ledgers = ["catalogs/billing/errcat.lock", "catalogs/shop/errcat.lock"];
    for ledger in ledgers {
        let codes = folder.read(ledger).matches("{\"code\":\"token_expired\",\"family\":\"auth\"").count();
        assert_eq!(codes, 1, "{ledger}");
    }
    assert!(
        !folder.files().iter().any(|file| file.starts_with("catalogs/common/") && file.ends_with("lock"))
    );
    assert_eq!(folder.run(&["check"]).status, 0);
}

#[test]
fn a_shared_file_may_be_anywhere_in_the_project() {
    let folder = Folder::with(&[
        ("errcat.yaml", ""),
        ("catalogs/shop/catalog.yaml", &catalog("Shop API", "../../shared/auth")),
        ("shared/auth.yaml", AUTH),
    ]);
    for paths in [&["check"][..], &["check", "catalogs/shop"], &["check", "shared/auth.yaml"]] {
        let run = folder.run(paths);
        assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{paths:?}");
        assert!(run.stderr.contains("checked 2 codes in 1 catalog: no findings"), "{}", run.stderr);
    }
    let below = folder.run_in("catalogs/shop", &["check", "."]);
    assert_eq!((below.stdout.as_str(), below.status), ("", 0));

    folder.write("catalogs/shop/catalog.yaml", &catalog("Shop API", "../../../auth, ../../shared/login"));
    let run = folder.run(&["check", "--format", "concise"]);
    let places: Vec<&str> = run.stdout.lines().filter_map(|line| line.split("; help").next()).collect();
    let expected = [
        "catalogs/shop/catalog.yaml:4:12: error[dangling-reference]: `../../../auth` leads out of the project",
        "catalogs/shop/catalog.yaml:4:27: error[dangling-reference]: there is no family file `../../shared/login`",
    ];
    assert_eq!(places, expected);
}

#[cfg(unix)]
#[test]
fn a_shared_file_behind_a_link_is_read_and_not_changed_outside_of_the_project() {
    let elsewhere = Folder::with(&[("auth.yaml", &AUTH.replace("message: The token", "mesage: The token"))]);
    let folder = project(AUTH);
    let shared = folder.path().join("catalogs/common/auth.yaml");
    std::fs::remove_file(&shared).expect("the file goes");
    std::os::unix::fs::symlink(elsewhere.path().join("auth.yaml"), &shared).expect("a link");
    let run = folder.run(&["check", "--fix"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains("a link leads out of the project"), "{}", run.stderr);
    assert!(elsewhere.read("auth.yaml").contains("mesage"));

    std::fs::remove_file(elsewhere.path().join("auth.yaml")).expect("the file goes");
    let run = folder.run(&["check", "--format", "concise"]);
    let place = "catalogs/common/auth.yaml:1:1: error[dangling-reference]: this file is a symbolic link";
    assert_eq!((run.stdout.lines().count(), run.stdout.starts_with(place)), (1, true), "{}", run.stdout);
}

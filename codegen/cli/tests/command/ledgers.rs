//! Tests of how ledgers are found.

use std::fs;

use crate::folder::{Folder, SHOP};

const LEDGER: &str = r#"{"errcat":1,"version":"0.1.0","type":"string","unique":"catalog","status":"optional"}
{"code":"cart_full","family":"shop","first":"0.1.0","state":"active","ident":"CartFull","message":"Take something out."}
"#;

/// Returns the catalog of a later version, in which a code has a new meaning, and another code the
/// old one.
fn reused() -> String {
    let other = SHOP.replace("CartEmpty", "PaymentFailed").replace("Put something in", "The bank said no");
    let moved = "  cart_bare: { name: CartEmpty, message: Put something in., status: 409 }\n";
    other.replace("0.1.0", "2.0.0") + moved
}

#[test]
fn the_ledger_of_a_file_is_read_in_any_folder() {
    for path in ["catalogs/shop", "catalogs/sub/shop"] {
        let (catalog, ledger) = (format!("{path}.yaml"), format!("{path}.lock"));
        let folder = Folder::with(&[(&catalog, SHOP)]);
        assert_eq!(folder.run(&["release"]).status, 0);
        let released = folder.read(&ledger);
        folder.write(&catalog, &reused());
        for arguments in [&["check"][..], &["release"], &["check", "catalogs"], &["check", &ledger]] {
            let run = folder.run(&[arguments, &["--format", "concise"]].concat());
            let finding = format!("{catalog}:5:3: error[reused-code]: ");
            assert!(run.stdout.starts_with(&finding), "{arguments:?}: {}{}", run.stdout, run.stderr);
            assert_eq!(run.status, 1);
        }
        assert_eq!(folder.read(&ledger), released, "nothing of it is lost");

        folder.write(&catalog, &SHOP.replace("0.1.0", "2.0.0").replace("  cart_full", "  cart_paid"));
        assert_eq!(folder.run(&["release"]).status, 0);
        assert!(
            folder.read(&ledger).contains(r#""first":"0.1.0","at":"2.0.0","state":"removed""#),
            "{}",
            folder.read(&ledger)
        );
    }
}

#[test]
fn a_folder_in_the_place_of_a_ledger_exits_with_2() {
    for (catalog, ledger) in [
        ("catalogs/shop.yaml", "catalogs/shop.lock"),
        ("catalogs/shop/catalog.yaml", "catalogs/shop/errcat.lock"),
    ] {
        let folder =
            Folder::with(&[(catalog, SHOP), ("catalogs/aa.yaml", SHOP), (&format!("{ledger}/within"), "")]);
        let files = folder.files();
        for command in ["check", "release"] {
            let run = folder.run(&[command]);
            assert_eq!(run.status, 2, "{command} {ledger}: {}", run.stdout);
            assert!(run.stderr.contains(&format!("error: {ledger}: ")), "{}", run.stderr);
            assert_eq!(folder.files(), files, "nothing is written");
        }
    }
}

#[test]
fn check_reads_what_release_writes() {
    for (catalog, ledger) in [("shop.yaml", "shop.lock"), ("catalog", "catalog.lock")] {
        let folder =
            Folder::with(&[(catalog, SHOP), ("codes.lock", "of somebody else"), ("errcat.lock", "{")]);
        assert_eq!(folder.run(&["release", catalog]).status, 0, "{catalog}");
        assert!(folder.files().contains(&ledger.to_owned()), "{catalog}: {:?}", folder.files());
        folder.write(catalog, &reused());
        for path in [catalog, ledger] {
            let run = folder.run(&["check", "--format", "concise", path]);
            assert!(run.stdout.contains(" error[reused-code]: "), "{path}: {}{}", run.stdout, run.stderr);
        }
    }
}

#[test]
fn a_ledger_without_a_catalog_is_reported() {
    let head = LEDGER.lines().next().unwrap_or_default();
    let codes = LEDGER.lines().nth(1).unwrap_or_default();
    for text in [
        LEDGER.to_owned(),
        format!("\u{FEFF}{LEDGER}"),
        format!("<<<<<<< main\n{head}\n=======\n{head}\n>>>>>>> later\n{codes}\n"),
        format!("{codes}\n{head}\n"),
        LEDGER.replace("{\"errcat\":1", "{ errcat: 1"),
        LEDGER.replace("{\"errcat\":1,\"version\":\"0.1.0\"", "{\"version\":\"0.1.0\",\"errcat\":1"),
    ] {
        for path in ["catalogs/gone.lock", "catalogs/sub/gone.lock", "catalogs/shop/gone.lock"] {
            let folder = Folder::with(&[
                ("catalogs/books.yaml", SHOP),
                ("catalogs/shop/catalog.yaml", SHOP),
                (path, &text),
            ]);
            let run = folder.run(&["check", "--format", "concise"]);
            let finding = format!("{path}:1:1: error[dangling-reference]: this ledger has no catalog");
            assert!(run.stdout.contains(&finding), "{path}: {text}: {}{}", run.stdout, run.stderr);
            assert_eq!(run.status, 1);
        }
    }
    let folder = Folder::with(&[("catalogs/books.yaml", SHOP), ("catalogs/gone/errcat.lock", "")]);
    let run = folder.run(&["check", "--format", "concise"]);
    assert!(run.stdout.starts_with("catalogs/gone/errcat.lock:1:1: error["), "{}", run.stdout);
}

#[test]
fn files_of_other_programs_are_left_alone() {
    let folder = Folder::with(&[
        ("shop.yaml", SHOP),
        ("Cargo.lock", "version = 4\n"),
        ("flake.lock", "{\n  \"nodes\": {}\n}\n"),
        ("one-line.lock", "{\"packages\":{\"errcat\":\"0.1.0\",\"text\":\"errcat: 1\"}}\n"),
    ]);
    fs::write(folder.path().join("bytes.lock"), [0xFF, 0x00, 0x7B]).expect("a file");
    let run = folder.run(&["check", "."]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{}", run.stderr);
}

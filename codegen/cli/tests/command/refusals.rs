//! Tests of what `errcat release` refuses.

use std::fmt::Write;
use std::fs;

use crate::folder::Folder;

const SHOP: &str = "\
errcat: 1
title: Shop API
version: 0.1.0
errors:
  cart_empty: { name: CartEmpty, message: Put something in., status: 409 }
  cart_full: { name: CartFull, message: Take something out., status: 409, visibility: internal }
internal: cart_empty
";

fn released() -> Folder {
    let folder = Folder::with(&[("catalogs/books.yaml", SHOP), ("catalogs/shop.yaml", SHOP)]);
    assert_eq!(folder.run(&["release"]).status, 0);
    folder
}

#[test]
fn every_format_shows_why_a_release_is_refused() {
    let folder = released();
    let open = SHOP.replace("0.1.0", "2.0.0").replace(", visibility: internal", "");
    folder.write("catalogs/shop.yaml", &open);
    let ledger = folder.read("catalogs/shop.lock");
    for format in ["human", "concise", "json", "github", "gitlab", "sarif", "rdjson", "junit"] {
        let run = folder.run(&["release", "--format", format]);
        assert!(run.stdout.contains("visibility-changed"), "{format}: {}", run.stdout);
        let names_the_command = run.stdout.contains("--accept visibility-changed:shop/shop/cart_full");
        assert!(names_the_command || matches!(format, "gitlab" | "junit"), "{format}: {}", run.stdout);
        assert_eq!(run.status, 1);
    }
    assert_eq!(folder.read("catalogs/shop.lock"), ledger);
    folder.write("catalogs/shop.yaml", &SHOP.replace("0.1.0", "2.0.0"));
    assert_eq!(folder.run(&["release", "--format", "junit"]).status, 0);
}

#[test]
fn an_acceptance_needs_a_reason() {
    let folder = released();
    folder.write("catalogs/shop.yaml", &SHOP.replace("0.1.0", "2.0.0").replace(", visibility: internal", ""));
    let ledger = folder.read("catalogs/shop.lock");
    let change = "visibility-changed:shop/shop/cart_full";
    for reason in ["", "…", "...", " - ", "?!"] {
        let run = folder.run(&["diff", "--accept", change, "--reason", reason]);
        assert_eq!(run.status, 1, "{reason}: {}{}", run.stdout, run.stderr);
        assert_eq!(folder.read("catalogs/shop.lock"), ledger, "{reason}");
        let line = format!(
            "{{\"accept\":\"visibility-changed\",\"code\":\"cart_full\",\"family\":\"shop\",\"reason\":\"{reason}\"}}\n"
        );
        folder.write("catalogs/shop.lock", &format!("{ledger}{line}"));
        let run = folder.run(&["release", "--format", "concise"]);
        let finding = "catalogs/shop.lock:4:76: error[wrong-type]: expected a reason, found ";
        assert!(run.stdout.starts_with(finding), "{reason}: {}", run.stdout);
        assert_eq!(run.status, 1);
        folder.write("catalogs/shop.lock", &ledger);
    }
    assert_eq!(folder.run(&["diff", "--accept", change, "--reason", "公開済み"]).status, 0);
    let run = folder.run(&["release"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
}

#[test]
fn changes_without_a_new_version_are_all_refused() {
    let folder = released();
    folder.write("catalogs/books.yaml", &SHOP.replace("409", "410"));
    let lost = SHOP.lines().filter(|line| !line.contains("cart_full")).collect::<Vec<_>>().join("\n");
    folder.write("catalogs/shop.yaml", &lost.replace("something in", "a thing in"));
    let run = folder.run(&["release", "--format", "concise"]);
    let expected = "\
catalogs/shop.yaml:1:1: error[vanished-code]: [*] the released code `cart_full` has no entry; help: keep it as a tombstone with `errcat retire shop/shop/cart_full`; if its removal is intended, run `errcat diff --accept code-removed:shop/shop/cart_full --reason '…'`
catalogs/books.yaml:1:1: error[status-changed]: version 0.1.0 is too low: 0.2.0 is needed, because `cart_empty` has the status `410` instead of `409`; help: raise `version`, for example with `errcat release --bump`
catalogs/shop.yaml:1:1: error[code-removed]: version 0.1.0 is too low: 0.2.0 is needed, because `cart_full` is gone: `CartFull`; help: raise `version`, for example with `errcat release --bump`
";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 1), "{}", run.stderr);
}

#[test]
fn releasing_the_same_version_again_changes_nothing() {
    let deprecated = SHOP.replace("status: 409 }", "status: 409, deprecated: { since: 0.1.0 } }");
    let folder = Folder::with(&[("catalogs/shop.yaml", &deprecated)]);
    assert_eq!(folder.run(&["release"]).status, 0);
    let ledger = folder.read("catalogs/shop.lock");
    assert!(ledger.contains("\"deprecated\""), "{ledger}");
    folder.write("catalogs/shop.yaml", SHOP);
    let run = folder.run(&["release", "--format", "concise"]);
    let refusal = "catalogs/shop.yaml:1:1: error[fact-changed]: version 0.1.0 is too low: 0.1.1 is needed";
    assert!(run.stdout.starts_with(refusal), "{}{}", run.stdout, run.stderr);
    assert_eq!((run.status, folder.read("catalogs/shop.lock")), (1, ledger));
    folder.write("catalogs/shop.yaml", &SHOP.replace("0.1.0", "1.0.1"));
    assert_eq!(folder.run(&["release"]).status, 0);
    assert!(!folder.read("catalogs/shop.lock").contains("\"deprecated\""));
}

#[cfg(unix)]
#[test]
fn no_ledger_is_written_if_one_cannot_be_written() {
    let folder = Folder::with(&[("catalogs/bb.yaml", SHOP)]);
    assert_eq!(folder.run(&["release"]).status, 0);
    let outside = tempfile::tempdir().expect("a folder");
    let (ledger, elsewhere) = (folder.path().join("catalogs/bb.lock"), outside.path().join("bb.lock"));
    fs::copy(&ledger, &elsewhere).expect("copied");
    fs::remove_file(&ledger).expect("removed");
    std::os::unix::fs::symlink(&elsewhere, &ledger).expect("a link");
    folder.write("catalogs/aa.yaml", SHOP);
    folder.write("catalogs/bb.yaml", &SHOP.replace("0.1.0", "1.1.0"));
    let run = folder.run(&["release"]);
    assert!(run.stderr.starts_with("checked 4 codes in 2 catalogs"), "{}", run.stderr);
    assert!(run.stderr.contains("error: catalogs/bb.lock: "), "{}", run.stderr);
    assert_eq!(run.status, 2);
    assert!(!folder.files().contains(&"catalogs/aa.lock".to_owned()), "{:?}", folder.files());
    assert!(fs::read_to_string(&elsewhere).expect("still there").contains("\"0.1.0\""));
}

#[test]
fn a_catalog_named_with_dots_is_released() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("elsewhere/deep/notes", "")]);
    for (below, path) in [("elsewhere", "../catalogs/shop.yaml"), ("elsewhere/deep", "../../catalogs")] {
        let run = folder.run_in(below, &["release", path]);
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
        assert!(folder.read("catalogs/shop.lock").starts_with("{\"errcat\":1"));
        fs::remove_file(folder.path().join("catalogs/shop.lock")).expect("removed");
    }
}

#[cfg(unix)]
#[test]
fn a_link_next_to_the_project_is_not_followed() {
    let folder = Folder::with(&[("elsewhere/notes", ""), ("here/notes", "")]);
    let outside = tempfile::tempdir().expect("a folder");
    fs::write(outside.path().join("shop.yaml"), SHOP).expect("a file");
    std::os::unix::fs::symlink(outside.path(), folder.path().join("here/away")).expect("a link");
    let run = folder.run_in("elsewhere", &["release", "../here/away/shop.yaml"]);
    assert!(run.stderr.contains("a symbolic link leads out of the project"), "{}", run.stderr);
    assert_eq!(run.status, 2);
    assert!(!outside.path().join("shop.lock").exists());
}

#[test]
fn a_ledger_that_could_not_be_read_is_not_written() {
    // A quotation mark takes two bytes in a ledger.
    let mut catalog = "errcat: 1\ntitle: Shop API\nversion: 0.1.0\nerrors:\n".to_owned();
    let marks = "\"".repeat(900_000);
    for number in 0..20 {
        writeln!(catalog, "  some_code_{number}: '{number}{marks}'").expect("a line");
    }
    let folder = Folder::with(&[("catalogs/shop.yaml", &catalog)]);
    let run = folder.run(&["release", "--format", "concise"]);
    let line = "catalogs/shop.yaml:1:1: error[ledger-rewritten]: the new ledger would not be valid: the file is larger than 32 MiB; help: split it into several catalogs\n";
    assert!(run.stdout == line, "{}: {}", run.stdout.len(), run.stderr);
    assert_eq!((run.status, folder.files()), (1, vec!["catalogs/shop.yaml".to_owned()]));
}

#[cfg(unix)]
#[test]
fn files_written_before_a_failure_are_reported() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::with(&[("catalogs/aa.yaml", SHOP), ("catalogs/sub/bb.yaml", SHOP)]);
    let below = folder.path().join("catalogs/sub");
    fs::set_permissions(&below, fs::Permissions::from_mode(0o555)).expect("permissions");
    // Nothing is read-only for the superuser.
    if fs::write(below.join("probe"), "").is_err() {
        let run = folder.run(&["release"]);
        let report = "    wrote catalogs/aa.lock: 0.1.0, 2 codes\nerror: catalogs/sub/bb.lock: ";
        assert!(run.stderr.contains(report), "{}", run.stderr);
        assert_eq!(run.status, 2);
    }
    fs::set_permissions(&below, fs::Permissions::from_mode(0o755)).expect("permissions");
}

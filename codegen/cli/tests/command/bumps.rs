//! Tests of `errcat release` in repositories with several catalogs, and of `--bump` and `--dry-run`.

use crate::folder::{Folder, SHOP};

const STABLE: &str = "\
errcat: 1
title: Shop API
version: '1.0.0' # raised by the release
errors:
  cart_empty: { name: CartEmpty, message: Put something in., status: 409 }
  cart_full: { name: CartFull, message: Take something out., status: 409 }
";

/// Returns three released catalogs.
fn released() -> Folder {
    let catalogs = ["aa", "bb", "cc"].map(|id| format!("catalogs/{id}.yaml"));
    let files: Vec<(&str, &str)> = catalogs.iter().map(|path| (path.as_str(), STABLE)).collect();
    let folder = Folder::with(&files);
    assert_eq!(folder.run(&["release", "--first"]).status, 0);
    folder
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = released();
    let text = STABLE.replace("409 }\n", "410 }\n");
    folder.write("catalogs/aa.yaml", &text);
    let ledger = folder.read("catalogs/aa.lock");
    let run = folder.run(&["release", "--bump", "--dry-run"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("would raise catalogs/aa.yaml: 1.0.0 → 2.0.0"), "{}", run.stderr);
    assert!(run.stderr.contains("would write catalogs/aa.lock: 2.0.0, 2 codes, 2 changes"), "{}", run.stderr);
    assert_eq!((folder.read("catalogs/aa.yaml"), folder.read("catalogs/aa.lock")), (text.clone(), ledger));
    assert_eq!(folder.run(&["release", "--bump"]).status, 0);
    assert_eq!(folder.read("catalogs/aa.yaml"), text.replace("'1.0.0'", "'2.0.0'"), "quotes stay");
}

#[test]
fn a_catalog_that_is_not_ready_does_not_stop_the_others() {
    let folder = released();
    let added = "  cart_old: { name: CartOld, message: It is old., status: 410 }\n";
    let refused =
        STABLE.replace("CartFull, message: Take something out.", "PaymentFailed, message: No money.");
    folder.write("catalogs/aa.yaml", &format!("{STABLE}{added}"));
    folder.write("catalogs/bb.yaml", &refused.replace("status: 409", "visibility: internal, status: 409"));
    let before = folder.read("catalogs/bb.yaml");
    let run = folder.run(&["release", "--bump", "--format", "concise"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("raised catalogs/aa.yaml: 1.0.0 → 1.1.0"), "{}", run.stderr);
    assert!(run.stderr.contains("unchanged catalogs/cc.lock: 1.0.0, 2 codes"), "{}", run.stderr);
    assert!(folder.read("catalogs/aa.lock").contains("cart_old"));
    assert_eq!(folder.read("catalogs/bb.yaml"), before, "its version is not raised");
    assert!(!folder.read("catalogs/bb.lock").contains("PaymentFailed"));
    // Each reason is named with the command that ends it.
    for command in ["meaning-doubtful:bb/bb/cart_full", "visibility-changed:bb/bb/cart_empty"] {
        assert!(run.stdout.contains(&format!("errcat diff --accept {command} ")), "{}", run.stdout);
    }
}

#[test]
fn a_forgotten_release_is_found() {
    let folder = released();
    assert_eq!(folder.run(&["release", "--check"]).status, 0);
    folder.write("catalogs/aa.yaml", &STABLE.replace("1.0.0", "1.1.0"));
    let run = folder.run(&["release", "--check"]);
    assert!(run.stderr.contains("aa: not released; run `errcat release`"), "{}", run.stderr);
    assert_eq!(run.status, 1);
    assert!(folder.read("catalogs/aa.lock").contains("\"version\":\"1.0.0\""), "nothing is written");
}

#[test]
fn a_first_release_never_replaces_a_ledger() {
    let folder = released();
    folder.write("catalogs/dd.yaml", STABLE);
    let run = folder.run(&["release", "--first", "--format", "concise"]);
    let line = "catalogs/aa.yaml:1:1: error[ledger-rewritten]: there is a ledger, `catalogs/aa.lock`, which \
                `--first` must not replace; help: release without `--first`, or name only the catalogs that have no \
                ledger\n";
    assert!(run.stdout.starts_with(line), "{}", run.stdout);
    assert_eq!(run.status, 1);
    assert_eq!(folder.run(&["release", "--first", "catalogs/aa.yaml"]).status, 1);
    assert!(folder.files().contains(&"catalogs/dd.lock".to_owned()));
}

#[test]
fn warnings_fail_only_if_they_are_denied() {
    let folder = released();
    folder.write("catalogs/aa.yaml", &STABLE.replace("409", "410").replace("1.0.0", "2.0.0"));
    assert_eq!(folder.run(&["diff"]).status, 0);
    assert_eq!(folder.run(&["diff", "--deny-warnings"]).status, 1, "a change breaks programs");
    folder.write("catalogs/aa.yaml", &STABLE.replace("409", "465").replace("1.0.0", "2.0.0"));
    assert_eq!(folder.run(&["release", "--dry-run"]).status, 0);
    assert_eq!(folder.run(&["release", "--dry-run", "--deny-warnings"]).status, 1, "unregistered-status");
}

#[test]
fn mistakes_that_say_nothing_about_changes_do_not_prevent_a_comparison() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP)]);
    assert_eq!(folder.run(&["release"]).status, 0);
    let masked = "  cart_lost: { name: CartLost, message: M, status: 404, mask: cart_full }\n";
    folder.write("catalogs/shop.yaml", &format!("{SHOP}{masked}"));
    assert_eq!(folder.run(&["check"]).status, 1, "mask-differs");
    let run = folder.run(&["diff"]);
    assert!(run.stdout.contains("minor[code-added]: `cart_lost` is new: `CartLost`"), "{}", run.stdout);
    assert_eq!(run.status, 1, "the version is too low");
    folder.write("catalogs/shop.yaml", &SHOP.replace("status", "stauts"));
    assert_eq!(folder.run(&["diff"]).status, 2);
}

#[test]
fn a_hand_made_rename_is_completed() {
    let folder = released();
    folder.write("catalogs/aa.yaml", &STABLE.replace("CartFull", "CartTooFull"));
    let run = folder.run(&["diff"]);
    let advice = "; `errcat rename aa/aa/cart_full CartTooFull` keeps the old one";
    assert!(run.stdout.contains(advice), "{}", run.stdout);
    assert_eq!(folder.run(&["rename", "aa/aa/cart_full", "CartTooFull"]).status, 0);
    let expected = "cart_full: { name: CartTooFull, formerly: CartFull, message";
    assert!(folder.read("catalogs/aa.yaml").contains(expected), "{}", folder.read("catalogs/aa.yaml"));
    assert!(folder.run(&["diff"]).stdout.contains("minor[name-changed]"));
    let run = folder.run(&["rename", "aa/aa/cart_full", "CartTooFull"]);
    assert_eq!(run.stdout, "refused: `cart_full` is called `CartTooFull` already\n");
}

#[test]
fn changes_are_explained() {
    let folder = Folder::with(&[]);
    for (name, words) in [
        ("code-rekeyed", &["change · errcat diff", "major; minor if the old code is an alias"][..]),
        ("code-reused", &["reused-code ", "code-reused "]),
        ("reused-code", &["reused-code ", "code-reused ", "meaning-changed "]),
        ("meaning-doubtful", &["rule · deny", "change · errcat diff"]),
        ("retired", &["change · errcat diff", "error.retired"]),
    ] {
        let run = folder.run(&["explain", name]);
        assert_eq!(run.status, 0, "{name}");
        assert!(words.iter().all(|word| run.stdout.contains(word)), "{name}: {}", run.stdout);
    }
}

#[test]
fn a_bump_does_not_say_that_a_removal_is_meant() {
    let folder = released();
    let gone =
        STABLE.replace("  cart_full: { name: CartFull, message: Take something out., status: 409 }\n", "");
    // Neither a change that needs a new major version nor the removal itself raises it.
    for text in [gone.clone(), gone.replace("409", "410")] {
        folder.write("catalogs/aa.yaml", &text);
        let run = folder.run(&["release", "--bump", "--format", "concise"]);
        assert_eq!(run.status, 1, "{}{}", run.stdout, run.stderr);
        assert!(run.stdout.contains("error[vanished-code]"), "{}", run.stdout);
        assert!(run.stdout.contains("`errcat retire aa/aa/cart_full`"), "{}", run.stdout);
        assert_eq!(folder.read("catalogs/aa.yaml"), text);
        assert!(folder.read("catalogs/aa.lock").contains("\"version\":\"1.0.0\""));
    }
    // The author accepts it, or raises the version.
    assert_eq!(
        folder
            .run(&["diff", "--accept", "code-removed:aa/aa/cart_full", "--reason", "Nobody sent it."])
            .status,
        0
    );
    assert_eq!(folder.run(&["release", "--bump", "--dry-run"]).status, 0);
    folder.write("catalogs/bb.yaml", &gone.replace("1.0.0", "2.0.0"));
    assert_eq!(folder.run(&["release", "--bump"]).status, 0);
    assert!(folder.read("catalogs/aa.lock").contains("\"version\":\"2.0.0\""));
    assert!(folder.read("catalogs/bb.lock").contains("\"state\":\"removed\""));
}

#[test]
fn a_catalog_without_a_version_is_reported_at_its_first_key() {
    let folder = Folder::with(&[("catalogs/shop.yaml", &format!("# Codes of the shop.\n\n{SHOP}"))]);
    folder.write("catalogs/shop.yaml", &folder.read("catalogs/shop.yaml").replace("version: 0.1.0\n", ""));
    let run = folder.run(&["release", "--format", "concise"]);
    let line = "catalogs/shop.yaml:3:1: error[missing-ledger]: the catalog has no version; help: add `version: 0.1.0`";
    assert!(run.stdout.contains(line), "{}", run.stdout);
}

#[test]
fn each_row_has_the_command_that_ends_it() {
    let folder = released();
    let rows = |text: &str| {
        folder.write("catalogs/aa.yaml", text);
        let run = folder.run(&["diff", "--format", "json"]);
        let rows = run.stdout.lines().filter_map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).ok()?;
            Some(format!("{} {}", row["rule"].as_str()?, row["fix"].as_str().unwrap_or("-")))
        });
        rows.collect::<Vec<String>>()
    };
    let gone =
        STABLE.replace("  cart_full: { name: CartFull, message: Take something out., status: 409 }\n", "");
    assert_eq!(rows(&gone), ["code-removed errcat retire aa/aa/cart_full"]);
    assert_eq!(folder.run(&["retire", "aa/aa/cart_full"]).status, 0);
    let kept = folder.read("catalogs/aa.yaml");
    assert_eq!(rows(&kept), ["retired -"]);

    let other = STABLE.replace("CartFull, message: Take something out.", "PaymentFailed, message: No money.");
    assert_eq!(rows(&other)[0], "meaning-doubtful errcat rename aa/aa/cart_full PaymentFailed");
    assert_eq!(folder.run(&["rename", "aa/aa/cart_full", "PaymentFailed"]).status, 0);
    let said = folder.read("catalogs/aa.yaml");
    assert_eq!(rows(&said), ["name-changed -", "text-changed -"]);

    let hidden = STABLE.replacen("status: 409", "status: 409, visibility: internal", 1);
    let accept = "visibility-changed errcat diff --accept visibility-changed:aa/aa/cart_empty --reason '…'";
    assert_eq!(rows(&hidden), [accept]);
    let swapped =
        STABLE.replace("CartEmpty", "CartX").replace("CartFull", "CartEmpty").replace("CartX", "CartFull");
    assert_eq!(rows(&swapped), ["meaning-changed -", "meaning-changed -"]);
}

//! Tests of `diff`, and of releases and edits that it judges, in real git repositories.

use std::process::Command;

use serde_json::Value;

use crate::folder::{Folder, Run};

const CARTS: &str = "\
errcat: 1
title: Shop API
version: 1.0.0
errors:
  # Carts.
  CART-001: { name: CartEmpty, message: Put something in., status: 409 } # since the beginning
  CART-002: { name: CartFull, message: Take something out., status: 409 }
  CART-003: { name: CartLost, message: There is no such cart., status: 404 }
";

fn git(folder: &Folder, arguments: &[&str]) {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    let mut command = Command::new("git");
    command.args(identity).args(arguments).current_dir(folder.path());
    let run = Run::of(&mut command);
    assert_eq!(run.status, 0, "{arguments:?}: {}{}", run.stdout, run.stderr);
}

/// Returns a released catalog in a repository.
fn released() -> Folder {
    let folder = Folder::with(&[
        ("catalogs/shop.yaml", CARTS),
        (".gitattributes", "catalogs/shop.lock merge=union\n"),
    ]);
    let run = folder.run(&["release", "--first"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    git(&folder, &["init", "-q", "-b", "main"]);
    git(&folder, &["add", "-A"]);
    git(&folder, &["commit", "-q", "-m", "One"]);
    folder
}

fn rows(run: &Run) -> Vec<Value> {
    run.stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| Value::String(line.to_owned())))
        .collect()
}

fn rules(run: &Run) -> Vec<String> {
    let rows = rows(run)
        .into_iter()
        .filter_map(|row| Some(format!("{} {}", row["rule"].as_str()?, row["code"].as_str().unwrap_or("*"))));
    rows.collect()
}

#[test]
fn nothing_changed_since_a_release() {
    let folder = released();
    let run = folder.run(&["diff"]);
    assert_eq!((run.stdout.as_str(), run.status), ("shop: no changes since 1.0.0\n", 0), "{}", run.stderr);
    let run = folder.run(&["diff", "--format", "json"]);
    let summary = &rows(&run)[0]["summary"];
    assert_eq!((summary["released"].as_str(), summary["allowed"].as_bool()), (Some("1.0.0"), Some(true)));
    for state in ["HEAD", "catalogs", "catalogs/shop.yaml", "catalogs/shop.lock"] {
        let run = folder.run(&["diff", state]);
        assert_eq!((run.stdout.as_str(), run.status), ("shop: no changes since 1.0.0\n", 0), "{state}");
    }
    assert_eq!(folder.run(&["release", "--check"]).status, 0);
}

#[test]
fn each_change_has_a_row_and_the_version_is_judged() {
    let folder = released();
    let text = CARTS.replace("status: 404", "status: 410").replace("Take something out.", "Take things out.");
    folder.write(
        "catalogs/shop.yaml",
        &format!("{text}  CART-004: {{ name: CartOld, message: It is old. }}\n"),
    );
    let run = folder.run(&["diff", "--format", "json"]);
    let expected = ["text-changed CART-002", "status-changed CART-003", "code-added CART-004"];
    assert_eq!((rules(&run).as_slice(), run.status), (expected.map(str::to_owned).as_slice(), 1));
    let rows = rows(&run);
    assert_eq!((rows[1]["wire"].as_str(), rows[1]["rust"].as_str()), (Some("major"), Some("patch")));
    let summary = &rows[3]["summary"];
    assert_eq!((summary["required"].as_str(), summary["next"].as_str()), (Some("major"), Some("2.0.0")));
    for format in ["human", "concise", "github", "gitlab", "sarif", "rdjson", "junit"] {
        let run = folder.run(&["diff", "--format", format]);
        assert_eq!(run.status, 1, "{format}");
        assert!(run.stdout.contains("status-changed"), "{format}: {}", run.stdout);
    }
    let run = folder.run(&["release", "--bump"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(folder.read("catalogs/shop.yaml").starts_with("errcat: 1\ntitle: Shop API\nversion: 2.0.0\n"));
    assert_eq!(folder.run(&["diff"]).stdout, "shop: no changes since 2.0.0\n");
    let notes = folder.run(&["diff", "HEAD", "--markdown"]).stdout;
    assert!(notes.starts_with("## Shop API 2.0.0\n\n### Breaking\n"), "{notes}");
    assert!(notes.contains("- `CART-003` CartLost: status `404` → `410`\n"), "{notes}");
}

/// What is in backticks can be copied into a shell.
#[test]
fn the_help_for_several_removed_codes_has_whole_commands() {
    let folder = released();
    let is_kept = |line: &&str| !line.contains("CART-002") && !line.contains("CART-003");
    let kept: Vec<&str> = CARTS.lines().filter(is_kept).collect();
    folder.write("catalogs/shop.yaml", &(kept.join("\n") + "\n"));
    let text = folder.run(&["diff", "--format", "concise"]).stdout;
    let help = "help: `errcat retire shop/shop/CART-002` keeps the first one as a tombstone; if its removal is intended, \
                run `errcat diff --accept code-removed:shop/shop/CART-002 --reason '…'`, and the same for each of the others\n";
    assert!(text.contains("2 codes are gone: `CART-002`, `CART-003`") && text.contains(help), "{text}");
}

#[test]
fn a_shift_is_one_finding_and_a_removal_can_be_accepted() {
    let folder = released();
    let shifted = CARTS
        .replace("  CART-003: { name: CartLost", "  CART-004: { name: CartLost")
        .replace("  CART-002: { name: CartFull", "  CART-003: { name: CartFull");
    let shifted = shifted
        .replace("  CART-003:", "  CART-002: { name: PaymentFailed, message: No money. }\n  CART-003:");
    folder.write("catalogs/shop.yaml", &shifted);
    let run = folder.run(&["check", "--format", "concise"]);
    assert!(
        run.stdout.contains("2 codes from `CART-002` on moved up: `CART-003` is what `CART-002` was"),
        "{}",
        run.stdout
    );
    let groups: Vec<Value> = rows(&folder.run(&["diff", "--format", "json"]));
    let grouped = groups.iter().filter(|row| row["group"] == 1);
    assert_eq!(grouped.count(), 2, "{groups:?}");

    let gone: Vec<&str> = CARTS.lines().filter(|line| !line.contains("CART-003")).collect();
    let gone = gone.join(
        "
",
    ) + "
";
    folder.write("catalogs/shop.yaml", &gone);
    assert!(folder.run(&["check", "--format", "concise"]).stdout.contains("error[vanished-code]: [*] "));
    let run = folder.run(&["diff", "--accept", "code-removed:CART-003", "--reason", "No server sent it."]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(folder.run(&["check"]).status, 0);
    for (what, reason) in
        [("code-removed:CART-001", "x"), ("meaning-changed:CART-003", "x"), ("code-removed:CART-003", " ")]
    {
        assert_eq!(folder.run(&["diff", "--accept", what, "--reason", reason]).status, 1, "{what}");
    }
    let run = folder.run(&["release", "--bump"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(!folder.read("catalogs/shop.lock").contains("accept"));
}

#[test]
fn a_branch_is_judged_by_what_it_did() {
    let folder = released();
    git(&folder, &["checkout", "-q", "-b", "feature"]);
    folder.write(
        "catalogs/shop.yaml",
        &format!("{CARTS}  CART-004: {{ name: CartOld, message: It is old. }}\n"),
    );
    let run = folder.run(&["diff", "--since", "main", "--format", "json"]);
    assert_eq!((rules(&run), run.status), (vec!["code-added CART-004".to_owned()], 0), "{}", run.stderr);
    let ledger = folder.read("catalogs/shop.lock");
    folder.write("catalogs/shop.lock", &ledger.replace("Take something out.", "Something else."));
    let run = folder.run(&["diff", "--since", "main", "--format", "json"]);
    assert!(run.stdout.contains("\"ledger-rewritten\""), "{}", run.stdout);
    assert_eq!(run.status, 1);
    folder.write("catalogs/shop.lock", &ledger);
    let run = folder.run(&["diff", "--since", "origin/nothing"]);
    assert!(run.stderr.contains("git fetch origin nothing"), "{}", run.stderr);
    for hostile in ["--since=--output=a/b", "--since=a/b;c", "--since=a/$(c)"] {
        let run = folder.run(&["diff", hostile]);
        assert_eq!(run.status, 2, "{hostile}: {}", run.stdout);
        assert!(run.stderr.ends_with("Try `git fetch --tags origin`\n"), "{hostile}: {}", run.stderr);
    }
    assert_eq!(run.status, 2);
}

#[test]
fn releases_of_two_branches_merge_without_a_conflict() {
    let folder = released();
    let add = |code: &str, name: &str, version: &str| {
        let text = CARTS.replace("1.0.0", version);
        format!("{text}  {code}: {{ name: {name}, message: It is {name}. }}\n")
    };
    git(&folder, &["checkout", "-q", "-b", "other"]);
    folder.write("catalogs/shop.yaml", &add("CART-005", "CartOld", "1.2.0"));
    assert_eq!(folder.run(&["release"]).status, 0);
    git(&folder, &["commit", "-q", "-a", "-m", "Two"]);
    git(&folder, &["checkout", "-q", "main"]);
    folder.write("catalogs/shop.yaml", &add("CART-004", "CartNew", "1.1.0"));
    assert_eq!(folder.run(&["release"]).status, 0);
    git(&folder, &["commit", "-q", "-a", "-m", "Three"]);
    git(&folder, &["merge", "-q", "-X", "theirs", "other", "-m", "Merge"]);
    let both =
        add("CART-004", "CartNew", "1.3.0") + "  CART-005: { name: CartOld, message: It is CartOld. }\n";
    folder.write("catalogs/shop.yaml", &both);
    let run = folder.run(&["check"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, folder.read("catalogs/shop.lock"));
    let run = folder.run(&["release"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let ledger = folder.read("catalogs/shop.lock");
    assert_eq!(ledger.matches("\"errcat\":1").count(), 1, "{ledger}");
    assert_eq!(ledger.lines().count(), 6, "{ledger}");
}

#[test]
fn edits_keep_every_other_byte() {
    let folder = released();
    let edit = |arguments: &[&str]| {
        let run = folder.run(arguments);
        assert_eq!(run.status, 0, "{arguments:?}: {}{}", run.stdout, run.stderr);
        folder.read("catalogs/shop.yaml")
    };
    let text = edit(&["rename", "CART-002", "CartTooFull"]);
    let renamed =
        "  CART-002: { name: CartTooFull, formerly: CartFull, message: Take something out., status: 409 }\n";
    let expected =
        CARTS.replace("  CART-002: { name: CartFull, message: Take something out., status: 409 }\n", renamed);
    assert_eq!(text, expected);
    let text = edit(&["new", "shop", "CartOld", "-m", "It is old."]);
    let expected = format!("{expected}  CART-004: {{ name: CartOld, message: It is old. }}\n");
    assert_eq!(text, expected);
    let text = edit(&["retire", "CART-001", "--use", "CART-003"]);
    let retired = "status: 409, retired: { since: \"1.1.0\", use: CART-003 } } # since";
    let retired = expected.replacen("status: 409 } # since", retired, 1);
    assert_eq!(text, retired);
    assert_eq!(edit(&["retire", "CART-001", "--undo"]), expected);
    let text = edit(&["rekey", "CART-003", "CART-010"]);
    assert!(text.contains("  CART-010: { name: CartLost"), "{text}");
    assert!(text.contains("aliases: [CART-003]"), "{text}");
    assert_eq!(folder.run(&["rename", "CART-999", "X"]).status, 1);
}

#[test]
fn a_released_tombstone_keeps_its_names() {
    let folder = released();
    let run = |arguments: &[&str]| {
        let run = folder.run(arguments);
        assert_eq!(run.status, 0, "{arguments:?}: {}{}", run.stdout, run.stderr);
        run.stdout
    };
    run(&["rename", "CART-002", "CartTooFull"]);
    run(&["retire", "CART-002", "--note", "Carts hold everything."]);
    run(&["release", "--bump"]);
    assert!(folder.run(&["diff", "--format", "json"]).stdout.lines().count() == 1, "only the summary");
    run(&["release", "--check"]);
    let tombstone = folder.read("catalogs/shop.yaml");
    let cases = [
        ("    formerly: CartFull\n", "", ["name-removed CART-002"]),
        ("name: CartTooFull", "name: Other", ["name-changed CART-002"]),
        ("    name: CartTooFull\n", "", ["name-changed CART-002"]),
    ];
    for (old, new, expected) in cases {
        folder.write("catalogs/shop.yaml", &tombstone.replacen(old, new, 1));
        assert_eq!(rules(&folder.run(&["diff", "--format", "json"])), expected, "{old}");
        let refused = folder.run(&["release", "--format", "concise"]);
        assert!(refused.stdout.contains("2.0.0 is needed"), "{}{}", refused.stdout, refused.stderr);
        assert_eq!(refused.status, 1);
    }
    // `rename` keeps the last name of a tombstone, too.
    folder.write("catalogs/shop.yaml", &tombstone);
    run(&["rename", "CART-002", "CartStuffed"]);
    assert!(folder.read("catalogs/shop.yaml").contains("formerly: [CartFull, CartTooFull]"));
    assert_eq!(folder.run(&["check"]).status, 0);
    run(&["release", "--bump"]);
    assert!(folder.read("catalogs/shop.yaml").contains("version: 1.2.0"), "it is minor");
    // A code that comes back is not a new one.
    run(&["retire", "CART-002", "--undo"]);
    let shown = folder.run(&["diff"]).stdout;
    assert!(shown.contains("`CART-002` is in use again: `CartStuffed`"), "{shown}");
}

#[test]
fn a_lost_or_newer_ledger_is_reported() {
    let folder = released();
    let ledger = folder.read("catalogs/shop.lock");
    std::fs::remove_file(folder.path().join("catalogs/shop.lock")).expect("removed");
    let run = folder.run(&["check", "--format", "concise"]);
    assert!(run.stdout.contains("warning[missing-ledger]"), "{}", run.stdout);
    let run = folder.run(&["release", "--format", "json"]);
    assert!(run.stdout.contains("\"missing-ledger\""), "{}", run.stdout);
    assert_eq!(run.status, 1);
    let newer = ledger.replace("\"errcat\":1", "\"errcat\":2");
    for text in
        [newer, ledger.replace("\"state\"", "\"mood\":1,\"state\""), format!("{ledger}{{\"line\":1}}\n")]
    {
        folder.write("catalogs/shop.lock", &text);
        let run = folder.run(&["release"]);
        assert!(run.stdout.contains("written by a newer errcat: update it"), "{}", run.stdout);
        assert_eq!((run.status, folder.read("catalogs/shop.lock")), (2, text));
    }
    folder.write("catalogs/shop.lock", &ledger);
    assert_eq!(folder.run(&["release", "--first"]).status, 1);
}

/// A file in canonical form stays in it, also if a line becomes too long.
#[test]
fn edits_keep_the_canonical_form() {
    let folder = Folder::with(&[("catalogs/shop.yaml", CARTS)]);
    assert_eq!(folder.run(&["fmt", "--check"]).status, 0);
    assert_eq!(folder.run(&["rename", "CART-002", "ErrCartFull"]).status, 0);
    let retire = ["retire", "CART-002", "--use", "CART-001", "--note", "A cart has no limit."];
    assert_eq!(folder.run(&retire).status, 0);
    let expected = "  \
  CART-002:
    name: ErrCartFull
    message: Take something out.
    status: 409
    retired: { since: \"1.0.0\", use: CART-001, note: A cart has no limit. }
";
    let text = folder.read("catalogs/shop.yaml");
    assert!(text.contains(expected.trim_start_matches(' ')), "{text}");
    assert_eq!(folder.run(&["fmt", "--check"]).status, 0, "{text}");
}

/// A file in another form keeps it.
#[test]
fn edits_of_other_files_change_only_the_entry() {
    let quoted = CARTS.replace("Shop API", "'Shop API'");
    let folder = Folder::with(&[("catalogs/shop.yaml", quoted.as_str())]);
    assert_eq!(folder.run(&["fmt", "--check"]).status, 1);
    assert_eq!(folder.run(&["retire", "CART-002"]).status, 0);
    let retired = quoted.replace("out., status: 409", "out., status: 409, retired: { since: \"1.0.0\" }");
    assert_eq!(folder.read("catalogs/shop.yaml"), retired);
}

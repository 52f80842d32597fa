//! Tests of `errcat check`.

use crate::folder::Folder;

const GOOD: &str = "errcat: 1\ntitle: Shop API\nerrors:\n  cart_empty: The cart is empty.\n";
const BAD: &str = "errcat: 1\ntitle: Shop API\nerrors:\n  cart_empty:\n    mesage: Empty.\n    status: 42\n";

#[test]
fn without_findings_the_status_is_0() {
    let run = Folder::with(&[("catalogs/shop.yaml", GOOD)]).run(&["check"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0));
    assert_eq!(run.stderr, "checked 1 code in 1 catalog: no findings\n");
}

#[test]
fn findings_go_to_standard_output_and_the_status_is_1() {
    let run = Folder::with(&[("catalogs/shop.yaml", BAD)]).run(&["check"]);
    let expected = "\
error[unknown-key]: [*] an error has no key `mesage`
 --> catalogs/shop.yaml:5:5
  |
5 |     mesage: Empty.
  |     ^^^^^^ unknown key
  |
help: did you mean `message`?

error[invalid-status]: `42` is not an HTTP status
 --> catalogs/shop.yaml:6:13
  |
6 |     status: 42
  |             ^^ not a status
  |
help: write a plain number from 100 to 599

";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 1));
}

#[test]
fn json_has_one_object_per_finding_with_the_documented_keys() {
    let run = Folder::with(&[("catalogs/shop.yaml", BAD)]).run(&["check", "--format", "json"]);
    let lines: Vec<serde_json::Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    let expected = serde_json::json!({
        "v": 1,
        "rule": "invalid-status",
        "severity": "error",
        "path": "catalogs/shop.yaml",
        "start": { "line": 6, "col": 13 },
        "end": { "line": 6, "col": 15 },
        "message": "`42` is not an HTTP status",
        "help": "write a plain number from 100 to 599",
        "related": [],
        "fix": null,
    });
    assert_eq!(lines[1], expected);
}

#[test]
fn a_family_file_stands_for_its_whole_catalog() {
    let folder = Folder::with(&[
        ("api/shop.yaml", BAD),
        ("api/vm/catalog.yaml", "errcat: 1\ntitle: VM\nfamilies: [disk]\n"),
        (
            "api/vm/disk.yaml",
            "title: Disks\nerrors:\n  disk_full: { message: No space is left., status: 42 }\n",
        ),
    ]);
    let places = |arguments: &[&str]| -> Vec<String> {
        let run = folder.run(arguments);
        run.stdout.lines().map(|line| line.split(": ").next().unwrap_or_default().to_owned()).collect()
    };
    let disk = "api/vm/disk.yaml:3:52";
    assert_eq!(places(&["check", "--format", "concise", "api/vm/disk.yaml"]), [disk]);
    assert_eq!(places(&["check", "--format", "concise", "api/vm"]), [disk]);
    assert_eq!(places(&["check", "--format", "concise", "api/vm/catalog.yaml", "api/vm/disk.yaml"]), [disk]);
    let all = ["api/shop.yaml:5:5", "api/shop.yaml:6:13", disk];
    assert_eq!(places(&["check", "--format", "concise", "api"]), all);
}

#[test]
fn a_command_that_cannot_run_exits_with_2() {
    let folder = Folder::with(&[("empty/readme.txt", "")]);
    for (arguments, reason) in [
        (&["check"][..], "catalogs: there is no such folder"),
        (&["check", "nowhere"], "nowhere: "),
        (&["check", "empty"], "empty: no catalog found"),
        (&["check", "--colour"], "unexpected argument"),
        (&["frobnicate"], "unrecognized subcommand"),
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(run.stderr.contains(reason), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn mistakes_in_settings_are_findings() {
    let folder = Folder::with(&[("catalogs/shop.yaml", GOOD), ("errcat.yaml", "catalog: catalogs\n")]);
    let run = folder.run(&["check", "--format", "concise"]);
    let expected = "errcat.yaml:1:1: error[unknown-key]: `errcat.yaml` has no key `catalog`; help: did you mean `catalogs`?\n";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 2));
}

#[test]
fn paths_are_relative_to_the_project() {
    let folder = Folder::with(&[("catalogs/shop.yaml", BAD), ("errcat.yaml", "catalogs: catalogs\n")]);
    let above = folder.run(&["check", "--format", "concise"]);
    let below = folder.run_in("catalogs", &["check", "--format", "concise"]);
    assert!(above.stdout.starts_with("catalogs/shop.yaml:5:5: "), "{}", above.stdout);
    assert_eq!(above.stdout, below.stdout);
    let named = folder.run_in("catalogs", &["check", "--format", "concise", "shop.yaml"]);
    assert_eq!(above.stdout, named.stdout);
}

#[test]
fn colors_appear_only_on_request() {
    let folder = Folder::with(&[("catalogs/shop.yaml", BAD)]);
    assert!(!folder.run(&["check"]).stdout.contains('\u{1b}'));
    assert!(folder.run(&["check", "--color", "always"]).stdout.contains('\u{1b}'));
    assert!(!folder.run(&["check", "--color", "never"]).stdout.contains('\u{1b}'));
}

#[test]
fn a_terminal_gets_no_control_character_from_a_catalog() {
    let text = "errcat: 1\ntitle: Shop\nerrors:\n  \"a\\e[31m\\u202e\": { mesage: \"\\e]0;x\\a\" }\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", text)]);
    for format in ["human", "concise", "json"] {
        let run = folder.run(&["check", "--format", format]);
        assert_eq!(run.status, 1);
        let plain = |c: char| c == '\n' || !(c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
        assert!(run.stdout.chars().all(plain), "{format}: {:?}", run.stdout);
    }
}

#[test]
fn standard_input_is_a_single_file_catalog() {
    let folder = Folder::with(&[]);
    let run =
        folder.run_with_input(&["check", "-", "--stdin-name", "api/shop.yaml", "--format", "concise"], BAD);
    assert!(run.stdout.starts_with("api/shop.yaml:5:5: error[unknown-key]"), "{}", run.stdout);
    assert_eq!(run.status, 1);
    let run = folder.run_with_input(&["print", "catalog", "-"], GOOD);
    assert!(run.stdout.starts_with("{\"catalog\":\"stdin\""), "{}", run.stdout);
}

#[test]
fn standard_input_stands_for_a_file_of_its_catalog() {
    let head = "errcat: 1\ntitle: Shop\ncode: 'S[0-9]'\nfamilies: [cart, orders]\n";
    let cart = "title: Carts\nerrors:\n  S1: One.\n";
    let folder = Folder::with(&[
        ("catalogs/shop/catalog.yaml", head),
        ("catalogs/shop/cart.yaml", cart),
        ("catalogs/shop/orders.yaml", "title: Orders\nerrors:\n  S2: Two.\n"),
        ("catalogs/shop/locales/de.yaml", "errors:\n  S1: Eins.\n  S2: Zwei.\n"),
    ]);
    let check = |name: &str, input: &str| {
        folder.run_with_input(&["check", "-", "--stdin-name", name, "--format", "concise"], input)
    };
    let run = check("catalogs/shop/cart.yaml", cart);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0));
    // The pattern of the catalog and the codes of the other family count.
    let run = check("catalogs/shop/cart.yaml", &cart.replace("S1", "T1"));
    assert!(run.stdout.contains("catalogs/shop/cart.yaml:3:3: error[code-format]"), "{}", run.stdout);
    let run = check("catalogs/shop/cart.yaml", &cart.replace("S1: One.", "S2: One."));
    assert!(run.stdout.contains("error[duplicate-code]"), "{}", run.stdout);
    let run = check("catalogs/shop/catalog.yaml", &head.replace("orders", "odrers"));
    assert!(
        run.stdout.starts_with("catalogs/shop/catalog.yaml:4:18: error[dangling-reference]"),
        "{}",
        run.stdout
    );
    let run = check("catalogs/shop/locales/de.yaml", "errors:\n  S1: Eins.\n  S3: Zwei.\n");
    assert!(
        run.stdout.contains("catalogs/shop/locales/de.yaml:3:3: error[dangling-reference]"),
        "{}",
        run.stdout
    );
    // A file that does not exist yet.
    let run = check("catalogs/shop/gifts.yaml", "title: Gifts\nerrors:\n  S1: Again.\n");
    assert!(run.stdout.contains("error[duplicate-code]"), "{}", run.stdout);
    let fixed = folder.run_with_input(
        &["check", "--fix", "-", "--stdin-name", "catalogs/shop/cart.yaml"],
        &cart.replace("S1: One.", "S1: { mesage: One. }"),
    );
    assert_eq!(
        (fixed.stdout.as_str(), fixed.status),
        ("title: Carts\nerrors:\n  S1: { message: One. }\n", 0)
    );
    assert_eq!(folder.read("catalogs/shop/cart.yaml"), cart);
}

#[test]
fn files_that_are_not_read_are_reported() {
    let folder = Folder::with(&[
        ("catalogs/shop.yaml", GOOD),
        ("catalogs/old/first/shop.yaml", GOOD),
        ("catalogs/old/target/CACHEDIR.TAG", ""),
        ("catalogs/old/target/debug/shop.yaml", GOOD),
    ]);
    let run = folder.run(&["check", "--format", "concise"]);
    let expected = "catalogs/old/first/shop.yaml:1:1: error[unread-file]: `shop.yaml` is not read; help: it is too deep: \
                    catalogs stand in the folder of catalogs, or one folder deeper\n";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 1));
    folder.write("errcat.yaml", "rules: { unread-file: off }\n");
    assert_eq!(folder.run(&["check"]).status, 0);
}

#[test]
fn a_file_named_twice_is_checked_once() {
    let folder = Folder::with(&[("catalogs/shop.yaml", GOOD)]);
    let absolute = folder.path().join("catalogs");
    let absolute = absolute.to_str().expect("a path");
    let run = folder.run(&["check", "catalogs", "./catalogs/shop.yaml", "catalogs/../catalogs", absolute]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0));
}

#[test]
fn a_catalog_can_be_checked_from_its_own_folder() {
    let folder = Folder::with(&[
        ("api/vm/catalog.yaml", "errcat: 1\ntitle: VM\nfamilies: [disk]\n"),
        (
            "api/vm/disk.yaml",
            "title: Disks\nerrors:\n  disk_full: { status: 42, message: No space is left. }\n",
        ),
    ]);
    for path in [".", "disk.yaml", "catalog.yaml"] {
        let run = folder.run_in("api/vm", &["check", path, "--format", "concise"]);
        assert!(run.stdout.starts_with("disk.yaml:3:24: error[invalid-status]"), "{path}: {}", run.stdout);
    }
}

#[test]
fn a_file_that_is_too_large_is_reported_and_not_read() {
    let folder = Folder::with(&[("catalogs/shop.yaml", GOOD)]);
    let file = std::fs::File::options().write(true).open(folder.path().join("catalogs/shop.yaml"));
    file.and_then(|file| file.set_len(100 << 20)).expect("a large file");
    let run = folder.run(&["check", "--format", "concise"]);
    let expected = "catalogs/shop.yaml:1:1: error[syntax]: the file is larger than 32 MiB; help: split it into several families or catalogs\n";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 1));
}

#[test]
fn the_project_sets_the_levels_of_rules() {
    let text = "errcat: 1\ntitle: Shop API\nerrors:\n  a: { message: Some text., status: 465 }\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", text)]);
    let report = |rules: &str| {
        folder.write("errcat.yaml", &format!("rules: {rules}\n"));
        let run = folder.run(&["check", "--format", "concise"]);
        let lines: Vec<String> =
            run.stdout.lines().map(|line| line.split(": ").take(2).skip(1).collect()).collect();
        (lines.join(" "), run.status)
    };
    let expected = |lines: &str, status| (lines.to_owned(), status);
    assert_eq!(report("{}"), expected("warning[unregistered-status]", 0));
    assert_eq!(report("{ unregistered-status: deny }"), expected("error[unregistered-status]", 1));
    assert_eq!(report("{ unregistered-status: off }"), expected("", 0));
    let both = "{ unregistered-status: off, missing-help: warn, yaml-cut-text: deny }";
    assert_eq!(report(both), expected("warning[missing-help]", 0));
}

#[test]
fn invalid_levels_are_findings() {
    let rules = "rules:\n  mising-help: warn\n  nonsense: warn\n  missing-help: wran\n  syntax: warn\n  yaml-cut-text: off\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", GOOD), ("errcat.yaml", rules)]);
    let run = folder.run(&["check", "--format", "concise"]);
    let expected = "\
errcat.yaml:2:3: error[unknown-key]: there is no rule `mising-help`; help: did you mean `missing-help`?
errcat.yaml:3:3: error[unknown-key]: there is no rule `nonsense`; help: remove it; `errcat explain RULE` describes a rule
errcat.yaml:4:17: error[wrong-type]: expected a level, found `wran`; help: did you mean `warn`? It is one of `deny`, `warn`, `off`
errcat.yaml:5:11: error[wrong-type]: expected the level `deny` for `syntax`, found `warn`; help: remove the setting; this rule cannot be turned off
errcat.yaml:6:18: error[wrong-type]: expected the level `warn` for `yaml-cut-text`, found `off`; help: remove the setting; this rule cannot be turned off
";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 2));
}

#[test]
fn a_catalog_named_like_a_reserved_feature_is_reported() {
    let settings = "outputs: { rust: { path: generated, features: true } }\n";
    let folder = Folder::with(&[("catalogs/std.yaml", GOOD), ("errcat.yaml", settings)]);
    let run = folder.run(&["check", "--format", "concise"]);
    let expected = "catalogs/std.yaml:1:1: error[reserved-ident]: `std` is a Cargo feature with another meaning; help: rename the file or folder\n";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 1));
    folder.write("errcat.yaml", "outputs: { rust: { path: generated } }\n");
    assert_eq!(folder.run(&["check"]).status, 0);
}

#[cfg(unix)]
#[test]
fn a_dangling_link_is_reported_with_the_other_findings() {
    let folder = Folder::with(&[("catalogs/shop.yaml", BAD)]);
    std::os::unix::fs::symlink("nowhere.yaml", folder.path().join("catalogs/moved.yaml")).expect("a link");
    let run = folder.run(&["check", "--format", "concise"]);
    let first = "catalogs/moved.yaml:1:1: error[dangling-reference]: this file is a symbolic link to a missing file; help: restore the target, or remove the link\n";
    assert!(run.stdout.starts_with(first), "{}", run.stdout);
    assert_eq!((run.stdout.lines().count(), run.status), (3, 1));
}

#[test]
fn rule_names_are_links_only_if_the_terminal_supports_them() {
    let folder = Folder::with(&[("catalogs/shop.yaml", BAD)]);
    let plain = folder.run(&["check", "--color", "always"]).stdout;
    assert!(!plain.contains("\u{1b}]8;"), "{plain}");
    let linked = folder.run_with_env(&["check", "--color", "always"], &[("FORCE_HYPERLINK", "1")]).stdout;
    let link = "\u{1b}]8;;https://docs.rs/errcat-build/";
    assert!(
        linked.contains(link) && linked.contains("enum.Rule.html#variant.UnknownKey\u{1b}\\"),
        "{linked}"
    );
    let never = folder.run_with_env(&["check", "--color", "never"], &[("FORCE_HYPERLINK", "1")]).stdout;
    assert!(!never.contains('\u{1b}'), "{never}");
}

#[test]
fn output_that_is_not_a_terminal_is_ascii() {
    let folder = Folder::with(&[("catalogs/shop.yaml", BAD)]);
    let run = folder
        .run_with_env(&["check", "--color", "always"], &[("LC_ALL", "C.UTF-8"), ("TERM_PROGRAM", "vscode")]);
    assert!(run.stdout.is_ascii(), "{}", run.stdout);
}

#[test]
fn warnings_alone_are_no_failure_unless_denied() {
    let warning = "errcat: 1\ntitle: Shop\nerrors:\n  cart_empty: Cart empty.\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", warning)]);
    let run = folder.run(&["check", "--format", "concise"]);
    assert!(run.stdout.contains("warning[text-restates-code]"), "{}", run.stdout);
    assert_eq!(run.status, 0);
    for denied in [&["check", "--deny-warnings"][..], &["check", "--fix", "--deny-warnings"]] {
        assert_eq!(folder.run(denied).status, 1, "{denied:?}");
    }
    assert_eq!(folder.run(&["gen", "--out", "out", "--deny-warnings"]).status, 1);
    assert_eq!(folder.run(&["gen", "--out", "out", "--check"]).status, 0, "it was written in spite of it");
    folder.write("catalogs/shop.yaml", "errcat: 1\ntitle: Shop\nerrors:\n  cart_empty: Put something in.\n");
    assert_eq!(folder.run(&["check", "--deny-warnings"]).status, 0);
    folder.write("catalogs/shop.yaml", "errcat: 1\ntitle: Shop\nerrors:\n  cart_empty: { mask: x }\n");
    assert_eq!(folder.run(&["check"]).status, 1);
}

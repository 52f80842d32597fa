//! Tests of `errcat release`.

use std::fs;

use crate::folder::{Folder, SHOP};

const RELEASED: &str = r#"{"errcat":1,"version":"0.1.0","type":"string","unique":"catalog","status":"optional"}
{"code":"cart_empty","family":"shop","first":"0.1.0","at":"0.1.0","state":"active","ident":"CartEmpty","name":"CartEmpty","status":409,"message":"Put something in."}
{"code":"cart_full","family":"shop","first":"0.1.0","at":"0.1.0","state":"active","ident":"CartFull","name":"CartFull","status":409,"message":"Take something out."}
"#;

fn released() -> Folder {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP)]);
    let run = folder.run(&["release"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{}", run.stderr);
    folder
}

#[test]
fn the_first_release_writes_one_line_per_code() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP)]);
    let run = folder.run(&["release"]);
    let expected = "\
checked 2 codes in 1 catalog: no findings
    wrote catalogs/shop.lock: 0.1.0, 2 codes
next: add `/catalogs/**/*.lock text eol=lf merge=union` to `.gitattributes`, so that git merges the ledger
";
    assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), ("", expected, 0));
    assert_eq!(folder.files(), ["catalogs/shop.lock", "catalogs/shop.yaml"]);
    assert_eq!(folder.read("catalogs/shop.lock"), RELEASED);
    assert_eq!(folder.run(&["check"]).status, 0);
}

#[test]
fn a_new_project_needs_no_line_for_its_ledgers() {
    let folder = Folder::named("shop");
    assert_eq!(folder.run(&["init"]).status, 0);
    let catalog = folder.read("catalogs/shop.yaml").replace("title: ", "version: 0.1.0\ntitle: ");
    folder.write("catalogs/shop.yaml", &catalog);
    let run = folder.run(&["release"]);
    assert!(run.stderr.ends_with("wrote catalogs/shop.lock: 0.1.0, 3 codes\n"), "{}", run.stderr);
    // Git itself says so in a repository.
    fs::remove_file(folder.path().join("catalogs/shop.lock")).expect("a ledger");
    for arguments in [&["init", "-q"][..], &["add", "."]] {
        let git = std::process::Command::new("git").args(arguments).current_dir(folder.path()).status();
        assert!(git.is_ok_and(|status| status.success()));
    }
    let run = folder.run(&["release", "--first"]);
    assert!(run.stderr.ends_with("wrote catalogs/shop.lock: 0.1.0, 3 codes\n"), "{}", run.stderr);
}

#[test]
fn a_second_run_writes_nothing() {
    let folder = released();
    let modified = || fs::metadata(folder.path().join("catalogs/shop.lock")).and_then(|meta| meta.modified());
    let before = modified().expect("a time");
    let run = folder.run(&["release"]);
    assert!(run.stderr.contains("unchanged catalogs/shop.lock: 0.1.0, 2 codes"), "{}", run.stderr);
    assert_eq!((run.status, modified().expect("a time")), (0, before));
}

#[test]
fn a_removed_code_keeps_its_line_and_cannot_be_reused() {
    let folder = released();
    let later =
        SHOP.replace("0.1.0", "2.0.0").replace("  cart_full", "  cart_paid").replace("CartFull", "CartPaid");
    folder.write("catalogs/shop.yaml", &later.replace("Take something out.", "This cart is paid for."));
    assert_eq!(folder.run(&["release"]).status, 0);
    let ledger = folder.read("catalogs/shop.lock");
    let gone = RELEASED.lines().last().expect("a line");
    let gone = gone.replace(r#""at":"0.1.0","state":"active""#, r#""at":"2.0.0","state":"removed""#);
    assert!(ledger.starts_with("{\"errcat\":1,\"version\":\"2.0.0\""), "{ledger}");
    assert!(ledger.contains(&gone), "{ledger}");
    assert!(ledger.contains("{\"code\":\"cart_paid\",\"family\":\"shop\",\"first\":\"2.0.0\""), "{ledger}");

    let again = SHOP.replace("0.1.0", "3.0.0").replace("CartFull", "PaymentFailed");
    folder.write("catalogs/shop.yaml", &again.replace("Take something out.", "The bank said no."));
    for command in ["check", "release"] {
        let run = folder.run(&[command, "--format", "concise"]);
        let finding =
            "catalogs/shop.yaml:6:3: error[reused-code]: code `cart_full` was released as `CartFull`";
        assert!(run.stdout.starts_with(finding), "{}", run.stdout);
        assert_eq!(run.status, 1);
    }
    assert_eq!(folder.read("catalogs/shop.lock"), ledger, "nothing is written");

    folder.write("catalogs/shop.yaml", &SHOP.replace("0.1.0", "3.0.0"));
    assert_eq!(folder.run(&["release"]).status, 0, "a removed code may come back with its old meaning");
    let back = folder.read("catalogs/shop.lock");
    let line = RELEASED.lines().last().expect("a line");
    assert!(back.contains(&line.replace(r#""at":"0.1.0""#, r#""at":"3.0.0""#)), "{back}");
}

#[test]
fn revealing_an_error_must_be_accepted_with_a_reason() {
    let secret =
        "  cart_lost: { name: CartLost, message: Put something in., status: 409, mask: cart_empty }\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", &format!("{SHOP}{secret}"))]);
    assert_eq!(folder.run(&["release"]).status, 0);
    let ledger = folder.read("catalogs/shop.lock");
    let report = SHOP.replace("0.1.0", "2.0.0") + &secret.replace(", mask: cart_empty", "");
    folder.write(
        "catalogs/shop.yaml",
        &report.replace("cart_lost: {", "cart_lost: { allow: { duplicate-message: One text is enough. },"),
    );
    let run = folder.run(&["release", "--format", "concise"]);
    let refusal = "catalogs/shop.yaml:7:3: error[mask-changed]: outsiders now see `cart_lost` instead of \
                   `cart_empty`; help: if this is intended, run \
                   `errcat diff --accept mask-changed:shop/shop/cart_lost --reason '…'`\n";
    assert_eq!((run.stdout.as_str(), run.status), (refusal, 1));
    assert_eq!(folder.read("catalogs/shop.lock"), ledger, "nothing is written");

    let change = "mask-changed:shop/shop/cart_lost";
    let run = folder.run(&["diff", "--accept", change, "--reason", "Carts are no secret."]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let line = folder.read("catalogs/shop.lock").replace(&ledger, "");
    assert_eq!(
        line,
        "{\"accept\":\"mask-changed\",\"code\":\"cart_lost\",\"family\":\"shop\",\"reason\":\"Carts are no secret.\"}\n"
    );
    assert_eq!(folder.run(&["check"]).status, 0);
    assert_eq!(folder.run(&["release"]).status, 0);
    assert!(
        !folder.read("catalogs/shop.lock").contains("accept"),
        "the acceptance is removed after the release"
    );

    let stale = folder.read("catalogs/shop.lock") + &line;
    folder.write("catalogs/shop.lock", &stale);
    let run = folder.run(&["check", "--format", "concise"]);
    let finding = "catalogs/shop.lock:5:1: error[stale-acceptance]: the accepted change `mask-changed`";
    assert!(run.stdout.starts_with(finding), "{}", run.stdout);
    assert_eq!(folder.run(&["release"]).status, 1, "a release does not remove a stale acceptance");
    assert_eq!(folder.read("catalogs/shop.lock"), stale);
}

#[test]
fn a_version_is_required_and_must_increase() {
    let folder = Folder::with(&[
        ("catalogs/books.yaml", &SHOP.replace("Shop", "Books")),
        ("catalogs/shop.yaml", &SHOP.replace("version: 0.1.0\n", "")),
    ]);
    let run = folder.run(&["release", "--format", "concise"]);
    let reason = "catalogs/shop.yaml:1:1: error[missing-ledger]: the catalog has no version; help: add `version: 0.1.0`\n";
    assert_eq!((run.stdout.as_str(), run.status), (reason, 1), "{}", run.stderr);
    assert!(folder.files().contains(&"catalogs/books.lock".to_owned()), "it does not stop others");

    folder.write("catalogs/books.yaml", &SHOP.replace("0.1.0", "0.1.0-rc.1"));
    let run = folder.run(&["release", "--format", "concise", "catalogs/books.yaml"]);
    let reason = "catalogs/books.yaml:1:1: error[ledger-rewritten]: version 0.1.0-rc.1 is lower than the released version 0.1.0; help: raise `version`, for example with `errcat release --bump`\n";
    assert_eq!((run.stdout.as_str(), run.status), (reason, 1), "{}", run.stderr);
}

#[test]
fn nothing_is_written_for_a_catalog_with_findings() {
    let folder = Folder::with(&[
        ("catalogs/books.yaml", SHOP),
        ("catalogs/shop.yaml", &SHOP.replace("status: 409", "stauts: 409")),
    ]);
    let run = folder.run(&["release", "--format", "concise"]);
    assert_eq!((run.stdout.lines().count(), run.status), (2, 1), "{}", run.stdout);
    let files = ["catalogs/books.lock", "catalogs/books.yaml", "catalogs/shop.yaml"];
    assert_eq!(folder.files(), files, "only the sound catalog is released");

    let folder = released();
    folder.write("catalogs/shop.lock", &RELEASED.replace("\"state\":\"active\"", "\"state\":\"alive\""));
    let run = folder.run(&["release", "--format", "concise"]);
    assert!(run.stdout.starts_with("catalogs/shop.lock:2:75: error[wrong-type]: "), "{}", run.stdout);
    assert_eq!(run.status, 1);
}

#[test]
fn the_ledger_of_a_folder_is_inside_it() {
    let folder = Folder::with(&[
        (
            "catalogs/shop/catalog.yaml",
            "errcat: 1\ntitle: Shop\nversion: 0.1.0\nunique: family\nfamilies: [order, cart]\n",
        ),
        ("catalogs/shop/order.yaml", "title: Orders\nerrors:\n  LATE: L\n  FULL: The van is full.\n"),
        ("catalogs/shop/cart.yaml", "title: Carts\nerrors:\n  FULL: The cart is full.\n"),
    ]);
    assert_eq!(folder.run_in("catalogs/shop", &["release", "."]).status, 0);
    let expected = r#"{"errcat":1,"version":"0.1.0","type":"string","unique":"family","status":"optional"}
{"code":"FULL","family":"cart","first":"0.1.0","at":"0.1.0","state":"active","ident":"Full","message":"The cart is full."}
{"code":"FULL","family":"order","first":"0.1.0","at":"0.1.0","state":"active","ident":"Full","message":"The van is full."}
{"code":"LATE","family":"order","first":"0.1.0","at":"0.1.0","state":"active","ident":"Late","message":"L"}
"#;
    assert_eq!(folder.read("catalogs/shop/errcat.lock"), expected);
    for path in ["catalogs", "catalogs/shop", "catalogs/shop/errcat.lock", "catalogs/shop/cart.yaml"] {
        let run = folder.run(&["check", path]);
        let size = "checked 3 codes in 1 catalog: no findings\n";
        assert_eq!((run.stderr.as_str(), run.status), (size, 0), "{path}");
    }
}

#[test]
fn generated_code_does_not_depend_on_a_ledger() {
    let settings = "outputs:\n  rust:\n    path: src/codes\n    sources: true\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", settings)]);
    assert_eq!(folder.run(&["gen"]).status, 0);
    assert_eq!(folder.run(&["release"]).status, 0);
    let run = folder.run(&["gen", "--check"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{}", run.stderr);
    assert_eq!(folder.run(&["check"]).status, 0);
}

#[test]
fn a_ledger_that_cannot_be_written_is_reported_with_its_path() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP)]);
    fs::create_dir(folder.path().join("catalogs/shop.lock")).expect("a folder");
    let run = folder.run(&["release"]);
    assert!(run.stderr.contains("error: catalogs/shop.lock: "), "{}", run.stderr);
    assert_eq!(run.status, 2);
    let run = folder.run_with_input(&["release", "-"], SHOP);
    assert!(run.stderr.contains("a catalog from standard input cannot be released"), "{}", run.stderr);
    assert_eq!(run.status, 2);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_or_link_keeps_the_old_ledger() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = released();
    folder.write("catalogs/shop.yaml", &SHOP.replace("0.1.0", "1.1.0"));
    let catalogs = folder.path().join("catalogs");
    fs::set_permissions(&catalogs, fs::Permissions::from_mode(0o555)).expect("permissions");
    // Nothing is read-only for the superuser.
    if fs::write(catalogs.join("probe"), "").is_err() {
        let run = folder.run(&["release"]);
        assert!(run.stderr.contains("error: catalogs/shop.lock: Permission denied"), "{}", run.stderr);
        assert_eq!(run.status, 2);
        assert_eq!(folder.read("catalogs/shop.lock"), RELEASED);
    }
    fs::set_permissions(&catalogs, fs::Permissions::from_mode(0o755)).expect("permissions");
    drop(fs::remove_file(catalogs.join("probe")));

    folder.write("elsewhere", RELEASED);
    fs::remove_file(catalogs.join("shop.lock")).expect("removed");
    symlink("../elsewhere", catalogs.join("shop.lock")).expect("a link");
    let run = folder.run(&["release"]);
    assert!(
        run.stderr.contains("error: catalogs/shop.lock: a symbolic link is in the place of"),
        "{}",
        run.stderr
    );
    assert_eq!((run.status, folder.read("elsewhere").as_str()), (2, RELEASED));
}

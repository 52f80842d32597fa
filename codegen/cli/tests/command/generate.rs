//! `errcat gen`: what it writes, leaves alone and shows.

use crate::folder::Folder;

const SHOP: &str = "errcat: 1\ntitle: Shop API\nerrors:\n  cart_empty: The cart is empty.\n";
const SETTINGS: &str = "outputs:\n  rust:\n    path: src/codes\n";

#[test]
fn without_settings_a_folder_must_be_named() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP)]);
    let run = folder.run(&["gen"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("--out DIR"), "{}", run.stderr);

    let run = folder.run(&["gen", "--out", "code"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0));
    assert!(run.stderr.contains("wrote code/errcat.rs"), "{}", run.stderr);
    assert!(folder.read("code/errcat.rs").contains("pub mod shop {"));
}

#[test]
fn settings_say_where_the_code_goes_one_file_a_catalog() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
    assert_eq!(folder.run(&["gen"]).status, 0);
    let expected = [
        "catalogs/shop.yaml",
        "errcat.yaml",
        "src/codes/mod.rs",
        "src/codes/shop.rs",
        "src/codes/shop/tables.rs",
    ];
    assert_eq!(folder.files(), expected);
}

#[test]
fn a_second_run_writes_nothing() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
    folder.run(&["gen"]);
    let modified =
        || std::fs::metadata(folder.path().join("src/codes/shop.rs")).and_then(|meta| meta.modified());
    let before = modified().expect("a time");
    let run = folder.run(&["gen"]);
    assert_eq!(run.stderr.matches("unchanged").count(), 3, "{}", run.stderr);
    assert_eq!(modified().expect("a time"), before);
}

#[test]
fn check_shows_what_is_stale_and_writes_nothing() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
    folder.run(&["gen"]);
    let fresh = folder.run(&["gen", "--check"]);
    assert_eq!((fresh.stdout.as_str(), fresh.status), ("", 0));

    folder.write("catalogs/shop.yaml", &SHOP.replace("is empty", "has nothing in it"));
    let before = folder.read("src/codes/shop.rs");
    let stale = folder.run(&["gen", "--check"]);
    assert_eq!(stale.status, 1);
    assert!(stale.stdout.contains("--- a/src/codes/shop.rs\n+++ b/src/codes/shop.rs\n"), "{}", stale.stdout);
    assert!(stale.stdout.contains("-    /// `cart_empty` · The cart is empty.\n"), "{}", stale.stdout);
    assert!(
        stale.stdout.contains("+    /// `cart_empty` · The cart has nothing in it.\n"),
        "{}",
        stale.stdout
    );
    assert_eq!(folder.read("src/codes/shop.rs"), before);
}

#[test]
fn generated_files_that_no_longer_belong_are_removed_and_others_stay() {
    let folder = Folder::with(&[
        ("catalogs/shop.yaml", SHOP),
        ("catalogs/old.yaml", SHOP),
        ("errcat.yaml", SETTINGS),
        ("src/codes/mine.rs", "// written by hand\n"),
    ]);
    folder.run(&["gen"]);
    assert!(folder.files().contains(&"src/codes/old.rs".to_owned()));
    std::fs::remove_file(folder.path().join("catalogs/old.yaml")).expect("removed");
    assert_eq!(folder.run(&["gen", "--check"]).status, 1);
    let run = folder.run(&["gen"]);
    assert!(run.stderr.contains("removed src/codes/old.rs"), "{}", run.stderr);
    let files = folder.files();
    assert!(!files.iter().any(|path| path.contains("old")), "{files:?}");
    assert!(files.contains(&"src/codes/mine.rs".to_owned()));
}

#[test]
fn a_mistake_writes_nothing() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
    folder.run(&["gen"]);
    let before = folder.read("src/codes/shop.rs");
    folder.write("catalogs/shop.yaml", &format!("{SHOP}  cart_empty: Again.\n"));
    let run = folder.run(&["gen"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("error[duplicate-code]"), "{}", run.stdout);
    assert_eq!(folder.read("src/codes/shop.rs"), before);
}

#[test]
fn a_file_that_cannot_be_written_ends_with_2_and_leaves_nothing_behind() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("code/errcat.rs/in_the_way.txt", "")]);
    let run = folder.run(&["gen", "--out", "code"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("code/errcat.rs: "), "{}", run.stderr);
    assert_eq!(folder.files(), ["catalogs/shop.yaml", "code/errcat.rs/in_the_way.txt"]);
}

#[test]
fn the_same_bytes_come_out_in_another_folder_locale_and_time_zone() {
    let one = Folder::with(&[("catalogs/a.yaml", SHOP), ("catalogs/b.yaml", SHOP)]);
    let other = Folder::with(&[("catalogs/b.yaml", SHOP), ("catalogs/a.yaml", SHOP)]);
    one.run(&["gen", "--out", "code"]);
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_errcat"))
        .args(["gen", "--out", "code"])
        .current_dir(other.path())
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("TZ", "Pacific/Kiritimati")
        .status()
        .expect("the command runs");
    assert!(status.success());
    assert_eq!(one.read("code/errcat.rs"), other.read("code/errcat.rs"));
}

#[test]
fn generated_files_of_others_are_not_orphans() {
    let other = "// @generated by errcat 0.1.0 from elsewhere.\n";
    let folder = Folder::with(&[
        ("catalogs/shop.yaml", SHOP),
        ("errcat.yaml", SETTINGS),
        ("src/codes/other.rs", other),
        ("src/codes/deep/other.rs", other),
    ]);
    folder.run(&["gen"]);
    folder.run(&["gen"]);
    assert_eq!(folder.read("src/codes/other.rs"), other);
    assert_eq!(folder.read("src/codes/deep/other.rs"), other);
    folder.run(&["gen", "--out", "."]);
    assert_eq!(folder.read("src/codes/deep/other.rs"), other);
}

#[test]
fn a_warning_is_told_and_the_code_written() {
    let folder = Folder::with(&[("catalogs/shop.yaml", &format!("{SHOP}  cart_lost:\n"))]);
    let run = folder.run(&["gen", "--out", "code"]);
    assert!(run.stdout.contains("warning[missing-text]"), "{}", run.stdout);
    assert_eq!(run.status, 0);
    assert!(folder.read("code/errcat.rs").contains("CartLost"));
}

#[test]
fn nothing_is_written_outside_of_the_project() {
    for path in ["../escape", "/escape", ".", "", "a/../../b"] {
        let settings = format!("outputs:\n  rust:\n    path: \"{path}\"\n");
        let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", &settings)]);
        let run = folder.run(&["gen"]);
        assert_eq!(run.status, 2, "{path}");
        assert!(run.stdout.contains("expected a path below the project"), "{path}: {}", run.stdout);
    }
}

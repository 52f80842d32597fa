//! Tests of files that are no files, links, and names that not every program can read.
#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use crate::folder::{Folder, Run};

const SOLO: &str = "errcat: 1\ntitle: Solo\nversion: 0.1.0\nerrors:\n  solo_one: { message: Only one is allowed., status: 409 }\n";
const HEAD: &str = "errcat: 1\ntitle: Shop\nversion: 0.1.0\nfamilies: [cart, orders]\n";
const CART: &str =
    "title: Carts\nerrors:\n  cart_empty: { name: CartEmpty, message: Put something in., status: 409 }\n";
const ORDERS: &str =
    "title: Orders\nerrors:\n  order_gone: { message: The owner removed it., status: 410 }\n";
const GERMAN: &str = "errors:\n  cart_empty: Legen Sie etwas hinein.\n  order_gone: Weg.\n";
const SETTINGS: &str = "outputs: { rust: { path: src/codes, locales: [de] } }\n";

/// Returns a project with every kind of file, released and generated.
fn project() -> Folder {
    let folder = Folder::with(&[
        ("catalogs/solo.yaml", SOLO),
        ("catalogs/shop/catalog.yaml", HEAD),
        ("catalogs/shop/cart.yaml", CART),
        ("catalogs/shop/orders.yaml", ORDERS),
        ("catalogs/shop/locales/de.yaml", GERMAN),
        ("errcat.yaml", SETTINGS),
        ("src/lib.rs", "pub mod codes;\n"),
    ]);
    for command in ["gen", "release"] {
        let run = folder.run(&[command]);
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    }
    folder
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo").success());
}

/// Puts something that is no regular file in the place of a file.
fn replace(folder: &Folder, path: &str, kind: &str) {
    let place = folder.path().join(path);
    fs::remove_file(&place).expect("the file");
    match kind {
        "pipe" => pipe(&place),
        "socket" => drop(UnixListener::bind(&place).expect("a socket")),
        "folder" => fs::create_dir(&place).expect("a folder"),
        "loop" => symlink(place.file_name().expect("a name"), &place).expect("a link"),
        device => symlink(device, &place).expect("a link"),
    }
}

fn concise(folder: &Folder, arguments: &[&str]) -> Run {
    folder.run(&[arguments, &["--format", "concise"]].concat())
}

/// Asserts that a run could not read `path`, and says nothing else.
fn refused(run: &Run, path: &str, reason: &str) {
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{path}: {}", run.stderr);
    assert!(run.stderr.starts_with(&format!("error: {path}: {reason}")), "{path}: {}", run.stderr);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
}

const SOURCES: [&str; 7] = [
    "catalogs/solo.yaml",
    "catalogs/solo.lock",
    "catalogs/shop/catalog.yaml",
    "catalogs/shop/cart.yaml",
    "catalogs/shop/errcat.lock",
    "catalogs/shop/locales/de.yaml",
    "errcat.yaml",
];

const COMMANDS: [&[&str]; 13] = [
    &["check"],
    &["check", "--fix"],
    &["gen"],
    &["gen", "--check"],
    &["fmt"],
    &["fmt", "--check"],
    &["diff"],
    &["release"],
    &["print", "catalog"],
    &["explain", "cart_empty"],
    &["new", "shop/cart", "CartLost", "--message", "It is lost."],
    &["rename", "cart_empty", "CartVoid"],
    &["retire", "cart_empty"],
];

#[test]
fn every_command_refuses_a_source_that_is_no_regular_file() {
    for path in SOURCES {
        let folder = project();
        replace(&folder, path, "pipe");
        for command in COMMANDS {
            refused(&folder.run(command), path, "not a regular file");
        }
    }
    for kind in ["socket", "/dev/null", "/dev/zero"] {
        for path in SOURCES {
            let folder = project();
            replace(&folder, path, kind);
            refused(&folder.run(&["check"]), path, "not a regular file");
        }
    }
}

#[test]
fn an_output_that_is_no_regular_file_is_not_opened() {
    for kind in ["pipe", "socket", "/dev/zero"] {
        for path in ["src/codes/mod.rs", "src/codes/shop.rs", "src/codes/shop/lookup.rs", ".errcat/outputs"] {
            let folder = project();
            replace(&folder, path, kind);
            for command in [&["gen"][..], &["gen", "--check"], &["gen", "--prune"]] {
                refused(&folder.run(command), path, "not a regular file");
            }
            if path != ".errcat/outputs" {
                refused(&folder.run(&["check"]), path, "not a regular file");
                refused(&folder.run_in("catalogs/shop", &["check"]), path, "not a regular file");
            }
        }
    }
    let folder = project();
    let out = folder.path().join("out");
    pipe(&out);
    refused(&folder.run(&["gen", "--out", "out"]), "out/mod.rs", "Not a directory");
    refused(&folder.run_in("src", &["gen", "--out", "../out"]), "out/mod.rs", "Not a directory");
}

#[test]
fn files_of_other_programs_are_not_opened_either() {
    let folder = Folder::with(&[("catalogs/solo.yaml", SOLO), ("errcat.yaml", SETTINGS.trim_end())]);
    folder.write("errcat.yaml", "outputs: { rust: { path: src/codes } }\n");
    fs::create_dir(folder.path().join("src")).expect("a folder");
    for path in ["src/lib.rs", ".gitattributes", "source.csv", "Cargo.toml"] {
        pipe(&folder.path().join(path));
    }
    assert_eq!(folder.run(&["gen"]).status, 0);
    assert_eq!(folder.run(&["release"]).status, 0);
    let import = folder.run(&["import", "source.csv", "-o", "catalogs/new"]);
    refused(&import, "source.csv", "not a regular file");
    refused(&folder.run(&["import", "/dev/zero", "--from", "csv"]), "/dev/zero", "not a regular file");
    refused(&folder.run(&["init"]), "Cargo.toml", "not a regular file");
    let empty = Folder::with(&[]);
    pipe(&empty.path().join("source.csv"));
    refused(&empty.run(&["init", "--from", "source.csv"]), "source.csv", "not a regular file");
    for command in ["check", "fmt", "release", "import"] {
        refused(&empty.run(&[command, "source.csv"]), "source.csv", "not a regular file");
    }
}

#[test]
fn a_folder_with_the_name_of_a_file_is_refused() {
    for path in SOURCES {
        let folder = project();
        replace(&folder, path, "folder");
        refused(&folder.run(&["check"]), path, "Is a directory");
        refused(&folder.run(&["gen"]), path, "Is a directory");
    }
    let folder = Folder::with(&[("catalogs/solo.yaml", SOLO)]);
    for name in ["empty.yaml", "full.yml"] {
        let place = folder.path().join("catalogs").join(name);
        fs::create_dir(&place).expect("a folder");
        refused(&folder.run(&["check"]), &format!("catalogs/{name}"), "Is a directory");
        fs::remove_dir(&place).expect("the folder");
    }
}

#[test]
fn a_link_to_itself_is_refused() {
    for path in SOURCES {
        let folder = project();
        replace(&folder, path, "loop");
        refused(&folder.run(&["check"]), path, "Too many levels of symbolic links");
    }
    let folder = Folder::with(&[]);
    symlink("catalogs", folder.path().join("catalogs")).expect("a link");
    refused(&folder.run(&["check"]), "catalogs", "Too many levels of symbolic links");
    // Two links in a circle, one of which is a folder of catalogs.
    let folder = Folder::with(&[("catalogs/solo.yaml", SOLO)]);
    symlink("there", folder.path().join("catalogs/here")).expect("a link");
    symlink("here", folder.path().join("catalogs/there")).expect("a link");
    refused(&folder.run(&["check"]), "catalogs/here", "Too many levels of symbolic links");
}

#[test]
fn a_dangling_link_is_reported_wherever_it_is() {
    let missing = "1:1: error[dangling-reference]: this file is a symbolic link to a missing file; help: restore the target, or remove the link\n";
    for path in SOURCES.into_iter().filter(|path| *path != "errcat.yaml") {
        let folder = project();
        replace(&folder, path, "nowhere");
        let run = concise(&folder, &["check"]);
        assert!(run.stdout.contains(&format!("{path}:{missing}")), "{path}: {}", run.stdout);
        assert_eq!((run.status, run.stdout.matches("error[").count()), (1, 1), "{path}: {}", run.stdout);
    }
    // Folders of a submodule that was not checked out.
    for path in ["catalogs/moved", "catalogs/shop/locales"] {
        let folder = Folder::with(&[
            ("catalogs/shop/catalog.yaml", HEAD),
            ("catalogs/shop/cart.yaml", CART),
            ("catalogs/shop/orders.yaml", ORDERS),
        ]);
        symlink("../nowhere", folder.path().join(path)).expect("a link");
        symlink("nowhere.md", folder.path().join("catalogs/notes.md")).expect("a link");
        let run = concise(&folder, &["check"]);
        assert_eq!((run.stdout.as_str(), run.status), (format!("{path}:{missing}").as_str(), 1));
    }
    let folder = project();
    replace(&folder, "errcat.yaml", "nowhere");
    refused(&folder.run(&["check"]), "errcat.yaml", "No such file");
    let folder = Folder::with(&[]);
    symlink("nowhere", folder.path().join("catalogs")).expect("a link");
    refused(&folder.run(&["check"]), "catalogs", "the symbolic link is dangling");
    symlink("nowhere", folder.path().join("out")).expect("a link");
    folder.write("api/solo.yaml", SOLO);
    folder.write("errcat.yaml", "catalogs: api\n");
    refused(&folder.run(&["gen", "--out", "out/deep"]), "out", "the symbolic link is dangling");
}

/// Writes a file with a name that is not a text.
fn write(folder: &Folder, path: &[u8], text: &str) {
    let place = folder.path().join(OsStr::from_bytes(path));
    fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
    fs::write(place, text).expect("a file");
}

#[test]
fn files_with_names_that_cannot_be_told_are_not_read() {
    let help = "help: rename it: the name has control characters, a backslash, or bytes that are not UTF-8";
    for (name, shown) in [
        (&b"a\ncargo::rustc-env=PATH=x"[..], "a\\ncargo::rustc-env=PATH=x"),
        (b"tab\t", "tab\\t"),
        (b"a\x1b[31m", "a\\u{1b}[31m"),
        (b"a\x7f", "a\\u{7f}"),
        (b"a\xc2\x85", "a\\u{85}"),
        (b"a\xff", "a\u{fffd}"),
        (b"a\\b", "a\\b"),
    ] {
        for (before, after, text) in [
            ("catalogs/", ".yaml", SOLO),
            ("catalogs/", "/catalog.yaml", SOLO),
            ("catalogs/shop/", ".yaml", CART),
            ("catalogs/shop/locales/", ".yaml", GERMAN),
        ] {
            let folder = project();
            folder.write("catalogs/solo.yaml", &SOLO.replace("409", "40"));
            write(&folder, &[before.as_bytes(), name, after.as_bytes()].concat(), text);
            let run = concise(&folder, &["check"]);
            let line = format!("{before}{shown}{after}:1:1: error[unread-file]: `");
            assert!(run.stdout.contains(&line), "{line}: {}{}", run.stdout, run.stderr);
            assert!(run.stdout.contains(help), "{}", run.stdout);
            // Mistakes in other files are reported, too.
            assert!(run.stdout.contains("error[invalid-status]"), "{}", run.stdout);
            assert_eq!((run.stdout.lines().count(), run.status), (2, 1), "{}", run.stdout);
            for format in ["human", "json", "github", "gitlab", "sarif", "rdjson", "junit"] {
                let run = folder.run(&["check", "--format", format]);
                let plain = |c: char| c == '\n' || (!c.is_control() && c != '\u{85}');
                assert!(run.stdout.chars().all(plain), "{format}: {:?}", run.stdout);
                assert!(!run.stdout.contains("\ncargo::"), "{format}: {}", run.stdout);
            }
            assert_eq!(folder.run(&["gen"]).status, 1);
        }
    }
}

#[test]
fn a_listed_family_with_such_a_name_is_one_finding() {
    for name in ["a\nb", "a\tb", "a\\b"] {
        let folder = Folder::with(&[
            (
                "catalogs/shop/catalog.yaml",
                &HEAD.replace("orders", &serde_json::Value::from(name).to_string()),
            ),
            ("catalogs/shop/cart.yaml", CART),
            (&format!("catalogs/shop/{name}.yaml"), ORDERS),
        ]);
        let run = concise(&folder, &["check"]);
        assert_eq!((run.stdout.matches("error[").count(), run.status), (1, 1), "{}", run.stdout);
        assert!(run.stdout.contains("error[unread-file]"), "{}", run.stdout);
    }
}

#[test]
fn a_named_path_with_such_a_name_is_refused() {
    let folder = Folder::with(&[("catalogs/solo.yaml", SOLO), ("a\nb/solo.yaml", SOLO), ("a\nb.yaml", SOLO)]);
    for path in ["a\nb", "a\nb/solo.yaml", "a\nb.yaml"] {
        for command in ["check", "fmt", "release", "diff"] {
            let run = folder.run(&[command, path]);
            assert_eq!((run.status, run.stdout.as_str()), (2, ""));
            assert!(run.stderr.starts_with("error: a\\nb"), "{}", run.stderr);
            assert!(run.stderr.contains("control characters"), "{}", run.stderr);
        }
    }
}

#[test]
fn a_name_that_looks_like_another_is_reported() {
    let head = HEAD.replace("orders", "'NAME'");
    for name in ["a\u{202e}b", "a\u{200b}b", "a\u{ad}b", "a b", "ab ", "a.b", "a:b", "a'b"] {
        let quoted = name.replace('\'', "''");
        let listed = head.replace("NAME", &quoted);
        let folder = Folder::with(&[
            (&format!("catalogs/{name}.yaml"), SOLO),
            ("catalogs/shop/catalog.yaml", &listed),
            ("catalogs/shop/cart.yaml", CART),
            (&format!("catalogs/shop/{name}.yaml"), ORDERS),
        ]);
        let run = concise(&folder, &["check"]);
        let named: Vec<&str> =
            run.stdout.lines().filter(|line| line.contains("error[reserved-ident]")).collect();
        assert_eq!(named.len(), 2, "{name:?}: {}", run.stdout);
        assert!(named.iter().all(|line| line.contains("which is another name")), "{}", run.stdout);
        let shown = run.stdout + &folder.run(&["check"]).stdout;
        assert!(shown.chars().all(|c| !matches!(c, '\u{202e}' | '\u{200b}' | '\u{ad}')), "{name:?}");
    }
}

#[test]
fn very_long_names_are_written() {
    let name = "n".repeat(245);
    let path = format!("catalogs/{name}.yaml");
    let folder = Folder::with(&[(&path, &SOLO.replace("status", "stauts")), ("errcat.yaml", "x-a: 1\n")]);
    folder.write("errcat.yaml", "outputs: { rust: { path: src/codes } }\n");
    for command in [&["check", "--fix"][..], &["gen"], &["release"], &["rename", "solo_one", "Alone"]] {
        let run = folder.run(command);
        assert_eq!(run.status, 0, "{command:?}: {}{}", run.stdout, run.stderr);
    }
    assert!(folder.read(&path).contains("status: 409"));
    assert!(folder.read(&format!("src/codes/{name}.rs")).contains("SoloOne"));
    // With a longer name, the ledger has the longest name that there is.
    let longest = format!("catalogs/{}.yaml", "n".repeat(250));
    fs::rename(folder.path().join(&path), folder.path().join(&longest)).expect("renamed");
    let run = folder.run(&["fmt"]);
    assert_eq!(run.status, 1, "the ledger lost its catalog: {}", run.stdout);
}

#[cfg(target_os = "linux")]
#[test]
fn temporary_files_of_killed_runs_are_removed_by_the_next() {
    // No process has such a high id.
    let left = ["catalogs/.solo.yaml.4194999.tmp", "catalogs/.solo.lock.4194999.tmp"];
    let of_gen = ["src/codes/.solo.rs.4194999.tmp", ".errcat/.outputs.4194999.tmp"];
    let folder = project();
    let before = folder.files();
    left.iter().chain(&of_gen).for_each(|path| folder.write(path, "half"));
    folder.write("catalogs/solo.yaml", &SOLO.replace("status", "stauts").replace("0.1.0", "0.1.1"));
    for command in [&["check", "--fix"][..], &["release"], &["gen"]] {
        let run = folder.run(command);
        assert!(run.status < 2, "{}{}", run.stdout, run.stderr);
    }
    let catalogs = "errcat: 1\ntitle: New\nerrors:\n  a_b: { message: Something else., status: 400 }\n";
    folder.write("catalogs/new.yaml", catalogs);
    assert_eq!(folder.run(&["gen"]).status, 0);
    let new = ["catalogs/new.yaml", "src/codes/new.rs", "src/codes/new/lookup.rs"];
    let mut expected: Vec<String> = before.into_iter().chain(new.map(str::to_owned)).collect();
    expected.sort();
    assert_eq!(folder.files(), expected);
}

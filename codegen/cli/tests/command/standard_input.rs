//! Tests of what editors and pipes give to the command, and of the paths that people name.
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::process::Stdio;

use crate::folder::{Folder, Run};

const HEAD: &str = "errcat: 1\ntitle: Shop\nversion: 0.1.0\nfamilies: [cart, orders]\n";
const CART: &str =
    "title: Carts\nerrors:\n  cart_empty: { name: CartEmpty, message: Put something in., status: 409 }\n";
const ORDERS: &str =
    "title: Orders\nerrors:\n  order_gone: { message: The owner removed it., status: 410 }\n";
const SOLO: &str = "errcat: 1\ntitle: Solo\nversion: 0.1.0\nerrors:\n  solo_one: { message: Only one is allowed., status: 409 }\n";

fn project() -> Folder {
    Folder::with(&[
        ("catalogs/solo.yaml", SOLO),
        ("catalogs/shop/catalog.yaml", HEAD),
        ("catalogs/shop/cart.yaml", CART),
        ("catalogs/shop/orders.yaml", ORDERS),
        ("errcat.yaml", "catalogs: catalogs\n"),
    ])
}

fn absolute(folder: &Folder, path: &str) -> String {
    folder.path().canonicalize().expect("a folder").join(path).to_str().expect("a text").to_owned()
}

fn check(folder: &Folder, name: &str, input: &str) -> Run {
    folder.run_with_input(&["check", "-", "--stdin-name", name, "--format", "concise"], input)
}

#[test]
fn the_name_may_be_written_in_any_way() {
    let folder = project();
    let again = CART.replace("cart_empty", "order_gone");
    let names = [
        "catalogs/shop/cart.yaml".to_owned(),
        "./catalogs/shop/cart.yaml".to_owned(),
        "catalogs//shop/./cart.yaml".to_owned(),
        "catalogs/../catalogs/shop/cart.yaml".to_owned(),
        absolute(&folder, "catalogs/shop/cart.yaml"),
        absolute(&folder, "catalogs/../catalogs/shop/cart.yaml"),
    ];
    for name in &names {
        let run = check(&folder, name, CART);
        assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{name}");
        let run = check(&folder, name, &again);
        assert!(run.stdout.contains(":3:3: error[duplicate-code]"), "{}", run.stdout);
        assert_eq!(run.stdout.matches("error[").count(), 1, "{}", run.stdout);
    }
    for name in ["cart.yaml", "./cart.yaml", "../shop/cart.yaml", names[4].as_str()] {
        let mut command = folder.command(&["check", "-", "--stdin-name", name, "--format", "concise"]);
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), &again).expect("a file");
        let input = Stdio::from(file.reopen().expect("the file"));
        let run = Run::of(command.current_dir(folder.path().join("catalogs/shop")).stdin(input));
        assert!(run.stdout.contains(":3:3: error[duplicate-code]"), "{}", run.stdout);
    }
    // A single-file catalog stands for itself, not for a second one.
    let run = check(&folder, &absolute(&folder, "catalogs/solo.yaml"), SOLO);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0));
}

#[test]
fn a_name_that_is_no_file_of_a_catalog_is_refused() {
    let folder = project();
    for name in
        ["", ".", "catalogs", "catalogs/shop/", "notes.txt", "catalogs/shop/cart", "a\nb.yaml", "/dev/stdin"]
    {
        for command in
            [&["check", "-"][..], &["check", "--fix", "-"], &["fmt", "-"], &["print", "catalog", "-"]]
        {
            let run = folder.run_with_input(&[command, &["--stdin-name", name]].concat(), CART);
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{name:?}");
            assert!(run.stderr.contains("the name of standard input must be"), "{}", run.stderr);
            assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
        }
    }
}

#[test]
fn settings_are_checked_as_settings() {
    let folder = project();
    let wrong = "catalog: api\n";
    let line = "errcat.yaml:1:1: error[unknown-key]: `errcat.yaml` has no key `catalog`; help: did you mean `catalogs`?\n";
    for name in ["errcat.yaml", "./errcat.yaml", &absolute(&folder, "errcat.yaml")] {
        let run = check(&folder, name, "catalogs: api\n");
        assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{}", run.stderr);
        let run = check(&folder, name, wrong);
        assert_eq!((run.stdout.as_str(), run.status), (line, 1));
    }
    // What is on the disk does not count while it is edited.
    folder.write("errcat.yaml", wrong);
    assert_eq!(check(&folder, "errcat.yaml", "catalogs: api\n").status, 0);
    let run = folder.run_with_input(&["check", "--fix", "-", "--stdin-name", "errcat.yaml"], wrong);
    assert_eq!((run.stdout.as_str(), run.status), (wrong, 1));
    assert!(run.stderr.contains("did you mean `catalogs`?"), "{}", run.stderr);
    // Another file of this name is none of the project.
    assert_eq!(check(&Folder::with(&[]), "api/errcat.yaml", SOLO).status, 0);
}

#[test]
fn a_ledger_belongs_to_its_catalog() {
    let folder = project();
    let ledger = {
        assert_eq!(folder.run(&["release"]).status, 0);
        folder.read("catalogs/solo.lock")
    };
    for removed in [false, true] {
        if removed {
            std::fs::remove_file(folder.path().join("catalogs/solo.lock")).expect("the ledger");
        }
        for name in ["catalogs/solo.lock", &absolute(&folder, "catalogs/solo.lock")] {
            let run = check(&folder, name, &ledger);
            assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{}", run.stderr);
            let run = check(
                &folder,
                name,
                &ledger.replace("solo_one", "old").replace("SoloOne", "Old").replace("Only one", "Nobody"),
            );
            assert!(run.stdout.contains("error[vanished-code]"), "{}", run.stdout);
        }
    }
}

#[test]
fn a_file_that_no_catalog_reads_is_reported_however_it_is_named() {
    let folder = project();
    folder.write("catalogs/shop/deep/cart.yaml", CART);
    folder.write("catalogs/shop/deep/er/still.yaml", CART);
    folder.write("catalogs/shop/locale/de.yaml", "errors:\n  cart_empty: Leer.\n");
    for path in
        ["catalogs/shop/deep/cart.yaml", "catalogs/shop/deep/er/still.yaml", "catalogs/shop/locale/de.yaml"]
    {
        let expected = format!("{path}:1:1: error[unread-file]");
        for run in [check(&folder, path, CART), folder.run(&["check", path, "--format", "concise"])] {
            assert!(run.stdout.contains(&expected), "{}", run.stdout);
            assert!(run.stdout.lines().all(|line| line.contains("error[unread-file]")), "{}", run.stdout);
            assert_eq!(run.status, 1);
        }
    }
}

#[test]
fn standard_input_is_put_in_canonical_form() {
    let folder = project();
    let before = folder.files();
    let loose = "errors:\n  cart_empty: {status: 409, message: 'Put something in.'}\ntitle: Carts\n";
    let tidy = "title: Carts\nerrors:\n  cart_empty: { message: Put something in., status: 409 }\n";
    let name = "catalogs/shop/cart.yaml";
    let fmt = |rest: &[&str], input: &str| folder.run_with_input(&[&["fmt", "-"], rest].concat(), input);
    let run = fmt(&["--stdin-name", name], loose);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), (tidy, "", 0));
    let run = fmt(&["--stdin-name", name], tidy);
    assert_eq!((run.stdout.as_str(), run.status), (tidy, 0));
    let run = fmt(&["--stdin-name", name, "--check"], loose);
    assert_eq!((run.stdout.as_str(), run.status), ("catalogs/shop/cart.yaml\n", 1));
    let run = fmt(&["--stdin-name", name, "--diff"], loose);
    assert!(run.stdout.contains("-title: Carts") && run.stdout.contains("+title: Carts"), "{}", run.stdout);
    assert_eq!(run.status, 1);
    // A catalog of its own, and line ends that stay.
    let run = fmt(&[], "title: Solo\r\nerrcat: 1\r\nerrors: {a_b: Some text here.}\r\n");
    let expected = "errcat: 1\r\ntitle: Solo\r\nerrors: { a_b: Some text here. }\r\n";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 0), "{}", run.stderr);
    // With mistakes, the text comes back as it was.
    let wrong = loose.replace("message", "mesage");
    let run = fmt(&["--stdin-name", name], &wrong);
    assert_eq!((run.stdout.as_str(), run.status), (wrong.as_str(), 1));
    assert!(run.stderr.contains("error[unknown-key]"), "{}", run.stderr);
    let run = folder.run(&["fmt", "-", "catalogs"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 2));
    assert_eq!((folder.files(), folder.read(name)), (before, CART.to_owned()));
}

/// Runs the command with bytes that are no text as standard input.
fn run_with_bytes(folder: &Folder, arguments: &[&str], input: &[u8]) -> Run {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), input).expect("a file");
    Run::of(folder.command(arguments).stdin(Stdio::from(file.reopen().expect("the file"))))
}

#[test]
fn a_part_of_a_text_is_never_printed_as_all_of_it() {
    let folder = project();
    let head = "errcat: 1\ntitle: Solo\nerrors:\n";
    for entry in [
        &b"  a_b: { message: Caf\xe9 } \n  c_d: Some text.\n"[..],
        b"  a_b: { message: \"Caf\xe9\",\n    status: 409 }\n",
        b"  a_b: |-\n    Caf\xe9\n",
        b"  a_b: { mesage: Some text here. }\n  c_d: 'Caf\xe9'\n",
    ] {
        let input = [head.as_bytes(), entry].concat();
        for command in [&["check", "--fix", "-"][..], &["fmt", "-"]] {
            let run = run_with_bytes(&folder, command, &input);
            assert_eq!((run.stdout.as_str(), run.status), ("", 1), "{}", run.stderr);
            assert_eq!(run.stderr.matches("the file is not valid UTF-8").count(), 1, "{}", run.stderr);
            assert_eq!(run.stderr.matches("error[syntax]").count(), 1, "{}", run.stderr);
        }
    }
}

#[cfg(unix)]
#[test]
fn endless_input_ends() {
    let folder = project();
    for command in [&["check", "-"][..], &["print", "catalog", "-"], &["fmt", "-", "--check"]] {
        let endless = std::fs::File::open("/dev/zero").expect("a device");
        let run = Run::of(folder.command(command).stdin(Stdio::from(endless)));
        assert_eq!(run.stdout.matches("the file is larger than 32 MiB").count(), 1);
        assert_eq!((run.stdout.matches("error[").count(), run.status), (1, 1));
    }
}

#[test]
fn a_log_may_have_bytes_that_are_no_text() {
    let folder = project();
    for line in [&b"10:31 \xff\xfe cart_empty for user 7\n"[..], b"\xe9 cart_empty", b"cart_empty \xc3"] {
        let run = run_with_bytes(&folder, &["explain", "-"], line);
        assert!(run.stdout.starts_with("cart_empty  CartEmpty"), "{}{}", run.stdout, run.stderr);
        assert_eq!(run.status, 0);
    }
    // The limit may be inside of a character.
    let long = format!("{}{}", "x cart_empty ", "é".repeat(1 << 20));
    assert_eq!(run_with_bytes(&folder, &["explain", "-"], long.as_bytes()).status, 0);
}

#[test]
fn a_project_that_cannot_be_read_says_so_instead_of_knowing_nothing() {
    for (path, text, reason) in [
        ("errcat.yaml", "catalog: x\n", "did you mean `catalogs`?"),
        ("errcat.yaml", "catalogs: nowhere\n", "error: nowhere: there is no such folder"),
        ("catalogs/shop.yaml/file", "", "error: catalogs/shop.yaml: "),
    ] {
        let folder = Folder::with(&[(path, text)]);
        for query in ["cart_empty", "some log line with cart_empty"] {
            let run = folder.run(&["explain", query]);
            assert_eq!(run.status, 2, "{}{}", run.stdout, run.stderr);
            assert!((run.stdout + &run.stderr).contains(reason));
        }
        // What does not need the project is still explained.
        for query in ["phala-cloud/ERR-01-001", "duplicate-code", "message"] {
            assert_eq!(folder.run(&["explain", query]).status, 0, "{query}");
        }
    }
    let settled = Folder::with(&[("errcat.yaml", "catalogs: nowhere\n")]);
    assert_eq!(settled.run(&["explain", "ERR-01-001"]).status, 2, "a project has only its own codes");
    assert_eq!(Folder::with(&[("catalogs/readme.txt", "")]).run(&["explain", "ERR-01-001"]).status, 0);
}

#[test]
fn the_settings_and_folders_around_stand_for_the_catalogs() {
    let folder = project();
    let all = folder.run(&["check", "--format", "concise"]);
    for paths in
        [&["."][..], &["./"], &["errcat.yaml"], &["errcat.yaml", "catalogs/solo.yaml"], &["catalogs", "."]]
    {
        let run = folder.run(&[&["check", "--format", "concise"], paths].concat());
        assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{paths:?}");
        assert_eq!(run.stderr.replace(": no findings", ""), "checked 3 codes in 2 catalogs\n", "{paths:?}");
    }
    assert_eq!(all.status, 0);
    let run = folder.run_in("catalogs", &["check", ".."]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    let folder = Folder::with(&[("errcat.yaml", "catalogs: api/errors\n")]);
    folder.write("api/errors/solo.yaml", &SOLO.replace("409", "40"));
    for path in [".", "api", "errcat.yaml"] {
        let run = folder.run(&["check", path, "--format", "concise"]);
        assert!(run.stdout.contains("api/errors/solo.yaml:5:54: error[invalid-status]"), "{}", run.stdout);
    }
}

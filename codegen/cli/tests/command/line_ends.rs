//! Tests of checkouts in which lines end otherwise than they were written.

use crate::folder::Folder;

const HEAD: &str = "errcat: 1\ntitle: Shop\nversion: 0.1.0\nfamilies: [cart, orders]\n";
const CART: &str = "\
title: Carts
errors:
  # Before checkout.
  cart_empty: { name: CartEmpty, message: Put something in., status: 409 }
  cart_full:
    name: CartFull
    message: |-
      Take something out,
      and try again.
    status: 409
";
const ORDERS: &str =
    "title: Orders\nerrors:\n  order_gone: { message: The owner removed it., status: 410 }\n";
const GERMAN: &str = "\
errors:
  cart_empty: Legen Sie etwas hinein.
  cart_full: |-
    Nehmen Sie etwas heraus,
    und versuchen Sie es wieder.
  order_gone: Weg.
";
const SETTINGS: &str = "\
outputs:
  rust: { path: src/codes, locales: [de] }
  json: { path: out/codes.json }
  schema: { path: out/schema }
  markdown: { path: out/md }
  html: { path: out/html }
  typescript: { path: out/ts }
  python: { path: out/py }
  go: { path: out/go }
  openapi: { path: out/openapi.yaml }
  vectors: { path: out/vectors.json }
";

/// Returns a released and generated project with all outputs.
fn project() -> Folder {
    let folder = Folder::with(&[
        ("catalogs/shop/catalog.yaml", HEAD),
        ("catalogs/shop/cart.yaml", CART),
        ("catalogs/shop/orders.yaml", ORDERS),
        ("catalogs/shop/locales/de.yaml", GERMAN),
        ("errcat.yaml", SETTINGS),
    ]);
    for command in ["gen", "release"] {
        let run = folder.run(&[command]);
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    }
    folder
}

/// Changes the ends of the lines of all files.
fn convert(folder: &Folder, end: &str) {
    for file in folder.files() {
        folder.write(&file, &folder.read(&file).replace("\r\n", "\n").replace('\n', end));
    }
}

fn texts(folder: &Folder) -> Vec<(String, String)> {
    folder.files().into_iter().map(|file| (file.clone(), folder.read(&file))).collect()
}

#[test]
fn a_checkout_with_other_line_ends_changes_nothing() {
    let folder = project();
    let commands: [&[&str]; 10] = [
        &["check"],
        &["check", "--fix"],
        &["gen", "--check"],
        &["gen"],
        &["gen", "--prune"],
        &["fmt", "--check"],
        &["fmt"],
        &["diff", "--deny-warnings"],
        &["release", "--check"],
        &["release"],
    ];
    let told = |arguments: &[&str]| {
        let run = folder.run(arguments);
        (run.stdout, run.stderr, run.status)
    };
    let expected: Vec<_> = commands.iter().map(|arguments| told(arguments)).collect();
    for (arguments, (stdout, stderr, status)) in commands.iter().zip(&expected) {
        assert_eq!(*status, 0, "{arguments:?}: {stdout}{stderr}");
    }
    let printed = told(&["print", "catalog"]);
    convert(&folder, "\r\n");
    let before = texts(&folder);
    for (arguments, expected) in commands.iter().zip(&expected) {
        assert_eq!(told(arguments), *expected, "{arguments:?}");
    }
    assert_eq!(told(&["print", "catalog"]), printed);
    assert_eq!(texts(&folder), before);
}

#[test]
fn edits_keep_the_ends_of_lines() {
    let edits: [&[&str]; 7] = [
        &["check", "--fix"],
        &["fmt"],
        &["rename", "cart_empty", "CartVoid"],
        &["new", "shop/orders", "OrderLost", "--message", "It was lost.", "--status", "404"],
        &["retire", "order_gone"],
        &["rekey", "cart_full", "cart_crammed"],
        &["release", "--bump"],
    ];
    for arguments in edits {
        let folders = [project(), project()];
        let loose = CART.replace("status: 409 }", "stauts: 409 }");
        let loose = if arguments[0] == "check" { loose } else { CART.replace("{ name", "{name") };
        for (folder, end) in folders.iter().zip(["\n", "\r\n"]) {
            folder.write("catalogs/shop/cart.yaml", &loose);
            convert(folder, end);
            let run = folder.run(arguments);
            assert!(run.status < 2, "{arguments:?}: {}{}", run.stdout, run.stderr);
        }
        let [plain, converted] = folders.each_ref().map(texts);
        let is_yaml =
            |(path, _): &&(String, String)| path.starts_with("catalogs/") && !path.contains(".lock");
        for ((path, plain), (_, converted)) in
            plain.iter().zip(&converted).filter(|(plain, _)| is_yaml(plain))
        {
            assert_eq!(plain.replace('\n', "\r\n"), *converted, "{arguments:?}: {path}");
        }
        let changed = folders[0].read("catalogs/shop/cart.yaml") != loose
            || folders[0].read("catalogs/shop/orders.yaml") != ORDERS;
        assert_eq!(changed, arguments[0] != "release", "{arguments:?}");
    }
}

#[test]
fn where_only_the_ends_of_lines_differ_the_report_says_so() {
    for path in [
        "src/codes/shop.rs",
        "out/codes.json",
        "out/md/index.md",
        "out/ts/codes.ts",
        "out/go/codes.go",
        "out/py/info.py",
    ] {
        let folder = project();
        folder.write(path, &folder.read(path).replace('\n', "\r"));
        let run = folder.run(&["gen", "--check"]);
        assert_eq!((run.stdout, run.status), (format!("{path}: only the ends of lines differ\n"), 1));
        let run = folder.run(&["check", "--format", "concise"]);
        assert!(
            run.stdout.starts_with(&format!(
                "{path}:1:1: error[stale-output]: a generated file has other line ends"
            )),
            "{}",
            run.stdout
        );
        assert_eq!((run.stdout.lines().count(), run.status), (1, 1));
    }
    // A difference in the text is shown as one, with the ends of the file in whatever form.
    let folder = project();
    convert(&folder, "\r\n");
    folder.write("out/md/index.md", &folder.read("out/md/index.md").replacen("Shop", "Shed", 1));
    let run = folder.run(&["gen", "--check"]);
    assert!(run.stdout.contains("Shed") && !run.stdout.contains("only the ends"), "{}", run.stdout);
}

#[test]
fn every_stale_file_is_reported() {
    let folder = project();
    let written: Vec<String> = folder
        .files()
        .into_iter()
        .filter(|path| path.starts_with("out/") || path.starts_with("src/"))
        .collect();
    assert!(written.len() > 25, "{written:?}");
    for path in written {
        let text = folder.read(&path);
        folder.write(&path, &format!("{text}\nand more\n"));
        let run = folder.run(&["check", "--format", "concise"]);
        let line = format!("{path}:1:1: error[stale-output]: a generated file is out of date");
        assert!(run.stdout.starts_with(&line), "{path}: {}", run.stdout);
        assert_eq!((run.stdout.lines().count(), run.status), (1, 1), "{}", run.stdout);
        folder.write(&path, &text);
    }
}

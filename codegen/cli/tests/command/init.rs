//! Tests of `errcat init`: what it creates, that it changes nothing else, and that the result works.

#![expect(clippy::expect_used, reason = "a test stops at what it did not expect")]

use std::path::Path;
use std::process::Command;

use crate::folder::{Folder, Run};

const MANIFEST: &str = "[package]\nname = \"my-shop\"\nversion = \"1.0.0\"\nedition = \"2024\"\n";

fn init(folder: &Folder, arguments: &[&str]) -> Run {
    let run = folder.run(&[&["init"], arguments].concat());
    assert_eq!((run.stdout.as_str(), run.status), ("", 0), "{}", run.stderr);
    run
}

/// Runs cargo with the packages of this repository, and returns its output.
fn cargo(folder: &Folder, arguments: &[&str]) -> String {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = |below: &str| repository.join(below).display().to_string().replace('\\', "/");
    let version = concat!("\"", env!("CARGO_PKG_VERSION"), "\"");
    let manifest = folder.read("Cargo.toml");
    let local = |name: &str, below: &str| {
        (format!("{name} = {version}"), format!("{name} = {{ path = \"{}\" }}", path(below)))
    };
    let mut patched = manifest;
    for (published, local) in [local("errcat-build", "codegen"), local("errcat", "codegen/runtime")] {
        patched = patched.replace(&published, &local);
    }
    let table = format!("[dependencies.errcat]\nversion = {version}");
    let local = format!("[dependencies.errcat]\npath = \"{}\"", path("codegen/runtime"));
    let patched = patched.replace(&table, &local);
    let workspace = if patched.contains("[workspace]") { "" } else { "\n[workspace]\n" };
    folder.write("Cargo.toml", &format!("{patched}{workspace}"));
    std::fs::copy(repository.join("Cargo.lock"), folder.path().join("Cargo.lock")).expect("a lock file");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("init");
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--quiet", "--color=never"])
        .env("CARGO_TARGET_DIR", target)
        .env("RUSTFLAGS", "-D warnings")
        .current_dir(folder.path())
        .output()
        .expect("cargo");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// Returns a folder that is named `shop`, which decides the names of a new package.
fn shop() -> Folder {
    Folder::named("shop")
}

#[test]
fn an_empty_folder_becomes_a_project_that_works() {
    let folder = shop();
    let run = init(&folder, &[]);
    let expected = [
        ".errcat/config.schema.json",
        ".errcat/outputs",
        ".errcat/shop.schema.json",
        ".gitattributes",
        ".github/workflows/errcat.yml",
        ".gitignore",
        "Cargo.toml",
        "catalogs/shop.yaml",
        "errcat.yaml",
        "src/errors/mod.rs",
        "src/errors/shop.rs",
        "src/errors/shop/lookup.rs",
        "src/lib.rs",
        "src/main.rs",
        "tests/error_codes.rs",
    ];
    assert_eq!(folder.files(), expected);
    let next: Vec<&str> = run.stderr.lines().rev().take(4).collect();
    assert!(next[3] == "next:" && next[2].starts_with("  cargo test "), "{}", run.stderr);
    assert!(next[1].starts_with("  errcat explain out_of_stock ") && next[0].starts_with("  errcat gen "));
    assert_eq!(run.stderr.matches("next:").count(), 1, "{}", run.stderr);

    let check = folder.run(&["check"]);
    assert_eq!((check.stdout.as_str(), check.status), ("", 0), "a new project has no findings");
    assert_eq!(folder.run(&["gen", "--check"]).status, 0);
    let first = "# yaml-language-server: $schema=../.errcat/shop.schema.json\n";
    assert!(folder.read("catalogs/shop.yaml").starts_with(first));

    let tests = cargo(&folder, &["test"]);
    assert!(tests.contains("2 passed"), "{tests}");
    let body = r#"{"code":"out_of_stock","message":"Only 2 of pencil are left.","details":{"article":"pencil","left":2}}"#;
    assert_eq!(cargo(&folder, &["run"]), format!("HTTP 409: {body}\n"));
    let format = Command::new("cargo").args(["fmt", "--check"]).current_dir(folder.path()).status();
    assert!(format.expect("rustfmt").success(), "the files are formatted");
}

#[test]
fn a_source_becomes_the_first_catalog() {
    let folder = shop();
    let table = "Code,Name,Message,HTTP Status\nE1,Lost,The cart %s is lost.,404\nE2,Lost,It is full.,409\n";
    folder.write("till.csv", table);
    let run = folder.run(&["init", "--from", "till.csv"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.starts_with("read till.csv (csv, recognised): 2 rows, 2 errors in 1 family\n"));
    assert!(run.stderr.contains("  errcat explain E1 "), "{}", run.stderr);
    let expected = [
        ".errcat/config.schema.json",
        ".errcat/outputs",
        ".errcat/till.schema.json",
        ".gitattributes",
        ".github/workflows/errcat.yml",
        ".gitignore",
        "Cargo.toml",
        "catalogs/till/catalog.yaml",
        "catalogs/till/till.yaml",
        "errcat.yaml",
        "src/errors/mod.rs",
        "src/errors/till.rs",
        "src/errors/till/lookup.rs",
        "src/lib.rs",
        "till.csv",
    ];
    assert_eq!(folder.files(), expected);
    assert_eq!(folder.run(&["gen", "--check"]).status, 0);
    cargo(&folder, &["test"]);

    let again = folder.run(&["init", "--from", "till.csv"]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("`errcat import` adds another one"), "{}", again.stderr);
}

#[test]
fn nothing_is_started_from_a_source_without_codes() {
    let folder = shop();
    folder.write("page.html", "<html><body><p>No table here.</p></body></html>");
    let run = folder.run(&["init", "--from", "page.html"]);
    assert!(run.status == 2 && run.stderr.contains("no error codes found"), "{}", run.stderr);
    assert_eq!(folder.files(), ["page.html"]);
}

#[test]
fn a_build_script_generates_instead() {
    let folder = shop();
    init(&folder, &["--build-script"]);
    assert!(!folder.files().iter().any(|path| path.starts_with("src/errors")));
    assert!(folder.read("build.rs").contains("errcat_build::compile(\"catalogs\");"));
    assert!(folder.read("Cargo.toml").ends_with(&format!(
        "[dependencies]\nerrcat = \"{0}\"\n\n[build-dependencies]\nerrcat-build = \"{0}\"\n",
        env!("CARGO_PKG_VERSION")
    )));
    let run = init(&folder, &[]);
    assert!(run.stderr.contains("everything is here already"), "{}", run.stderr);
    let tests = cargo(&folder, &["test"]);
    assert!(tests.contains("2 passed"), "{tests}");
}

/// The form of a package, and what a run changes in its files.
struct Form {
    files: &'static [(&'static str, &'static str)],
    manifest: (&'static str, &'static str),
    root: (&'static str, &'static str, &'static str),
}

const FORMS: [Form; 4] = [
    Form {
        files: &[("src/main.rs", "fn main() {}\n")],
        manifest: ("\n[dependencies]\n", "\n[dependencies]\nerrcat = \"VERSION\"\n"),
        root: ("src/main.rs", "fn main() {}\n", "mod errors;\n\nfn main() {}\n"),
    },
    Form {
        files: &[("src/main.rs", "fn main() {}\n")],
        manifest: (
            "\r\n[dependencies]\r\n# serde = \"1\"\r\n\r\n[features]\r\nnone = []",
            "\r\n[dependencies]\r\nerrcat = \"VERSION\"\r\n# serde = \"1\"\r\n\r\n[features]\r\nnone = []",
        ),
        root: (
            "src/lib.rs",
            "//! A crate.\r\n#![allow(dead_code)]\r\nmod other {}",
            "//! A crate.\r\n#![allow(dead_code)]\r\n\r\npub mod errors;\r\n\r\nmod other {}",
        ),
    },
    Form {
        files: &[("catalogs/old.yaml", "errcat: 1\ntitle: Old\nerrors:\n  gone: It is gone.\n")],
        manifest: (
            "\n[lib]\nname = \"shelf\"\npath = \"lib/all.rs\"\n\n[dev-dependencies] # none\n",
            "\n[lib]\nname = \"shelf\"\npath = \"lib/all.rs\"\n\n[dev-dependencies] # none\n\n[dependencies]\nerrcat = \"VERSION\"\n",
        ),
        root: ("lib/all.rs", "// Ours.\n\nmod inner {}\n", "// Ours.\n\npub mod errors;\n\nmod inner {}\n"),
    },
    Form {
        files: &[("src/errors.rs", "//! Written by hand.\n"), (".gitattributes", "* text=auto\n")],
        manifest: (
            "\n[dependencies.errcat]\nversion = \"VERSION\"\nfeatures = [ # all\n  \"std\",\n]\n",
            "\n[dependencies.errcat]\nversion = \"VERSION\"\nfeatures = [ # all\n  \"std\",\n]\n",
        ),
        root: ("src/lib.rs", "pub mod errors;\n", "pub mod error_codes;\n\npub mod errors;\n"),
    },
];

#[test]
fn a_package_gets_what_is_missing_and_keeps_every_other_byte() {
    for form in FORMS {
        let version = |text: &str| text.replace("VERSION", env!("CARGO_PKG_VERSION"));
        let end = if form.manifest.0.contains("\r\n") { "\r\n" } else { "\n" };
        let manifest = |text: &str| MANIFEST.replace('\n', end) + &version(text);
        let folder = Folder::with(form.files);
        folder.write("Cargo.toml", &manifest(form.manifest.0));
        let (path, before, after) = form.root;
        folder.write(path, before);
        let kept: Vec<(String, String)> =
            folder.files().into_iter().map(|path| (path.clone(), folder.read(&path))).collect();

        init(&folder, &[]);
        assert_eq!(folder.read("Cargo.toml"), manifest(form.manifest.1));
        assert_eq!(folder.read(path), after);
        for (kept, text) in kept.iter().filter(|(kept, _)| kept != "Cargo.toml" && kept != path) {
            if kept == ".gitattributes" {
                let edited = folder.read(kept);
                let added = edited.strip_prefix(text).expect("every other byte");
                assert_eq!(added.lines().count(), 3, "{added}");
                assert!(added.starts_with("/src/error_codes/** text eol=lf"), "{added}");
                continue;
            }
            assert_eq!(folder.read(kept), *text, "{kept}");
        }
        let all: Vec<(String, String)> =
            folder.files().into_iter().map(|path| (path.clone(), folder.read(&path))).collect();
        let again = init(&folder, &[]);
        assert!(again.stderr.contains("everything is here already"), "{}", again.stderr);
        for (path, text) in all {
            assert_eq!(folder.read(&path), text, "a second run changes nothing: {path}");
        }
        cargo(&folder, &["test"]);
    }
}

#[test]
fn a_member_of_a_workspace_gets_no_workflow() {
    let folder = Folder::with(&[
        ("Cargo.toml", "[workspace]\nmembers = [\"app\"]\n"),
        (".git/HEAD", "ref: refs/heads/main\n"),
        ("app/Cargo.toml", MANIFEST),
        ("app/src/lib.rs", ""),
    ]);
    let run = folder.run_in("app", &["init"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("to do: run `errcat check` and `errcat gen --check` in the CI of the repository ..")
    );
    assert!(!folder.files().iter().any(|path| path.contains(".github")));
    assert_eq!(folder.read("app/src/lib.rs"), "pub mod errors;\n");

    let run = folder.run(&["init"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("there is no `[package]`"), "{}", run.stderr);
    folder.write("app/inner/file", "");
    let run = folder.run_in("app/inner", &["init"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("part of a package or workspace"), "{}", run.stderr);
}

/// What cannot be changed in place is said instead, and the rest is done.
#[test]
fn what_needs_an_author_is_said() {
    let folder = Folder::with(&[
        ("Cargo.toml", &format!("dependencies = {{ log = \"0.4\" }}\n{MANIFEST}build = \"make.rs\"\n")),
        ("make.rs", "fn main() {}\n"),
        ("src/lib.rs", ""),
    ]);
    let run = init(&folder, &["--build-script"]);
    for note in [
        format!("to do: add `errcat = \"{}\"` to `dependencies` in Cargo.toml", env!("CARGO_PKG_VERSION")),
        "to do: add `errcat_build::compile(\"catalogs\");` to the function `main` of make.rs".to_owned(),
    ] {
        assert!(run.stderr.contains(&note), "{note}\n{}", run.stderr);
    }
    assert_eq!(folder.read("make.rs"), "fn main() {}\n");
    assert!(folder.read("Cargo.toml").contains("\n[build-dependencies]\nerrcat-build = "));
}

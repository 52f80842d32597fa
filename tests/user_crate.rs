//! Tests of a crate with its own catalogs and a build script of one line.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

#[expect(dead_code, reason = "other tests have these texts as translations")]
mod hostile;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Once;

use errcat_build::unstable::analyze;
use errcat_build::unstable::emit::rust::{FILE_NAME, Layout, emit};
use errcat_build::unstable::project::find;

const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");
const EDITIONS: [&str; 2] = ["2021", "2024"];

/// A copy of `tests/user-crate` that depends on this repository.
struct UserCrate {
    folder: PathBuf,
}

impl UserCrate {
    /// Creates a copy for one test. All copies share a target folder, so each needs a unique name.
    fn new(name: &str, edition: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("user-crate").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        let repository = Path::new(REPOSITORY);
        copy(&repository.join("tests/user-crate"), &folder);
        let path = |below: &str| repository.join(below).to_str().unwrap().replace('\\', "/");
        let manifest = fs::read_to_string(folder.join("Cargo.toml.in")).unwrap();
        let manifest = manifest
            .replace("{name}", &format!("user-crate-{name}"))
            .replace("{edition}", edition)
            .replace("{codegen}", &path("codegen"))
            .replace("{runtime}", &path("codegen/runtime"));
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        fs::copy(repository.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        Self { folder }
    }

    fn cargo(&self, arguments: &[&str]) -> Output {
        fetch();
        Command::new(env!("CARGO"))
            .args(arguments)
            .args(["--offline", "--color=never", "--target-dir"])
            .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("user-crate/target"))
            .env("RUSTDOCFLAGS", "-D warnings")
            .current_dir(&self.folder)
            .output()
            .unwrap()
    }

    /// Runs cargo successfully and returns its standard output.
    fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.cargo(arguments);
        assert!(output.status.success(), "{arguments:?}\n{}", text(&output.stdout) + &text(&output.stderr));
        text(&output.stdout)
    }

    /// Runs cargo and returns the errors of the failed build.
    fn fail(&self) -> Vec<String> {
        let output = self.cargo(&["build"]);
        let stderr = text(&output.stderr);
        assert!(!output.status.success(), "{stderr}");
        stderr.lines().filter(|line| line.starts_with("error: ")).map(str::to_owned).collect()
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.join(path), text).unwrap();
    }

    /// Replaces a part of a file.
    fn edit(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.folder.join(path)).unwrap();
        assert!(text.contains(old), "{path}");
        self.write(path, &text.replace(old, new));
    }
}

/// Downloads locked crates, so that everything else works offline.
fn fetch() {
    static FETCHED: Once = Once::new();
    FETCHED.call_once(|| {
        let fetch = ["fetch", "--locked", "--quiet"];
        // Without a network, the crates may already be there. If not, the next command fails.
        let _ = Command::new(env!("CARGO")).args(fetch).current_dir(REPOSITORY).status();
    });
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_owned()).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, target) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(path, target).unwrap();
        }
    }
}

/// Returns the locations and rules of error lines, such as `catalogs/shop.yaml:4:3:
/// error[unknown-key]`.
fn places(errors: &[String]) -> Vec<&str> {
    errors
        .iter()
        .filter_map(|line| {
            let place = &line[line.find("catalogs")?..];
            Some(&place[..=place.find(']')?])
        })
        .collect()
}

#[test]
fn both_editions() {
    for edition in EDITIONS {
        let stdout = UserCrate::new(edition, edition).succeed(&["test"]);
        for test in ["hostile_texts", "every_type_comes_back", "a_message_with_parameters"] {
            assert!(stdout.contains(&format!("test {test} ... ok")), "{stdout}");
        }
    }
}

/// Returns the output folders of build scripts whose names start with `prefix`.
fn outputs(prefix: &str) -> Vec<PathBuf> {
    let builds = Path::new(env!("CARGO_TARGET_TMPDIR")).join("user-crate/target/debug/build");
    let Ok(entries) = fs::read_dir(builds) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(prefix)).collect()
}

/// The build script writes the same code as the library, wherever the catalogs are.
#[test]
fn same_bytes() {
    let user = UserCrate::new("bytes", "2024");
    // Remove the output of earlier versions of the generator.
    for stale in outputs("user-crate-bytes-") {
        fs::remove_dir_all(stale).unwrap();
    }
    user.succeed(&["build"]);
    let found = find(&user.folder, &[PathBuf::from("catalogs")]).unwrap();
    let tree = emit(&analyze(&found.sources).model, &Layout::File(FILE_NAME.to_owned()));
    let written: Vec<String> = outputs("user-crate-bytes-")
        .iter()
        .filter_map(|path| fs::read_to_string(path.join("out").join(FILE_NAME)).ok())
        .collect();
    assert!(!written.is_empty());
    for text in written {
        assert_eq!(Some(text.as_str()), tree.get(FILE_NAME));
    }
}

#[test]
fn documentation() {
    UserCrate::new("documentation", "2024").succeed(&["doc", "--no-deps", "--lib"]);
}

#[test]
fn mistakes() {
    let user = UserCrate::new("mistakes", "2024");
    user.edit("catalogs/shop.yaml", "  UNKNOWN:\n", "  gone: { massage: Typo. }\n  gone2: { status: 99 }\n");
    user.edit("catalogs/machine/door.yaml", "ident: Blank", "ident: Open");
    let errors = user.fail();
    let found = [
        "catalogs/machine/door.yaml:11:3: error[ident-collision]",
        "catalogs/shop.yaml:12:11: error[unknown-key]",
        "catalogs/shop.yaml:13:20: error[invalid-status]",
    ];
    assert_eq!(places(&errors), found, "{errors:#?}");

    user.edit("catalogs/shop.yaml", "massage", "message");
    user.edit("catalogs/shop.yaml", "99", "499");
    user.edit("catalogs/machine/door.yaml", "3: { ident: Open", "3: { ident: Closed");
    let stdout = user.succeed(&["run", "--quiet"]);
    assert!(stdout.contains("shop/shop gone: Typo.\nshop/shop gone2\n"), "{stdout}");
}

#[test]
fn edits() {
    let user = UserCrate::new("edits", "2024");
    user.succeed(&["build"]);
    let stdout = user.succeed(&["run", "--quiet"]);
    assert!(stdout.starts_with("shop/shop cart_empty: The cart is empty.\n"), "{stdout}");
    assert_eq!(stdout.lines().filter(|line| line.starts_with("shop/")).count(), 4);

    user.edit("catalogs/shop.yaml", "The cart is empty.", "Nothing is in the cart.");
    user.succeed(&["build"]);
    let stdout = user.succeed(&["run", "--quiet"]);
    assert!(stdout.starts_with("shop/shop cart_empty: Nothing is in the cart.\n"), "{stdout}");
}

#[test]
fn new_files() {
    let user = UserCrate::new("new-files", "2024");
    user.succeed(&["build"]);

    user.write(
        "catalogs/machine/lamp.yaml",
        "title: Lamp\nerrors:\n  9: { ident: Dark, message: It is dark. }\n",
    );
    let errors = user.fail();
    assert_eq!(places(&errors), ["catalogs/machine/lamp.yaml:1:1: error[unlisted-family]"], "{errors:#?}");
    user.edit("catalogs/machine/catalog.yaml", "door, spare", "door, spare, lamp");
    let stdout = user.succeed(&["run", "--quiet"]);
    assert!(stdout.ends_with("machine/lamp 9: It is dark.\n"), "{stdout}");

    user.write("catalogs/bar.yaml", "errcat: 1\ntitle: Bar\nerrors:\n  closed: We are closed.\n");
    user.edit("src/main.rs", "fn main() {\n", "fn main() {\n    print::<user_crate::errors::bar::Code>();\n");
    let stdout = user.succeed(&["run", "--quiet"]);
    assert!(stdout.starts_with("bar/bar closed: We are closed.\n"), "{stdout}");
    fs::remove_file(user.folder.join("catalogs/bar.yaml")).unwrap();
    let output = user.cargo(&["build"]);
    assert!(!output.status.success(), "a catalog that is gone has no module");
}

/// Without settings, nothing is built twice, and settings that appear later are read.
#[cfg(unix)]
#[test]
fn settings_that_appear_later() {
    let user = UserCrate::new("settings", "2024");
    let is_fresh = || {
        let output = user.cargo(&["build", "--verbose"]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stderr).lines().any(|line| line.trim_start().starts_with("Fresh user-crate-settings"))
    };
    let settle = || {
        assert!(!is_fresh());
        assert!(is_fresh());
    };
    settle();
    user.write("errcat.yaml", "rules: { mising-text: warn }\n");
    let errors = user.fail();
    assert!(errors[0].contains("errcat.yaml:1:10: error[unknown-key]"), "{errors:#?}");
    user.write("errcat.yaml", "rules: { missing-text: warn }\n");
    settle();
    fs::remove_file(user.folder.join("errcat.yaml")).unwrap();
    settle();
    user.write("errcat.yaml", "rules: {}\n");
    settle();
}

/// Catalogs that try to break the generated code.
#[test]
fn hostile_catalogs() {
    let errors = hostile::errors();
    for edition in EDITIONS {
        let user = UserCrate::new(&format!("hostile-{edition}"), edition);
        for folder in ["catalogs", "tests"] {
            fs::remove_dir_all(user.folder.join(folder)).unwrap();
            fs::create_dir(user.folder.join(folder)).unwrap();
        }
        user.write("catalogs/hostile.yaml", &hostile::catalog(&errors));
        user.write("src/main.rs", "fn main() {}\n");
        user.write("tests/codes.rs", &hostile::test(&errors));
        let stdout = user.succeed(&["test"]);
        assert!(stdout.contains("test every_text ... ok"), "{stdout}");
        user.succeed(&["doc", "--no-deps", "--lib"]);
    }
}

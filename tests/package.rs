//! Tests of the published library: no generator, no build script, no other dependencies.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Downloads locked crates, so that everything else works offline.
fn fetch() {
    static FETCHED: Once = Once::new();
    FETCHED.call_once(|| {
        let fetch = ["fetch", "--locked", "--quiet"];
        // Without a network, the crates may already be there. If not, the next command fails.
        let _ = Command::new(env!("CARGO")).args(fetch).current_dir(env!("CARGO_MANIFEST_DIR")).status();
    });
}

/// Removes earlier packages of this workspace. Cargo would otherwise reuse those with the same
/// version.
fn forget_ours(target: &Path) {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let unnamed =
        |folder: &PathBuf| folder.file_name().is_some_and(|name| name.as_encoded_bytes()[0] == b'-');
    let registries = within(&home.join("registry/src")).filter(unnamed);
    for folder in registries.chain([target.join("debug/.fingerprint")]) {
        let ours = |path: &PathBuf| path.file_name().unwrap().as_encoded_bytes().starts_with(b"errcat");
        within(&folder).filter(ours).for_each(|path| fs::remove_dir_all(path).unwrap());
    }
}

fn within(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

/// Returns the standard output of cargo.
fn cargo(folder: &Path, arguments: &[&str], target: &Path) -> String {
    fetch();
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--target-dir"])
        .arg(target)
        .current_dir(folder)
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{arguments:?}\n{stderr}");
    String::from_utf8(output.stdout).unwrap()
}

fn scratch() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("package")
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the names of the packages in a lockfile.
fn locked(folder: &Path) -> Vec<String> {
    let lock = fs::read_to_string(folder.join("Cargo.lock")).unwrap();
    lock.lines()
        .filter_map(|line| Some(line.strip_prefix("name = \"")?.strip_suffix('"')?.to_owned()))
        .collect()
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

#[test]
fn contents() {
    let list = cargo(
        repository(),
        &["package", "-p", "errcat-catalogs", "--list", "--allow-dirty"],
        &scratch().join("list"),
    );
    let files: Vec<String> = list.lines().map(|line| line.replace('\\', "/")).collect();
    let expected = |file: &str| {
        let ending = Path::new(file).extension().and_then(|ending| ending.to_str());
        match file.split_once('/') {
            Some(("generated", _)) => ending == Some("rs"),
            Some(("catalogs", _)) => ending == Some("yaml"),
            Some(_) => false,
            None => {
                // The last four are added by cargo.
                file.starts_with("LICENSE")
                    || ["README.md", "CHANGELOG.md"].contains(&file)
                    || ["Cargo.toml", "Cargo.toml.orig", "Cargo.lock", ".cargo_vcs_info.json"].contains(&file)
            }
        }
    };
    let foreign: Vec<&String> = files.iter().filter(|file| !expected(file)).collect();
    assert_eq!(foreign, Vec::<&String>::new());
    let needed = ["generated/lib.rs", "generated/phala_cloud.rs", "catalogs/csghub/git.yaml", "README.md"];
    for file in needed {
        assert!(files.iter().any(|listed| listed == file), "{file}");
    }
}

/// The packages of the generator and the command have sources, documentation and licences, and no tests.
#[test]
fn contents_of_the_others() {
    for package in ["errcat", "errcat-build", "errcat-cli", "errcat-edit", "errcat-import", "errcat-outputs"]
    {
        let arguments = ["package", "-p", package, "--list", "--allow-dirty"];
        let list = cargo(repository(), &arguments, &scratch().join("list"));
        let files: Vec<String> = list.lines().map(|line| line.replace('\\', "/")).collect();
        let expected = |file: &&String| {
            let by_cargo = ["Cargo.toml", "Cargo.toml.orig", "Cargo.lock", ".cargo_vcs_info.json"];
            let ours = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];
            let rules = package == "errcat-build" && *file == "rules.yaml";
            file.starts_with("src/")
                || rules
                || by_cargo.contains(&file.as_str())
                || ours.contains(&file.as_str())
        };
        let foreign: Vec<&String> = files.iter().filter(|file| !expected(file)).collect();
        assert_eq!(foreign, Vec::<&String>::new(), "{package}");
        let root = if package == "errcat-cli" { "src/main.rs" } else { "src/lib.rs" };
        for file in ["README.md", "LICENSE-APACHE", "LICENSE-MIT", root] {
            assert!(files.iter().any(|listed| listed == file), "{package}: {file}");
        }
    }
}

/// Packages a crate and unpacks it where `cargo vendor` would put it.
fn vendor(packaged: &Path, name: &str, vendored: &Path) {
    let folder = vendored.join(name);
    copy(&packaged.join(format!("{name}-{VERSION}")), &folder);
    fs::write(folder.join(".cargo-checksum.json"), r#"{"files":{}}"#).unwrap();
}

#[test]
fn consumer() {
    let target = scratch().join("target");
    forget_ours(&target);
    forget_ours(&scratch().join("consumer-target"));
    // With the packages that it needs, because unpublished ones are only found among those packaged
    // together.
    let names = ["errcat-catalogs", "errcat", "errcat-build", "errcat-outputs"];
    let package = ["package", "--allow-dirty"].into_iter().chain(names.iter().flat_map(|name| ["-p", *name]));
    let package: Vec<&str> = package.collect();
    cargo(repository(), &package, &target);
    let packaged = target.join("package");
    let manifest =
        fs::read_to_string(packaged.join(format!("errcat-catalogs-{VERSION}/Cargo.toml"))).unwrap();
    assert!(manifest.contains("\nbuild = false\n"), "{manifest}");

    let folder = scratch().join("consumer");
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    copy(&repository().join("tests/consumer"), &folder);
    let manifest = fs::read_to_string(folder.join("Cargo.toml.in")).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest.replace("{version}", VERSION)).unwrap();
    // The registry of this consumer contains two packages, and not the generator.
    vendor(&packaged, "errcat-catalogs", &folder.join("vendor"));
    vendor(&packaged, "errcat", &folder.join("vendor"));
    fs::create_dir(folder.join(".cargo")).unwrap();
    let config =
        "[source.crates-io]\nreplace-with = \"vendored\"\n[source.vendored]\ndirectory = \"vendor\"\n";
    fs::write(folder.join(".cargo/config.toml"), config).unwrap();

    let stdout = cargo(&folder, &["run", "--quiet"], &scratch().join("consumer-target"));
    let lines = [
        "ERR-03-001: The requested CVM was not found",
        "REQ-ERR-4",
        "snapshot_in_use: Snapshot in use.",
        "3",
    ];
    assert_eq!(stdout.lines().collect::<Vec<_>>(), lines);
    assert_eq!(locked(&folder), ["consumer", "errcat", "errcat-catalogs"]);
}

//! Tests which packages a build script compiles: the generator, and nothing that only the command
//! needs.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// Returns the packages that cargo resolves for a crate with these dependencies.
fn packages(dependencies: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("src")).unwrap();
    fs::write(folder.path().join("src/lib.rs"), "").unwrap();
    fs::write(folder.path().join("build.rs"), "fn main() {}").unwrap();
    // Use the versions of this repository, so that no registry is needed.
    fs::copy(root.join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
    let manifest = format!(
        "[package]\nname = \"user\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n{}\n\n[workspace]\n",
        dependencies.replace("ROOT", &root.display().to_string().replace('\\', "/"))
    );
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--edges", "normal,build", "--prefix", "none", "--format", "{p}"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

/// Packages that only the command needs.
const OF_THE_COMMAND: [&str; 7] =
    ["errcat-outputs", "errcat-edit", "errcat-import", "errcat-cli", "serde_json", "clap", "notify"];

#[test]
fn a_build_script_compiles_no_outputs_but_rust() {
    let packages = packages("[build-dependencies]\nerrcat-build = { path = \"ROOT/codegen\" }");
    let has = |name: &str| packages.iter().any(|package| package == name);
    assert!(has("errcat-build") && has("granit-parser"), "{packages:?}");
    for name in OF_THE_COMMAND {
        assert!(!has(name), "a build script compiles {name}: {packages:?}");
    }
}

/// Checks that these packages are found for the command, so that the test above can fail.
#[test]
fn the_command_compiles_them_all() {
    let packages = packages("[dependencies]\nerrcat-outputs = { path = \"ROOT/codegen/outputs\" }");
    assert!(packages.iter().any(|package| package == "serde_json"), "{packages:?}");
}

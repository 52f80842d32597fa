//! Tests of the one import through which generated code reaches the runtime: a missing crate is one
//! error, and the crate may have another path.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use errcat_build::unstable::analyze;
use errcat_build::unstable::emit::rust::{Layout, Root, Runtime, emit, emit_for};
use errcat_build::unstable::model::Model;
use errcat_build::unstable::project::find;

const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// Returns the model of the shipped catalogs, or of those with parameters, details and numbers.
fn model(folder: &str) -> Model {
    let found = find(Path::new(REPOSITORY), &[PathBuf::from(folder)]).unwrap();
    let compiled = analyze(&found.sources);
    assert!(!compiled.findings.has_errors());
    compiled.model
}

/// A program that uses everything that generated code declares.
const SHIPPED: &str = r#"
use errors::novita::{Candidates, llm};
use errors::phala_cloud::{ApiError, Class, Code, Error, Family, Problem, codes};

pub const NOT_FOUND: Option<Code> = Code::from_code("ERR-03-001");
pub fn refuse() -> Result<(), Error> { Err(Code::CvmNotFound)? }
pub fn received(error: &ApiError) -> bool { error.is_a(Class::ServerError) && error.known() == NOT_FOUND }
pub fn details(problem: Problem) -> u16 { problem.status() }
pub fn name(code: Code) -> Option<&'static str> { code.name().or(code.message()) }
pub fn constant() -> (Code, Family) { (codes::CVM_NOT_FOUND, codes::CVM_NOT_FOUND.family()) }
pub fn of_a_family(text: &str) -> (Option<llm::Code>, Candidates) {
    (llm::Code::from_code(text), errors::novita::Code::candidates(text))
}
"#;

const PARAMS: &str = r"
use errors::{depot, machine, shop};

pub fn locked(gate: String) -> depot::Error { depot::Locked { gate, guard: gate.into() }.into() }
pub fn shelf(details: depot::details::Hidden) -> String { details.shelf }
pub fn number(code: machine::Code) -> Option<shop::Code> { shop::Code::from_code(code.code()) }
";

/// Compiles a crate without dependencies, and returns the errors of rustc.
fn errors(folder: &Path, edition: &str) -> Vec<String> {
    let output = Command::new("rustc")
        .args(["--crate-type=lib", "--emit=metadata", "--error-format=short", "--edition", edition, "lib.rs"])
        .current_dir(folder)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success(), "the crate is not missing");
    text.lines().filter(|line| line.contains(": error")).map(str::to_owned).collect()
}

/// Checks that a crate with this generated code has one error, in the line that says what to do.
fn check_missing(folder: &Path, program: &str, file: &str) {
    let main =
        if file == "mod.rs" { "mod errors;\n" } else { "mod errors { include!(\"errors/errcat.rs\"); }\n" };
    fs::write(folder.join("lib.rs"), format!("{main}{program}")).unwrap();
    for edition in ["2021", "2024"] {
        let found = errors(folder, edition);
        assert_eq!(found.len(), 1, "edition {edition}: {found:#?}");
        let error = &found[0];
        let place = error.strip_prefix(&format!("errors/{file}:")).unwrap();
        let line: usize = place.split(':').next().unwrap().parse().unwrap();
        let text = fs::read_to_string(folder.join("errors").join(file)).unwrap();
        assert!(text.lines().nth(line - 1).unwrap().contains("cargo add errcat"), "{error}");
    }
}

/// rustc reports a missing runtime once, although all code needs it.
#[test]
fn a_missing_runtime_is_one_error() {
    for (catalogs, program) in [("catalogs", SHIPPED), ("tests/user-crate/catalogs", PARAMS)] {
        let model = model(catalogs);
        let root = Layout::Crate(Root { name: "mod.rs".to_owned(), ..Root::default() });
        for (layout, file) in [(root, "mod.rs"), (Layout::File("errcat.rs".to_owned()), "errcat.rs")] {
            let folder = tempfile::tempdir().unwrap();
            for (path, text) in emit(&model, &layout).iter() {
                let path = folder.path().join("errors").join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            check_missing(folder.path(), program, file);
        }
    }
}

/// No other line of the code names the crate.
#[test]
fn only_the_import_names_the_runtime() {
    let runtime = Runtime::new("::my_sdk::errcat");
    for catalogs in ["catalogs", "tests/user-crate/catalogs"] {
        let model = model(catalogs);
        for layout in [Layout::Crate(Root::default()), Layout::File("other.rs".to_owned())] {
            for (path, text) in emit_for(&model, &layout, &runtime).iter() {
                let named: Vec<&str> = text.lines().filter(|line| line.contains("::errcat")).collect();
                assert!(
                    named.iter().all(|line| line.starts_with("use ::my_sdk::errcat as ")),
                    "{path}: {named:?}"
                );
            }
        }
    }
}

/// Writes a crate into a workspace that has its own target folder, and returns its folder.
fn write_crate(workspace: &Path, name: &str, dependencies: &str, files: &[(&str, &str)]) {
    let folder = workspace.join(name);
    let root = Path::new(REPOSITORY).display().to_string().replace('\\', "/");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n{}",
        dependencies.replace("ROOT", &root)
    );
    for (path, text) in files.iter().chain([&("Cargo.toml", manifest.as_str())]) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--color=never", "--target-dir"])
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("user-crate/target"))
        .current_dir(folder)
        .output()
        .unwrap()
}

/// A library re-exports the runtime, and its users need no dependency on it. With a runtime without
/// an allocator, the same code compiles.
#[test]
fn a_runtime_with_another_path() {
    let workspace = tempfile::tempdir().unwrap();
    let folder = workspace.path();
    fs::copy(Path::new(REPOSITORY).join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    fs::write(
        folder.join("Cargo.toml"),
        "[workspace]\nresolver = \"3\"\nmembers = [\"my-sdk\", \"user\", \"tiny\"]\n",
    )
    .unwrap();
    let sdk = "[features]\nalloc = [\"renamed/alloc\"]\n[dependencies]\nrenamed = { package = \"errcat\", path = \"ROOT/codegen/runtime\", default-features = false }\n";
    write_crate(folder, "my-sdk", sdk, &[("src/lib.rs", "#![no_std]\npub use renamed as errcat;\n")]);
    let build = "fn main() {\n    let config = errcat_build::Config::new().runtime(\"::my_sdk::errcat\");\n    config.catalogs(\"../catalogs\").build();\n}\n";
    let more = "fn main() {\n    let config = errcat_build::Config::new().runtime(\"::my_sdk::errcat\");\n    config.catalogs(\"../catalogs\").build();\n    config.catalogs(\"../more\").file_name(\"more.rs\").build();\n}\n";
    let more = more.replace("config.catalogs(\"../catalogs\")", "config.clone().catalogs(\"../catalogs\")");
    let tools = "[build-dependencies]\nerrcat-build = { path = \"ROOT/codegen\" }\n[dependencies]\n";
    let user = format!("{tools}my-sdk = {{ path = \"../my-sdk\", features = [\"alloc\"] }}\n");
    let main = "include!(concat!(env!(\"OUT_DIR\"), \"/errcat.rs\"));\ninclude!(concat!(env!(\"OUT_DIR\"), \"/more.rs\"));\n\n\
        fn main() {\n    let error: shop::Error = shop::Code::OutOfStock.into();\n    let code = bar::codes::CLOSED;\n    println!(\"{error}; {code}; {}\", depot::Code::Full.retry().is_some());\n}\n";
    write_crate(folder, "user", &user, &[("build.rs", &more), ("src/main.rs", main)]);
    let tiny = format!("{tools}my-sdk = {{ path = \"../my-sdk\" }}\n");
    let lib = "#![no_std]\n#![deny(warnings)]\n\ninclude!(concat!(env!(\"OUT_DIR\"), \"/errcat.rs\"));\n";
    write_crate(folder, "tiny", &tiny, &[("build.rs", build), ("src/lib.rs", lib)]);
    for name in ["shop.yaml", "depot.yaml"] {
        let from = Path::new(REPOSITORY).join("tests/user-crate/catalogs").join(name);
        fs::create_dir_all(folder.join("catalogs")).unwrap();
        fs::copy(from, folder.join("catalogs").join(name)).unwrap();
    }
    fs::create_dir(folder.join("more")).unwrap();
    fs::write(folder.join("more/bar.yaml"), "errcat: 1\ntitle: Bar\nerrors:\n  closed: We are closed.\n")
        .unwrap();

    let output = cargo(folder, &["run", "--quiet", "--package", "user"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let expected = "out_of_stock: There is no more of it.; closed: We are closed.; true\n";
    assert_eq!(text, expected, "{}", String::from_utf8_lossy(&output.stderr));
    let output = cargo(folder, &["check", "--quiet", "--package", "tiny"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A text that is no path is reported by the build script.
#[test]
fn a_path_that_is_none() {
    let workspace = tempfile::tempdir().unwrap();
    let folder = workspace.path().join("user");
    let build =
        "fn main() {\n    errcat_build::Config::new().runtime(\"my-sdk::errcat; struct X\").build();\n}\n";
    let tools = "[build-dependencies]\nerrcat-build = { path = \"ROOT/codegen\" }\n[workspace]\n";
    write_crate(workspace.path(), "user", tools, &[("build.rs", build), ("src/lib.rs", "")]);
    fs::copy(Path::new(REPOSITORY).join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let output = cargo(&folder, &["build"]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(
        text.contains("error: user@0.0.0: Config::runtime: `my-sdk::errcat; struct X` is not a path"),
        "{text}"
    );
}

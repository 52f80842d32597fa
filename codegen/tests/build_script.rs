//! Tests of build scripts. Each test runs this binary again as the build script of a crate in a
//! temporary folder.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The environment variable with the catalogs, or `.` for the project, for the process that acts as
/// build script.
const CATALOGS: &str = "ERRCAT_TEST_CATALOGS";

#[test]
fn acts_as_build_script() {
    match env::var_os(CATALOGS) {
        Some(project) if project == "." => errcat_build::regenerate(project),
        Some(catalogs) => errcat_build::compile(catalogs),
        None => {}
    }
}

/// Returns the lines printed for cargo. The script always exits successfully, and cargo fails the
/// build because of `cargo::error`.
fn run_script(folder: &Path, catalogs: &str, out_dir: Option<&str>) -> Vec<String> {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "acts_as_build_script", "--nocapture", "--quiet"]);
    command.current_dir(folder).env(CATALOGS, catalogs).env_remove("OUT_DIR");
    if let Some(out_dir) = out_dir {
        command.env("OUT_DIR", folder.join(out_dir));
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().filter(|line| line.starts_with("cargo::"));
    lines.map(str::to_owned).collect()
}

fn crate_with(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("catalogs")).unwrap();
    fs::create_dir_all(folder.path().join("out")).unwrap();
    fs::write(folder.path().join("catalogs/shop.yaml"), text).unwrap();
    folder
}

const SOUND: &str = "errcat: 1\ntitle: Shop API\nerrors:\n  one: Some text.\n";

#[test]
fn each_mistake_is_one_line_and_nothing_is_written() {
    let errors = "  one: { mesage: x }\n  two: { message: y, status: 42, help: \"\\n\\e[31m\" }\n  a: { \"x\\ny\": 1 }\n";
    let folder = crate_with(&format!("errcat: 1\ntitle: Shop API\nerrors:\n{errors}"));
    let lines = run_script(folder.path(), "catalogs", Some("out"));
    let errors: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("cargo::error=")).collect();
    assert_eq!(errors.len(), 3, "{lines:#?}");
    assert!(errors[0].starts_with("catalogs/shop.yaml:4:10: error[unknown-key]: "), "{}", errors[0]);
    assert!(errors[0].ends_with("; help: did you mean `message`?"), "{}", errors[0]);
    assert!(errors[1].starts_with("catalogs/shop.yaml:5:30: error[invalid-status]: "), "{}", errors[1]);
    assert!(errors[2].starts_with("catalogs/shop.yaml:6:8: error[unknown-key]: "), "{}", errors[2]);
    assert!(!lines.iter().any(|line| line.contains(char::is_control)), "{lines:#?}");
    assert!(!folder.path().join("out/errcat.rs").exists());
}

#[test]
fn many_findings_of_a_rule_in_a_file_are_summed_up() {
    let mut text = "errcat: 1\ntitle: Shop API\nerrors:\n".to_owned();
    for number in 0..336 {
        text.push_str(&format!("  e{number}: {{ message: Text {number}., status: 465 }}\n"));
    }
    for number in 0..4 {
        text.push_str(&format!("  f{number}: {{ message: Text of {number}., mesage: x }}\n"));
    }
    for number in 0..3 {
        text.push_str(&format!("  g{number}: {{ message: Text for {number}., status: 42 }}\n"));
    }
    let folder = crate_with(&text);
    fs::write(folder.path().join("catalogs/other.yaml"), text.replace("Shop", "Other")).unwrap();
    let lines = run_script(folder.path(), "catalogs", Some("out"));
    for file in ["shop", "other"] {
        let of_rule = |rule: &str| {
            let name = format!("[{rule}]");
            let mine =
                lines.iter().filter(|line| line.contains(&name) && line.contains(&format!("/{file}.yaml")));
            mine.cloned().collect::<Vec<_>>()
        };
        let more = |count: usize, rule: &str| {
            format!(
                "and {count} more [{rule}] in catalogs/{file}.yaml; `errcat check --format concise` lists all"
            )
        };
        let warnings = of_rule("unregistered-status");
        assert_eq!(warnings.len(), 4, "{warnings:#?}");
        assert!(
            warnings[..3]
                .iter()
                .all(|line| line.starts_with(&format!("cargo::warning=catalogs/{file}.yaml:")))
        );
        assert_eq!(warnings[3], format!("cargo::warning={}", more(333, "unregistered-status")));
        let errors = of_rule("unknown-key");
        assert_eq!(errors.len(), 4, "{errors:#?}");
        assert!(
            errors[..3].iter().all(|line| line.starts_with(&format!("cargo::error=catalogs/{file}.yaml:")))
        );
        assert_eq!(errors[3], format!("cargo::error={}", more(1, "unknown-key")));
        // Three are shown one by one.
        assert_eq!(of_rule("invalid-status").len(), 3, "{lines:#?}");
    }
}

#[test]
fn warnings_are_reported_and_code_is_written() {
    let folder = crate_with(&SOUND.replace("Some text.", "{ message: Some text., status: 465 }"));
    let lines = run_script(folder.path(), "catalogs", Some("out"));
    let warnings: Vec<&String> = lines.iter().filter(|line| line.starts_with("cargo::warning=")).collect();
    assert_eq!(warnings.len(), 1, "{lines:#?}");
    let place = "cargo::warning=catalogs/shop.yaml:4:39: warning[unregistered-status]: ";
    assert!(warnings[0].starts_with(place), "{}", warnings[0]);
    assert!(!lines.iter().any(|line| line.starts_with("cargo::error=")), "{lines:#?}");
    assert!(folder.path().join("out/errcat.rs").exists());
}

#[test]
fn a_half_made_edit_of_released_codes_compiles() {
    let ledger = r#"{"errcat":1,"version":"1.0.0","type":"string","unique":"catalog","status":"optional"}
{"code":"E-1","family":"shop","first":"1.0.0","at":"1.0.0","state":"active","ident":"CartEmpty","name":"CartEmpty","message":"Put something in."}
{"code":"E-2","family":"shop","first":"1.0.0","at":"1.0.0","state":"retired","ident":"CartFull","name":"CartFull","message":"Take something out."}
"#;
    let other = "name: PaymentFailed, message: The bank said no.";
    for (errors, rule, compiles) in [
        (String::new(), "vanished-code", true),
        (format!("  E-1: {{ {other} }}\n"), "meaning-doubtful", true),
        (
            format!("  E-1: {{ name: CartEmpty, message: Put something in. }}\n  E-2: {{ {other} }}\n"),
            "reused-code",
            false,
        ),
    ] {
        let head = "errcat: 1\ntitle: Shop API\nversion: 1.1.0\nerrors:\n  E-3: { name: CartOld, message: It is old. }\n";
        let folder = crate_with(&format!("{head}{errors}"));
        fs::write(folder.path().join("catalogs/shop.lock"), ledger).unwrap();
        let lines = run_script(folder.path(), "catalogs", Some("out"));
        let level = if compiles { "cargo::warning=" } else { "cargo::error=" };
        let found = lines.iter().any(|line| line.starts_with(level) && line.contains(&format!("[{rule}]")));
        assert!(found, "{rule}: {lines:#?}");
        assert_eq!(
            lines.iter().any(|line| line.starts_with("cargo::error=")),
            !compiles,
            "{rule}: {lines:#?}"
        );
        assert_eq!(folder.path().join("out/errcat.rs").exists(), compiles, "{rule}");
    }
}

#[test]
fn the_settings_of_the_crate_set_levels() {
    let folder = crate_with(&SOUND.replace("Some text.", "{ message: Some text., status: 465 }"));
    fs::write(folder.path().join("errcat.yaml"), "rules: { unregistered-status: deny }\n").unwrap();
    let lines = run_script(folder.path(), "catalogs", Some("out"));
    let place = "cargo::error=catalogs/shop.yaml:4:39: error[unregistered-status]: ";
    assert!(lines.iter().any(|line| line.starts_with(place)), "{lines:#?}");
    assert!(lines.contains(&"cargo::rerun-if-changed=errcat.yaml".to_owned()), "{lines:#?}");

    fs::write(folder.path().join("errcat.yaml"), "rules: { unregistered-statu: off }\n").unwrap();
    let lines = run_script(folder.path(), "catalogs", Some("out"));
    let place = "cargo::error=errcat.yaml:1:10: error[unknown-key]: ";
    assert!(lines.iter().any(|line| line.starts_with(place)), "{lines:#?}");
    assert!(!folder.path().join("out/errcat.rs").exists());
}

#[test]
fn a_valid_catalog_prints_nothing() {
    let folder = crate_with(SOUND);
    let lines = run_script(folder.path(), "catalogs", Some("out"));
    let watched = |line: &String| {
        line.starts_with("cargo::rerun-if-changed=catalogs") || line.ends_with("/out/.errcat-settings")
    };
    assert!(lines.iter().all(watched), "{lines:#?}");
    assert!(lines.contains(&"cargo::rerun-if-changed=catalogs/shop.yaml".to_owned()), "{lines:#?}");
}

#[test]
fn cargo_watches_shared_families() {
    let folder = crate_with(SOUND);
    let write = |path: &str, text: &str| {
        fs::create_dir_all(folder.path().join(path).parent().unwrap()).unwrap();
        fs::write(folder.path().join(path), text).unwrap();
    };
    write(
        "catalogs/desk/catalog.yaml",
        "errcat: 1\ntitle: Desk\nfamilies: [../common/auth, ../../shared/limits]\n",
    );
    write("catalogs/common/auth.yaml", "title: Authentication\nerrors:\n  token_expired:\n");
    write("shared/limits.yaml", "title: Limits\nerrors:\n  too_many:\n");
    write("errcat.yaml", "outputs: { rust: { path: generated } }\n");
    for catalogs in ["catalogs", "."] {
        let lines = run_script(folder.path(), catalogs, Some("out"));
        assert!(!lines.iter().any(|line| line.starts_with("cargo::error=")), "{lines:#?}");
        for file in ["catalogs/common/auth.yaml", "shared/limits.yaml"] {
            let is_watched = |line: &String| {
                line.strip_prefix("cargo::rerun-if-changed=").is_some_and(|path| path.ends_with(file))
            };
            assert!(lines.iter().any(is_watched), "{file}: {lines:#?}");
        }
    }
    assert!(folder.path().join("out/errcat.rs").exists());
    assert!(fs::read_to_string(folder.path().join("generated/desk.rs")).unwrap().contains("TooMany"));
}

#[test]
fn the_ledger_is_read_and_cargo_watches_it() {
    let folder = crate_with(SOUND);
    let head = r#"{"errcat":1,"version":"1.0.0","type":"string","unique":"catalog","status":"optional"}"#;
    let accepted = r#"{"accept":"code-removed","code":"two","family":"shop","reason":"Nobody uses it."}"#;
    fs::write(folder.path().join("catalogs/shop.lock"), format!("{head}\n{accepted}\n")).unwrap();
    let lines = run_script(folder.path(), "catalogs", Some("out"));
    let place = "cargo::error=catalogs/shop.lock:2:1: error[stale-acceptance]: ";
    assert!(lines.iter().any(|line| line.starts_with(place)), "{lines:#?}");
    assert!(lines.contains(&"cargo::rerun-if-changed=catalogs/shop.lock".to_owned()), "{lines:#?}");
    assert!(!folder.path().join("out/errcat.rs").exists());
}

#[test]
fn missing_files_are_reported_with_help() {
    let folder = crate_with(SOUND);
    let error = |catalogs: &str, out_dir: Option<&str>| -> String {
        let lines = run_script(folder.path(), catalogs, out_dir);
        let mut errors = lines.into_iter().filter(|line| line.starts_with("cargo::error="));
        let error = errors.next().unwrap();
        assert_eq!(errors.next(), None);
        error
    };
    let out_dir = error("catalogs", None);
    assert!(
        out_dir.contains("call this from a build script, or name a folder with `Config::out_dir`"),
        "{out_dir}"
    );
    let nowhere = error("nowhere", Some("out"));
    assert!(nowhere.contains("nowhere: there is no such file or folder"), "{nowhere}");
    let empty = error("out", Some("out"));
    assert!(empty.contains("a catalog is a `.yaml` file, or a folder with a `catalog.yaml`"), "{empty}");
    assert!(!folder.path().join("out/errcat.rs").exists());
}

// Other systems do not open folders like files.
#[test]
fn outputs_that_are_not_rust_are_skipped_unread() {
    let folder = crate_with(SOUND);
    let settings = "outputs: { rust: { path: generated }, json: { pth: ../x }, web: 1 }\n";
    fs::write(folder.path().join("errcat.yaml"), settings).unwrap();
    let lines = run_script(folder.path(), ".", None);
    assert!(!lines.iter().any(|line| line.starts_with("cargo::error=")), "{lines:#?}");
    assert!(folder.path().join("generated/shop.rs").exists());
    fs::write(folder.path().join("errcat.yaml"), "outputs: { rust: { pth: generated } }\n").unwrap();
    let lines = run_script(folder.path(), ".", None);
    assert!(lines.iter().any(|line| line.contains("did you mean `path`?")), "{lines:#?}");
}

#[cfg(unix)]
#[test]
fn written_files_have_the_time_of_the_newest_source() {
    let folder = crate_with(SOUND);
    let path = |name: &str| folder.path().join(name);
    fs::write(path("errcat.yaml"), "outputs: { rust: { path: generated } }\n").unwrap();
    let modified = |path: &Path| path.metadata().unwrap().modified().unwrap();
    let generator = modified(&env::current_exe().unwrap());
    let day = std::time::Duration::from_secs(24 * 60 * 60);
    let rounds = [(-1, -1, 0), (1, -1, 1), (-1, 2, 2)];
    for (catalog, settings, newest) in rounds {
        let at = |days: i32| if days < 0 { generator - day } else { generator + day * days.unsigned_abs() };
        let newest = at(newest);
        for (name, days) in
            [("catalogs/shop.yaml", catalog), ("catalogs", catalog), ("errcat.yaml", settings)]
        {
            fs::File::open(path(name)).unwrap().set_modified(at(days)).unwrap();
        }
        fs::remove_dir_all(path("generated")).ok();
        run_script(folder.path(), ".", None);
        let written: Vec<_> =
            fs::read_dir(path("generated")).unwrap().map(|file| file.unwrap().path()).collect();
        assert!(written.iter().any(|path| path.is_file()), "{written:?}");
        for file in written.iter().filter(|path| path.is_file()) {
            assert_eq!(modified(file), newest, "{}", file.display());
        }
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_are_no_instructions_for_cargo() {
    use std::os::unix::ffi::OsStrExt;

    for name in [&b"a\ncargo::rustc-env=PATH=x.yaml"[..], b"a\rcargo::warning=x.yaml", b"a\xff\n.yaml"] {
        let folder = crate_with(SOUND);
        let path = folder.path().join("catalogs").join(std::ffi::OsStr::from_bytes(name));
        fs::write(path, SOUND).unwrap();
        let lines = run_script(folder.path(), "catalogs", Some("out"));
        let errors: Vec<&String> = lines.iter().filter(|line| line.starts_with("cargo::error=")).collect();
        assert_eq!(errors.len(), 1, "{lines:#?}");
        assert!(errors[0].contains("error[unread-file]"), "{}", errors[0]);
        let starts = ["cargo::error=catalogs/a", "cargo::rerun-if-changed=catalogs"];
        let known = |line: &String| {
            starts.iter().any(|start| line.starts_with(start)) || line.ends_with("/out/.errcat-settings")
        };
        assert!(lines.iter().all(known), "{lines:#?}");
        assert!(!lines.iter().any(|line| line.contains(char::is_control)), "{lines:#?}");
    }
    // A folder that the script itself names.
    let folder = crate_with(SOUND);
    let lines = run_script(folder.path(), "a\ncargo::rustc-env=PATH=x", Some("out"));
    let lines: Vec<&String> = lines.iter().filter(|line| !line.ends_with("/.errcat-settings")).collect();
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(lines[0].starts_with("cargo::error=a\\ncargo::rustc-env=PATH=x: "), "{}", lines[0]);
}

#[cfg(unix)]
#[test]
fn only_regular_files_are_read() {
    for path in ["catalogs/pipe.yaml", "errcat.yaml", "out/errcat.rs"] {
        let folder = crate_with(SOUND);
        let made = Command::new("mkfifo").arg(folder.path().join(path)).status().unwrap();
        assert!(made.success());
        let lines = run_script(folder.path(), "catalogs", Some("out"));
        let errors: Vec<&String> = lines.iter().filter(|line| line.starts_with("cargo::error=")).collect();
        assert_eq!(errors.len(), 1, "{path}: {lines:#?}");
        assert!(errors[0].ends_with(": not a regular file"), "{}", errors[0]);
    }
}

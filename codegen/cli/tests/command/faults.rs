//! Tests of failures outside of errcat, such as a full disk. The command exits with 2 and names the
//! path and the reason. Existing files stay intact, and no new ones are left.
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::fs;
use std::process::{Child, Command, Stdio};

use crate::folder::{Folder, Run};

const SHOP: &str = "errcat: 1\ntitle: Shop API\nerrors:\n  cart_empty: The cart is empty.\n";
const SETTINGS: &str = "outputs:\n  rust:\n    path: src/codes\n";

/// Returns a generated project with a catalog that was edited afterwards.
fn edited() -> Folder {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
    assert_eq!(folder.run(&["gen"]).status, 0);
    folder.write("catalogs/shop.yaml", &SHOP.replace("is empty", "has nothing in it"));
    folder
}

/// Returns every file with its content.
fn texts(folder: &Folder) -> Vec<(String, String)> {
    folder.files().into_iter().map(|path| (path.clone(), folder.read(&path))).collect()
}

/// Asserts that a run exited with 2 and reported `reason` for a path that starts with `path`.
fn refused(run: &Run, path: &str, reason: &str) {
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    let beginning = format!("error: {path}");
    assert!(run.stderr.starts_with(&beginning) && run.stderr.contains(reason), "{}", run.stderr);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
}

/// Runs a shell script in which `$ERRCAT` is the command, in a mount namespace that `prepare` has
/// changed. Returns `None` if the system does not allow mount namespaces.
fn mounted(folder: &Folder, prepare: &str, script: &str) -> Option<Run> {
    let unshare = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script]);
        command.env("ERRCAT", env!("CARGO_BIN_EXE_errcat")).current_dir(folder.path()).stdin(Stdio::null());
        command
    };
    if !unshare(prepare).output().is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: this system does not let a test mount anything (`{prepare}`)");
        return None;
    }
    Some(Run::of(&mut unshare(&format!("{prepare} && {script}"))))
}

#[test]
fn a_full_disk() {
    let folder = edited();
    let before = texts(&folder);
    // The disk has room for the existing output and nothing else.
    let prepare = "cp -r src/codes old && mount -t tmpfs -o size=64k none src/codes && cp -r old/. src/codes && rm -r old";
    let fill = "{ cat /dev/zero > src/codes/full 2> /dev/null || true; }";
    // The mount disappears with the namespace, so the script inspects it.
    let script =
        "$ERRCAT gen; status=$?; rm src/codes/full; cat src/codes/shop.rs; ls -A src/codes >&2; exit $status";
    let Some(run) = mounted(&folder, prepare, &format!("{fill} && {{ {script}; }}")) else { return };
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.starts_with("error: src/codes/"), "{}", run.stderr);
    assert!(run.stderr.contains("No space left on device"), "{}", run.stderr);
    assert_eq!(run.stdout, folder.read("src/codes/shop.rs"), "the old file is intact");
    assert!(run.stderr.ends_with("\nmod.rs\nshop\nshop.rs\n"), "{}", run.stderr);
    assert_eq!(texts(&folder), before);
}

#[test]
fn a_full_standard_output() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        eprintln!("skipped: this system has no /dev/full");
        return;
    };
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP)]);
    let mut command = folder.command(&["print", "catalog"]);
    let run = Run::of_child(command.stdout(full).stderr(Stdio::piped()).spawn());
    assert_eq!(run.status, 2);
    assert!(run.stderr.starts_with("error: standard output: No space left on device"), "{}", run.stderr);
}

#[test]
fn a_read_only_folder() {
    let folder = edited();
    let before = texts(&folder);
    let prepare = "mount --bind src/codes src/codes && mount -o remount,bind,ro src/codes";
    let Some(run) = mounted(&folder, prepare, "$ERRCAT gen") else { return };
    refused(&run, "src/codes/", "Read-only file system");
    assert_eq!(texts(&folder), before);
}

#[test]
fn an_empty_read_only_project_stays_empty() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
    let prepare = "mount --bind . . && mount -o remount,bind,ro . && cd \"$PWD\"";
    let Some(run) = mounted(&folder, prepare, "$ERRCAT gen") else { return };
    refused(&run, "src/codes/", "Read-only file system");
    assert!(!folder.path().join("src").exists());
}

#[test]
fn a_folder_in_the_place_of_a_file() {
    for path in ["src/codes/mod.rs", "src/codes/shop.rs", "src/codes/shop/lookup.rs"] {
        let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
        folder.write(&format!("{path}/mine.txt"), "mine");
        refused(&folder.run(&["gen"]), path, "Is a directory");
        let left = ["catalogs/shop.yaml".to_owned(), "errcat.yaml".to_owned(), format!("{path}/mine.txt")];
        assert_eq!(folder.files(), left);
    }
    let folder = Folder::with(&[("catalogs/shop.yaml/x", SHOP)]);
    let run = folder.run(&["check", "catalogs/shop.yaml"]);
    assert_eq!(run.status, 2, "{}", run.stdout);
    assert!(run.stderr.contains("catalogs"), "{}", run.stderr);
}

#[test]
fn a_file_in_the_place_of_a_folder() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS), ("src", "mine")]);
    let run = folder.run(&["gen"]);
    refused(&run, "src", "Not a directory");
    assert_eq!(folder.files(), ["catalogs/shop.yaml", "errcat.yaml", "src"]);
    let folder = Folder::with(&[("catalogs", "mine")]);
    assert_eq!(folder.run(&["check"]).status, 1, "a file is a catalog, and this one has mistakes");
}

#[test]
fn folders_created_for_a_failed_write_are_removed() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
    let prepare = "mkdir -p new && mount -t tmpfs -o size=4k,nr_inodes=3 none new";
    let script = "{ $ERRCAT gen --out new/a/b; status=$?; find new; exit $status; }";
    let Some(run) = mounted(&folder, prepare, script) else { return };
    assert_eq!((run.status, run.stdout.as_str()), (2, "new\n"), "{}", run.stderr);
    assert!(run.stderr.contains("No space left on device"), "{}", run.stderr);
}

#[test]
fn a_vanished_file() {
    let folder = Folder::with(&[("catalogs/shop.yaml", SHOP)]);
    refused(&folder.run(&["check", "catalogs/gone.yaml"]), "catalogs/gone.yaml: ", "there is no such file");
    fs::remove_dir_all(folder.path().join("catalogs")).expect("removed");
    refused(&folder.run(&["check"]), "catalogs: ", "there is no such folder");
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    fn link(folder: &Folder, target: impl AsRef<std::path::Path>, path: &str) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        symlink(target, path).expect("a link");
    }

    /// A dangling link is a finding, so that mistakes in other files are still reported.
    #[test]
    fn to_a_missing_catalog() {
        let folder = Folder::with(&[("catalogs/shop.yaml", &SHOP.replace("title", "titel"))]);
        link(&folder, "/nowhere/at/all.yaml", "catalogs/gone.yaml");
        let run = folder.run(&["check", "--format", "concise"]);
        assert_eq!(run.status, 1, "{}", run.stderr);
        assert!(run.stdout.contains("catalogs/gone.yaml:1:1: error[dangling-reference]"), "{}", run.stdout);
        assert!(run.stdout.contains("catalogs/shop.yaml:2:1: error[unknown-key]"), "{}", run.stdout);
    }

    #[test]
    fn to_itself() {
        let folder = Folder::with(&[("catalogs/shop.yaml", SHOP)]);
        link(&folder, "loop.yaml", "catalogs/loop.yaml");
        refused(&folder.run(&["check"]), "catalogs/loop.yaml: ", "ymbolic link");
    }

    #[test]
    fn to_a_file_outside_are_never_written_through() {
        for path in ["src/codes/mod.rs", "src/codes/shop.rs", "src/codes/shop/lookup.rs"] {
            let outside = Folder::with(&[("theirs.rs", "// theirs\n")]);
            let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
            link(&folder, outside.path().join("theirs.rs"), path);
            refused(&folder.run(&["gen"]), path, "a symbolic link is in the place of a generated file");
            assert_eq!(outside.read("theirs.rs"), "// theirs\n");
            assert_eq!(folder.files(), ["catalogs/shop.yaml", "errcat.yaml", path]);
        }
    }

    #[test]
    fn to_a_folder_outside_are_never_written_through() {
        for (path, report) in [
            ("src", "src: a symbolic link leads out of the project"),
            ("src/codes", "src/codes: a symbolic link leads out of the project"),
            ("src/codes/shop", "src/codes/shop: a symbolic link is in the place of"),
        ] {
            let outside = Folder::with(&[]);
            let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
            link(&folder, outside.path(), path);
            refused(&folder.run(&["gen"]), report, "");
            assert!(outside.files().is_empty());
        }
        let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS)]);
        link(&folder, "/nowhere/at/all", "src");
        refused(&folder.run(&["gen"]), "src: the symbolic link is dangling", "");
    }

    #[test]
    fn within_the_project_are_followed() {
        let folder = Folder::with(&[("catalogs/shop.yaml", SHOP), ("errcat.yaml", SETTINGS), ("real/x", "")]);
        link(&folder, "real", "src");
        let run = folder.run(&["gen"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(folder.read("real/codes/shop.rs").contains("CartEmpty"));
    }
}

#[test]
fn many_runs_at_once() {
    let settled = edited();
    let stale = texts(&settled);
    assert_eq!(settled.run(&["gen"]).status, 0);
    for _ in 0..5 {
        let folder = Folder::with(&[]);
        for (path, text) in &stale {
            folder.write(path, text);
        }
        // Add an orphan for each run to find.
        folder.write("src/codes/mod.rs", &(folder.read("src/codes/mod.rs") + "pub mod old;\n"));
        folder.write("src/codes/old.rs", &folder.read("src/codes/shop.rs"));
        let start = |_| {
            let mut command = folder.command(&["gen"]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()
        };
        let children: Vec<std::io::Result<Child>> = (0..8).map(start).collect();
        for child in children {
            let run = Run::of_child(child);
            assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{}", run.stderr);
        }
        assert_eq!(texts(&folder), texts(&settled));
    }
}

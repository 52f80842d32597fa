//! Tests of `errcat check --fix`.

use std::fs;

use crate::folder::Folder;

const HEAD: &str = "errcat: 1\r\ntitle: Shop API # the shop\r\nerrors:\r\n";

#[test]
fn fixable_findings_are_fixed_in_place_and_reported() {
    let entries =
        "  # the first\r\n  one: { mesage: It is empty., status: 42 }\r\n  two: Door #3 is shut\r\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", &format!("{HEAD}{entries}"))]);
    let run = folder.run(&["check", "--fix", "--format", "concise"]);
    let rest = "catalogs/shop.yaml:5:41: error[invalid-status]: `42` is not an HTTP status; help: write a plain number from 100 to 599\n";
    assert_eq!((run.stdout.as_str(), run.status), (rest, 1));
    let report = "\
fixed catalogs/shop.yaml:5:10 [unknown-key]: write `message`
fixed catalogs/shop.yaml:6:13 [yaml-cut-text]: quote the whole text
checked 2 codes in 1 catalog: 1 error
";
    assert_eq!(run.stderr, report);
    let fixed =
        "  # the first\r\n  one: { message: It is empty., status: 42 }\r\n  two: \"Door #3 is shut\"\r\n";
    assert_eq!(folder.read("catalogs/shop.yaml"), format!("{HEAD}{fixed}"));

    let again = folder.run(&["check", "--fix", "--format", "concise"]);
    assert_eq!((again.stdout.as_str(), again.status), (rest, 1));
    assert_eq!(again.stderr, "checked 2 codes in 1 catalog: 1 error\n");
    assert_eq!(folder.read("catalogs/shop.yaml"), format!("{HEAD}{fixed}"));
}

#[test]
fn the_status_is_0_if_everything_was_fixed() {
    let folder = Folder::with(&[("catalogs/shop.yaml", &format!("{HEAD}  one: No room: wait.\r\n"))]);
    let before = folder.run(&["check"]);
    assert!(before.stdout.starts_with("error[syntax]: [*] "), "{}", before.stdout);
    assert!(before.stderr.ends_with("1 error; `errcat check --fix` can fix 1 [*]\n"), "{}", before.stderr);
    let run = folder.run(&["check", "--fix"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0));
    assert_eq!(folder.read("catalogs/shop.yaml"), format!("{HEAD}  one: \"No room: wait.\"\r\n"));
}

#[test]
fn a_fix_that_causes_another_finding_is_not_applied() {
    let entries = "  one: { message: It is empty., allow: { mask-difers: x, mask-differs: y } }\n";
    let catalog = format!("{HEAD}{entries}");
    let folder = Folder::with(&[("catalogs/shop.yaml", &catalog)]);
    let run = folder.run(&["check", "--fix"]);
    let left =
        "not fixed, because the fix would cause another finding: catalogs/shop.yaml:4:42 [unused-allow]";
    assert!(run.stderr.contains(left), "{}", run.stderr);
    assert_eq!(run.status, 1);
}

#[test]
fn fixed_standard_input_goes_to_standard_output() {
    let folder = Folder::with(&[]);
    let bad = format!("{HEAD}  one: {{ mesage: It is empty., status: 42 }}\r\n");
    let run = folder.run_with_input(&["check", "--fix", "--format", "concise", "-"], &bad);
    assert_eq!((run.stdout, run.status), (bad.replace("mesage", "message"), 1));
    let report = "stdin.yaml:4:41: error[invalid-status]: `42` is not an HTTP status; help: write a plain number from 100 to 599\n";
    assert!(run.stderr.starts_with(report), "{}", run.stderr);
    assert!(
        run.stderr.contains("\nfixed stdin.yaml:4:10 [unknown-key]: write `message`\n"),
        "{}",
        run.stderr
    );

    let sound = format!("{HEAD}  one: It is empty.\r\n");
    let run = folder.run_with_input(&["check", "--fix", "-"], &sound);
    assert_eq!((run.stdout, run.status), (sound, 0));

    let run = folder.run_with_input(&["check", "--fix", "-", "catalogs"], "");
    assert_eq!((run.stdout.as_str(), run.status), ("", 2));
    assert!(run.stderr.contains("`--fix` takes either standard input or files, not both"), "{}", run.stderr);
}

#[test]
fn files_that_are_not_utf8_are_never_rewritten() {
    let folder = Folder::with(&[]);
    let catalogs = folder.path().join("catalogs");
    fs::create_dir(&catalogs).expect("a folder");
    let mut bytes = b"errcat: 1\ntitel: Shop API\nerrors:\n  one: It is empty.\n".to_vec();
    bytes.extend(b"  two: \xFF\n");
    fs::write(catalogs.join("shop.yaml"), &bytes).expect("a file");
    assert_eq!(folder.run(&["check", "--fix"]).status, 1);
    assert_eq!(fs::read(catalogs.join("shop.yaml")).expect("the file"), bytes);
}

#[cfg(unix)]
#[test]
fn a_fixed_file_keeps_its_permissions_and_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let bad = format!("{HEAD}  one: {{ mesage: It is empty. }}\r\n");
    let folder = Folder::with(&[("kept/shop.yaml", &bad), ("catalogs/readme.txt", "")]);
    let (kept, link) = (folder.path().join("kept/shop.yaml"), folder.path().join("catalogs/shop.yaml"));
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink(&kept, &link).expect("a link");
    assert_eq!(folder.run(&["check", "--fix"]).status, 0);
    assert!(fs::symlink_metadata(&link).expect("a link").file_type().is_symlink());
    assert_eq!(fs::read_to_string(&kept).expect("the file"), bad.replace("mesage", "message"));
    assert_eq!(fs::metadata(&kept).expect("the file").permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(folder.path().join("kept")).expect("the folder").count(), 1, "no leftovers");

    fs::write(&kept, &bad).expect("a file");
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o440)).expect("permissions");
    let run = folder.run(&["check", "--fix"]);
    assert_eq!((run.status, run.stderr.as_str()), (2, "error: catalogs/shop.yaml: the file is read-only\n"));
    assert_eq!(fs::read_to_string(&kept).expect("the file"), bad);
}

#[cfg(unix)]
#[test]
fn a_file_outside_of_the_project_is_not_changed_through_a_link() {
    let bad = format!("{HEAD}  one: {{ mesage: It is empty. }}\r\n");
    let outside = Folder::with(&[("shop.yaml", &bad)]);
    let folder = Folder::with(&[("catalogs/readme.txt", "")]);
    let target = outside.path().join("shop.yaml");
    std::os::unix::fs::symlink(&target, folder.path().join("catalogs/shop.yaml")).expect("a link");
    let run = folder.run(&["check", "--fix"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("catalogs/shop.yaml: a link leads out of the project"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(&target).expect("the file"), bad);
}

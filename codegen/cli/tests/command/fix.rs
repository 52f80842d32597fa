//! `errcat check --fix`: what can be mended without asking is mended, in place, and told.

use std::fs;

use crate::folder::Folder;

const HEAD: &str = "errcat: 1\r\ntitle: Shop API # the shop\r\nerrors:\r\n";

#[test]
fn what_can_be_mended_is_mended_in_place_and_told() {
    let entries =
        "  # the first\r\n  one: { mesage: It is empty., status: 42 }\r\n  two: Door #3 is shut\r\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", &format!("{HEAD}{entries}"))]);
    let run = folder.run(&["check", "--fix", "--format", "concise"]);
    let rest = "catalogs/shop.yaml:5:41: error[invalid-status]: `42` is not an HTTP status; help: write a plain number from 100 to 599\n";
    assert_eq!((run.stdout.as_str(), run.status), (rest, 1));
    let told = "\
fixed catalogs/shop.yaml:5:10 [unknown-key]: write `message`
fixed catalogs/shop.yaml:6:13 [yaml-cut-text]: put the whole text in quotes
checked 2 codes in 1 catalog: 1 error
";
    assert_eq!(run.stderr, told);
    let mended =
        "  # the first\r\n  one: { message: It is empty., status: 42 }\r\n  two: \"Door #3 is shut\"\r\n";
    assert_eq!(folder.read("catalogs/shop.yaml"), format!("{HEAD}{mended}"));

    let again = folder.run(&["check", "--fix", "--format", "concise"]);
    assert_eq!((again.stdout.as_str(), again.status), (rest, 1));
    assert_eq!(again.stderr, "checked 2 codes in 1 catalog: 1 error\n");
    assert_eq!(folder.read("catalogs/shop.yaml"), format!("{HEAD}{mended}"));
}

#[test]
fn where_nothing_remains_it_ends_with_0() {
    let folder = Folder::with(&[("catalogs/shop.yaml", &format!("{HEAD}  one: No room: wait.\r\n"))]);
    let before = folder.run(&["check"]);
    assert!(before.stdout.starts_with("error[syntax]: [*] "), "{}", before.stdout);
    assert!(before.stderr.ends_with("1 error; `errcat check --fix` can mend 1 [*]\n"), "{}", before.stderr);
    let run = folder.run(&["check", "--fix"]);
    assert_eq!((run.stdout.as_str(), run.status), ("", 0));
    assert_eq!(folder.read("catalogs/shop.yaml"), format!("{HEAD}  one: \"No room: wait.\"\r\n"));
}

#[test]
fn a_fix_that_would_make_another_mistake_is_not_made() {
    let entries = "  one: { message: It is empty., allow: { mask-difers: x, mask-differs: y } }\n";
    let catalog = format!("{HEAD}{entries}");
    let folder = Folder::with(&[("catalogs/shop.yaml", &catalog)]);
    let run = folder.run(&["check", "--fix"]);
    let left =
        "left as it is, because another finding would come of it: catalogs/shop.yaml:4:42 [unused-allow]";
    assert!(run.stderr.contains(left), "{}", run.stderr);
    assert_eq!(run.status, 1);
}

#[test]
fn standard_input_is_mended_on_standard_output() {
    let folder = Folder::with(&[]);
    let bad = format!("{HEAD}  one: {{ mesage: It is empty., status: 42 }}\r\n");
    let run = folder.run_with_input(&["check", "--fix", "--format", "concise", "-"], &bad);
    assert_eq!((run.stdout, run.status), (bad.replace("mesage", "message"), 1));
    let told = "stdin.yaml:4:41: error[invalid-status]: `42` is not an HTTP status; help: write a plain number from 100 to 599\n";
    assert!(run.stderr.starts_with(told), "{}", run.stderr);
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
    assert!(run.stderr.contains("standard input cannot be mended together with files"), "{}", run.stderr);
}

#[test]
fn what_is_not_text_is_never_written_back() {
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
fn a_mended_file_keeps_its_permissions_and_stays_behind_its_link() {
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
fn a_file_behind_a_link_out_of_the_project_is_not_changed() {
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

//! Tests of ledgers on several branches of real repositories: merges, rebases and cherry-picks.

use std::process::Command;

use crate::folder::{Folder, Run};

/// The errors of a catalog. Each branch adds its own after another one, so catalogs never conflict.
const ERRORS: [(&str, &str); 3] = [
    ("CART-001", "name: CartEmpty, message: Put something in."),
    ("CART-002", "name: CartFull, message: Take something out."),
    ("CART-003", "name: CartLost, message: There is no such cart."),
];

fn catalog(version: &str, more: &[(&str, &str)]) -> String {
    let errors = ERRORS.iter().chain(more).map(|(code, keys)| format!("  {code}: {{ {keys} }}\n"));
    format!("errcat: 1\ntitle: Shop API\nversion: {version}\nerrors:\n{}", errors.collect::<String>())
}

const OLD: (&str, &str) = ("CART-004", "name: CartOld, message: It is old.");
const NEW: (&str, &str) = ("CART-005", "name: CartNew, message: It is new.");

struct Repository(Folder);

impl Repository {
    /// Creates a repository with version 1.0.0 on `main`.
    fn new() -> Self {
        let text = catalog("1.0.0", &[]);
        let folder = Folder::with(&[
            ("catalogs/shop.yaml", text.as_str()),
            (".gitattributes", "catalogs/shop.lock merge=union\n"),
        ]);
        let repository = Self(folder);
        repository.succeed(&["release", "--first"]);
        repository.git(&["init", "-q", "-b", "main"]);
        repository.commit("1.0.0");
        repository
    }

    fn try_git(&self, arguments: &[&str]) -> Run {
        let identity = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
        let mut command = Command::new("git");
        command.args(identity).args(["-c", "core.autocrlf=false", "-c", "core.editor=true"]);
        command.args(arguments).current_dir(self.0.path());
        Run::of(&mut command)
    }

    fn git(&self, arguments: &[&str]) {
        let run = self.try_git(arguments);
        assert_eq!(run.status, 0, "{arguments:?}: {}{}", run.stdout, run.stderr);
    }

    fn commit(&self, subject: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", subject]);
    }

    fn succeed(&self, arguments: &[&str]) -> String {
        let run = self.0.run(arguments);
        assert_eq!(run.status, 0, "{arguments:?}: {}{}{}", run.stdout, run.stderr, self.ledger());
        run.stdout
    }

    fn ledger(&self) -> String {
        std::fs::read_to_string(self.0.path().join("catalogs/shop.lock")).unwrap_or_default()
    }

    /// Releases a version on a new branch.
    fn release(&self, branch: &str, from: &str, text: &str) {
        self.git(&["checkout", "-q", "-b", branch, from]);
        self.0.write("catalogs/shop.yaml", text);
        self.succeed(&["release"]);
        self.commit(branch);
    }

    /// Writes the catalog after a command of git that may have stopped at a conflict. The ledger never
    /// has one.
    fn resolve(&self, text: &str, carry_on: &[&str]) {
        assert!(!self.ledger().contains("<<<<"), "{}", self.ledger());
        self.0.write("catalogs/shop.yaml", text);
        self.git(&["add", "-A"]);
        let run = self.try_git(carry_on);
        assert!(run.status == 0 || run.stderr.contains("no rebase") || run.stderr.contains("no cherry-pick"));
    }
}

/// Asserts that a ledger has its usual form, with these codes.
fn is_tidy(repository: &Repository, version: &str, codes: &[&str]) {
    let ledger = repository.ledger();
    assert_eq!(ledger.matches("\"errcat\":1").count(), 1, "{ledger}");
    assert!(ledger.starts_with(&format!("{{\"errcat\":1,\"version\":\"{version}\"")), "{ledger}");
    let found: Vec<&str> = ledger.lines().skip(1).filter_map(|line| line.split('"').nth(3)).collect();
    assert_eq!(found, codes, "{ledger}");
}

#[test]
fn a_rebased_release_keeps_both_releases() {
    let repository = Repository::new();
    repository.release("one", "main", &catalog("1.1.0", &[OLD]));
    repository.release("other", "main", &catalog("1.2.0", &[NEW]));
    repository.try_git(&["rebase", "one"]);
    repository.resolve(&catalog("1.2.0", &[OLD, NEW]), &["rebase", "--continue"]);
    repository.succeed(&["check"]);
    repository.succeed(&["diff"]);
    repository.succeed(&["diff", "--since", "one"]);
    repository.succeed(&["diff", "--since", "main"]);
    // The codes are released, so a job that publishes the tag succeeds.
    repository.succeed(&["release", "--check"]);
    repository.succeed(&["release"]);
    is_tidy(&repository, "1.2.0", &["CART-001", "CART-002", "CART-003", "CART-004", "CART-005"]);
}

#[test]
fn a_fix_of_an_older_version_is_picked_onto_the_newer_one() {
    let repository = Repository::new();
    repository.release("next", "main", &catalog("2.0.0", &[NEW]));
    repository.release("old", "main", &catalog("1.1.0", &[OLD]));
    repository.git(&["checkout", "-q", "next"]);
    repository.try_git(&["cherry-pick", "old"]);
    repository.resolve(&catalog("2.0.0", &[OLD, NEW]), &["cherry-pick", "--continue"]);
    repository.succeed(&["check"]);
    repository.0.write("catalogs/shop.yaml", &catalog("2.1.0", &[OLD, NEW]));
    repository.succeed(&["release"]);
    is_tidy(&repository, "2.1.0", &["CART-001", "CART-002", "CART-003", "CART-004", "CART-005"]);
    assert!(repository.ledger().contains("\"CART-004\",\"family\":\"shop\",\"first\":\"1.1.0\""));
}

#[test]
fn one_code_that_two_branches_released_differently_is_a_finding() {
    let repository = Repository::new();
    repository.release("one", "main", &catalog("1.1.0", &[OLD]));
    let other = [("CART-004", "name: PaymentFailed, message: The bank said no.")];
    repository.release("other", "main", &catalog("1.1.0", &other));
    repository.try_git(&["merge", "-q", "one", "-m", "Merge"]);
    repository.resolve(&catalog("1.1.0", &[OLD]), &["commit", "-q", "-m", "Merge"]);
    let run = repository.0.run(&["check", "--format", "concise"]);
    let said = "error[vanished-code]: `CART-004` was also released as `PaymentFailed`, which has no entry";
    assert!(run.stdout.contains(said), "{}", run.stdout);
    let before = repository.ledger();
    assert_eq!((repository.0.run(&["release"]).status, repository.ledger()), (1, before));
}

#[test]
fn the_line_of_the_later_release_counts() {
    let repository = Repository::new();
    repository.release("one", "main", &catalog("1.1.0", &[]).replace("Take something", "Take things"));
    repository.release("other", "main", &catalog("1.2.0", &[]).replace("Take something", "Take all"));
    repository.try_git(&["merge", "-q", "one", "-m", "Merge"]);
    let text = catalog("1.2.0", &[]).replace("Take something", "Take all");
    repository.resolve(&text, &["commit", "-q", "-m", "Merge"]);
    assert_eq!(repository.succeed(&["diff"]), "shop: no changes since 1.2.0\n");
    repository.succeed(&["release"]);
    is_tidy(&repository, "1.2.0", &["CART-001", "CART-002", "CART-003"]);
    assert!(repository.ledger().contains("Take all"), "{}", repository.ledger());
}

#[test]
fn a_branch_is_told_about_a_ledger_that_it_rewrote() {
    let repository = Repository::new();
    let released = repository.ledger();
    repository.git(&["checkout", "-q", "-b", "feature"]);
    let line = |code: &str| released.lines().find(|line| line.contains(code)).unwrap_or_default();
    let gone = released.replace(&format!("{}\n", line("CART-003")), "");
    for (ledger, said) in [
        (gone, "the line of `CART-003` is gone without a release"),
        (released.replace("CartFull\",\"message", "CartFuller\",\"message"), "the line of `CART-002` says"),
        (released.replace("\"first\":\"1.0.0\"", "\"first\":\"0.9.0\""), "and 2 more lines"),
        (released.replace(line("CART-001"), &line("CART-001").replace("Put", "Get")), "`CART-001` says"),
        (String::new(), "is gone"),
    ] {
        if ledger.is_empty() {
            std::fs::remove_file(repository.0.path().join("catalogs/shop.lock")).expect("removed");
        } else {
            repository.0.write("catalogs/shop.lock", &ledger);
        }
        let run = repository.0.run(&["diff", "--since", "main", "--format", "concise"]);
        assert!(
            run.stdout.contains("error[ledger-rewritten]") && run.stdout.contains(said),
            "{}",
            run.stdout
        );
        assert_eq!(run.status, 1);
    }
    repository.0.write("catalogs/shop.lock", &released);
    repository.0.write("catalogs/shop.yaml", &catalog("1.0.1", &[]).replace("Put", "Get"));
    repository.succeed(&["release"]);
    repository.succeed(&["diff", "--since", "main"]);
}

#[test]
fn a_new_code_is_one_that_no_branch_or_tag_has() {
    let repository = Repository::new();
    repository.release("one", "main", &catalog("1.1.0", &[OLD]));
    repository.git(&["tag", "-a", "v1.1.0", "-m", "1.1.0"]);
    repository.git(&["checkout", "-q", "main"]);
    repository.git(&["branch", "-q", "-D", "one"]);
    let new = |arguments: &[&str]| {
        let code = repository.succeed(&[&["new", "shop", "CartNew"], arguments].concat());
        repository.git(&["checkout", "-q", "catalogs"]);
        code
    };
    assert_eq!(new(&[]), "CART-005\n");
    assert_eq!(new(&["--no-refs"]), "CART-004\n");
    let run = repository.0.run(&["new", "nothing", "CartNew"]);
    assert_eq!(run.stdout, "refused: there is no family `nothing`; there are `shop/shop`\n");
    assert_eq!(repository.0.run(&["new", "shop", " "]).status, 1);
    repository.0.write("catalogs/shop.lock", "{\"errcat\":2}\n");
    let run = repository.0.run(&["new", "shop", "CartNew"]);
    assert!(run.stdout.contains("`catalogs/shop.lock` cannot be read"), "{}", run.stdout);
}

#[test]
fn states_are_files_folders_ledgers_revisions_and_the_index() {
    let repository = Repository::new();
    repository.release("one", "main", &catalog("1.1.0", &[OLD]));
    repository.git(&["tag", "-a", "v1.1.0", "-m", "1.1.0"]);
    let added = "minor[code-added]: `CART-004` is new: `CartOld`";
    let folder = &repository.0;
    folder.write("elsewhere/old.yaml", &catalog("1.0.0", &[]));
    folder.write("elsewhere/new.yaml", &catalog("1.1.0", &[OLD]));
    for states in [
        &["main"][..],
        &["main", "one"],
        &["main", "v1.1.0"],
        &["HEAD~1", "HEAD"],
        &["elsewhere/old.yaml"],
        &["elsewhere/old.yaml", "elsewhere/new.yaml"],
        &["elsewhere/old.yaml", "catalogs/shop.lock"],
        &["main", "catalogs"],
    ] {
        let text = repository.succeed(&[&["diff"], states].concat());
        assert!(text.contains(added), "{states:?}: {text}");
        assert_eq!(text.lines().count(), 2, "{states:?}: {text}");
    }
    folder.write("catalogs/shop.yaml", &catalog("1.2.0", &[OLD, NEW]));
    assert!(repository.succeed(&["diff", ":0"]).contains("`CART-005` is new"));
    repository.git(&["add", "-A"]);
    assert_eq!(repository.succeed(&["diff", ":0"]), "shop: no changes since 1.2.0\n");
    assert!(repository.succeed(&["diff", "HEAD", ":0"]).contains("`CART-005` is new"));
    for unknown in [&["nothing"][..], &["main", "nothing"], &["--since", "nothing"]] {
        let run = folder.run(&[&["diff"], unknown].concat());
        assert!(run.stderr.contains("nothing"), "{unknown:?}: {}", run.stderr);
        assert_eq!(run.status, 2, "{unknown:?}");
    }
}

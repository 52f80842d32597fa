//! Tests what `git merge` does with two branches that edit catalogs, and that `errcat gen` repairs
//! the rest.
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::folder::Folder;

/// An edit of a catalog: a file, a text that it contains once, and the replacement.
type Edit = (&'static str, &'static str, &'static str);

const TEXT_OF_INVENTORY: Edit = (
    "catalogs/phala-cloud/inventory.yaml",
    "message: The requested instance type does not exist",
    "message: There is no such instance type",
);
const OTHER_TEXT_OF_INVENTORY: Edit = (
    "catalogs/phala-cloud/inventory.yaml",
    "message: The selected node does not have enough memory",
    "message: The selected node is short of memory",
);
const TEXT_OF_WORKSPACE: Edit = (
    "catalogs/phala-cloud/workspace.yaml",
    "message: The requested resources exceed your account limits",
    "message: You asked for more than your account allows",
);
const TEXT_OF_CSGHUB: Edit = (
    "catalogs/csghub/git.yaml",
    "description: Failed to update remote refs along with associated objects.",
    "description: The remote refs could not be updated.",
);
const CODE_OF_INVENTORY: Edit = (
    "catalogs/phala-cloud/inventory.yaml",
    "  ERR-02-009:\n",
    "  ERR-02-901:\n    name: DiskQuotaError\n    message: The disk is full\n  ERR-02-009:\n",
);
const OTHER_CODE_OF_INVENTORY: Edit = (
    "catalogs/phala-cloud/inventory.yaml",
    "  ERR-02-003:\n",
    "  ERR-02-902:\n    name: FanSpeedError\n    message: The fan is too slow\n  ERR-02-003:\n",
);
const CODE_OF_WORKSPACE: Edit = (
    "catalogs/phala-cloud/workspace.yaml",
    "  ERR-04-002:\n",
    "  ERR-04-901:\n    name: CardExpiredError\n    message: The card has expired\n  ERR-04-002:\n",
);
const CODE_OF_CSGHUB: Edit = (
    "catalogs/csghub/git.yaml",
    "  GIT-ERR-2:\n",
    "  GIT-ERR-901:\n    name: gitShallowClone\n    description: The clone is too shallow.\n  GIT-ERR-2:\n",
);
const CODE_OF_NOVITA_GPU: Edit = (
    "catalogs/novita/gpu.yaml",
    "errors:\n",
    "errors:\n  GPU_TOO_OLD: { message: The GPU is too old, status: 400 }\n",
);
const CODE_OF_NOVITA_LLM: Edit = (
    "catalogs/novita/llm.yaml",
    "errors:\n",
    "errors:\n  MODEL_TOO_OLD: { message: The model is too old, status: 400 }\n",
);

/// The OpenAPI document lists what all codes of a catalog have in common beside each other.
const OPENAPI: &str = "generated/errors.openapi.yaml";

#[test]
fn edits_of_texts_conflict_at_most_in_the_openapi_document() {
    let repository = Repository::new();
    for (ours, theirs, allowed) in [
        (TEXT_OF_INVENTORY, OTHER_TEXT_OF_INVENTORY, &[OPENAPI][..]),
        (TEXT_OF_INVENTORY, TEXT_OF_WORKSPACE, &[OPENAPI]),
        (TEXT_OF_INVENTORY, TEXT_OF_CSGHUB, &[]),
    ] {
        assert_eq!(unexpected(&repository, ours, theirs, allowed), [""; 0], "{} and {}", ours.0, theirs.0);
    }
}

#[test]
fn added_codes_conflict_at_most_in_the_lookup_plan() {
    let repository = Repository::new();
    let phala = "generated/phala_cloud/lookup.rs";
    // The JSON document numbers the errors of a family, so two codes inside one family meet there,
    // too.
    let (same_family, two_families) = ([phala, "generated/catalog.json", OPENAPI], [phala, OPENAPI]);
    for (ours, theirs, allowed) in [
        (CODE_OF_INVENTORY, OTHER_CODE_OF_INVENTORY, &same_family[..]),
        (CODE_OF_INVENTORY, CODE_OF_WORKSPACE, &two_families),
        (CODE_OF_NOVITA_GPU, CODE_OF_NOVITA_LLM, &["generated/novita/lookup.rs", OPENAPI]),
        (CODE_OF_INVENTORY, CODE_OF_CSGHUB, &[]),
        (CODE_OF_INVENTORY, TEXT_OF_WORKSPACE, &[OPENAPI]),
    ] {
        assert_eq!(unexpected(&repository, ours, theirs, allowed), [""; 0], "{} and {}", ours.0, theirs.0);
    }
}

/// Merges two edits. Returns the files that conflict and may not.
fn unexpected(repository: &Repository, ours: Edit, theirs: Edit, allowed: &[&str]) -> Vec<String> {
    let mut conflicts = repository.merge(ours, theirs);
    conflicts.retain(|path| !allowed.contains(&path.as_str()));
    conflicts
}

/// A git repository with the shipped catalogs and their generated files.
struct Repository {
    folder: Folder,
}

impl Repository {
    fn new() -> Self {
        let repository = Self { folder: Folder::with(&[]) };
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for name in ["catalogs", "errcat.yaml", "README.md"] {
            copy(&root.join(name), &repository.folder.path().join(name));
        }
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.generate();
        repository.commit("catalogs");
        repository
    }

    /// Commits each edit with its generated files on its own branch, merges the branches, and
    /// generates again. Returns the files with conflicts.
    fn merge(&self, ours: Edit, theirs: Edit) -> Vec<String> {
        for (branch, edit) in [("theirs", theirs), ("ours", ours)] {
            self.git(&["checkout", "--quiet", "--force", "-B", branch, "main"]);
            self.edit(edit);
            self.generate();
            self.commit(branch);
        }
        let (_, merged) = self.run(&["merge", "--quiet", "--no-edit", "theirs"]);
        let conflicts = self.git(&["diff", "--name-only", "--diff-filter=U"]);
        assert_eq!(merged, conflicts.is_empty(), "the merge failed for another reason than conflicts");
        if !merged {
            self.generate();
            self.commit("repaired");
        }
        for (path, _, new) in [ours, theirs] {
            assert!(self.folder.read(path).contains(new), "the merge lost an edit of {path}");
        }
        let check = self.folder.run(&["gen", "--check"]);
        assert!(check.status == 0 || merged, "`errcat gen` did not repair the merge:\n{}", check.stdout);
        // After a clean merge of two added codes, `errcat gen` must update the lookup plan.
        let stale = check.stdout.lines().filter_map(|line| line.strip_prefix("+++ b/"));
        let stale: Vec<&str> = stale.filter(|path| !path.ends_with("/lookup.rs")).collect();
        assert!(stale.is_empty(), "stale after a clean merge: {stale:?}");
        conflicts.lines().map(str::to_owned).collect()
    }

    fn edit(&self, (path, old, new): Edit) {
        let text = self.folder.read(path);
        assert_eq!(text.matches(old).count(), 1, "{path}: {old}");
        self.folder.write(path, &text.replace(old, new));
    }

    fn generate(&self) {
        let run = self.folder.run(&["gen"]);
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    }

    fn commit(&self, subject: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", subject]);
    }

    /// Runs git successfully.
    fn git(&self, arguments: &[&str]) -> String {
        let (output, success) = self.run(arguments);
        assert!(success, "git {arguments:?}: {output}");
        output
    }

    fn run(&self, arguments: &[&str]) -> (String, bool) {
        let output = Command::new("git")
            .args(["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "core.autocrlf=false"])
            .args(arguments)
            .current_dir(self.folder.path())
            .env("GIT_CONFIG_GLOBAL", "no-such-file")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .expect("git runs");
        let text = [output.stdout, output.stderr].concat();
        (String::from_utf8_lossy(&text).into_owned(), output.status.success())
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder") {
            let entry = entry.expect("an entry");
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).expect("a file");
    }
}

//! Tests of the README and of the files for CI: they are followed word for word.
#![expect(clippy::expect_used, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder::Folder;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn page(path: &str) -> String {
    fs::read_to_string(repository().join(path)).expect("a page")
}

/// Returns the section under a heading.
fn section<'p>(page: &'p str, heading: &str) -> &'p str {
    let start = page.find(&format!("\n## {heading}\n")).expect("the section");
    let rest = &page[start + 1..];
    &rest[..rest[3..].find("\n## ").map_or(rest.len(), |end| end + 3)]
}

/// Returns the language and text of each block of code.
fn blocks(page: &str) -> Vec<(&str, &str)> {
    let mut fences = page.split("\n```");
    fences.next();
    let mut blocks = Vec::new();
    while let (Some(block), Some(_)) = (fences.next(), fences.next()) {
        blocks.push(block.split_once('\n').expect("a language"));
    }
    blocks
}

/// Replaces versions by the packages of this repository.
fn with_paths(manifest: &str) -> String {
    let path = |below: &str| repository().join(below).display().to_string().replace('\\', "/");
    let version = |name: &str, text: &str| {
        let line = text.lines().find(|line| line.starts_with(&format!("{name} = \""))).map(str::to_owned);
        let below = if name == "errcat" { "codegen/runtime" } else { "codegen" };
        match line {
            Some(line) => text.replace(&line, &format!("{name} = {{ path = \"{}\" }}", path(below))),
            None => text.to_owned(),
        }
    };
    format!("{}\n[workspace]\n", version("errcat-build", &version("errcat", manifest)))
}

/// Runs commands in a shell in which `errcat` is the command under test.
fn shell(folder: &Path, script: &str) -> (String, bool) {
    let command = Path::new(env!("CARGO_BIN_EXE_errcat"));
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("bash")
        .args(["-euc", script])
        .env("PATH", format!("{}:{path}", command.parent().expect("a folder").display()))
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("init"))
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_TERM_QUIET", "true")
        .current_dir(folder)
        .output()
        .expect("bash");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
    }
    (text, output.status.success())
}

fn lock(folder: &Path) {
    fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file");
}

#[test]
fn the_quick_start_works_word_for_word() {
    let readme = page("README.md");
    let start = section(&readme, "Your own codes in five minutes");
    let blocks = blocks(start);
    let (_, commands) = blocks.iter().find(|(language, _)| *language == "sh").expect("commands");
    let (_, expected) = blocks.iter().find(|(language, _)| *language == "text").expect("an output");

    // With the command. It is installed, and the package gets a local path instead of a version.
    let folder = Folder::with(&[]);
    let (install, rest) = commands.split_once('\n').expect("several commands");
    assert_eq!(install, "cargo install --locked errcat-cli");
    let (before, run) = rest.rsplit_once("cargo run").expect("a program");
    assert_eq!(run, "");
    assert!(shell(folder.path(), before).1, "{before}");
    let shop = folder.path().join("shop");
    let manifest = fs::read_to_string(shop.join("Cargo.toml")).expect("a manifest");
    fs::write(shop.join("Cargo.toml"), with_paths(&manifest)).expect("a manifest");
    lock(&shop);
    assert_eq!(shell(&shop, "cargo run"), (format!("{expected}\n"), true));

    // By hand. The first line of each file says its name.
    let folder = Folder::with(&[]);
    let mut files = 0;
    for (_, text) in &blocks {
        let name = text.lines().next().and_then(|line| line.strip_prefix("# ").or(line.strip_prefix("// ")));
        let Some(name) = name.filter(|name| !name.contains(' ')) else { continue };
        let text = if name == "Cargo.toml" { with_paths(text) } else { (*text).to_owned() };
        folder.write(name, &text);
        files += 1;
    }
    assert_eq!(files, 4);
    lock(folder.path());
    assert_eq!(shell(folder.path(), "cargo run"), (format!("{expected}\n"), true));
}

/// What the README shows of `explain` and `import` is what they print.
#[test]
fn the_transcripts_are_what_is_printed() {
    let readme = page("README.md");
    let mut seen = 0;
    for (_, block) in blocks(&readme) {
        let folder = Folder::with(&[]);
        let Some(steps) = block.strip_prefix("$ ") else { continue };
        for step in steps.split("\n$ ") {
            let (command, output) = step.split_once('\n').expect("an output");
            if let Some(file) = command.strip_prefix("cat ") {
                folder.write(file, output);
            } else {
                assert_eq!(shell(folder.path(), command), (format!("{output}\n"), true), "{command}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 2);
}

/// Every link is in the package, or leads to a file of the repository, or to another site.
#[test]
fn every_link_leads_somewhere() {
    let pages = [
        ("README.md", ""),
        ("docs/examples.md", "docs"),
        ("docs/ci.md", "docs"),
        ("codegen/README.md", "codegen"),
        ("codegen/runtime/README.md", "codegen/runtime"),
        ("codegen/cli/README.md", "codegen/cli"),
        ("codegen/edit/README.md", "codegen/edit"),
        ("codegen/outputs/README.md", "codegen/outputs"),
    ];
    let ours = "https://github.com/errcat/errcat/blob/main/";
    let mut seen = 0;
    for (path, folder) in pages {
        let text = page(path);
        let is_published = !path.starts_with("docs/");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            seen += 1;
            let file = match link.strip_prefix(ours) {
                Some(file) => PathBuf::from(file),
                None if link.starts_with("https://") => continue,
                None => {
                    assert!(!is_published, "{path}: {link} is not in the package");
                    Path::new(folder).join(link)
                }
            };
            assert!(repository().join(&file).exists(), "{path}: {link}");
        }
    }
    assert!(seen > 15, "only {seen} links");
}

/// The commands of the workflow, the action and the GitLab job pass for a new project, and fail for
/// a stale one.
#[test]
fn the_files_for_ci_work_as_scripts() {
    let workflow = page("codegen/cli/src/init/templates/workflow.yml");
    let gitlab = page("docs/gitlab-ci.yml");
    let ci = page("docs/ci.md");
    assert!(ci.contains(&format!("```yaml\n{workflow}```")) && ci.contains(&format!("```yaml\n{gitlab}```")));
    let in_workflow: Vec<&str> =
        workflow.lines().filter_map(|line| line.trim().strip_prefix("run: ")).collect();
    let in_action = page("action.yml");
    let in_action: Vec<&str> =
        in_action.lines().filter_map(|line| line.trim().strip_prefix("run: ")).collect();
    let in_gitlab: Vec<&str> = gitlab.lines().filter_map(|line| line.trim().strip_prefix("- ")).collect();
    let hooks = page(".pre-commit-hooks.yaml");
    let in_hooks: Vec<&str> = hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: ")).collect();
    for (name, commands) in
        [("workflow", in_workflow), ("action", in_action), ("gitlab", in_gitlab), ("hooks", in_hooks)]
    {
        let (installs, commands): (Vec<&str>, Vec<&str>) =
            commands.into_iter().partition(|command| command.contains("cargo install"));
        assert_eq!(installs.len(), usize::from(name != "hooks"), "{name}");
        assert!(commands.len() >= 2, "{name}: {commands:?}");
        let script = commands.join("\n").replace("\"$SARIF\"", "errcat.sarif");
        let folder = Folder::named("shop");
        assert_eq!(folder.run(&["init"]).status, 0);
        assert!(shell(folder.path(), &script).1, "{name}: {script}");
        if name != "hooks" {
            let stale = folder.read("catalogs/shop.yaml").replace("is empty", "has nothing in it");
            folder.write("catalogs/shop.yaml", &stale);
            assert!(!shell(folder.path(), &script).1, "{name} does not notice a stale file");
        }
    }
}

/// The examples commit what `errcat gen` writes. With `UPDATE=1`, it is written.
#[test]
fn the_modules_of_the_examples_are_up_to_date() {
    let mut seen = 0;
    for entry in fs::read_dir(repository().join("examples")).expect("the examples") {
        let folder = entry.expect("an entry").path();
        if !folder.join("errcat.yaml").is_file() {
            continue;
        }
        seen += 1;
        let command = if std::env::var_os("UPDATE").is_some() { "errcat gen" } else { "errcat gen --check" };
        let (output, passed) = shell(&folder, command);
        assert!(passed, "{}\n{output}", folder.display());
    }
    assert!(seen > 0);
}

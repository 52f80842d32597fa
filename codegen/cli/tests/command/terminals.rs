//! Tests of terminals, pipes and exit statuses.

use std::process::{Command, Stdio};

use crate::folder::{Folder, Run};

const GOOD: &str = "\
errcat: 1
title: Shop
version: 0.1.0
errors:
  cart_empty: { name: CartEmpty, message: Put something in., status: 409 }
";
const SETTINGS: &str = "outputs: { rust: { path: src/codes } }\n";

/// Returns a project without findings, released and generated.
fn project() -> Folder {
    let folder = Folder::with(&[("catalogs/shop.yaml", GOOD), ("errcat.yaml", SETTINGS)]);
    for command in ["gen", "release"] {
        assert_eq!(folder.run(&[command]).status, 0);
    }
    folder
}

/// Returns a project with an error and a warning.
fn wrong() -> Folder {
    let folder = project();
    let text = GOOD.replace("409", "40") + "  cart_full: Cart full.\n";
    folder.write("catalogs/shop.yaml", &text);
    folder
}

fn has_colors(text: &str) -> bool {
    text.contains("\u{1b}[")
}

#[test]
fn variables_and_flags_decide_about_colors() {
    let folder = wrong();
    for (variables, flags, expected) in [
        (&[][..], &[][..], false),
        (&[("CLICOLOR_FORCE", "1")][..], &[][..], true),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[], false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")], &[], true),
        (&[("CLICOLOR_FORCE", "1")], &["--color", "never"], false),
        (&[("NO_COLOR", "1")], &["--color", "always"], true),
        (&[("CLICOLOR_FORCE", "1")], &["--color", "auto"], true),
    ] {
        let run = folder.run_with_env(&[&["check"], flags].concat(), variables);
        assert_eq!(has_colors(&run.stdout), expected, "{variables:?} {flags:?}: {}", run.stdout);
        assert_eq!(run.status, 1);
    }
}

/// Runs the command in a pseudo-terminal. Returns `None` if the system has no program for that.
#[cfg(target_os = "linux")]
fn in_terminal(folder: &Folder, arguments: &str, variables: &[(&str, &str)]) -> Option<Run> {
    let line = format!("{} {arguments}", env!("CARGO_BIN_EXE_errcat"));
    let mut command = Command::new("script");
    command.args(["--quiet", "--return", "--command", &line, "/dev/null"]);
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI", "LC_ALL", "LC_CTYPE", "LANG"] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm-256color").envs(variables.iter().copied());
    command.current_dir(folder.path()).stdin(Stdio::null());
    let is_known =
        Command::new("script").arg("--version").output().is_ok_and(|output| output.status.success());
    if !is_known {
        eprintln!("skipped: this system has no `script`");
        return None;
    }
    Some(Run::of(&mut command))
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_what_it_can_show() {
    let folder = wrong();
    for (variables, colors, ascii) in [
        (&[("LC_ALL", "C.UTF-8")][..], true, false),
        (&[("LC_ALL", "C.UTF-8"), ("NO_COLOR", "1")][..], false, false),
        (&[("LC_ALL", "C.UTF-8"), ("TERM", "dumb")], false, false),
        (&[("LC_ALL", "C")], true, true),
        (&[("LC_ALL", "de_DE.ISO-8859-1")], true, true),
        (&[("LC_ALL", "C"), ("NO_COLOR", "1")], false, true),
    ] {
        let Some(run) = in_terminal(&folder, "check", variables) else { return };
        assert_eq!(has_colors(&run.stdout), colors, "{variables:?}: {}", run.stdout);
        assert_eq!(run.stdout.is_ascii(), ascii, "{variables:?}: {}", run.stdout);
        assert!(run.stdout.contains("invalid-status"), "{}", run.stdout);
        assert_eq!(run.status, 1);
    }
}

#[test]
fn a_closed_pipe_ends_the_command_quietly() {
    let (good, wrong) = (project(), wrong());
    let cases: [(&Folder, &[&str], i32); 6] = [
        (&good, &["print", "schema"], 0),
        (&good, &["print", "catalog"], 0),
        (&good, &["explain", "cart_empty"], 0),
        (&wrong, &["check"], 1),
        (&wrong, &["check", "--format", "sarif"], 1),
        (&wrong, &["gen", "--check"], 1),
    ];
    for (folder, arguments, status) in cases {
        let mut command = folder.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        drop(child.stdout.take());
        let run = Run::of_child(Ok(child));
        assert_eq!(run.status, status, "{arguments:?}: {}", run.stderr);
        assert!(!run.stderr.contains("standard output"), "{arguments:?}: {}", run.stderr);
        assert!(!run.stderr.contains("panicked"), "{arguments:?}: {}", run.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_command_without_standard_output_runs() {
    let folder = wrong();
    for (redirection, stderr) in [(">&-", true), ("2>&-", false), (">&- 2>&-", false), ("<&-", true)] {
        let line = format!("{} check {redirection}", env!("CARGO_BIN_EXE_errcat"));
        let run = Run::of(Command::new("sh").args(["-c", &line]).current_dir(folder.path()));
        assert_eq!(
            (run.stderr.contains("checked 2 codes"), run.status),
            (stderr, 1),
            "{line}: {}",
            run.stderr
        );
    }
}

#[test]
fn findings_are_on_standard_output_and_summaries_are_not() {
    let folder = wrong();
    for command in [&["check"][..], &["gen", "--check"], &["gen"], &["release", "--check"], &["release"]] {
        let run = folder.run(&[command, &["--format", "json"]].concat());
        let lines: Vec<serde_json::Value> =
            run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert!(lines.iter().any(|line| line["rule"] == "invalid-status"), "{command:?}: {}", run.stdout);
        assert!(run.stderr.starts_with("checked 2 codes in 1 catalog: 1 error, 1 warning"), "{}", run.stderr);
        assert_eq!(run.status, 1, "{command:?}");
        let quiet = folder.run(&[command, &["--format", "json", "--quiet"]].concat());
        assert_eq!((quiet.stdout, quiet.stderr.as_str()), (run.stdout, ""));
    }
}

#[test]
fn statuses() {
    let commands: [&[&str]; 11] = [
        &["check"],
        &["gen", "--check"],
        &["gen"],
        &["fmt", "--check"],
        &["diff"],
        &["release", "--check"],
        &["print", "catalog"],
        &["explain", "cart_empty"],
        &["explain", "duplicate-code"],
        &["rename", "cart_empty", "CartVoid"],
        &["retire", "cart_empty"],
    ];
    let statuses = |prepare: &dyn Fn() -> Folder| commands.map(|command| prepare().run(command).status);
    assert_eq!(statuses(&project), [0; 11]);
    // What is only a warning.
    let warned = || {
        let folder = project();
        folder.write("catalogs/shop.yaml", &GOOD.replace("409", "465"));
        assert_eq!(folder.run(&["gen"]).status, 0);
        folder
    };
    let check = |flags: &[&str]| warned().run(&[&["check"], flags].concat()).status;
    assert_eq!((check(&[]), check(&["--deny-warnings"])), (0, 1));
    // The catalog has an error. `diff` cannot compare. Rules are explained, and sound errors are edited.
    assert_eq!(statuses(&wrong), [1, 1, 1, 1, 2, 1, 1, 0, 0, 0, 0]);
    let settings = |text: &'static str| {
        move || {
            let folder = project();
            folder.write("errcat.yaml", text);
            folder
        }
    };
    // The settings are broken, the catalogs are gone, or the project is no text.
    for text in ["catalog: api\n", "catalogs: nowhere\n", "{"] {
        assert_eq!(statuses(&settings(text)), [2, 2, 2, 2, 2, 2, 2, 2, 0, 2, 2], "{text}");
    }
    for usage in [
        &["chek"][..],
        &["check", "--colour"],
        &["check", "nowhere.yaml"],
        &["explain"],
        &["print", "catalog", "--format", "xml"],
        &[],
    ] {
        let run = project().run(usage);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{usage:?}");
    }
    for known in [&["--help"][..], &["--version"], &["help", "check"], &["check", "-h"]] {
        let run = project().run(known);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{known:?}");
    }
}

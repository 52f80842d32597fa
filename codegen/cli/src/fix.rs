//! `errcat check --fix`: fixes what can be fixed without asking, and reports the rest.

use std::path::Path;

use errcat_build::unstable::project::{Failure, rewrite};
use errcat_edit::fix::{Fixed, fix};
use errcat_edit::offer;

use crate::args::Check;
use crate::library::{self, Library};
use crate::output::Output;

pub(crate) fn run(args: &Check) -> Result<Output, Failure> {
    let stdin = args.paths.iter().any(|path| path == Path::new("-"));
    if stdin && args.paths.len() > 1 {
        return Err(Failure::new("-", "`--fix` takes either standard input or files, not both"));
    }
    let project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let library = Library::open(&project, &args.paths, &args.stdin_name)?;
    let outcome = fix(&library.sources, |sources| {
        let mut findings = project.analyze(sources).findings;
        offer(sources, &mut findings);
        if let Some(file) = library.stdin {
            // Only its text is printed.
            findings.retain(|finding| {
                finding.fix = finding.fix.take().filter(|_| finding.primary.span.file == file);
                true
            });
        }
        findings
    });
    if !stdin {
        rewrite(&project.root, &library.sources, &outcome.sources)?;
    }
    let mut progress: Vec<String> = outcome.fixed.iter().map(|fixed| progress_line("fixed", fixed)).collect();
    let reason = "not fixed, because the fix would cause another finding:";
    progress.extend(outcome.left.iter().map(|left| progress_line(reason, left)));

    let file = library.stdin;
    let mut library = Library::analyze(&project, outcome.sources);
    if args.paths.is_empty() {
        library.look_for_stale_outputs(&project)?;
    }
    let mut output = library.judged(args.format, args.deny_warnings);
    progress.append(&mut output.progress);
    if let Some(file) = file {
        let text = library.printable(file);
        output.aside = std::mem::replace(&mut output.text, text);
    }
    Ok(Output { progress, ..output })
}

fn progress_line(what: &str, fixed: &Fixed) -> String {
    let Fixed { path, place, rule, message } = fixed;
    format!("{what} {path}:{place} [{}]: {message}", rule.code())
}

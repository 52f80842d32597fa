//! `errcat check --fix`: what can be mended without asking is mended, the rest is told.

use std::path::Path;

use errcat_build::mend::{Fixed, mend};
use errcat_build::project::{Failure, rewrite};

use crate::args::Check;
use crate::library::{self, Library};
use crate::output::Output;

pub(crate) fn run(args: &Check) -> Result<Output, Failure> {
    let stdin = args.paths.iter().any(|path| path == Path::new("-"));
    if stdin && args.paths.len() > 1 {
        return Err(Failure::new("-", "with `--fix`, standard input cannot be mended together with files"));
    }
    let project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let library = Library::open(&project, &args.paths, &args.stdin_name)?;
    let mended = mend(&library.sources, |sources| project.analyze(sources).findings);
    if !stdin {
        rewrite(&project.root, &library.sources, &mended.sources)?;
    }
    let mut progress: Vec<String> = mended.fixed.iter().map(|fixed| told("fixed", fixed)).collect();
    let reason = "left as it is, because another finding would come of it:";
    progress.extend(mended.left.iter().map(|left| told(reason, left)));

    let mut library = Library::analyze(&project, mended.sources);
    if args.paths.is_empty() {
        library.look_for_stale_outputs(&project)?;
    }
    let mut output = library.findings(args.format);
    progress.append(&mut output.progress);
    if stdin {
        let text = library.sources.ids().map(|file| library.sources.text(file)).collect();
        output.aside = std::mem::replace(&mut output.text, text);
    }
    Ok(Output { progress, ..output })
}

fn told(what: &str, fixed: &Fixed) -> String {
    let Fixed { path, place, rule, message } = fixed;
    format!("{what} {path}:{place} [{}]: {message}", rule.code())
}

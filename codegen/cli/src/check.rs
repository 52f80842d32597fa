//! `errcat check`: reports mistakes in catalogs.

use errcat_build::unstable::project::Failure;

use crate::args::Check;
use crate::fix;
use crate::library::{self, Library};
use crate::output::Output;
use crate::waiting::Waiting;

pub(crate) fn run(args: &Check) -> Result<Output, Failure> {
    #[cfg(feature = "watch")]
    if args.watch {
        return crate::watch::run(args, || once(args));
    }
    once(args)
}

/// Checks the catalogs once.
fn once(args: &Check) -> Result<Output, Failure> {
    if let Some(output) = library::settings_from_stdin(args)? {
        return Ok(output);
    }
    if args.fix {
        return fix::run(args);
    }
    let _waiting = Waiting::start("checking");
    let project = match library::project(args.format)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let mut library = Library::open(&project, &args.paths, &args.stdin_name)?;
    if args.paths.is_empty() {
        library.look_for_stale_outputs(&project)?;
    }
    Ok(library.judged(args.format, args.deny_warnings))
}

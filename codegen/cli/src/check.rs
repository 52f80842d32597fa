//! `errcat check`: every mistake in the catalogs.

use errcat_codegen::project::Failure;

use crate::args::Check;
use crate::library::{self, Library};
use crate::output::Output;

pub(crate) fn run(args: &Check) -> Result<Output, Failure> {
    match library::project(args.format)? {
        Ok(project) => Ok(Library::open(&project, &args.paths, &args.stdin_name)?.findings(args.format)),
        Err(output) => Ok(output),
    }
}

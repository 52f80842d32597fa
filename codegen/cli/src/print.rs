//! `errcat print`: prints catalogs in a format for other programs.

use errcat_build::emit::json;
use errcat_build::project::Failure;

use crate::args::{Format, Print, PrintFormat, What};
use crate::library::{self, Library};
use crate::output::Output;

pub(crate) fn run(args: &Print) -> Result<Output, Failure> {
    let What::Catalog(args) = &args.what;
    let project = match library::project(Format::Human)? {
        Ok(project) => project,
        Err(output) => return Ok(output),
    };
    let library = Library::open(&project, &args.paths, &args.stdin_name)?;
    if library.compiled.findings.has_errors() {
        return Ok(library.findings(Format::Human));
    }
    let model = &library.compiled.model;
    let text = match args.format {
        PrintFormat::Jsonl => json::lines(model),
        PrintFormat::Json => json::document(model),
    };
    Ok(Output { text, ..Output::default() })
}

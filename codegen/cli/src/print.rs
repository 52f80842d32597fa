//! `errcat print`: prints catalogs in a format for other programs.

use errcat_build::unstable::emit::json;
use errcat_build::unstable::project::Failure;
use errcat_outputs::json_schema;

use crate::args::{Format, Print, PrintCatalog, PrintFormat, PrintSchema, What};
use crate::library::{self, Library};
use crate::output::Output;
use crate::outputs;

pub(crate) fn run(args: &Print) -> Result<Output, Failure> {
    match &args.what {
        What::Catalog(args) => catalog(args),
        What::Schema(args) => Ok(Output { text: schema(args), ..Output::default() }),
    }
}

fn schema(args: &PrintSchema) -> String {
    match args.file {
        Some(file) => json_schema::of_file(file.as_str(), &outputs::keys()).unwrap_or_default(),
        None => json_schema::document(&outputs::keys()),
    }
}

fn catalog(args: &PrintCatalog) -> Result<Output, Failure> {
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

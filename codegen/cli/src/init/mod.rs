//! `errcat init`: starts a project, or adds to a package what it needs for error codes.

mod manifest;
mod names;
mod package;
mod plan;
mod root;
mod toml;
mod write;

use std::path::PathBuf;

use errcat_build::unstable::project::Failure;

use self::package::Package;
use self::plan::Plan;
pub(crate) use self::root::declares;
use crate::args::Format;
use crate::generate::{self, Gen};
use crate::import::new_catalog;
use crate::output::Output;

#[derive(clap::Args)]
pub(crate) struct Init {
    /// Import the first catalog from a file, as `errcat import` does.
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// Generate the code in a build script instead of writing it to `src`, where it is committed.
    #[arg(long)]
    pub(crate) build_script: bool,
}

pub(crate) fn run(args: &Init) -> Result<Output, Failure> {
    let package = Package::open(names::new_manifest)?;
    let imported = args.from.as_deref().map(new_catalog).transpose()?;
    let report = imported.as_ref().map(|catalog| catalog.report.clone());
    let plan = Plan::of(&package, args.build_script, imported)?;
    let mut progress = write::write(&plan)?;
    if progress.is_empty() {
        progress.push("everything is here already".to_owned());
    }
    let mut output = Output::default();
    if plan.generates {
        output = generate::run(&Gen::all(Format::Human))?;
        progress.append(&mut output.progress);
    }
    progress.extend(plan.notes.iter().map(|note| format!("to do: {note}")));
    if !output.found {
        progress.extend(next(&plan));
    }
    output.text.insert_str(0, &report.unwrap_or_default());
    Ok(Output { progress, ..output })
}

/// Returns the next three commands.
fn next(plan: &Plan) -> Vec<String> {
    let first = match &plan.first_code {
        Some(code) => format!("errcat explain {code}"),
        None => "errcat check".to_owned(),
    };
    let commands = [
        ("cargo test", "compiles the codes and runs the tests"),
        (&*first, "shows everything about a code"),
        (plan.rebuild(), "after every change of a catalog"),
    ];
    let width = commands.iter().map(|(command, _)| command.len()).max().unwrap_or_default();
    let line = |(command, about): (&str, &str)| format!("  {command:width$}  # {about}");
    [String::new(), "next:".to_owned()].into_iter().chain(commands.map(line)).collect()
}

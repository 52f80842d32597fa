//! The `errcat` command. Each subcommand has its own module.

mod args;
mod check;
mod explain;
mod explain_key;
mod explain_rule;
mod fix;
mod generate;
mod library;
mod output;
mod outputs;
mod print;
mod release;
mod release_step;
mod report;
mod text_diff;
#[cfg(feature = "watch")]
mod watch;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    args.color.write_global();
    let result = match &args.command {
        Command::Check(args) => check::run(args),
        Command::Gen(args) => generate::run(args),
        Command::Explain(args) => Ok(explain::run(args)),
        Command::Print(args) => print::run(args),
        Command::Release(args) => release::run(args),
    };
    match result {
        Ok(output) => output.print(),
        Err(failure) => output::fail(&failure),
    }
}

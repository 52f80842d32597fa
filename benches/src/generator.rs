//! `generator`: the time from YAML to Rust, and of checking the shipped catalogs.

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::{self, Command};
use std::time::Instant;

use errcat_build::unstable::diag::{Findings, Levels};
use errcat_build::unstable::emit::rust::{Layout, Root, Rust, emit};
use errcat_build::unstable::model::Model;
use errcat_build::unstable::project::{Others, Project};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::{lint, lower, syntax};

use crate::plot::Plot;
use crate::scratch::high_water;
use crate::sets::{self, Style};
use crate::table::median;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// The columns of milliseconds.
const STAGES: [&str; 5] = ["YAML to tree", "lowering", "rules", "Rust", "all"];

/// Prints milliseconds per stage.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let built = if cfg!(debug_assertions) { "opt-level 0" } else { "release" };
    println!("\n## The generator, {built}: milliseconds\n");
    println!("| codes | {} | µs per code without YAML | peak memory |", STAGES.join(" | "));
    println!("|---|---|---|---|---|---|---|---|");
    let mut plot = Plot::default();
    for size in SIZES {
        // Each size has its own process, because peak memory is measured per process.
        let output = Command::new(env::current_exe()?).args(["generate", &size.to_string()]).output()?;
        if !output.status.success() {
            return Err(format!("the run with {size} codes failed").into());
        }
        let row = String::from_utf8(output.stdout)?;
        print!("{row}");
        for (stage, cell) in STAGES.iter().zip(row.split('|').skip(2)) {
            plot.point(stage, f64::from(u32::try_from(size)?), cell.trim().parse()?);
        }
    }
    if !cfg!(debug_assertions) {
        plot.lines("growth.svg", "The generator", "codes", "milliseconds")?;
    }
    let times = (0..9).map(|_| check()).collect::<Result<Vec<f64>, _>>()?;
    println!("\nChecking the shipped catalogs, including reading them from disk: {:.1} ms", median(times));
    Ok(())
}

/// Prints one row of the table.
pub(crate) fn once(count: usize) -> Result<(), Box<dyn Error>> {
    let text = sets::yaml("Codes", &Style::Words.codes(count));
    let rounds = (20_000 / count).clamp(1, 9);
    let runs = (0..rounds).map(|_| stages(&text)).collect::<Result<Vec<_>, _>>()?;
    let stage = |n: usize| median(runs.iter().map(|times| times[n]).collect());
    let [yaml, meaning, rules, rust] = [stage(0), stage(1), stage(2), stage(3)];
    let rest = meaning + rules + rust;
    let each = 1e3 * rest / f64::from(u32::try_from(count)?);
    let memory = high_water(process::id())
        .map_or("–".to_owned(), |kilobytes| format!("{:.0} MB", kilobytes / 1024.0));
    println!(
        "| {count} | {yaml:.1} | {meaning:.1} | {rules:.1} | {rust:.1} | {:.1} | {each:.2} | {memory} |",
        yaml + rest
    );
    Ok(())
}

fn stages(text: &str) -> Result<[f64; 4], Box<dyn Error>> {
    let mut sources = Sources::default();
    sources.add("codes.yaml", text);
    let mut findings = Findings::default();
    let mut last = Instant::now();
    let mut lap = || {
        let milliseconds = last.elapsed().as_secs_f64() * 1e3;
        last = Instant::now();
        milliseconds
    };
    let files = syntax::catalog_files(&sources);
    let catalogs: Vec<_> = files.iter().map(|files| syntax::read(&sources, files, &mut findings)).collect();
    let yaml = lap();
    let model = lower::lower(&sources, &catalogs, &mut findings);
    let meaning = lap();
    lint::run(&model, &Levels::default(), &mut findings);
    findings.sort();
    let rules = lap();
    if findings.has_errors() {
        return Err("the generated catalog has errors".into());
    }
    lap();
    let tree = emit(&model, &Layout::File("errcat.rs".to_owned()));
    let rust = lap();
    drop(tree);
    Ok([yaml, meaning, rules, rust])
}

/// Does the same as `errcat check` in this repository, and returns the milliseconds.
pub(crate) fn check() -> Result<f64, Box<dyn Error>> {
    let start = Instant::now();
    shipped()?;
    Ok(start.elapsed().as_secs_f64() * 1e3)
}

/// Does the same as `errcat gen rust` in this repository, without writing.
pub(crate) fn generate() -> Result<(), Box<dyn Error>> {
    let tree = emit(&shipped()?, &Layout::Crate(Root { name: "lib.rs".to_owned(), ..Root::default() }));
    if tree.is_empty() { Err("no code was generated".into()) } else { Ok(()) }
}

/// Reads and checks the shipped catalogs.
fn shipped() -> Result<Model, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let project = Project::open(&root, &[&Rust], Others::Skipped).map_err(|_| "errcat.yaml is not valid")?;
    let found = project.catalogs().map_err(|failure| failure.to_string())?;
    let compiled = errcat_build::unstable::analyze(&found.sources);
    if compiled.findings.has_errors() {
        return Err("the shipped catalogs have errors".into());
    }
    Ok(compiled.model)
}

//! `callgrind` and `probe`: instructions per lookup, which do not depend on the load of the
//! machine.

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::Command;

use crate::candidate::{self, Candidate, Set};
use crate::queries::{Kind, Queries};
use crate::sets::Random;
use crate::table::Table;

const LOOKUPS: u32 = 2_000;

/// The counts of callgrind for a run: instructions, and mispredicted branches according to its
/// simple predictor.
#[derive(Clone, Copy)]
pub(crate) struct Counted {
    pub(crate) instructions: f64,
    pub(crate) mispredicted: f64,
}

/// Prints both counts per lookup, including the loop, for the sets whose name contains `filter`.
/// Needs valgrind.
pub(crate) fn run(filter: &str) -> Result<(), Box<dyn Error>> {
    println!("\n## Instructions and mispredicted branches per lookup, hits, simulated by callgrind\n");
    let mut table = Table::new("");
    for set in candidate::sets::all().iter().filter(|set| set.name.contains(filter)) {
        table.column(set.name);
        let loops = [Candidate::nothing()];
        for candidate in loops.iter().chain(&set.candidates) {
            let Counted { instructions, mispredicted } =
                lookup(set.name, Kind::Hits, candidate.name, LOOKUPS)?;
            table.cell(candidate.name, set.name, format!("{instructions:.0} · {mispredicted:.2}"));
        }
    }
    table.print();
    Ok(())
}

/// Runs a candidate `lookups` times, for a profiler.
pub(crate) fn probe(set: &str, kind: Kind, candidate: &str, lookups: usize) -> Result<(), Box<dyn Error>> {
    let sets = candidate::sets::all();
    let set = sets.into_iter().find(|one| one.name == set).ok_or("there is no such set")?;
    // Every run generates the same number of keys, so that only the lookups differ.
    let queries = Queries::new(&set, kind, LOOKUPS as usize, &mut Random::new(4));
    let keys = queries.keys();
    let Set { mut candidates, .. } = set;
    candidates.push(Candidate::nothing());
    let candidate =
        candidates.iter().find(|one| one.name == candidate).ok_or("there is no such candidate")?;
    for _ in 0..lookups / keys.len() {
        candidate.find_all(&keys);
    }
    candidate.find_all(&keys[..lookups % keys.len()]);
    Ok(())
}

/// Returns the counts of one lookup, including the loop.
pub(crate) fn lookup(
    set: &str,
    kind: Kind,
    candidate: &str,
    lookups: u32,
) -> Result<Counted, Box<dyn Error>> {
    let none = counted(&["probe", set, kind.name(), candidate, "0"])?;
    let some = counted(&["probe", set, kind.name(), candidate, &lookups.to_string()])?;
    let each = |some: f64, none: f64| (some - none) / f64::from(lookups);
    Ok(Counted {
        instructions: each(some.instructions, none.instructions),
        // The startup code differs between runs.
        mispredicted: each(some.mispredicted, none.mispredicted).max(0.0),
    })
}

/// Runs this program under callgrind with other arguments.
pub(crate) fn counted(arguments: &[&str]) -> Result<Counted, Box<dyn Error>> {
    count(Command::new("valgrind"), &env::current_exe()?, arguments)
}

/// Runs a program under callgrind.
pub(crate) fn count(
    mut valgrind: Command,
    program: &Path,
    arguments: &[&str],
) -> Result<Counted, Box<dyn Error>> {
    let output = valgrind
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--branch-sim=yes"])
        .arg(program)
        .args(arguments)
        .output()
        .map_err(|error| format!("valgrind does not start: {error}"))?;
    let report = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("`{}` failed under valgrind:\n{report}", arguments.join(" ")).into());
    }
    // `Collected : Ir Bc Bcm Bi Bim`
    let line =
        report.lines().find_map(|line| line.split_once("Collected :")).ok_or("valgrind counted nothing")?;
    let numbers = line.1.split_whitespace().map(str::parse).collect::<Result<Vec<f64>, _>>()?;
    match numbers[..] {
        [instructions, _, direct, _, indirect] => {
            Ok(Counted { instructions, mispredicted: direct + indirect })
        }
        _ => Err("valgrind printed unexpected counters".into()),
    }
}

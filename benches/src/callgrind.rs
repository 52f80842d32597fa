//! `callgrind` and `probe`: instructions a lookup, which are the same on a busy machine.

use std::env;
use std::error::Error;
use std::process::Command;

use crate::candidate::{self, Candidate, Set};
use crate::queries::{Kind, Queries};
use crate::sets::Random;
use crate::table::Table;

const LOOKUPS: u32 = 2_000;

/// What callgrind counts of a run: instructions, and mispredicted branches of its simple predictor.
#[derive(Clone, Copy)]
pub(crate) struct Counted {
    pub(crate) instructions: f64,
    pub(crate) mispredicted: f64,
}

/// Prints both a lookup, the loop around it included, for the sets whose name contains `filter`. Needs valgrind.
pub(crate) fn run(filter: &str) -> Result<(), Box<dyn Error>> {
    println!("\n## Instructions a lookup, hits, and mispredicted branches as callgrind simulates them\n");
    let mut table = Table::new("");
    for set in candidate::sets::all().iter().filter(|set| set.name.contains(filter)) {
        table.column(set.name);
        let loops = [Candidate::nothing()];
        for candidate in loops.iter().chain(&set.candidates) {
            let Counted { instructions, mispredicted } = lookup(set.name, candidate.name, LOOKUPS)?;
            table.cell(candidate.name, set.name, format!("{instructions:.0} · {mispredicted:.2}"));
        }
    }
    table.print();
    Ok(())
}

/// Looks a candidate of a set up as often as that.
pub(crate) fn probe(set: &str, candidate: &str, lookups: usize) -> Result<(), Box<dyn Error>> {
    let sets = candidate::sets::all();
    let set = sets.into_iter().find(|one| one.name == set).ok_or("there is no such set")?;
    // As many keys in each run, so that only the lookups make a difference.
    let queries = Queries::new(&set, Kind::Hits, LOOKUPS as usize, &mut Random::new(4));
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

/// One of so many lookups, the loop around it included.
pub(crate) fn lookup(set: &str, candidate: &str, lookups: u32) -> Result<Counted, Box<dyn Error>> {
    let none = counted(&["probe", set, candidate, "0"])?;
    let some = counted(&["probe", set, candidate, &lookups.to_string()])?;
    let each = |some: f64, none: f64| (some - none) / f64::from(lookups);
    Ok(Counted {
        instructions: each(some.instructions, none.instructions),
        // What comes before the lookups is not the same in every run.
        mispredicted: each(some.mispredicted, none.mispredicted).max(0.0),
    })
}

/// A run of this program with other arguments.
pub(crate) fn counted(arguments: &[&str]) -> Result<Counted, Box<dyn Error>> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--branch-sim=yes"])
        .arg(env::current_exe()?)
        .args(arguments)
        .output()
        .map_err(|error| format!("valgrind, which counts the instructions, does not start: {error}"))?;
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
        _ => Err("valgrind counts something else".into()),
    }
}

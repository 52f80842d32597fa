//! `lookup`: nanoseconds per lookup, for every set, candidate and kind of key.

use std::error::Error;
use std::time::Instant;

use crate::candidate::{self, Candidate, Set};
use crate::plot::Plot;
use crate::queries::{Kind, Queries};
use crate::sets::Random;
use crate::table::{Table, median};

const KEYS: u32 = 10_000;
const ROUNDS: usize = 41;

/// The height of the plot in nanoseconds. Higher bars are cut.
const HIGHEST: f64 = 60.0;

/// Prints the tables of the sets whose name contains `filter`.
pub(crate) fn run(filter: &str) -> Result<(), Box<dyn Error>> {
    let mut sets = candidate::sets::all();
    sets.retain(|set| set.name.contains(filter));
    for set in &mut sets {
        set.candidates.push(Candidate::nothing());
    }
    for kind in Kind::ALL {
        let name = kind.name();
        println!("\n## Lookup, {name}: nanoseconds and ratio\n");
        let mut table = Table::new("");
        let mut plot = Plot::default();
        for (at, set) in (0_u32..).zip(&sets) {
            check(set)?;
            table.column(set.name);
            let times = measure(set, kind);
            for (candidate, time) in set.candidates.iter().zip(&times) {
                table.cell(candidate.name, set.name, format!("{time:.1} ({:.1})", time / times[0]));
                if !candidate.name.starts_with('(') {
                    plot.point(candidate.name, f64::from(at), *time);
                }
            }
        }
        table.print();
        if filter.is_empty() {
            let names: Vec<&str> = sets.iter().map(|set| set.name).collect();
            let file = format!("lookup-{name}.svg");
            plot.bars(&file, &format!("Lookup, {name}"), &names, "nanoseconds", HIGHEST)?;
        }
    }
    Ok(())
}

/// Returns an error if a candidate gives a wrong result.
fn check(set: &Set) -> Result<(), Box<dyn Error>> {
    let queries = Queries::new(set, Kind::Misses, 1_000, &mut Random::new(3));
    for candidate in set.candidates.iter().filter(|candidate| !candidate.name.starts_with('(')) {
        let lost = set.codes.iter().find(|code| !candidate.knows(code));
        let keys = queries.keys();
        let invented = keys.iter().find(|key| candidate.knows(key));
        if let Some(key) = lost.or(invented) {
            return Err(format!("{} gives a wrong result for `{key}` of {}", candidate.name, set.name).into());
        }
    }
    Ok(())
}

/// Returns the median of each candidate. All candidates get the same keys in a round, and each
/// round has new keys. A candidate first looks up other keys, so that its tables are in the caches.
fn measure(set: &Set, kind: Kind) -> Vec<f64> {
    let mut random = Random::new(2);
    let mut times = vec![Vec::with_capacity(ROUNDS); set.candidates.len()];
    for round in 0..ROUNDS {
        let queries = Queries::new(set, kind, KEYS as usize, &mut random);
        let others = Queries::new(set, kind, KEYS as usize, &mut random);
        let (keys, others) = (queries.keys(), others.keys());
        for turn in 0..times.len() {
            let candidate = (round + turn) % times.len();
            set.candidates[candidate].find_all(&others);
            let start = Instant::now();
            set.candidates[candidate].find_all(&keys);
            times[candidate].push(start.elapsed().as_secs_f64() * 1e9 / f64::from(KEYS));
        }
    }
    times.into_iter().map(median).collect()
}

//! `compile`: the cost of compiling a crate of codes and its first use.

use std::error::Error;
use std::fs;

use crate::peer::{self, Peer};
use crate::plot::Plot;
use crate::scratch::{Cost, Scratch};
use crate::table::Table;

/// The numbers of codes.
pub(crate) const SIZES: [usize; 3] = [250, 1_000, 10_000];

/// The compiler options of `cargo check` after an edit, and of cargo's two profiles.
pub(crate) const PROFILES: [(&str, &[&str]); 3] = [
    ("check", &["--emit=metadata", "-Cdebug-assertions=on"]),
    ("debug", &["--emit=metadata,link", "-Cdebuginfo=2", "-Cdebug-assertions=on", "-Ccodegen-units=256"]),
    ("release", &["--emit=metadata,link", "-Copt-level=3", "-Cembed-bitcode=no"]),
];

/// The number of runs of a fast candidate.
const RUNS: usize = 5;

/// The seconds from which a run is not repeated.
const LONG: f64 = 5.0;

/// Prints CPU seconds, peak memory, and the ratio to errcat.
pub(crate) fn run(sizes: &[usize]) -> Result<(), Box<dyn Error>> {
    println!("\n## Compile time of the crate: CPU seconds of rustc, ratio and megabytes\n");
    let empty = Scratch::new("", "", None)?;
    let mut scratches = Vec::new();
    for (peer, _) in Peer::ALL {
        let scratch = Scratch::new(&peer.dependencies(&Scratch::runtime()), "", None)?;
        scratch.build()?;
        scratches.push((peer, scratch));
    }
    let mut table = Table::new("");
    let mut plot = Plot::default();
    for &size in sizes {
        for (peer, scratch) in &scratches {
            fs::write(scratch.path("codes.rs"), source(*peer, size)?)?;
        }
        for (profile, options) in PROFILES {
            let column = format!("{size} {profile}");
            let costs =
                in_turn(&scratches, |(peer, scratch)| scratch.rustc("codes.rs", options, peer.crates()))?;
            cells(&mut table, &column, &costs);
            for ((_, name), cost) in Peer::ALL.iter().zip(&costs).filter(|_| profile != "debug") {
                plot.point(&format!("{name}, {profile}"), f64::from(u32::try_from(size)?), cost.seconds);
            }
            let costs = in_turn(&[()], |()| empty.rustc("src/lib.rs", options, &[]))?;
            table.cell("(an empty crate)", &column, format!("{:.2}", costs[0].seconds));
        }
    }
    table.print();
    if sizes == SIZES {
        plot.lines("compile.svg", "CPU seconds of rustc", "codes", "seconds")?;
    }
    cold(sizes)
}

/// Prints the same for cargo and all dependencies, starting from an empty folder.
fn cold(sizes: &[usize]) -> Result<(), Box<dyn Error>> {
    println!("\n## Cold release build with dependencies: CPU seconds and ratio\n");
    let mut table = Table::new("");
    for &size in sizes.iter().filter(|&&size| size <= 1_000) {
        let costs = in_turn(&Peer::ALL, |&(peer, _)| {
            let lib = source(peer, size)?;
            let cost = Scratch::new(&peer.dependencies(&Scratch::runtime()), &lib, None)?.build()?;
            Ok(Cost { megabytes: None, ..cost })
        })?;
        cells(&mut table, &format!("{size} release"), &costs);
    }
    table.print();
    Ok(())
}

/// Returns the enum and one use of it. Functions that derives mark `#[inline]` are compiled only
/// where they are used.
fn source(peer: Peer, size: usize) -> Result<String, Box<dyn Error>> {
    let user = peer.program(true).replace("fn main", "pub fn main");
    Ok(peer.library(&peer::codes(size))? + &user)
}

/// Fills a column of the table with the cost of each peer, errcat first.
fn cells(table: &mut Table, column: &str, costs: &[Cost]) {
    for ((_, name), cost) in Peer::ALL.iter().zip(costs) {
        let ratio = cost.seconds / costs[0].seconds;
        let memory = cost.megabytes.map_or(String::new(), |megabytes| format!(" · {megabytes:.0} MB"));
        table.cell(name, column, format!("{:.2} ({ratio:.1}){memory}", cost.seconds));
    }
}

/// Returns the least time of each candidate in up to [`RUNS`] runs, and the most memory. The
/// candidates alternate, so that slow phases of the machine affect all of them.
pub(crate) fn in_turn<T>(
    candidates: &[T],
    run: impl Fn(&T) -> Result<Cost, Box<dyn Error>>,
) -> Result<Vec<Cost>, Box<dyn Error>> {
    let mut costs = candidates.iter().map(&run).collect::<Result<Vec<Cost>, _>>()?;
    for _ in 1..RUNS {
        for (candidate, cost) in candidates.iter().zip(&mut costs) {
            if cost.seconds <= LONG {
                let again = run(candidate)?;
                cost.seconds = cost.seconds.min(again.seconds);
                cost.megabytes = cost.megabytes.into_iter().chain(again.megabytes).reduce(f64::max);
            }
        }
    }
    Ok(costs)
}

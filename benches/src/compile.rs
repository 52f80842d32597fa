//! `compile`: what rustc spends on a crate of codes and its first use.

use std::error::Error;
use std::fs;

use crate::peer::{self, Peer};
use crate::scratch::{Cost, Scratch};
use crate::table::{Table, median};

/// The numbers of codes that are compiled.
pub(crate) const SIZES: [usize; 3] = [250, 1_000, 10_000];

/// What cargo passes on for its two profiles.
const PROFILES: [(&str, &[&str]); 2] = [
    ("debug", &["-Cdebuginfo=2", "-Cdebug-assertions=on", "-Ccodegen-units=256"]),
    ("release", &["-Copt-level=3", "-Cembed-bitcode=no"]),
];

/// A run that takes longer than this is not repeated.
const LONG: f64 = 5.0;

/// Prints seconds of CPU, peak memory, and how many times what errcat's crate takes.
pub(crate) fn run(sizes: &[usize]) -> Result<(), Box<dyn Error>> {
    println!(
        "\n## Compile time of the crate: CPU seconds of rustc and megabytes, and how many times errcat's\n"
    );
    let mut table = Table::new("");
    let mut ours = Vec::new();
    for (peer, name) in Peer::ALL {
        let scratch = Scratch::new(&peer.dependencies(&Scratch::runtime()), "", None)?;
        scratch.build()?;
        let mut columns = Vec::new();
        for &size in sizes {
            fs::write(scratch.path("codes.rs"), source(peer, size)?)?;
            for (profile, options) in PROFILES {
                let cost = repeated(|| scratch.rustc("codes.rs", options, peer.crates()))?;
                columns.push((format!("{size} {profile}"), cost));
            }
        }
        if peer == Peer::Errcat {
            ours.clone_from(&columns);
        }
        cells(&mut table, name, &columns, &ours);
    }
    let scratch = Scratch::new("", "", None)?;
    for &size in sizes {
        for (profile, options) in PROFILES {
            let Cost { seconds, .. } = repeated(|| scratch.rustc("src/lib.rs", options, &[]))?;
            table.cell("(an empty crate)", &format!("{size} {profile}"), format!("{seconds:.2}"));
        }
    }
    table.print();
    cold(sizes)
}

/// Prints the same for cargo and everything it has to build in an empty folder.
fn cold(sizes: &[usize]) -> Result<(), Box<dyn Error>> {
    println!("\n## Cold release build with dependencies: CPU seconds, and how many times errcat's\n");
    let mut table = Table::new("");
    let mut ours = Vec::new();
    for (peer, name) in Peer::ALL {
        let mut columns = Vec::new();
        for &size in sizes.iter().filter(|&&size| size <= 1_000) {
            let lib = source(peer, size)?;
            let build = || Scratch::new(&peer.dependencies(&Scratch::runtime()), &lib, None)?.build();
            let cost = Cost { megabytes: None, ..repeated(build)? };
            columns.push((format!("{size} release"), cost));
        }
        if peer == Peer::Errcat {
            ours.clone_from(&columns);
        }
        cells(&mut table, name, &columns, &ours);
    }
    table.print();
    Ok(())
}

/// The enum and one use of it: what derives mark `#[inline]` is compiled where it is used, and would look free otherwise.
fn source(peer: Peer, size: usize) -> Result<String, Box<dyn Error>> {
    let user = peer.program(true).replace("fn main", "pub fn main");
    Ok(peer.library(&peer::codes(size))? + &user)
}

fn cells(table: &mut Table, row: &str, columns: &[(String, Cost)], ours: &[(String, Cost)]) {
    for ((column, cost), (_, ours)) in columns.iter().zip(ours) {
        let ratio = cost.seconds / ours.seconds;
        let memory = cost.megabytes.map_or(String::new(), |megabytes| format!(" · {megabytes:.0} MB"));
        table.cell(row, column, format!("{:.2} ({ratio:.1}){memory}", cost.seconds));
    }
}

/// The median of up to five runs.
fn repeated(run: impl Fn() -> Result<Cost, Box<dyn Error>>) -> Result<Cost, Box<dyn Error>> {
    let mut seconds = Vec::new();
    let mut megabytes: Option<f64> = None;
    while seconds.len() < 5 {
        let cost = run()?;
        seconds.push(cost.seconds);
        megabytes = cost.megabytes.map(|more| megabytes.map_or(more, |most| more.max(most))).or(megabytes);
        if cost.seconds > LONG {
            break;
        }
    }
    Ok(Cost { seconds: median(seconds), megabytes })
}

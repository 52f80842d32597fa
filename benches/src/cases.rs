//! `bodies`: nanoseconds and instructions per error value, message, body and response, compared with
//! serde and thiserror.

use std::time::Instant;

use crate::callgrind::counted;
use crate::table::{Table, median};
use crate::{bodies, responses};

const CALLS: u32 = 20_000;
const ROUNDS: usize = 41;

/// A row of the table: its name, the errcat version and the usual one. Both make the error, too.
pub(crate) type Case = (&'static str, fn(), fn());

fn all() -> impl Iterator<Item = &'static Case> {
    bodies::CASES.iter().chain(&responses::CASES)
}

/// Prints the table. Instructions are counted if valgrind is installed.
pub(crate) fn run() {
    bodies::compare();
    responses::compare();
    println!("\n## Error values, bodies and responses, nanoseconds and instructions per call\n");
    let mut table = Table::new("");
    for (name, errcat, usual) in all() {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(time(*errcat));
            theirs.push(time(*usual));
        }
        let (ours, theirs) = (median(ours), median(theirs));
        table.cell(name, "errcat", format!("{ours:.1}"));
        table.cell(name, "thiserror, serde derive", format!("{theirs:.1}"));
        table.cell(name, "ratio", format!("{:.1}", theirs / ours));
        let each = |who| instructions(name, who).map_or("–".to_owned(), |each| format!("{each:.0}"));
        table.cell(name, "instructions: errcat", each("errcat"));
        table.cell(name, "thiserror, serde derive ", each("usual"));
    }
    table.print();
}

/// Returns the instructions of one call, if valgrind can count them.
pub(crate) fn instructions(name: &str, who: &str) -> Option<f64> {
    const CALLS: f64 = 1_000.0;
    let count = |calls: &str| counted(&["probe", "case", name, who, calls]).ok();
    Some((count("1000")?.instructions - count("0")?.instructions) / CALLS)
}

/// Runs one case `calls` times, for a profiler.
pub(crate) fn probe(name: &str, who: &str, calls: usize) {
    for (_, errcat, usual) in all().filter(|case| case.0 == name) {
        (0..calls).for_each(|_| if who == "errcat" { errcat() } else { usual() });
    }
}

fn time(call: fn()) -> f64 {
    let start = Instant::now();
    for _ in 0..CALLS {
        call();
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(CALLS)
}

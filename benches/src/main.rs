//! Benchmarks of errcat and similar crates: `cargo run --release -p errcat-benches`.

mod bodies;
mod bounds;
mod build_script;
mod callgrind;
mod candidate;
mod cases;
mod compile;
mod facts;
mod generator;
mod lookup;
mod params;
mod peer;
mod plot;
mod queries;
mod responses;
mod scratch;
mod server;
#[expect(dead_code, reason = "the build script needs more of it")]
mod sets;
mod table;

use std::error::Error;

/// The code that errcat generates from the catalogs of `build.rs`.
mod errors {
    include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
}

const USAGE: &str = "\
all tables:                    errcat-benches
one of them:                   errcat-benches lookup [SET] | facts | bodies | compile [CODES] | build-script | params |
                               generator | server
instructions a lookup:         errcat-benches callgrind [SET]
whether there are too many:    errcat-benches callgrind --check
one thing, for a profiler:     errcat-benches probe SET hits|misses|mixed CANDIDATE LOOKUPS | probe check|gen TIMES
                               | probe case NAME errcat|usual CALLS
one run of the generator:      errcat-benches generate CODES
one of the servers:            errcat-benches serve errcat | by-hand";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => {
            lookup::run("")?;
            generator::run()?;
            facts::run()?;
            cases::run();
            server::run()?;
            compile::run(&compile::SIZES)?;
            build_script::run()?;
            params::run()
        }
        ["lookup"] => lookup::run(""),
        ["lookup", filter] => lookup::run(filter),
        ["bodies"] => {
            cases::run();
            Ok(())
        }
        ["facts"] => facts::run(),
        ["compile"] => compile::run(&compile::SIZES),
        ["compile", codes] => compile::run(&[codes.parse()?]),
        ["build-script"] => build_script::run(),
        ["params"] => params::run(),
        ["generator"] => generator::run(),
        ["server"] => server::run(),
        ["serve", name] => server::serve(name),
        ["generate", codes] => generator::once(codes.parse()?),
        ["callgrind"] => callgrind::run(""),
        ["callgrind", "--check"] => bounds::check(),
        ["callgrind", filter] => callgrind::run(filter),
        ["probe", "case", name, who, calls] => {
            cases::probe(name, who, calls.parse()?);
            Ok(())
        }
        ["probe", set, kind, candidate, lookups] => {
            let kind = queries::Kind::named(kind).ok_or(USAGE)?;
            callgrind::probe(set, kind, candidate, lookups.parse()?)
        }
        ["probe", "gen", times] => (0..times.parse()?).try_for_each(|_: u32| generator::generate()),
        ["probe", "check", times] => (0..times.parse()?).try_for_each(|_: u32| generator::check().map(drop)),
        _ => Err(USAGE.into()),
    }
}

//! Error responses over HTTP: the axum example and a server written by hand, alternating under the
//! same load.

mod by_hand;
#[path = "../../examples/server.rs"]
#[expect(dead_code, reason = "an example has a `main`")]
mod example;
mod load;
mod process;

use std::error::Error;
use std::io::Write as _;
use std::time::{Duration, Instant};

use axum::Router;

use self::load::Round;
use self::process::Server;
use crate::table::{Table, median};

/// The names of the servers on the command line.
const SERVERS: [&str; 2] = ["errcat", "by-hand"];

/// The number of rounds, and the time per server and round.
const ROUNDS: usize = 10;
const ROUND: Duration = Duration::from_secs(1);

/// Prints the port and serves until killed.
pub(crate) fn serve(name: &str) -> Result<(), Box<dyn Error>> {
    let app: Router = match name {
        "errcat" => example::app(example::Watch::new(|_| {})),
        "by-hand" => by_hand::app(),
        _ => return Err(format!("one of {SERVERS:?}, not {name}").into()),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("{}", listener.local_addr()?.port());
        std::io::stdout().flush()?;
        axum::serve(listener, app).await
    })?;
    Ok(())
}

pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let servers = [Server::start(SERVERS[0])?, Server::start(SERVERS[1])?];
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let load = |server: &Server| runtime.block_on(load::run(server.port, ROUND));
    for server in &servers {
        load(server)?;
    }
    let before = [servers[0].memory()?, servers[1].memory()?];
    let mut rounds: [Vec<Round>; 2] = Default::default();
    for index in 0..ROUNDS {
        // The first server alternates, so that other load on the machine affects both.
        for place in [index % 2, 1 - index % 2] {
            let cpu = servers[place].cpu()?;
            let start = Instant::now();
            let answers = load(&servers[place])?;
            let cpu = servers[place].cpu()?.saturating_sub(cpu);
            rounds[place].push(Round { answers, time: start.elapsed(), cpu });
        }
    }
    println!("### Error responses of an axum server, 32 connections\n");
    let mut table = Table::new("");
    for (place, server) in servers.iter().enumerate() {
        let (name, rounds) = (SERVERS[place], &rounds[place]);
        let rate = median(rounds.iter().map(Round::rate).collect());
        let answers: u64 = rounds.iter().map(|round| round.answers).sum();
        table.cell(name, "responses per second", format!("{rate:.0}"));
        table.cell(
            name,
            "µs of CPU time per response",
            format!("{:.2}", median(rounds.iter().map(Round::cost).collect())),
        );
        table.cell(name, "responses, all valid", answers.to_string());
        table.cell(name, "memory before and after, kB", format!("{} {}", before[place], server.memory()?));
    }
    table.print();
    let ratio = |of: fn(&Round, &Round) -> f64| {
        median(rounds[0].iter().zip(&rounds[1]).map(|(errcat, hand)| of(errcat, hand)).collect())
    };
    let throughput = ratio(|errcat, hand| errcat.rate() / hand.rate());
    let cpu = ratio(|errcat, hand| hand.cost() / errcat.cost());
    println!(
        "\nThroughput relative to the other server: {throughput:.3}. Responses per CPU time: {cpu:.3}.\n"
    );
    Ok(())
}

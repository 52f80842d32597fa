//! Tests of the `errcat` command, run as a process.

mod attributes;
mod check;
mod determinism;
mod evolution;
mod explain;
mod facts;
mod faults;
mod fix;
mod folder;
mod formats;
mod generate;
mod import;
mod init;
mod ledgers;
mod merge;
mod outputs;
mod readme;
mod refusals;
mod release;
#[cfg(feature = "watch")]
mod roles;
mod shared;
mod watch;

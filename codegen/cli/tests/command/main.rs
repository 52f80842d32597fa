//! Tests of the `errcat` command, run as a process.

mod accidents;
mod attributes;
mod branches;
mod bumps;
mod check;
mod determinism;
mod edited;
mod evolution;
mod explain;
mod facts;
mod faults;
mod files;
mod fix;
mod folder;
mod formats;
mod generate;
mod import;
mod init;
mod ledgers;
mod line_ends;
mod merge;
mod operations;
mod outputs;
mod printed;
mod readme;
mod refusals;
mod release;
mod roles;
mod round_trips;
mod secrets;
mod shared;
mod standard_input;
mod terminals;
#[cfg(feature = "watch")]
mod watch;

//! The command as its users meet it: run in a folder, with what it prints and how it ends.

mod check;
mod determinism;
mod explain;
mod faults;
mod fix;
mod folder;
mod formats;
mod generate;
mod ledgers;
mod outputs;
mod refusals;
mod release;
#[cfg(feature = "watch")]
mod watch;

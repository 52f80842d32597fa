//! The command as its users meet it: run in a folder, with what it prints and how it ends.

mod check;
mod explain;
mod folder;
mod generate;

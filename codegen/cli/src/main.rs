//! The command `errcat`.

fn main() {}

//! The outputs of the command `errcat` beside Rust, one module each. A user's build script does not compile them.

pub mod json;

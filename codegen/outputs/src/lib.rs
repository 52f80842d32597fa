//! The outputs of the command `errcat` other than Rust. Build scripts of users do not compile them.

pub mod json;
pub mod json_schema;

//! The outputs of the command `errcat`, one module each. A user's build script does not compile them.

pub mod json;
pub mod json_schema;

//! A program that uses the published library.

#![deny(warnings)]
#![forbid(unsafe_code)]

use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};

const FOUND: Option<phala_cloud::Code> = phala_cloud::Code::from_code("ERR-03-001");

fn main() {
    if let Some(code) = FOUND {
        println!("{code}");
    }
    println!("{}", csghub::Code::ErrReqParamMissing);
    println!("{}", nsrocks::Code::SnapshotInUse);
    println!("{}", novita::Code::candidates("RATE_LIMIT_EXCEEDED").len());
}

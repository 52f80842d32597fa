//! Prints every code.

#![deny(warnings)]

use errcat::ErrorCode;

fn print<C: ErrorCode>() {
    for code in C::ALL {
        println!("{}/{} {code}", C::CATALOG, code.family_id());
    }
}

fn main() {
    print::<user_crate::errors::shop::Code>();
    print::<user_crate::errors::machine::Code>();
}

//! Generates the error codes.

fn main() {
    errcat_build::{{compile}};
}

//! Regenerates `generated/` from `catalogs/`. The published library has no build script.

#[cfg(feature = "regenerate")]
fn main() {
    errcat_build::regenerate(".");
}

/// Does nothing without the generator: `errcat check` and `errcat gen --check` report stale files.
#[cfg(not(feature = "regenerate"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}

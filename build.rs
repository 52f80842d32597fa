//! Keeps `generated/` true to `catalogs/` while this repository is built. The published library has no build script.

/// Writes what `errcat.yaml` asks for.
#[cfg(feature = "regenerate")]
fn main() {
    errcat_build::regenerate(".");
}

/// Without the generator there is nothing to do: `errcat check` and `errcat gen --check` report what is stale.
#[cfg(not(feature = "regenerate"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}

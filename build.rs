//! Keeps `generated/` true to `catalogs/`. The published library has no build script.
#[cfg(feature = "regenerate")]
fn main() {
    errcat_codegen::regenerate(".");
}

/// Without the generator, only tells whether the catalogs are those that `generated/` was made from.
#[cfg(not(feature = "regenerate"))]
fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=catalogs\ncargo::rerun-if-changed=generated/lib.rs");
    let fingerprint = format!("{:016x}", fingerprint("catalogs".as_ref())?);
    if !std::fs::read_to_string("generated/lib.rs")?.contains(&fingerprint) {
        println!("cargo::warning=generated/ is not what catalogs/ say: run `cargo run -- gen`");
    }
    Ok(())
}

#[cfg(not(feature = "regenerate"))]
fn fingerprint(path: &std::path::Path) -> std::io::Result<u64> {
    if path.is_dir() {
        return std::fs::read_dir(path)?
            .try_fold(0, |sum: u64, entry| Ok(sum.wrapping_add(fingerprint(&entry?.path())?)));
    }
    let mut bytes = path.to_string_lossy().replace('\\', "/").into_bytes();
    bytes.push(0);
    bytes.extend(std::fs::read(path)?);
    Ok(bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3)))
}

//! Regenerates `generated/` from `catalogs/`. The published library has no build script.
#[cfg(feature = "regenerate")]
fn main() {
    errcat_build::regenerate(".");
}

/// Without the generator, only warns if `generated/` does not match the catalogs.
#[cfg(not(feature = "regenerate"))]
fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=catalogs\ncargo::rerun-if-changed=generated/lib.rs");
    let fingerprint = format!("{:016x}", fingerprint("catalogs".as_ref())?);
    if !std::fs::read_to_string("generated/lib.rs")?.contains(&fingerprint) {
        println!("cargo::warning=generated/ does not match catalogs/; run `cargo run -- gen`");
    }
    Ok(())
}

#[cfg(not(feature = "regenerate"))]
fn fingerprint(path: &std::path::Path) -> std::io::Result<u64> {
    if path.is_dir() {
        let mut entries = std::fs::read_dir(path)?;
        return entries.try_fold(0, |sum: u64, entry| Ok(sum.wrapping_add(fingerprint(&entry?.path())?)));
    }
    let bytes = path.to_string_lossy().replace('\\', "/").into_bytes();
    let text = if bytes.ends_with(b".yaml") { std::fs::read(path)? } else { return Ok(0) };
    let bytes = bytes.iter().chain(&[0]).chain(&text);
    Ok(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3)))
}

//! `callgrind --check`: fails if a lookup, a response or a check takes more instructions than
//! `instructions.txt` allows.

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use crate::callgrind::{count, counted, lookup};
use crate::candidate::Candidate;
use crate::cases;
use crate::queries::Kind;
use crate::table::Table;

/// Enough lookups that the random seeds of hash maps make no difference.
const LOOKUPS: u32 = 20_000;

/// Prints the allowed and the actual instructions. Returns an error if they exceed the limit.
pub(crate) fn check() -> Result<(), Box<dyn Error>> {
    if !cfg!(target_arch = "x86_64") || cfg!(debug_assertions) {
        return Err("the limits apply to release builds for x86-64".into());
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        return Err("valgrind is not installed".into());
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("instructions.txt");
    let bounds = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut table = Table::new("instructions");
    let mut over = Vec::new();
    let lines = bounds.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    for line in lines {
        let (name, most) = line.rsplit_once(' ').ok_or_else(|| format!("`{line}` has no number"))?;
        let (most, taken) = (most.parse::<f64>()?, instructions(name)?);
        table.cell(name, "most", format!("{most:.0}"));
        table.cell(name, "now", format!("{taken:.1}"));
        if taken > most {
            over.push(name.to_owned());
        }
    }
    table.print();
    if over.is_empty() { Ok(()) } else { Err(format!("more than allowed: {}", over.join(", ")).into()) }
}

/// Counts what a line of the file says: `lookup SET KEYS`, without the loop, `mispredicted SET KEYS`,
/// `case NAME`, or `check` or `gen` of the shipped catalogs.
fn instructions(name: &str) -> Result<f64, Box<dyn Error>> {
    match name.split_once(' ') {
        Some(("lookup", keys)) => {
            let (set, kind) = keys_of(keys)?;
            let found = lookup(set, kind, "errcat", LOOKUPS)?;
            Ok(found.instructions - lookup(set, kind, Candidate::NOTHING, LOOKUPS)?.instructions)
        }
        Some(("mispredicted", keys)) => {
            let (set, kind) = keys_of(keys)?;
            Ok(lookup(set, kind, "errcat", LOOKUPS)?.mispredicted)
        }
        Some(("case", case)) => {
            cases::instructions(case, "errcat").ok_or_else(|| format!("`{name}` cannot be counted").into())
        }
        None if matches!(name, "check" | "gen") => {
            let runs = |times| counted(&["probe", name, times]);
            Ok(runs("2")?.instructions - runs("1")?.instructions)
        }
        Some(("gen,", "opt-level 0")) => unoptimized(),
        _ => Err(format!("`{name}` cannot be counted").into()),
    }
}

/// Splits the name of a set from the kind of keys.
fn keys_of(keys: &str) -> Result<(&str, Kind), Box<dyn Error>> {
    let (set, kind) = keys.split_once(' ').ok_or_else(|| format!("`{keys}` has no kind of keys"))?;
    Ok((set, Kind::named(kind).ok_or_else(|| format!("`{kind}` is no kind of keys"))?))
}

/// Counts a run of `errcat gen --check rust` in the dev profile, which build scripts have. Only the YAML
/// parser is optimized, because the workspace says so.
fn unoptimized() -> Result<f64, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let built = Command::new("cargo")
        .args(["build", "--quiet", "--locked", "-p", "errcat-cli", "--target-dir", "target"])
        .current_dir(&root)
        .status()?;
    if !built.success() {
        return Err("the command cannot be built".into());
    }
    let mut command = Command::new("valgrind");
    command.current_dir(&root);
    Ok(count(command, &root.join("target/debug/errcat"), &["gen", "--check", "rust"])?.instructions)
}

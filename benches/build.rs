//! Writes the sets of codes: as catalogs for errcat, and as source code for every peer.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "src/sets.rs"]
mod sets;

/// The number of codes from which `match` and strum take minutes and gigabytes to compile.
const MATCH_END: usize = 5_000;

/// A set of codes, and the expression that looks up `key` with errcat.
struct Set {
    name: String,
    codes: Vec<String>,
    errcat: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/sets.rs");
    let out_dir = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let catalogs = out_dir.join("catalogs");
    fs::create_dir_all(&catalogs)?;
    let mut sets = shipped()?;
    for (name, codes) in sets::all() {
        fs::write(catalogs.join(format!("{name}.yaml")), sets::yaml(&name, &codes))?;
        let errcat = format!("crate::errors::{name}::Code::from_code(key)");
        sets.push(Set { name, codes, errcat });
    }
    fs::write(catalogs.join("bodies.yaml"), sets::BODIES)?;
    errcat_build::Config::new().catalogs(&catalogs).out_dir(&out_dir).build();
    let modules: Vec<String> = sets.iter().map(module).collect();
    let all: Vec<String> = sets.iter().map(|set| format!("    {}::set(),\n", set.name)).collect();
    let all =
        format!("pub(crate) fn all() -> Vec<crate::candidate::Set> {{\n    vec![\n{}]\n}}\n", all.concat());
    fs::write(out_dir.join("peers.rs"), format!("{all}\n{}", modules.join("\n")))?;
    Ok(())
}

/// Returns the catalogs of the library, without ambiguous codes.
fn shipped() -> Result<Vec<Set>, Box<dyn Error>> {
    let root = Path::new("..");
    println!("cargo::rerun-if-changed=../catalogs");
    let found = errcat_build::unstable::project::find(root, &[PathBuf::from("catalogs")])
        .map_err(|e| e.to_string())?;
    let model = errcat_build::unstable::analyze(&found.sources).model;
    let set = |catalog: &errcat_build::unstable::model::Catalog| {
        let all: Vec<&String> = catalog.errors.iter().map(|entry| &entry.code.value).collect();
        let once = |code: &&&String| all.iter().filter(|other| other == code).count() == 1;
        let codes = all.iter().filter(once).map(|code| (*code).clone()).collect();
        let name = catalog.id.replace('-', "_");
        let errcat = format!("errcat_catalogs::{name}::Code::from_code(key)");
        Set { name, codes, errcat }
    };
    Ok(model.catalogs.iter().map(set).collect())
}

/// Returns the module of a set: its codes, its peers, and a function that lists them.
fn module(set: &Set) -> String {
    let Set { name, codes, errcat } = set;
    let count = codes.len();
    let rows = |row: &dyn Fn(usize, &str) -> String| -> String {
        codes.iter().enumerate().map(|(n, code)| row(n, code)).collect()
    };
    let list = rows(&|_, code| format!("        {code:?},\n"));
    let pairs = rows(&|n, code| format!("        {code:?} => {n},\n"));
    let mut items = format!("    static CODES: [&str; {count}] = [\n{list}    ];\n");
    let mut candidates = Vec::new();
    let mut candidate = |name: &str, expression: &str| {
        candidates.push(format!("            Candidate::new({name:?}, |key: &str| {expression}),\n"));
    };
    candidate("errcat", errcat);
    candidate("hashify 0.3.2", "hashify(key)");
    let _ = write!(
        items,
        "    fn hashify(key: &str) -> Option<u16> {{\n        hashify::map! {{ key.as_bytes(), u16,\n{pairs}        }}.copied()\n    }}\n"
    );
    candidate("phf 0.13", "PHF.get(key).copied()");
    let _ = writeln!(items, "    static PHF: ::phf::Map<&'static str, u16> = {};", phf(codes));
    candidate("phf 0.14 ptrhash", "PTRHASH.get(key).copied()");
    let _ =
        writeln!(items, "    static PTRHASH: ::phf_ptrhash::Map<&'static str, u16> = {};", ptrhash(codes));
    if count < MATCH_END {
        candidate("match", "by_match(key)");
        let arms = rows(&|n, code| format!("            {code:?} => Some({n}),\n"));
        let _ = write!(
            items,
            "    fn by_match(key: &str) -> Option<u16> {{\n        match key {{\n{arms}            _ => None,\n        }}\n    }}\n"
        );
        candidate("strum 0.28", "key.parse::<Strum>().ok()");
        let variants = rows(&|n, code| format!("        #[strum(serialize = {code:?})]\n        V{n},\n"));
        let _ = write!(
            items,
            "    #[derive(Clone, Copy, strum::EnumString)]\n    enum Strum {{\n{variants}    }}\n"
        );
    }
    format!(
        "mod {name} {{\n    use crate::candidate::{{Candidate, Set}};\n\n{items}\n    \
         pub(super) fn set() -> Set {{\n        let mut candidates = vec![\n{}        ];\n        \
         candidates.extend(Candidate::maps(&CODES));\n        \
         Set {{ name: {name:?}, codes: &CODES, candidates }}\n    }}\n}}\n",
        candidates.concat()
    )
}

fn phf(codes: &[String]) -> String {
    let mut map = phf_codegen::Map::new();
    for (n, code) in codes.iter().enumerate() {
        map.entry(code.as_str(), n.to_string());
    }
    map.build().to_string()
}

fn ptrhash(codes: &[String]) -> String {
    let mut map = phf_codegen_ptrhash::Map::new();
    map.phf_path("::phf_ptrhash");
    for (n, code) in codes.iter().enumerate() {
        map.entry(code.as_str(), n.to_string());
    }
    map.build().to_string()
}

//! `params`: the cost of compiling errors with parameters, compared with the same structs with
//! thiserror.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use crate::compile::{PROFILES, in_turn};
use crate::peer;
use crate::scratch::Scratch;
use crate::table::Table;

/// The numbers of structs, which are those of two published catalogs.
const SIZES: [usize; 2] = [434, 1_582];

/// Prints CPU seconds and peak memory.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    println!("\n## Compile time of errors with two parameters: CPU seconds of rustc and megabytes\n");
    let dependencies = format!("errcat = {{ path = {:?} }}\nthiserror = \"2\"\n", Scratch::runtime());
    let scratch = Scratch::new(&dependencies, "", None)?;
    scratch.build()?;
    let mut table = Table::new("");
    for size in SIZES {
        fs::write(scratch.path("errcat.rs"), peer::emitted(&yaml(size))?)?;
        fs::write(scratch.path("thiserror.rs"), structs(size))?;
        for (profile, options) in PROFILES {
            let costs = in_turn(&["errcat", "thiserror"], |name| {
                scratch.rustc(&format!("{name}.rs"), options, &[name])
            })?;
            for (name, cost) in ["errcat", "thiserror"].into_iter().zip(costs) {
                let memory =
                    cost.megabytes.map_or(String::new(), |megabytes| format!(" · {megabytes:.0} MB"));
                table.cell(name, &format!("{size} {profile}"), format!("{:.2}{memory}", cost.seconds));
            }
        }
    }
    table.print();
    Ok(())
}

fn yaml(size: usize) -> String {
    let mut yaml = String::from("errcat: 1\ntitle: Params\nstatus: none\nerrors:\n");
    for n in 0..size {
        let _ = writeln!(
            yaml,
            "  thing_{n}_missing: {{ message: \"Thing {n} is missing in '{{name}}' ({{count}}).\", \
             params: {{ name: string, count: i64 }} }}"
        );
    }
    yaml
}

fn structs(size: usize) -> String {
    let mut text = String::new();
    for n in 0..size {
        let _ = writeln!(
            text,
            "#[derive(Clone, PartialEq, Debug, thiserror::Error)]\n\
             #[error(\"Thing {n} is missing in '{{name}}' ({{count}}).\")]\n\
             pub struct Thing{n}Missing {{\n    pub name: String,\n    pub count: i64,\n}}\n"
        );
    }
    text
}

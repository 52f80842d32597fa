//! `build-script`: a cold debug build of a user's crate, by the way it gets its codes.

use std::error::Error;
use std::fs;

use crate::compile::in_turn;
use crate::peer;
use crate::scratch::{Cost, Scratch};
use crate::table::Table;

/// A catalog with one code.
const CATALOG: &str = "errcat: 1\ntitle: Shop\nerrors:\n  cart_empty: The cart is empty.\n";

/// A way to get the codes.
#[derive(Clone, Copy)]
enum Way {
    /// The generated code is part of the crate.
    Committed,
    /// A build script generates it. `true` if it formats it.
    Script(bool),
    /// A build script that does nothing, with the packages that most generators need.
    Packages,
}

const WAYS: [(Way, &str); 4] = [
    (Way::Committed, "committed module"),
    (Way::Script(true), "build script"),
    (Way::Script(false), "build script, `default-features = false`"),
    (Way::Packages, "an empty build script with serde, yaml_serde, quote, syn, heck and prettyplease"),
];

/// Prints CPU seconds. Builds of more than five seconds run once.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    println!("\n## Cold debug build of a crate with one code: CPU seconds\n");
    let costs = in_turn(&WAYS, |&(way, _)| {
        let scratch = scratch(way)?;
        Ok(Cost { megabytes: None, ..scratch.build_debug()? })
    })?;
    let mut table = Table::new("");
    for ((_, name), cost) in WAYS.iter().zip(costs) {
        table.cell(name, "CPU seconds", format!("{:.1}", cost.seconds));
    }
    table.print();
    Ok(())
}

fn scratch(way: Way) -> Result<Scratch, Box<dyn Error>> {
    let runtime = format!("errcat = {{ path = {:?} }}\n", Scratch::runtime());
    let included = "include!(concat!(env!(\"OUT_DIR\"), \"/errcat.rs\"));\n";
    let (dependencies, lib, script) = match way {
        Way::Committed => (runtime, peer::emitted(CATALOG)?, None),
        Way::Script(pretty) => {
            let generator = Scratch::generator();
            let generator =
                format!("errcat-build = {{ path = {generator:?}, default-features = {pretty} }}\n");
            let script = "fn main() {\n    errcat_build::compile(\"catalogs\");\n}\n";
            (format!("{runtime}[build-dependencies]\n{generator}"), included.to_owned(), Some(script))
        }
        Way::Packages => {
            let packages = "[build-dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\n\
                 serde_yaml = { package = \"yaml_serde\", version = \"0.10\" }\nquote = \"1\"\nproc-macro2 = \"1\"\n\
                 syn = { version = \"3\", features = [\"full\"] }\nheck = \"0.5\"\nprettyplease = \"0.3\"\n";
            (packages.to_owned(), String::new(), Some("fn main() {}\n"))
        }
    };
    let scratch = Scratch::new(&dependencies, &lib, None)?;
    fs::create_dir(scratch.path("catalogs"))?;
    fs::write(scratch.path("catalogs/shop.yaml"), CATALOG)?;
    if let Some(script) = script {
        fs::write(scratch.path("build.rs"), script)?;
    }
    Ok(scratch)
}

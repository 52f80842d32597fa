//! Source code of the same codes for errcat and its peers.

use std::error::Error;
use std::fmt::Write as _;

use errcat_build::unstable::emit::rust::{Layout, emit};
use errcat_build::unstable::source::Sources;

use crate::sets::{self, Style};

/// A way to define an enum of error codes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Peer {
    /// errcat.
    Errcat,
    /// errcat without an allocator: codes, lookups, facts and `Display`, like the peers, but no
    /// error values and no bodies.
    ErrcatCore,
    /// `#[derive(Debug, thiserror::Error, strum::EnumString, strum::IntoStaticStr,
    /// strum::VariantArray)]`, and the statuses in a `match`.
    Derives,
    /// The same with `#[strum(use_phf)]`.
    DerivesPhf,
}

impl Peer {
    /// All variants and their names.
    pub(crate) const ALL: [(Self, &'static str); 4] = [
        (Self::Errcat, "errcat"),
        (Self::ErrcatCore, "errcat, without alloc"),
        (Self::Derives, "thiserror + strum"),
        (Self::DerivesPhf, "thiserror + strum, use_phf"),
    ];

    /// Returns the dependencies of the source, as lines of a `Cargo.toml`.
    pub(crate) fn dependencies(self, runtime: &str) -> String {
        match self {
            Self::Errcat => format!("errcat = {{ path = {runtime:?} }}\n"),
            Self::ErrcatCore => {
                format!("errcat = {{ path = {runtime:?}, default-features = false }}\n")
            }
            Self::Derives => {
                "thiserror = \"2\"\nstrum = { version = \"0.28\", features = [\"derive\"] }\n".to_owned()
            }
            Self::DerivesPhf => {
                "thiserror = \"2\"\nstrum = { version = \"0.28\", features = [\"derive\", \"phf\"] }\nphf = { version = \"0.13\", features = [\"macros\"] }\n".to_owned()
            }
        }
    }

    /// Returns the names of the dependencies.
    pub(crate) fn crates(self) -> &'static [&'static str] {
        match self {
            Self::Errcat | Self::ErrcatCore => &["errcat"],
            Self::Derives => &["thiserror", "strum"],
            Self::DerivesPhf => &["thiserror", "strum", "phf"],
        }
    }

    /// Returns the library, which defines `api::Code`.
    pub(crate) fn library(self, codes: &[String]) -> Result<String, Box<dyn Error>> {
        match self {
            Self::Errcat | Self::ErrcatCore => generated(codes),
            Self::Derives => Ok(derived(codes, "")),
            Self::DerivesPhf => Ok(derived(codes, "#[strum(use_phf)]\n")),
        }
    }

    /// Returns a program that reads a code and writes `code` and `message`, and the variant if
    /// `debug` is set.
    pub(crate) fn program(self, debug: bool) -> String {
        let parts = match self {
            Self::Errcat | Self::ErrcatCore => "code.code(), code.message().unwrap_or_default()",
            Self::Derives | Self::DerivesPhf => "<&str>::from(code), code",
        };
        let variant = if debug { "println!(\"{code:?}\");" } else { "" };
        format!(
            "fn main() {{\n    let key = std::env::args().nth(1).unwrap_or_default();\n    \
             if let Ok(code) = key.parse::<api::Code>() {{\n        println!(\"{{}} {{}}\", {parts});\n        \
             {variant}\n    }}\n}}\n"
        )
    }
}

fn generated(codes: &[String]) -> Result<String, Box<dyn Error>> {
    emitted(&sets::yaml("Codes", codes))
}

/// Returns the code that errcat generates from a catalog.
pub(crate) fn emitted(yaml: &str) -> Result<String, Box<dyn Error>> {
    let mut sources = Sources::default();
    sources.add("api.yaml", yaml);
    let compiled = errcat_build::unstable::analyze(&sources);
    if compiled.findings.has_errors() {
        return Err("the generated catalog has errors".into());
    }
    let tree = emit(&compiled.model, &Layout::File("errcat.rs".to_owned()));
    let text = tree.get("errcat.rs").ok_or("errcat wrote no file")?;
    Ok(text.to_owned())
}

fn derived(codes: &[String], attribute: &str) -> String {
    let mut variants = String::new();
    let mut statuses = String::new();
    for (n, code) in codes.iter().enumerate() {
        let (message, status) = (sets::message(code, n), sets::status(code));
        let name = variant(code);
        let _ =
            writeln!(variants, "    #[error({message:?})]\n    #[strum(serialize = {code:?})]\n    {name},");
        let _ = writeln!(statuses, "            Self::{name} => {status},");
    }
    format!(
        "pub mod api {{\n#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error, \
         strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]\n{attribute}pub enum Code {{\n{variants}}}\n\
         impl Code {{\n    pub fn status(self) -> u16 {{\n        match self {{\n{statuses}        }}\n    }}\n}}\n}}\n"
    )
}

fn variant(code: &str) -> String {
    let capital = |part: &str| {
        let (first, rest) = part.split_at(1);
        first.to_uppercase() + &rest.to_lowercase()
    };
    code.split(['_', '-']).map(capital).collect()
}

/// Returns the codes for sizes and compile times.
pub(crate) fn codes(count: usize) -> Vec<String> {
    Style::Words.codes(count)
}

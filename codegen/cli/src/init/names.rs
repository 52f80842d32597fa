//! Names for a new catalog and a new package, made from other names.

use errcat_build::unstable::source::Sources;
use errcat_build::unstable::{Analysis, analyze};

/// Returns a name of ASCII letters, digits and hyphens, such as `my-api`.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_matches('-');
    if slug.starts_with(|c: char| c.is_ascii_alphabetic()) { slug.to_owned() } else { "my-api".to_owned() }
}

/// Returns a title such as `My API`.
pub(super) fn title(slug: &str) -> String {
    let words = slug.split('-').filter(|word| *word != "api");
    let capital = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + rest
    };
    let mut words: Vec<String> = words.map(capital).collect();
    words.push("API".to_owned());
    words.join(" ")
}

/// Returns the id of a new catalog for a package.
pub(super) fn catalog(package: &str) -> String {
    let id = slug(package);
    // Some names have another meaning in generated code.
    if probe(&id).findings.has_errors() { format!("{id}-api") } else { id }
}

/// Returns the module of a catalog.
pub(super) fn module(id: &str) -> String {
    let analysis = probe(id);
    analysis.model.catalogs.first().map_or_else(|| id.to_owned(), |catalog| catalog.module.to_string())
}

fn probe(id: &str) -> Analysis {
    let mut sources = Sources::default();
    sources.add(format!("catalogs/{id}.yaml"), "errcat: 1\ntitle: T\nerrors:\n  a: A\n");
    analyze(&sources)
}

/// Names that Cargo refuses or warns about, and the name of the runtime.
const TAKEN: &str = " abstract alloc as async await become box break build const continue core crate deps do dyn \
    else enum errcat examples extern false final fn for gen if impl in incremental let loop macro match mod move \
    mut override priv proc-macro pub ref return self static std struct super test trait true try type typeof \
    unsafe use virtual where while yield ";

/// Returns the manifest of a new package that is named like the current folder.
pub(super) fn new_manifest() -> String {
    let current = std::env::current_dir().unwrap_or_default();
    let name = slug(&current.file_name().unwrap_or_default().to_string_lossy());
    let name = if TAKEN.contains(&format!(" {name} ")) { format!("{name}-api") } else { name };
    include_str!("templates/manifest.toml").replace("{{package}}", &name)
}

//! Emits Rust: enums of codes with their facts and lookups.

mod accessors;
mod body;
mod catalog;
mod classes;
mod columns;
mod doc;
mod envelope;
mod facts;
mod families;
mod former;
mod inline;
mod lints;
mod literal;
mod lookup;
mod modules;
mod numbers;
mod origin;
mod output;
mod params;
mod parents;
mod patterns;
mod pretty;
mod rows;
mod runtime;
mod scope;
mod tables;
mod traits;
mod translations;
mod umbrella;
mod variants;

use self::modules::Module;
use self::origin::header;
pub use self::output::Rust;
use self::runtime::Import;
pub use self::runtime::Runtime;
use crate::model::Model;
use crate::tree::Tree;

/// The default name of the file to include.
pub const FILE_NAME: &str = "errcat.rs";

/// The files of the generated code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One file with a module per catalog, to be included.
    File(String),
    /// A root file, and one file per catalog next to it.
    Crate(Root),
}

/// The root file of a generated crate or module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root {
    /// The name: `lib.rs` or `mod.rs`.
    pub name: String,
    /// Whether every catalog is a Cargo feature of the crate.
    pub features: bool,
    /// The source files of catalogs for the feature `sources`: their paths, and their paths
    /// relative to the root file.
    pub sources: Vec<(String, String)>,
    /// The documentation page of the root, relative to the root file.
    pub readme: Option<String>,
}

/// Generates Rust code from the model, for the crate `errcat`.
#[must_use]
pub fn emit(model: &Model, layout: &Layout) -> Tree {
    emit_for(model, layout, &Runtime::default())
}

/// Generates Rust code from the model, for a runtime with another path.
#[must_use]
pub fn emit_for(model: &Model, layout: &Layout, runtime: &Runtime) -> Tree {
    let import = runtime.import(layout);
    let features = matches!(layout, Layout::Crate(root) if root.features);
    let mut modules: Vec<Module> =
        model.catalogs.iter().map(|catalog| catalog::module(catalog, features)).collect();
    for module in &mut modules {
        module.items.insert(0, import.above());
    }
    let mut tree = Tree::default();
    match layout {
        Layout::File(name) => {
            let mut text = header("YAML catalogs");
            if !modules.is_empty() {
                text.push_str(&format!("\n{}", import.line()));
            }
            for module in &mut modules {
                module.head.push_str(&lints::of_item());
                text.push('\n');
                modules::nest(module, "", &mut text);
            }
            tree.insert(name.as_str(), text);
        }
        Layout::Crate(root) => {
            tree.insert(root.name.as_str(), self::root(model, &modules, root, &import));
            tree.set_root(root.name.as_str());
            for (catalog, module) in model.catalogs.iter().zip(&modules) {
                modules::files(module, &catalog.path, "", &mut tree);
            }
        }
    }
    tree
}

fn root(model: &Model, modules: &[Module], root: &Root, import: &Import) -> String {
    let mut text = header("YAML catalogs");
    text.push_str("\n//! Error codes as Rust enums, with one module per catalog.\n");
    let is_crate = root.name == "lib.rs";
    if let Some(readme) = &root.readme {
        let page = format!("doc = include_str!({})", literal::string(readme));
        // The examples of the page use the default features.
        let shown = if root.features { format!("cfg_attr(feature = \"default\", {page})") } else { page };
        text.push_str(&format!("#![{shown}]\n"));
    }
    if is_crate {
        text.push_str("#![no_std]\n");
    }
    text.push_str(&lints::of_file());
    if is_crate || !modules.is_empty() {
        text.push('\n');
        text.push_str(&import.line());
    }
    for (catalog, module) in model.catalogs.iter().zip(modules) {
        text.push('\n');
        if root.features {
            text.push_str(&format!("#[cfg(feature = {})]\n", literal::string(&catalog.id)));
        }
        text.push_str("#[rustfmt::skip]\n");
        text.push_str(&module.head);
        text.push_str(&format!("pub mod {};\n", module.name));
    }
    if !root.sources.is_empty() {
        text.push_str("\n/// The source files of the catalogs, as pairs of path and text.\n");
        text.push_str("#[cfg(feature = \"sources\")]\n#[rustfmt::skip]\n");
        text.push_str("pub const SOURCES: &[(&str, &str)] = &[\n");
        for (path, from_root) in &root.sources {
            let (path, from_root) = (literal::string(path), literal::string(from_root));
            text.push_str(&format!("    ({path}, include_str!({from_root})),\n"));
        }
        text.push_str("];\n");
    }
    text
}

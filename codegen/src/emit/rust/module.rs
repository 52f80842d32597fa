//! A catalog's module: which items it has, in which order, and which of them are modules of their own.

use super::scope::Scope;
use super::{accessors, classes, envelope, families, params, pretty, tables, traits, umbrella};
use crate::format::vocabulary::Unique;
use crate::model::Catalog;

/// The text of a module and the modules within it.
pub(super) struct Module {
    pub(super) name: String,
    /// Doc comment and attributes of the module.
    pub(super) head: String,
    /// `pub`, or nothing for a module that only its parent sees.
    pub(super) public: bool,
    /// Its own items.
    pub(super) items: Vec<String>,
    pub(super) modules: Vec<Module>,
}

/// What linters need not say of generated code.
const GENERATED: &str = "#[allow(\n    dead_code,\n    unreachable_pub,\n    clippy::all,\n    clippy::pedantic,\n    \
    reason = \"a program rarely asks for everything, and published texts and names stay as they are\"\n)]\n";

/// The module of a catalog.
pub(super) fn catalog(catalog: &Catalog) -> Module {
    let mut module = match catalog.unique {
        Unique::Catalog => flat(catalog),
        Unique::Family => by_family(catalog),
    };
    module.items.extend(classes::emit(catalog));
    if !catalog.classes.is_empty() {
        module.items.push(pretty::items(classes::methods(catalog)));
    }
    module.items.push(pretty::items(envelope::emit(catalog)));
    let title = super::doc::inline(&catalog.title);
    let mut lines = vec![format!("Error codes of {title}.")];
    let description = catalog.description.as_deref().map(super::doc::paragraphs).unwrap_or_default();
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(description);
    }
    if let Some(link) = catalog.homepage.as_deref().and_then(super::doc::link) {
        lines.extend([String::new(), format!("Homepage: {link}")]);
    }
    module.head = super::doc::comment("", &lines);
    module.head.push_str(GENERATED);
    module.name = catalog.module.to_string();
    module
}

/// One enum for all codes.
fn flat(catalog: &Catalog) -> Module {
    let mut module = codes(&Scope::catalog(catalog));
    module.items.push(families::emit(catalog));
    module.items.push(pretty::items(families::methods(catalog)));
    module
}

/// One enum a family, and one over them.
fn by_family(catalog: &Catalog) -> Module {
    let mut modules = vec![facts(umbrella::tables(catalog))];
    modules.extend(catalog.families.iter().map(|family| {
        let mut module = codes(&Scope::family(catalog, family));
        module.name = family.module.to_string();
        let title = super::doc::inline(&family.title);
        module.head = super::doc::comment("", &[format!("Error codes of the family {title}.")]);
        module
    }));
    Module {
        name: String::new(),
        head: String::new(),
        public: true,
        modules,
        items: vec![
            umbrella::emit(catalog),
            umbrella::all(catalog),
            pretty::items(umbrella::items(catalog)),
            traits::types(),
            families::emit(catalog),
            pretty::items(families::methods(catalog)),
        ],
    }
}

/// An enum of codes with all that belongs to it.
fn codes(scope: &Scope<'_>) -> Module {
    let mut items = vec![
        super::variants::emit(scope),
        accessors::all(scope),
        pretty::items(accessors::methods(scope)),
        pretty::items(traits::emit(scope)),
        traits::types(),
        accessors::constants(scope),
    ];
    items.extend(params::emit(scope));
    items.extend(params::details(scope));
    Module {
        name: String::new(),
        head: String::new(),
        public: true,
        items,
        modules: vec![facts(tables::emit(scope))],
    }
}

/// The module of some tables.
fn facts(tables: String) -> Module {
    Module {
        name: "tables".to_owned(),
        head: "// The facts as the program reads them. People read the enum.\n".to_owned(),
        public: false,
        items: vec![tables],
        modules: Vec::new(),
    }
}

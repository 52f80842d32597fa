//! A catalog's module: which items it has, in which order, and which of them are modules of their own.

use super::scope::Scope;
use super::{accessors, classes, envelope, families, find, params, pretty, rows, tables, traits, umbrella};
use crate::format::vocabulary::Unique;
use crate::model::Catalog;

/// The text of a module and the modules within it.
pub(super) struct Module {
    pub(super) name: String,
    /// Doc comment and attributes of the module.
    pub(super) head: String,
    /// `pub`, or nothing for a module that only its parent sees.
    pub(super) public: bool,
    /// The catalog file that it comes from, if that is another one than that of its parent.
    pub(super) origin: Option<String>,
    /// Its own items.
    pub(super) items: Vec<String>,
    pub(super) modules: Vec<Module>,
}

/// What linters need not say of generated code.
const GENERATED: &str = "#[allow(\n    \
    dead_code,\n    \
    deprecated,\n    \
    missing_copy_implementations,\n    \
    unnameable_types,\n    \
    unreachable_pub,\n    \
    unused_results,\n    \
    clippy::all,\n    \
    clippy::nursery,\n    \
    clippy::pedantic,\n    \
    clippy::restriction,\n    \
    reason = \"a program rarely asks for everything, and published texts and names stay as they are\"\n\
    )]\n";

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
    let mut modules = vec![lookup(umbrella::lookup(catalog))];
    modules.extend(catalog.families.iter().map(|family| {
        let mut module = codes(&Scope::family(catalog, family));
        module.name = family.module.to_string();
        module.origin = Some(super::file_of(catalog, family));
        let title = super::doc::inline(&family.title);
        module.head = super::doc::comment("", &[format!("Error codes of the family {title}.")]);
        module
    }));
    Module {
        name: String::new(),
        head: String::new(),
        public: true,
        origin: None,
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
    let mut items = vec![super::variants::emit(scope), rows::emit(scope)];
    items.extend(tables::emit(scope));
    items.extend([
        pretty::items(accessors::methods(scope)),
        pretty::items(traits::emit(scope)),
        traits::types(),
    ]);
    items.extend(params::emit(scope));
    items.extend(params::details(scope));
    let aliased = scope.entries.iter().flat_map(|error| error.aliases.iter().map(|_| error.ident.as_str()));
    let find = find::emit(&scope.spellings(), &aliased.collect::<Vec<_>>());
    Module {
        name: String::new(),
        head: String::new(),
        public: true,
        origin: None,
        items,
        modules: vec![lookup(find)],
    }
}

/// The module that finds a code.
fn lookup(find: String) -> Module {
    Module {
        name: "lookup".to_owned(),
        head: String::new(),
        public: false,
        origin: None,
        items: vec![find],
        modules: Vec::new(),
    }
}

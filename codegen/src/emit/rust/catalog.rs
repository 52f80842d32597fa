//! Arranges the items of a catalog in modules.

use super::modules::Module;
use super::pretty::Formatted;
use super::runtime::RUNTIME_ABOVE;
use super::scope::Scope;
use super::{
    accessors, classes, doc, envelope, facts, families, former, lookup, numbers, params, pretty, rows,
    tables, traits, translations, umbrella, variants,
};
use crate::format::vocabulary::{Role, Unique};
use crate::model::{Catalog, Error};

/// Returns the module of a catalog. With `features`, each translation has a Cargo feature.
pub(super) fn module(catalog: &Catalog, features: bool) -> Module {
    let mut module = match catalog.unique {
        Unique::Catalog => flat(catalog, features),
        Unique::Family => by_family(catalog, features),
    };
    module.items.extend(facts::enums(catalog));
    module.items.extend(classes::emit(catalog));
    if !catalog.classes.is_empty() {
        module.items.push(pretty::items(classes::methods(catalog)));
    }
    module.items.push(pretty::items(envelope::emit(catalog)));
    let title = doc::inline(&catalog.title);
    let mut lines = vec![format!("Error codes of {title}.")];
    let description = catalog.description.as_deref().map(doc::paragraphs).unwrap_or_default();
    if !description.is_empty() {
        lines.push(String::new());
        lines.extend(description);
    }
    if let Some(link) = catalog.homepage.as_deref().and_then(doc::link) {
        lines.extend([String::new(), format!("Homepage: {link}")]);
    }
    module.head = doc::comment("", &lines);
    module.name = catalog.module.to_string();
    module
}

/// Returns the module of a catalog with one enum for all codes.
fn flat(catalog: &Catalog, features: bool) -> Module {
    let mut module = codes(&Scope::catalog(catalog), &mut Formatted::default(), features);
    module.items.push(families::emit(catalog));
    module.items.push(pretty::items(families::methods(catalog)));
    module
}

/// Returns the module of a catalog with one enum per family, and one over them.
fn by_family(catalog: &Catalog, features: bool) -> Module {
    let mut modules = vec![lookup_module(umbrella::lookup(catalog))];
    let mut formatted = Formatted::default();
    modules.extend(catalog.families.iter().map(|family| {
        let mut module = codes(&Scope::family(catalog, family), &mut formatted, features);
        module.items.insert(0, format!("{RUNTIME_ABOVE}\n"));
        module.name = family.module.to_string();
        module.origin = Some(family.path.clone());
        let title = doc::inline(&family.title);
        module.head = doc::comment("", &[format!("Error codes of the family {title}.")]);
        module
    }));
    let mut items = vec![umbrella::emit(catalog), umbrella::all(catalog)];
    items.extend(facts::tables_over(catalog));
    items.push(umbrella::items(catalog));
    items.extend(facts::lookups_over(catalog));
    items.extend(translations::over(catalog, features));
    let by_number = numbers::over(catalog);
    if !by_number.is_empty() {
        items.push(pretty::items(by_number));
    }
    items.extend([
        traits::types(catalog),
        families::emit(catalog),
        pretty::items(families::methods(catalog)),
    ]);
    Module { name: String::new(), head: String::new(), public: true, origin: None, modules, items }
}

/// Returns the module of an enum of codes.
fn codes(scope: &Scope<'_>, formatted: &mut Formatted<accessors::Properties>, features: bool) -> Module {
    let mut items = vec![variants::emit(scope), rows::emit(scope)];
    items.extend(tables::emit(scope));
    items.push(rows::constants(scope));
    items.extend(former::constants(scope));
    items.extend(facts::tables(scope));
    items.extend(translations::emit(scope, features));
    items.extend([
        accessors::emit(scope, formatted),
        facts::methods(scope),
        traits::emit(scope),
        traits::types(scope.catalog),
    ]);
    if scope.catalog.role != Role::Client {
        items.extend(params::emit(scope));
        items.extend(params::details(scope));
    }
    let find = if scope.has_variants() {
        let (spellings, rows) = scope.owners();
        lookup::emit_over(&spellings, &rows)
    } else {
        let aliases = |error: &Error| error.aliases.len();
        let aliased = scope.entries.iter().flat_map(|error| vec![error.ident.as_str(); aliases(error)]);
        lookup::emit(&scope.spellings(), &aliased.collect::<Vec<_>>())
    };
    Module {
        name: String::new(),
        head: String::new(),
        public: true,
        origin: None,
        items,
        modules: vec![lookup_module(find)],
    }
}

/// Returns the module with the lookup of a code.
fn lookup_module(find: String) -> Module {
    Module {
        name: "lookup".to_owned(),
        head: String::new(),
        public: false,
        origin: None,
        items: vec![find],
        modules: Vec::new(),
    }
}

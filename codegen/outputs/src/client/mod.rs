//! What generated clients need to know about a catalog, whatever their language.

mod names;
mod notes;
mod render;
mod response;
mod rows;

use errcat_build::unstable::model::{Catalog, Model};
use errcat_build::unstable::text::case;

pub(crate) use self::names::{Language, Names, check};
pub(crate) use self::notes::{notice, summary};
pub(crate) use self::render::render;
pub(crate) use self::response::{carried, docs, envelope, mark, mark_value, rules, uses_form};
pub(crate) use self::rows::{aliases, own_classes, rows, values};

/// Returns where a catalog stands, for the first line of a file: its folder, or its file.
pub(crate) fn source(catalog: &Catalog) -> &str {
    catalog.path.strip_suffix("/catalog.yaml").unwrap_or(&catalog.path)
}

/// Returns the folder of a client, which is empty if the output has only one catalog. `underscore`
/// says whether the language has no `-` in such names.
pub(crate) fn folder(model: &Model, catalog: &Catalog, underscore: bool) -> String {
    match (model.catalogs.len(), underscore) {
        (0 | 1, _) => String::new(),
        (_, true) => format!("{}/", catalog.id.replace('-', "_")),
        (_, false) => format!("{}/", catalog.id),
    }
}

/// Returns the name of the class of all failures: the first class without a parent, or else one
/// named like the catalog.
pub(crate) fn root(catalog: &Catalog) -> String {
    let root = catalog.classes.iter().find(|class| class.parent.is_none());
    root.map_or_else(
        || format!("{}Error", case::upper_camel(&catalog.id)),
        |class| class.variant.as_str().to_owned(),
    )
}

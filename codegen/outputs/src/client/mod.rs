//! What generated clients need to know about a catalog, whatever their language.

mod names;
mod notes;
mod render;
mod response;
mod rows;
mod translations;

use errcat_build::unstable::format::vocabulary::Term as _;
use errcat_build::unstable::model::{Catalog, Class, Condition, Model};
use errcat_build::unstable::text::case;

pub(crate) use self::names::{Language, Names, check, go};
pub(crate) use self::notes::{notice, summary, text};
pub(crate) use self::render::render;
pub(crate) use self::response::{carried, docs, envelope, has_list, mark, mark_value, rules, uses_form};
pub(crate) use self::rows::{aliases, own_classes, rows, values};
pub(crate) use self::translations::translations;

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

/// Returns the name of the class that all responses have in common.
pub(crate) fn response_class(catalog: &Catalog) -> String {
    let is_response = |class: &&Class| {
        let when = class.when.as_ref().map(|when| &when.value);
        matches!(when, Some(Condition::Any | Condition::Response { .. }))
    };
    // The ancestors of a class, the root first, and the class.
    let line = |class: &Class| {
        let own = catalog.classes.iter().position(|known| known.name.value == class.name.value);
        let mut line: Vec<usize> = std::iter::successors(own, |at| catalog.classes[*at].parent)
            .take(catalog.classes.len())
            .collect();
        line.reverse();
        line
    };
    let mut lines = catalog.classes.iter().filter(is_response).map(line);
    let Some(first) = lines.next() else { return root(catalog) };
    let common = lines.fold(first, |common, line| {
        common.into_iter().zip(line).take_while(|(a, b)| a == b).map(|(at, _)| at).collect()
    });
    common.last().map_or_else(|| root(catalog), |at| catalog.classes[*at].variant.to_string())
}

/// Returns the retry advice of each class that has some, or whose nearest ancestor has.
pub(crate) fn class_retry(catalog: &Catalog) -> Vec<(&Class, &'static str)> {
    let parent = |class: &&Class| class.parent.and_then(|parent| catalog.classes.get(parent));
    let retry = |class| {
        let mut line = std::iter::successors(Some(class), parent).take(catalog.classes.len());
        line.find_map(|class: &Class| class.retry).map(|retry| (class, retry.as_str()))
    };
    catalog.classes.iter().filter_map(retry).collect()
}

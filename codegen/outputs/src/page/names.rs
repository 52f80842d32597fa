//! The names of an error in other languages.

use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Error};

use crate::client::Language;

/// Returns the constant of an error in each language, with the name of the language.
pub(super) fn constants(catalog: &Catalog, error: &Error) -> [(&'static str, String); 4] {
    let family = match catalog.unique {
        Unique::Catalog => String::new(),
        Unique::Family => format!("{}::", catalog.family_of(error).module),
    };
    let name = |language: Language| language.name(catalog, error);
    [
        ("Rust", format!("{}::{family}Code::{}", catalog.module, error.ident)),
        ("TypeScript", name(Language::TypeScript)),
        ("Python", name(Language::Python)),
        ("Go", name(Language::Go)),
    ]
}

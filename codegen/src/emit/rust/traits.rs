//! Emits the trait implementations of an enum of codes. The runtime contains them as macros.

use super::scope::{Numbers, Scope};
use super::{literal, parents, patterns};
use crate::format::vocabulary::{Role, StatusPolicy, Unique};
use crate::model::{Catalog, Family};

/// Returns the implementations for the enum of a scope, as text.
pub(super) fn emit(scope: &Scope<'_>) -> String {
    let unknown = literal::string(&scope.id());
    let facts = facts(scope.catalog, scope.numbers(), scope.family);
    format!("__errcat::code_traits! {{\n    {unknown},\n{facts}}}\n")
}

/// Returns the implementations for an enum over families, as text.
pub(super) fn of_families(catalog: &Catalog) -> String {
    format!("__errcat::shared_traits! {{\n{}}}\n", facts(catalog, Numbers::of_catalog(catalog), None))
}

/// Returns the facts that are the same for all enums of a catalog.
fn facts(catalog: &Catalog, numbers: Numbers, family: Option<&Family>) -> String {
    let above = if family.is_some() { "super::" } else { "" };
    let class =
        if catalog.classes.is_empty() { "__errcat::NoClass".to_owned() } else { format!("{above}Class") };
    let has_variants = catalog.errors.iter().any(|error| error.variant > 0);
    let variants = if has_variants { ",\n    variants true" } else { "" };
    let parent = if parents::are_used(catalog) { ",\n    parent parent" } else { "" };
    let docs = match &catalog.docs {
        Some(docs) => format!("::core::option::Option::Some({})", literal::string(docs)),
        None => "::core::option::Option::None".to_owned(),
    };
    let numeric = numbers != Numbers::None;
    let number = if numbers == Numbers::Some { ",\n    number code => code.number()" } else { "" };
    let status = match catalog.status {
        StatusPolicy::None => "_code => ::core::option::Option::None",
        StatusPolicy::Optional => "code => code.status()",
        StatusPolicy::Required => "code => ::core::option::Option::Some(code.status())",
    };
    let pattern = if patterns::is_used(catalog) { ",\n    pattern pattern" } else { "" };
    let internal =
        internal(catalog, family).map(|code| format!(",\n    internal {code}")).unwrap_or_default();
    let languages = match &catalog.language {
        _ if catalog.locales.is_empty() => String::new(),
        Some(own) => {
            format!(
                ",\n    languages Code::LANGUAGES, ::core::option::Option::Some({})",
                literal::string(own)
            )
        }
        None => ",\n    languages Code::LANGUAGES, ::core::option::Option::None".to_owned(),
    };
    format!(
        "    class {class}, envelope {above}ENVELOPE,\n    docs {docs},\n    numeric {numeric}, status {status}{number}{pattern}{variants}{parent}{internal}{languages}\n"
    )
}

/// Returns the code for internal errors, if it is one of the enum.
fn internal(catalog: &Catalog, family: Option<&Family>) -> Option<String> {
    let error = catalog.internal_error()?;
    let own = catalog.family_of(error);
    match family {
        Some(family) if family.id != own.id => None,
        None if catalog.unique == Unique::Family => {
            Some(format!("Code::{}({}::Code::{})", own.variant, own.module, error.ident))
        }
        _ => Some(format!("Code::{}", error.ident)),
    }
}

/// Returns the types of the runtime for these codes, as far as the role of the catalog needs them.
pub(super) fn types(catalog: &Catalog) -> String {
    let server = "/// An error value with one of these codes, for use with `?`.\n\
         pub type Error = __errcat::Error<Code>;\n\
         \n\
         /// An error value that responds with RFC 9457 problem details.\n\
         pub type Problem = __errcat::Problem<Code>;\n";
    let client = "/// An error response as a client received it.\n\
         pub type ApiError = __errcat::ApiError<Code>;\n";
    match catalog.role {
        Role::Both => format!("{server}\n{client}"),
        Role::Client => client.to_owned(),
        Role::Server => server.to_owned(),
    }
}

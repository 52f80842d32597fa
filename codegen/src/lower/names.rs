//! Chooses the Rust names of errors, families, classes and catalogs.

use super::report;
use crate::diag::{Finding, Findings, Fix};
use crate::index::Index;
use crate::model::{Constant, PublishedName};
use crate::source::{Span, Spanned};
use crate::text::case;
use crate::text::ident::{Ident, NotAnIdent};

/// Associated items that generated enums have in addition to their variants.
const GENERATED: [&str; 2] = ["ALL", "CATALOG"];

/// Generated types, which share a module with the struct of an error with parameters.
const TYPES: [&str; 7] = ["ApiError", "Candidates", "Class", "Code", "Error", "Family", "Problem"];

/// Returns `true` if a parameter struct of this name would collide with a generated type.
pub(super) fn is_type(name: &str) -> bool {
    TYPES.contains(&name)
}

/// Returns `true` if `name` is a Rust keyword.
pub(super) fn is_keyword(name: &str) -> bool {
    matches!(Ident::new(name), Err(NotAnIdent::Keyword))
}

/// Returns the variant `name`, which was made from `subject`.
///
/// # Errors
/// Returns a finding at `place` if Rust cannot use the name.
pub(super) fn variant(subject: &str, name: &str, place: Span, advice: &str) -> Result<Ident, Box<Finding>> {
    check(name).map_err(|reason| {
        let shown = if name.is_empty() { subject } else { name };
        Box::new(report::reserved_ident(place, shown, reason, advice.to_owned()))
    })
}

/// Returns the variant that an author has chosen for the error `code`.
///
/// # Errors
/// Returns a finding if Rust cannot use the name.
pub(super) fn own_variant(code: &str, ident: &Spanned<String>) -> Result<Ident, Box<Finding>> {
    check(ident).map_err(|reason| {
        let shown = if ident.is_empty() { code } else { ident };
        let better = check(&case::upper_camel(ident)).ok();
        let help = match &better {
            Some(better) => format!("use an UpperCamelCase name; did you mean `{better}`?"),
            None => "use an UpperCamelCase name".to_owned(),
        };
        let mut finding = report::reserved_ident(ident.span, shown, reason, help);
        finding.fix =
            better.map(|better| Fix::replace(format!("write `{better}`"), ident.span, better.as_str()));
        Box::new(finding)
    })
}

/// Returns the first of `names` that Rust can use and that is free.
pub(super) fn proposal(names: Vec<String>, is_free: impl Fn(&str) -> bool) -> Option<Ident> {
    names.into_iter().filter_map(|name| check(&name).ok()).find(|name| is_free(name.as_str()))
}

/// Checks that a name can be a variant without a compiler warning.
fn check(name: &str) -> Result<Ident, &'static str> {
    let ident = Ident::new(name).map_err(|error| match error {
        NotAnIdent::Keyword => "is a Rust keyword",
        NotAnIdent::Foreign => "contains letters other than A to Z, which can be confused",
        NotAnIdent::Form if name.is_empty() => "contains no letter or digit to make a Rust name from",
        NotAnIdent::Form => "is not a valid Rust name",
    })?;
    if GENERATED.contains(&name) {
        return Err("is the name of a generated item");
    }
    if name.contains('_') || name.starts_with(char::is_lowercase) {
        return Err("is not in UpperCamelCase");
    }
    Ok(ident)
}

/// Returns the usual constant of an error and the further ones. The usual one is the first of
/// `names: { constant: … }` that is not deprecated, or else the variant in capitals.
pub(super) fn constants(
    given: &[Spanned<PublishedName>],
    variant: &Ident,
    findings: &mut Findings,
) -> (Ident, Vec<Constant>) {
    let mut constants = Vec::with_capacity(given.len());
    for Spanned { value: PublishedName { name, deprecated, .. }, span } in given {
        match Ident::new(name) {
            Ok(ident) if !name.contains(char::is_lowercase) => {
                constants.push(Constant { place: *span, name: ident, deprecated: *deprecated });
            }
            _ => {
                let help = "use a name in CAPITAL_LETTERS".to_owned();
                let reason = "is not a valid name for a constant";
                findings.push(report::reserved_ident(*span, name, reason, help));
            }
        }
    }
    if let Some(usual) = constants.iter().position(|constant| !constant.deprecated) {
        let usual = constants.remove(usual).name;
        return (usual, constants);
    }
    let default = case::constant(variant.as_str());
    // The default is always an identifier: in capitals it cannot be a keyword.
    (Ident::new(&default).unwrap_or_else(|_| variant.clone()), constants)
}

/// A name, the item that has it, and its location.
pub(super) struct Named<'n> {
    pub(super) name: &'n str,
    pub(super) place: Span,
    pub(super) subject: &'n str,
}

/// Returns a finding for every name that an earlier item already has. Names that differ by case are
/// different, as in Rust.
pub(super) fn collisions(names: &[Named<'_>], what: &str, help: &str) -> Vec<Finding> {
    let mut taken = Index::with_capacity(names.len());
    let mut findings = Vec::new();
    for (position, named) in names.iter().enumerate() {
        if let Some(first) = taken.add("", named.name, position) {
            let first = &names[first];
            let subjects = [first.subject, named.subject];
            findings.push(report::ident_collision(
                named.place,
                first.place,
                what,
                named.name,
                subjects,
                help,
            ));
        }
    }
    findings
}

/// Returns a stand-in for a name that could not be made, so that checks can continue.
pub(super) fn placeholder(family: usize, place: Span) -> Ident {
    Ident::stand_in(&format!("Unnamed{family}X{}", place.start))
}

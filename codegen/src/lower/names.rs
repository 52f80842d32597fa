//! Chooses the Rust names of errors, families, classes and catalogs.

use super::report;
use crate::diag::Finding;
use crate::index::Index;
use crate::source::Span;
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

/// Returns the variant of an error: its `ident`, or else its name or code in `UpperCamelCase`.
pub(super) fn variant(
    ident: Option<(&str, Span)>,
    subject: &str,
    place: Span,
    advice: &str,
    findings: &mut impl Extend<Finding>,
) -> Option<Ident> {
    let (name, place) = match ident {
        Some((ident, place)) => (ident.to_owned(), place),
        None => (case::upper_camel(subject), place),
    };
    match check(&name) {
        Ok(ident) => Some(ident),
        Err(reason) => {
            let help = match ident {
                None => advice.to_owned(),
                Some(_) => match check(&case::upper_camel(&name)) {
                    Ok(better) => format!("use an UpperCamelCase name; did you mean `{better}`?"),
                    Err(_) => "use an UpperCamelCase name".to_owned(),
                },
            };
            let shown = if name.is_empty() { subject } else { &name };
            findings.extend([report::reserved_ident(place, shown, reason, help)]);
            None
        }
    }
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

/// Returns the constant of an error: its `names: { constant: … }`, or else its variant in capitals.
pub(super) fn constant(
    given: Option<(&str, Span)>,
    variant: &Ident,
    findings: &mut impl Extend<Finding>,
) -> Ident {
    let default = case::constant(variant.as_str());
    if let Some((name, place)) = given {
        match Ident::new(name) {
            Ok(ident) if !name.contains(char::is_lowercase) => return ident,
            _ => {
                let help = "use a name in CAPITAL_LETTERS".to_owned();
                findings.extend([report::reserved_ident(
                    place,
                    name,
                    "is not a valid name for a constant",
                    help,
                )]);
            }
        }
    }
    // The default is always an identifier: in capitals it cannot be a keyword.
    Ident::new(&default).unwrap_or_else(|_| variant.clone())
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
    let name = format!("Unnamed{family}X{}", place.start);
    Ident::new(&name).unwrap_or_else(|_| unreachable!("`{name}` is an identifier"))
}

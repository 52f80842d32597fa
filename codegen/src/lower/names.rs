//! Every Rust name, decided once.

use super::report;
use crate::diag::Finding;
use crate::index::Index;
use crate::source::Span;
use crate::text::case;
use crate::text::ident::{Ident, NotAnIdent};

/// Names of associated items that an enum of codes or families has besides its variants.
const GENERATED: [&str; 2] = ["ALL", "CATALOG"];

/// Names of generated types, which stand beside the struct of an error with parameters.
const TYPES: [&str; 7] = ["ApiError", "Candidates", "Class", "Code", "Error", "Family", "Problem"];

/// Whether a struct of this name would stand beside another type of the same name.
pub(super) fn is_type(name: &str) -> bool {
    TYPES.contains(&name)
}

/// Whether Rust keeps `name` for itself.
pub(super) fn is_keyword(name: &str) -> bool {
    matches!(Ident::new(name), Err(NotAnIdent::Keyword))
}

/// The variant for an error: what `ident` says, else what becomes of the name or the code.
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
                    Ok(better) => format!("`ident` is an UpperCamelCase name; did you mean `{better}`?"),
                    Err(_) => "`ident` is an UpperCamelCase name".to_owned(),
                },
            };
            let shown = if name.is_empty() { subject } else { &name };
            findings.extend([report::reserved_ident(place, shown, reason, help)]);
            None
        }
    }
}

/// An identifier that can be a variant without a warning.
fn check(name: &str) -> Result<Ident, &'static str> {
    let ident = Ident::new(name).map_err(|error| match error {
        NotAnIdent::Keyword => "is a word that Rust keeps for itself",
        NotAnIdent::Foreign => "holds letters other than A to Z, which can be taken for each other",
        NotAnIdent::Form if name.is_empty() => "leaves nothing to make a Rust name of",
        NotAnIdent::Form => "is not a Rust name",
    })?;
    if GENERATED.contains(&name) {
        return Err("is the name of a generated item");
    }
    if name.contains('_') || name.starts_with(char::is_lowercase) {
        return Err("is not in UpperCamelCase");
    }
    Ok(ident)
}

/// The constant for an error: what `names: { constant: … }` says, else the variant in capital letters.
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
                let help = "a constant is a name in CAPITAL_LETTERS".to_owned();
                findings.extend([report::reserved_ident(place, name, "is not a constant's name", help)]);
            }
        }
    }
    // Capital letters are no keyword, and what was a name stays one.
    Ident::new(&default).unwrap_or_else(|_| variant.clone())
}

/// A name with the place of the thing that has it.
pub(super) struct Named<'n> {
    pub(super) name: &'n str,
    pub(super) place: Span,
    pub(super) subject: &'n str,
}

/// A finding for every name that an earlier one has taken. Names that differ by case only are told apart by Rust, so they are here.
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

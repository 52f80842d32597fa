//! Reports names of errors and families that collide in Rust, and proposes other ones.

use super::names::{self, Named};
use super::{params, report};
use crate::diag::{Finding, Findings};
use crate::format::vocabulary::Unique;
use crate::index::Index;
use crate::model::{Catalog, Error, Family};
use crate::source::Span;
use crate::text::case;
use crate::text::ident::Ident;

/// Reports errors of one enum that share a variant or constant, and families that share a module.
/// Duplicate codes are skipped, because they are reported on their own.
pub(super) fn report_collisions(catalog: &Catalog, doubled: &[usize], findings: &mut Findings) {
    let scopes: Vec<(usize, &[Error])> = match catalog.unique {
        Unique::Catalog => vec![(0, &catalog.errors)],
        Unique::Family => {
            catalog.families.iter().map(|family| (family.errors.start, catalog.errors_of(family))).collect()
        }
    };
    for (first, errors) in scopes {
        let is_first = |(index, _): &(usize, &Error)| doubled.binary_search(&(first + index)).is_err();
        let errors: Vec<&Error> =
            errors.iter().enumerate().filter(is_first).map(|(_, entry)| entry).collect();
        params::report_collisions(&errors, findings);
        let colliding = variants(catalog, &errors);
        if colliding.is_empty() {
            findings.extend(constants(&errors));
        }
        findings.extend(colliding);
    }
    let named = |name: fn(&Family) -> &Ident| -> Vec<Named<'_>> {
        let named = |family| Named { name: name(family).as_str(), place: family.place, subject: &family.id };
        catalog.families.iter().map(named).collect()
    };
    let help = "rename one of the two files";
    let colliding = names::collisions(&named(|family| &family.module), "the family module", help);
    if colliding.is_empty() {
        findings.extend(names::collisions(&named(|family| &family.variant), "the family variant", help));
    }
    findings.extend(colliding);
}

/// The number of collisions per enum for which another variant is proposed.
const PROPOSALS: usize = 200;

/// Returns a finding for every variant that another error already has. The error with the strongest
/// claim keeps it, or else the first one.
fn variants(catalog: &Catalog, errors: &[&Error]) -> Vec<Finding> {
    let mut keepers: Vec<usize> = Vec::new();
    let mut known = Index::with_capacity(errors.len());
    let mut others: Vec<(usize, usize)> = Vec::new();
    for (position, entry) in errors.iter().enumerate() {
        match known.add("", entry.ident.as_str(), keepers.len()) {
            None => keepers.push(position),
            Some(group) if claim(entry) > claim(errors[keepers[group]]) => {
                others.push((group, keepers[group]));
                keepers[group] = position;
            }
            Some(group) => others.push((group, position)),
        }
    }
    let mut proposed: Vec<String> = Vec::new();
    let finding = |(nth, (group, position)): (usize, (usize, usize))| {
        let (keeper, entry) = (errors[keepers[group]], errors[position]);
        let [one, two] = [&keeper.code, &entry.code].map(|code| code.value.as_str());
        let by_blanks = one != two && one.trim() == two.trim();
        let help = if by_blanks {
            "remove the blank at the end of one of the two, or one of the errors"
        } else if one != two && one.to_lowercase() == two.to_lowercase() {
            "give one of the two another code, or its own `ident` if both are published"
        } else {
            "give one of the two its own `ident`"
        };
        let (place, name) = (place_of(errors, position), entry.ident.as_str());
        let (first, again) = (position.min(keepers[group]), position.max(keepers[group]));
        let [of_first, of_again] = [first, again].map(|position| place_of(errors, position));
        let subjects = [first, again].map(|position| errors[position].code.as_str());
        let mut finding = report::ident_collision(of_again, of_first, "the variant", name, subjects, help);
        if position < keepers[group] {
            // The finding is where its fix is.
            std::mem::swap(&mut finding.primary, &mut finding.related[0]);
        }
        if entry.own_ident.is_some() || nth >= PROPOSALS || by_blanks {
            return finding;
        }
        let is_free =
            |name: &str| known.get("", name).is_none() && !proposed.iter().any(|known| known == name);
        match names::proposal(candidates(catalog, entry), is_free) {
            Some(ident) => {
                proposed.push(ident.as_str().to_owned());
                report::propose_ident(finding, place, &entry.code, &ident)
            }
            None => finding,
        }
    };
    others.into_iter().enumerate().map(finding).collect()
}

/// Returns the place of an error. The first of several variants has the code of all of them, so its
/// place is its name.
fn place_of(errors: &[&Error], position: usize) -> Span {
    let entry = errors[position];
    let has_variants = errors.get(position + 1).is_some_and(|next| next.variant == 1);
    entry.name.as_ref().filter(|_| has_variants).map_or(entry.code.span, |name| name.span)
}

/// Returns how strongly an error claims its variant.
fn claim(entry: &Error) -> u8 {
    match entry.own_ident {
        Some(_) => 2,
        // The code has no other variant to offer.
        None if case::of_code(&entry.code) == entry.ident.as_str() => 1,
        None => 0,
    }
}

/// Returns other variants for an error: from its code, from its name, and from both.
fn candidates(catalog: &Catalog, entry: &Error) -> Vec<String> {
    let code = case::of_code(&entry.code);
    match catalog.short_name(entry).map(case::upper_camel) {
        Some(name) => vec![code.clone(), name.clone(), name + &code],
        None => vec![code],
    }
}

/// Returns a finding for every constant that another error already has.
fn constants(errors: &[&Error]) -> Vec<Finding> {
    let mut named: Vec<Named<'_>> = Vec::with_capacity(errors.len());
    let mut twice = Vec::new();
    for entry in errors {
        let mut own = vec![&entry.constant];
        for constant in &entry.constants {
            if own.contains(&&constant.name) {
                twice.push(report::listed_constant(constant.place, &entry.code, constant.name.as_str()));
            } else {
                own.push(&constant.name);
            }
        }
        let place = entry.code.span;
        named.extend(own.into_iter().map(|name| Named { name: name.as_str(), place, subject: &entry.code }));
    }
    twice.extend(names::collisions(
        &named,
        "the constant",
        "give one of the two its own `names: { constant: … }`",
    ));
    twice
}

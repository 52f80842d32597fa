//! `reused-code`: a code that is reserved, or was released with another meaning.

use super::Report;
use crate::diag::{About, Finding, Member, Rule};
use crate::diff::{Change, Gate, describe, grouped, in_groups};
use crate::ledger::Promise;
use crate::model::{Catalog, Error};
use crate::order;
use crate::source::Span;

const RULE: Rule = Rule::ReusedCode;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    reserved(catalog, report);
    released(catalog, report);
}

fn reserved(catalog: &Catalog, report: &Report<'_>) {
    for entry in catalog.errors.iter().filter(|entry| entry.variant == 0) {
        let reserved = catalog.reserved.iter().chain(&catalog.family_of(entry).reserved);
        for range in reserved.filter(|range| range.holds(&entry.code)) {
            let message = format!("code `{}` is reserved: {}", entry.code.value, range.reason);
            report.push(
                Finding::new(RULE, entry.code.span, message)
                    .label("reserved")
                    .related(range.place, "reserved here")
                    .help("use another code"),
            );
        }
    }
}

/// Reports codes that the ledger knows with another meaning. Errors that could be read only in part
/// are skipped, because their meaning is not known.
fn released(catalog: &Catalog, report: &Report<'_>) {
    let changes = report.changes();
    if changes.iter().all(|change| change.gate != Gate::Never) {
        return;
    }
    let entries = Entries::new(catalog);
    for group in in_groups(changes).into_iter().filter(|group| group[0].gate == Gate::Never) {
        let group: Vec<&Change> = group.into_iter().filter(|change| !entries.is_unsure(change)).collect();
        match group.as_slice() {
            [] => {}
            [change] => report.push(one(&entries, change)),
            [first, ..] => {
                let finding = one(&entries, first);
                report.push(many(catalog, finding, &group));
            }
        }
    }
}

/// Returns the finding about one code or alias.
fn one(entries: &Entries<'_>, change: &Change) -> Finding {
    let (family, code) = change.subject.as_ref().map_or(("", ""), |(family, code)| (family, code));
    let [old, new] = [&change.old, &change.new].map(|name| name.as_deref().unwrap_or_default());
    let alias = entries.alias(change, code);
    let kind = if alias.is_some() { "alias" } else { "code" };
    let (message, label) = if entries.is_forgotten(change) {
        (format!("{kind} `{code}` was removed, and its former meaning is not known"), "used again")
    } else if old == new {
        (format!("{kind} `{code}` was released with another meaning"), "new meaning")
    } else {
        (format!("{kind} `{code}` was released as `{old}` and now means `{new}`"), "new meaning")
    };
    let place = alias.or(change.after).unwrap_or(entries.catalog.place);
    let finding = Finding::new(RULE, place, message).label(label);
    let finding = match change.before {
        Some(before) => finding.related(before, "released here"),
        None => finding,
    };
    finding.help(help(kind)).about(&change.catalog, family, code)
}

/// Turns the finding about the first of several codes into one about all of them.
fn many(catalog: &Catalog, first: Finding, group: &[&Change]) -> Finding {
    let (message, advice) = grouped(group);
    let members = group.iter().filter_map(|change| {
        let (family, code) = change.subject.as_ref()?;
        let about = About { catalog: catalog.id.clone(), family: family.clone(), code: code.clone() };
        Some(Member { about, span: change.after.unwrap_or(catalog.place), message: describe(change) })
    });
    let help = advice.map(|advice| format!("{advice}, and restore the released errors"));
    Finding { message, help, ..first }.grouped(members.collect())
}

/// The entries and released codes by their location.
struct Entries<'c> {
    catalog: &'c Catalog,
    in_order: Vec<&'c Error>,
    released: Vec<&'c Promise>,
}

impl<'c> Entries<'c> {
    fn new(catalog: &'c Catalog) -> Self {
        let mut in_order: Vec<&Error> = catalog.errors.iter().collect();
        order::sort(&mut in_order, &|a, b| a.code.span.cmp(&b.code.span));
        let mut released: Vec<&Promise> = catalog.ledger.iter().flat_map(|ledger| &ledger.promises).collect();
        order::sort(&mut released, &|a, b| a.place.cmp(&b.place));
        Self { catalog, in_order, released }
    }

    fn entry(&self, change: &Change) -> Option<&'c Error> {
        let after = change.after?;
        let at = self.in_order.binary_search_by(|entry| entry.code.span.cmp(&after)).ok()?;
        Some(self.in_order[at])
    }

    fn is_unsure(&self, change: &Change) -> bool {
        self.entry(change).is_some_and(|entry| entry.damaged)
    }

    /// Returns the location of the alias that a change is about.
    fn alias(&self, change: &Change, code: &str) -> Option<Span> {
        let entry = self.entry(change)?;
        let mut aliases = entry.aliases.iter();
        aliases.find(|alias| alias.value == *code && entry.code.value != *code).map(|alias| alias.span)
    }

    /// Returns `true` if nothing is known about the old error but that it is out of use.
    fn is_forgotten(&self, change: &Change) -> bool {
        let Some(before) = change.before else { return false };
        let at = self.released.binary_search_by(|promise| promise.place.cmp(&before));
        at.is_ok_and(|at| self.released[at].is_unknown() && self.released[at].is_out_of_use())
    }
}

fn help(kind: &str) -> &'static str {
    match kind {
        "alias" => "remove the alias; existing clients use it for another error",
        _ => "use a code that was never used, and restore the released error",
    }
}

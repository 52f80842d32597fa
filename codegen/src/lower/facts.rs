//! Lowers declared facts: their Rust names, their values, and what errors inherit of them.

use super::extensions::extensions;
use super::names::{self, Named, placeholder};
use super::report;
use crate::diag::{Finding, Findings};
use crate::format::limits::MOST_INHERITED;
use crate::format::vocabulary::{CodeType, FactType, Unique};
use crate::model::{Catalog, Choice, DeclaredFact, FactKind, Pattern};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, FactValue};
use crate::text::case;
use crate::text::ident::Ident;
use crate::value::Value;

/// The methods that every generated enum has, and those of traits that all of them implement.
const METHODS: [&str; 34] = [
    "as_ref",
    "candidates",
    "candidates_by_number",
    "clone",
    "cmp",
    "code",
    "description",
    "eq",
    "family",
    "family_id",
    "family_title",
    "fmt",
    "from",
    "from_code",
    "from_str",
    "hash",
    "ident",
    "index",
    "info",
    "into",
    "is_a",
    "is_error",
    "message",
    "message_in",
    "metric_label",
    "name",
    "parent",
    "partial_cmp",
    "pattern",
    "public",
    "retry",
    "status",
    "to_string",
    "variants_of",
];

/// The methods of enums of integers.
const OF_NUMBERS: [&str; 2] = ["from_number", "number"];

/// Lowers the declarations. The model has all of them in the same order, so that values refer to
/// them by index.
pub(super) fn declare(catalog: &ast::Catalog, findings: &mut Findings) -> Vec<DeclaredFact> {
    let head = &catalog.head;
    let codes = std::iter::once(&head.code).chain(catalog.families.iter().map(|family| &family.code));
    let has_numbers =
        codes.filter_map(|code| code.code_type).any(|code_type| code_type.value == CodeType::Integer);
    let mut facts = Vec::new();
    for source in &head.facts {
        check_name(source, has_numbers, findings);
        facts.push(fact(source, findings));
    }
    report_collisions(&facts, findings);
    let mut judges = head.facts.iter().filter_map(|fact| Some((fact, fact.error.as_ref()?)));
    if let Some((first, _)) = judges.next() {
        for (fact, _) in judges {
            findings.push(report::second_error_fact(fact.name.span, first.name.span, &fact.name));
        }
    }
    facts
}

fn check_name(source: &ast::Fact, has_numbers: bool, findings: &mut Findings) {
    let name = source.name.value.as_str();
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let is_snake = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(letters);
    let help = || "choose another name for the fact".to_owned();
    let (reason, help) = if source.is_reopened() {
        return;
    } else if name == "name" {
        let help = "write `name: { lookup: one }` to find codes by name, or choose another name for the fact";
        ("is a key of every error, so that only its `lookup` can be declared", help.to_owned())
    } else if source.is_reserved() {
        ("is a key of every error and cannot name a fact", help())
    } else if METHODS.contains(&name) || (has_numbers && OF_NUMBERS.contains(&name)) {
        ("is the name of a generated method and cannot name a fact", help())
    } else if source.values.is_some() && names::is_type(&case::upper_camel(name)) {
        ("becomes the name of a generated type and cannot name a fact", help())
    } else if !is_snake || name.contains("__") || Ident::new(name).is_err() {
        ("cannot name a fact", "use a name in snake_case that is not a Rust keyword".to_owned())
    } else {
        return;
    };
    findings.push(report::reserved_ident(source.name.span, name, reason, help));
}

fn fact(source: &ast::Fact, findings: &mut Findings) -> DeclaredFact {
    let kind = match (&source.values, source.ty) {
        _ if source.is_reopened() => FactKind::Name,
        (Some(values), _) => FactKind::Choice {
            ty: Ident::new(&case::upper_camel(&source.name))
                .unwrap_or_else(|_| placeholder(0, source.name.span)),
            choices: choices(source, values, findings),
        },
        (None, ty) => FactKind::Typed(ty.map_or(FactType::String, |ty| ty.value)),
    };
    let pattern = source.pattern.as_ref().and_then(|text| match Pattern::new(text) {
        Ok(pattern) => Some(pattern),
        Err(reason) => {
            findings.push(report::bad_pattern(text.span, &reason));
            None
        }
    });
    let is_flag = matches!(kind, FactKind::Typed(FactType::Bool));
    let default = source.default.as_ref().map(|value| value.value.clone());
    let fact = DeclaredFact {
        name: source.name.clone(),
        kind,
        default: default.or(is_flag.then_some(Value::Bool(false))),
        pattern,
        lookup: source.lookup.map(|lookup| lookup.value),
        extensions: extensions(&source.extensions),
    };
    findings.extend(source.default.as_ref().and_then(|value| mismatch(&fact, value)));
    fact
}

fn choices(source: &ast::Fact, values: &[ast::Text], findings: &mut Findings) -> Vec<Choice> {
    let mut choices = Vec::new();
    for value in values {
        let advice = "choose another word, which contains a letter or digit";
        let variant = names::variant(value, &case::upper_camel(value), value.span, advice);
        choices.push(Choice {
            text: value.value.clone(),
            variant: variant.unwrap_or_else(|finding| {
                findings.push(*finding);
                placeholder(0, value.span)
            }),
            is_error: source
                .error
                .as_ref()
                .is_none_or(|errors| errors.iter().any(|error| error.value == value.value)),
        });
    }
    let named = |(choice, value): (&'_ Choice, &'_ ast::Text)| {
        (choice.variant.as_str().to_owned(), value.span, value.value.clone())
    };
    let names: Vec<_> = choices.iter().zip(values).map(named).collect();
    let names: Vec<Named<'_>> =
        names.iter().map(|(name, place, subject)| Named { name, place: *place, subject }).collect();
    findings.extend(names::collisions(&names, "the variant", "change one of the two words"));
    choices
}

/// Reports enums with one name, and methods with one name, such as that of the fact `from_a` and
/// that of a lookup by the fact `a`.
fn report_collisions(facts: &[DeclaredFact], findings: &mut Findings) {
    let types = facts.iter().filter_map(|fact| match &fact.kind {
        FactKind::Choice { ty, .. } => {
            Some(Named { name: ty.as_str(), place: fact.name.span, subject: &fact.name })
        }
        FactKind::Typed(_) | FactKind::Name => None,
    });
    let types: Vec<Named<'_>> = types.collect();
    findings.extend(names::collisions(&types, "the enum", "rename one of the two"));
    let lookups = facts.iter().filter(|fact| fact.lookup.is_some());
    let lookups: Vec<(String, &DeclaredFact)> =
        lookups.map(|fact| (format!("from_{}", fact.name.value), fact)).collect();
    let own = facts.iter().filter(|fact| fact.kind.is_own());
    let methods = own
        .map(|fact| (fact.name.as_str(), fact))
        .chain(lookups.iter().map(|(name, fact)| (name.as_str(), *fact)));
    let methods: Vec<Named<'_>> =
        methods.map(|(name, fact)| Named { name, place: fact.name.span, subject: &fact.name }).collect();
    findings.extend(names::collisions(&methods, "the method", "rename one of the two"));
}

/// Lowers the values of an error or of `defaults`.
pub(super) fn values(
    facts: &[DeclaredFact],
    list: &[FactValue],
    findings: &mut Findings,
) -> Vec<(usize, Spanned<Value>)> {
    let mut values = Vec::new();
    for FactValue { fact, value } in list {
        findings.extend(facts.get(*fact).and_then(|fact| mismatch(fact, value)));
        values.push((*fact, value.clone()));
    }
    values
}

/// Returns the finding for a value that does not match the pattern of its fact.
fn mismatch(fact: &DeclaredFact, value: &Spanned<Value>) -> Option<Finding> {
    let (Some(pattern), Value::Text(text)) = (&fact.pattern, &value.value) else { return None };
    (!pattern.matches(text)).then(|| report::fact_mismatch(value.span, &fact.name, text, pattern.as_str()))
}

/// Charges the texts that errors inherit against the limit on inherited text. Without the limit, one
/// long text could exhaust the memory.
pub(super) fn charge(catalog: &mut Catalog, inherited: usize, findings: &mut Findings) {
    let length = |value: &Value| match value {
        Value::Text(text) => text.len(),
        _ => 0,
    };
    let mut bytes = inherited;
    for (fact, declared) in catalog.facts.iter().enumerate().filter(|(_, fact)| fact.kind.is_own()) {
        if matches!(declared.kind, FactKind::Choice { .. }) {
            continue;
        }
        for error in &catalog.errors {
            bytes = bytes.saturating_add(catalog.fact(error, fact).map_or(0, length));
        }
    }
    if bytes > MOST_INHERITED && inherited <= MOST_INHERITED {
        findings.push(report::too_much_inherited(Span::top(catalog.place.file), MOST_INHERITED));
        catalog.defaults.facts.clear();
        catalog.families.iter_mut().for_each(|family| family.defaults.facts.clear());
        catalog.facts.iter_mut().for_each(|fact| fact.default = None);
    }
}

/// Reports errors with parameters whose struct would collide with the enum of a fact.
pub(super) fn report_structs(catalog: &Catalog, findings: &mut Findings) {
    let ty = |fact: &DeclaredFact| match &fact.kind {
        FactKind::Choice { ty, .. } => Some(ty.clone()),
        FactKind::Typed(_) | FactKind::Name => None,
    };
    let types: Vec<Ident> = catalog.facts.iter().filter_map(ty).collect();
    if types.is_empty() || catalog.unique == Unique::Family {
        return;
    }
    let structs =
        catalog.errors.iter().filter(|error| error.params.as_ref().is_some_and(|list| !list.is_empty()));
    for error in structs.filter(|error| types.contains(&error.ident)) {
        let reason = "is the enum of a declared fact and cannot name the parameter struct";
        let help = "give the error its own `ident`".to_owned();
        findings.push(report::reserved_ident(error.code.span, error.ident.as_str(), reason, help));
    }
}

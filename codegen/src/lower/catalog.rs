//! Lowers one catalog, family by family.

use std::cell::Cell;

use super::error::Context;
use super::extensions::extensions;
use super::names::{self, placeholder};
use super::{
    classes, codes, envelope, error, facts, families, family_module_name, formerly, idents, internal,
    locales, module_name, parents, references, report,
};
use crate::diag::Findings;
use crate::format::vocabulary::{CodeType, IdentFrom, Placeholders, Role, StatusPolicy, Unique};
use crate::model::{Catalog, DeclaredFact, Defaults, Derive, Envelope, Family, Notation, Pattern, Reserved};
use crate::source::{Sources, Span, Spanned};
use crate::syntax::ast;
use crate::text::case;
use crate::text::ident::Ident;

/// Lowers one catalog.
pub(super) fn lower(sources: &Sources, source: &ast::Catalog, findings: &mut Findings) -> Catalog {
    let (source, inherited) = parents::resolve(source, findings);
    let source = source.as_ref();
    let head = &source.head;
    let facts = facts::declare(source, findings);
    let place = head.place.unwrap_or_else(|| Span::top(source.file));
    let notation = codes::notation(&head.code, CodeType::String, findings);
    let mut catalog = Catalog {
        id: source.id.clone(),
        module: module(&source.id, &module_name(&source.id), place, findings),
        place,
        path: sources.path(source.file).to_owned(),
        title: head.title.as_ref().map_or_else(|| source.id.clone(), |title| title.value.clone()),
        description: plain(head.description.as_ref()),
        homepage: plain(head.homepage.as_ref()),
        version: plain(head.version.as_ref()),
        docs: plain(head.docs.as_ref()),
        code_type: notation.code_type(),
        notation,
        pattern: pattern(head.code.pattern.as_ref(), findings),
        separator: plain(head.code.separator.as_ref()),
        code_extensions: extensions(&head.code.extensions),
        allow_codes: head.allow_codes.clone(),
        unique: head.unique.map_or(Unique::Catalog, |spanned| spanned.value),
        status: head.status.map_or(StatusPolicy::Optional, |spanned| spanned.value),
        strip: head.strip.clone(),
        ident: head.ident.map_or(IdentFrom::Name, |spanned| spanned.value),
        placeholders: head.placeholders.map_or(Placeholders::Braces, |spanned| spanned.value),
        exhaustive: head.exhaustive.is_some_and(|flag| flag.value),
        role: head.role.map_or(Role::Both, |role| role.value),
        internal: None,
        language: plain(head.language.as_ref()),
        initialisms: head.initialisms.iter().map(|word| word.value.clone()).collect(),
        allow: allow(&head.allow),
        unreadable: head.unreadable.clone(),
        tags: head.tags.iter().map(|(name, text)| (name.clone(), text.value.clone())).collect(),
        defaults: defaults(&head.defaults, &facts, findings),
        facts: Vec::new(),
        derive: head.derive.iter().map(derive).collect(),
        classes: classes::lower(head, findings),
        envelope: head.envelope.as_ref().map_or_else(Envelope::default, |envelope| {
            envelope::lower(envelope_context(sources, head), envelope, findings)
        }),
        reserved: reserved(&head.reserved, findings),
        extensions: extensions(&head.extensions),
        families: Vec::new(),
        errors: Vec::new(),
        locales: Vec::new(),
        ledger: source.ledger.clone(),
    };
    if let Some(ledger) = &mut catalog.ledger {
        ledger.damaged |= source.damaged;
    }
    super::derive::check(sources, &head.derive, findings);
    for defaults in
        std::iter::once(&head.defaults).chain(source.families.iter().map(|family| &family.defaults))
    {
        // Defaults are checked here, too, in case no error inherits them. Duplicate findings are
        // removed later.
        error::status(head, defaults.status.as_ref(), findings);
    }
    let inherited = Cell::new(inherited);
    for family in families::in_order(sources, source, findings) {
        let context = Context {
            sources,
            head,
            family,
            single: source.single,
            index: catalog.families.len(),
            notation: family_notation(family, catalog.notation, findings),
            facts: &facts,
            inherited: &inherited,
        };
        add_family(&mut catalog, &context, findings);
    }
    catalog.facts = facts;
    facts::charge(&mut catalog, inherited.get(), findings);
    facts::report_structs(&catalog, findings);
    envelope::check_codes(&catalog, findings);
    let doubled = codes::report_duplicates(&catalog, findings);
    idents::report_collisions(&catalog, &doubled, findings);
    references::resolve(&mut catalog, source, findings);
    formerly::check(&catalog, findings);
    internal::resolve(&mut catalog, source, findings);
    catalog.locales = locales::lower(sources, &catalog, source, findings);
    catalog
}

/// Returns `true` if `code` of the family replaces that of the catalog.
fn replaces_code(family: &ast::Family) -> bool {
    family.code.code_type.is_some() || family.code.format.is_some()
}

fn family_notation(family: &ast::Family, of_catalog: Notation, findings: &mut Findings) -> Notation {
    if replaces_code(family) {
        codes::notation(&family.code, of_catalog.code_type(), findings)
    } else {
        of_catalog
    }
}

fn envelope_context<'s>(sources: &'s Sources, head: &ast::Head) -> envelope::Context<'s> {
    let code_type = head.code.code_type.map_or(CodeType::String, |spanned| spanned.value);
    let is_client = head.role.is_some_and(|role| role.value == Role::Client);
    envelope::Context { sources, code_type, is_client }
}

fn add_family(catalog: &mut Catalog, context: &Context<'_>, findings: &mut Findings) {
    let Context { family, index, .. } = *context;
    let place = family.place.unwrap_or_else(|| Span::top(family.file));
    let first = catalog.errors.len();
    catalog.errors.extend(
        family
            .errors
            .iter()
            .enumerate()
            .filter_map(|(position, source)| error::lower(context, position + 1, source, findings)),
    );
    // A family has no `ident` key, so a family whose variant would be a keyword gets a suffix.
    let name = if names::is_keyword(&case::upper_camel(&family.id)) {
        format!("{}-family", family.id)
    } else {
        family.id.clone()
    };
    let variant = names::variant(&name, &case::upper_camel(&name), place, "rename the file");
    // If the file of a single-file catalog cannot become a module, the catalog itself reports that.
    let variant = if context.single && Ident::new(&module_name(&family.id)).is_err() {
        variant.ok()
    } else {
        variant.map_err(|finding| findings.push(*finding)).ok()
    };
    // One name has one finding.
    let mut reported = Findings::default();
    let reports = if context.single || variant.is_none() { &mut reported } else { &mut *findings };
    catalog.families.push(Family {
        id: family.id.clone(),
        path: context.sources.path(family.file).to_owned(),
        module: module(&family.id, &family_module_name(&family.id), place, reports),
        variant: variant.unwrap_or_else(|| placeholder(index, place)),
        place,
        title: family.title.as_ref().map_or_else(|| family.id.clone(), |title| title.value.clone()),
        description: plain(family.description.as_ref()),
        notation: context.notation,
        replaces_code: replaces_code(family),
        pattern: pattern(family.code.pattern.as_ref(), findings),
        transport: family
            .transport
            .map_or(crate::format::vocabulary::Transport::Json, |spanned| spanned.value),
        defaults: defaults(&family.defaults, context.facts, findings),
        reserved: reserved(&family.reserved, findings),
        allow: allow(&family.allow),
        extensions: extensions(&family.extensions),
        errors: first..catalog.errors.len(),
    });
}

fn module(id: &str, name: &str, place: Span, findings: &mut Findings) -> Ident {
    let help = || "rename the file or folder; use letters, digits, `-` and `_`".to_owned();
    let Ok(module) = Ident::new(name) else {
        findings.push(report::reserved_ident(place, id, "cannot become a Rust module", help()));
        return placeholder(0, place);
    };
    if !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        let reason = format!("would become the Rust module `{name}`, which is another name");
        findings.push(report::reserved_ident(place, id, &reason, help()));
    }
    module
}

fn plain(text: Option<&ast::Text>) -> Option<String> {
    text.map(|text| text.value.clone())
}

fn pattern(text: Option<&ast::Text>, findings: &mut Findings) -> Option<Pattern> {
    let text = text?;
    match Pattern::new(text) {
        Ok(pattern) => Some(pattern),
        Err(reason) => {
            findings.push(report::bad_pattern(text.span, &reason));
            None
        }
    }
}

fn defaults(source: &ast::Defaults, facts: &[DeclaredFact], findings: &mut Findings) -> Defaults {
    Defaults {
        status: plain(source.status.as_ref()),
        retry: source.retry.map(|retry| retry.value),
        class: plain(source.class.as_ref()),
        tags: source.tags.iter().map(|tag| tag.value.clone()).collect(),
        facts: facts::values(facts, &source.facts, findings),
        extensions: extensions(&source.extensions),
        damaged: source.damaged,
    }
}

fn derive(rule: &ast::Derive) -> Derive {
    Derive {
        pattern: rule.pattern.value.clone(),
        description: rule.description.value.clone(),
        place: rule.description.span,
        extensions: extensions(&rule.extensions),
    }
}

/// Lowers allowed rules and their reasons.
pub(super) fn allow(list: &[(ast::Text, ast::Text)]) -> Vec<(Spanned<String>, String)> {
    list.iter().map(|(rule, why)| (rule.clone(), why.value.clone())).collect()
}

fn reserved(list: &[ast::Reserved], findings: &mut Findings) -> Vec<Reserved> {
    let range = |Spanned { value, span }: &ast::Text, reason: &ast::Text| {
        let (first, last) = value.split_once("..").unwrap_or((value, value));
        Reserved {
            place: *span,
            first: first.to_owned(),
            last: last.to_owned(),
            reason: reason.value.clone(),
        }
    };
    let ranges: Vec<Reserved> = list.iter().map(|entry| range(&entry.codes, &entry.reason)).collect();
    for (range, entry) in ranges.iter().zip(list).filter(|(range, _)| !range.is_sound()) {
        findings.push(report::no_range(range.place, &entry.codes));
    }
    ranges
}

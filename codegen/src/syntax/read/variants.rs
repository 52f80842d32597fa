//! Reads several errors under one code.

use super::super::ast::{Body, Error, Head, Text};
use super::super::report;
use super::super::yaml::{Node, NodeKind};
use super::{error, value};
use crate::diag::Findings;
use crate::source::{Span, Spanned};

/// Reads `variants`. `shared` are the keys beside it.
pub(super) fn read(
    code: &Text,
    node: &Node,
    shared: &Body,
    keys: &Head,
    findings: &mut Findings,
) -> Vec<Error> {
    let before = findings.len();
    let named = [
        ("name", span(shared.name.as_ref())),
        ("ident", span(shared.ident.as_ref())),
        ("formerly", span(shared.formerly.first())),
    ];
    for (key, span) in named {
        findings.extend(span.map(|span| report::name_beside_variants(span, key)));
    }
    let items = match &node.kind {
        NodeKind::List(items) if !items.is_empty() => items.as_slice(),
        // Another kind has been reported.
        NodeKind::Map(_) | NodeKind::Plain(_) | NodeKind::Quoted(_) => &[],
        NodeKind::List(_) => {
            findings.push(report::wrong_type(node.span, "a list of variants", "an empty list"));
            &[]
        }
        _ => value::refuse(node, "a list of variants", findings).unwrap_or_default(),
    };
    let mut errors = Vec::with_capacity(items.len());
    for item in items {
        let Some(own) = error::variant(item, keys, findings) else { continue };
        let name = span(own.name.as_ref()).or(span(own.ident.as_ref()));
        if name.is_none() && !own.damaged {
            findings.push(report::unnamed_variant(head(item)));
        }
        // The code itself is the location of the first variant.
        let variant = errors.len();
        let place = if variant == 0 { code.span } else { name.unwrap_or(head(item)) };
        let body = merged(own, shared, variant == 0);
        errors.push(Error { code: Spanned::new(code.value.clone(), place), variant, body });
    }
    // Errors that refine the code come after all variants.
    let subs = errors.iter_mut().flat_map(|error| std::mem::take(&mut error.body.sub));
    let subs: Vec<Error> = shared.sub.iter().cloned().chain(subs.collect::<Vec<_>>()).collect();
    if let Some(last) = errors.last_mut() {
        last.body.sub = subs;
    }
    if findings.len() > before {
        for error in &mut errors {
            error.body.damaged = true;
        }
    }
    errors
}

fn span(text: Option<&Text>) -> Option<Span> {
    text.map(|text| text.span)
}

/// Returns the span of the first key.
fn head(node: &Node) -> Span {
    match &node.kind {
        NodeKind::Map(entries) => entries.first().map_or(node.span, |(key, _)| key.span),
        _ => node.span,
    }
}

/// Returns the keys of a variant together with those that hold for all variants. Shared aliases
/// mean the first one.
fn merged(own: Body, shared: &Body, is_first: bool) -> Body {
    let list = |own: Vec<Text>, shared: &[Text]| if own.is_empty() { shared.to_vec() } else { own };
    let mut merged = Body {
        damaged: own.damaged || shared.damaged,
        name: own.name,
        ident: own.ident,
        formerly: own.formerly,
        names: own.names,
        message: own.message.or_else(|| shared.message.clone()),
        description: own.description.or_else(|| shared.description.clone()),
        dynamic: own.dynamic.or(shared.dynamic),
        params_in_order: if own.params.is_some() { own.params_in_order } else { shared.params_in_order },
        params: own.params.or_else(|| shared.params.clone()),
        details: if own.details.is_empty() { shared.details.clone() } else { own.details },
        status: own.status.or_else(|| shared.status.clone()),
        retry: own.retry.or(shared.retry),
        class: own.class.or_else(|| shared.class.clone()),
        tags: own.tags.or_else(|| shared.tags.clone()),
        exit: own.exit.or(shared.exit),
        help: list(own.help, &shared.help),
        links: if own.links.is_empty() { shared.links.clone() } else { own.links },
        parent: own.parent.or_else(|| shared.parent.clone()),
        sub: own.sub,
        mask: own.mask.or_else(|| shared.mask.clone()),
        visibility: own.visibility.or(shared.visibility),
        deprecated: own.deprecated.or_else(|| shared.deprecated.clone()),
        retired: own.retired.or_else(|| shared.retired.clone()),
        aliases: own.aliases,
        allow: own.allow,
        facts: own.facts,
        values: own.values,
        extensions: own.extensions,
    };
    if is_first {
        merged.aliases.extend_from_slice(&shared.aliases);
    }
    merged.allow.extend_from_slice(&shared.allow);
    for value in &shared.facts {
        if merged.facts.iter().all(|known| known.fact != value.fact) {
            merged.facts.push(value.clone());
        }
    }
    for (key, value) in &shared.values {
        if merged.values.iter().all(|(known, _)| known != key) {
            merged.values.push((key, value.clone()));
        }
    }
    for (key, value) in &shared.extensions {
        if merged.extensions.iter().all(|(known, _)| known.value != key.value) {
            merged.extensions.push((key.clone(), value.clone()));
        }
    }
    merged
}

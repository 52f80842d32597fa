//! Lowers one error: its defaults, texts and names.

use std::cell::Cell;

use super::extensions::extensions;
use super::names::placeholder;
use super::{carried, codes, derive, facts, marks, names, params, report, status};
use crate::diag::{Finding, Findings};
use crate::format::limits::MOST_INHERITED;
use crate::format::vocabulary::{IdentFrom, Placeholders, StatusPolicy, Visibility};
use crate::model::{DeclaredFact, Error, Link, Notation, PublishedName};
use crate::source::{Sources, Span, Spanned};
use crate::syntax::ast::{self, Text};
use crate::text::ident::Ident;
use crate::text::strip::strip;
use crate::text::{alike, case};

/// What an error inherits from its family and catalog.
pub(super) struct Context<'c> {
    pub(super) sources: &'c Sources,
    pub(super) head: &'c ast::Head,
    pub(super) family: &'c ast::Family,
    /// Whether the catalog is a single file, which is also its only family.
    pub(super) single: bool,
    pub(super) index: usize,
    pub(super) notation: Notation,
    pub(super) facts: &'c [DeclaredFact],
    /// The bytes that errors of the catalog have inherited from `defaults` and `derive` so far.
    pub(super) inherited: &'c Cell<usize>,
}

impl<'c> Context<'c> {
    /// Returns the default of the family, or else of the catalog.
    fn default<T>(&self, pick: impl Fn(&'c ast::Defaults) -> Option<&'c T>) -> Option<&'c T> {
        pick(&self.family.defaults).or_else(|| pick(&self.head.defaults))
    }

    fn status(&self, own: Option<&Text>, findings: &mut Findings) -> Option<Spanned<u16>> {
        status(self.head, own.or_else(|| self.default(|defaults| defaults.status.as_ref())), findings)
    }

    fn tags(&self, own: Option<&Vec<Text>>, findings: &mut Findings) -> Vec<Text> {
        if let Some(own) = own {
            return own.clone();
        }
        let tags = self.default(|defaults| Some(&defaults.tags).filter(|tags| !tags.is_empty()));
        let bytes = tags.iter().copied().flatten().map(|tag| size_of::<Text>() + tag.len()).sum();
        if self.inherits(bytes, findings) { tags.cloned().unwrap_or_default() } else { Vec::new() }
    }

    fn derived(&self, code: &str, findings: &mut Findings) -> Option<String> {
        if self.inherited.get() > MOST_INHERITED {
            return None;
        }
        let derived = derive::description(&self.head.derive, code)?;
        self.inherits(derived.len(), findings).then_some(derived)
    }

    /// Charges `bytes` against the limit on inherited text. Returns whether they still fit. Without
    /// the limit, one long text inherited by many errors could exhaust the memory.
    fn inherits(&self, bytes: usize, findings: &mut Findings) -> bool {
        let before = self.inherited.get();
        self.inherited.set(before + bytes);
        let enough = before + bytes <= MOST_INHERITED;
        if !enough && before <= MOST_INHERITED {
            findings.push(report::too_much_inherited(Span::top(self.family.file), MOST_INHERITED));
        }
        enough
    }
}

/// Parses a status. Reports it if the catalog does not have statuses.
pub(super) fn status(head: &ast::Head, text: Option<&Text>, findings: &mut Findings) -> Option<Spanned<u16>> {
    let text = text?;
    if head.status.is_some_and(|policy| policy.value == StatusPolicy::None) {
        findings.push(report::needless_status(text.span));
        return None;
    }
    status::number(text, findings)
}

/// Lowers the error at `position` (from 1) of its family. Returns `None` if its code is empty.
pub(super) fn lower(
    context: &Context<'_>,
    position: usize,
    source: &ast::Error,
    findings: &mut Findings,
) -> Option<Error> {
    let ast::Error { code, variant: nth, body } = source;
    if code.is_empty() {
        findings.push(report::no_code(code.span, "a code"));
        return None;
    }
    let ident =
        variant(context, code, body, findings).unwrap_or_else(|| placeholder(context.index, code.span));
    let languages = body.names.as_ref().map(|names| names.languages.as_slice()).unwrap_or_default();
    let given = languages.iter().find(|(language, _)| language == "constant");
    let given = given.map(|(_, names)| names.as_slice()).unwrap_or_default();
    let (constant, constants) = names::constants(given, &ident, findings);
    let own = body.description.as_ref().map(|text| text.value.clone());
    let derived = if own.is_none() { context.derived(code, findings) } else { None };
    let syntax = context.head.placeholders.map_or(Placeholders::Braces, |spanned| spanned.value);
    let message = marks::lower(context.sources, syntax, body, findings);
    let params = message.params.map(|list| params::lower(&list, &ident, findings));
    let details = params::lower(&body.details, &ident, findings);
    let structs = params.as_ref().is_some_and(|params| !params.is_empty());
    if structs && names::is_type(ident.as_str()) {
        let place = body.ident.as_ref().map_or(code.span, |ident| ident.span);
        let reason = "is the name of a generated type and cannot name the parameter struct";
        let finding = report::reserved_ident(place, ident.as_str(), reason, ADVICE.to_owned());
        let others = vec![case::of_code(code), format!("{ident}Error")];
        let other = names::proposal(others, |name| body.ident.is_none() && !names::is_type(name));
        findings.push(match other {
            Some(other) => report::propose_ident(finding, code.span, code, &other),
            None => finding,
        });
    }
    let declared = params.as_deref().filter(|_| body.params.is_some());
    let mut unsaid = Findings::default();
    let carried =
        carried::lower(context.sources, code, declared, if *nth == 0 { findings } else { &mut unsaid });
    let status = context.status(body.status.as_ref(), findings);
    let is_wrong = body.status.is_some() && status.is_none();
    Some(Error {
        damaged: body.damaged,
        wrong: is_wrong.then_some("status").into_iter().collect(),
        number: number(context, source, findings),
        code: code.clone(),
        carried,
        variant: *nth,
        family: context.index,
        index: position,
        ident,
        own_ident: body.ident.as_ref().map(|ident| ident.span),
        constant,
        constants,
        name: body.name.clone(),
        formerly: body.formerly.clone(),
        names: published(languages),
        names_extensions: body.names.as_ref().map(|names| extensions(&names.extensions)).unwrap_or_default(),
        template: message.template,
        message: body.message.clone(),
        description_place: body.description.as_ref().map(|text| text.span),
        description_derived: derived.is_some(),
        description: own.or(derived),
        dynamic: body.dynamic.is_some_and(|flag| flag.value),
        params,
        details,
        status,
        retry: body
            .retry
            .or_else(|| context.default(|defaults| defaults.retry.as_ref()).copied())
            .map(|retry| retry.value),
        class: body.class.clone().or_else(|| context.default(|defaults| defaults.class.as_ref()).cloned()),
        tags: context.tags(body.tags.as_ref(), findings),
        exit: body.exit.map(|exit| exit.value),
        help: body.help.iter().map(|text| text.value.clone()).collect(),
        help_places: body.help.iter().map(|text| text.span).collect(),
        links: links(&body.links),
        parent: None,
        children: Vec::new(),
        mask: None,
        visibility: body.visibility.map_or(Visibility::Public, |spanned| spanned.value),
        deprecated: None,
        retired: None,
        aliases: body.aliases.clone(),
        alias_numbers: codes::aliases(&body.aliases, context.notation, findings),
        allow: body.allow.iter().map(|(rule, why)| (rule.clone(), why.value.clone())).collect(),
        facts: facts::values(context.facts, &body.facts, findings),
        values: body.values.clone(),
        extensions: extensions(&body.extensions),
    })
}

/// Returns the number of the code. Mistakes are reported once, at the first variant.
fn number(context: &Context<'_>, source: &ast::Error, findings: &mut Findings) -> Option<i64> {
    let mut unsaid = Findings::default();
    let findings = if source.variant == 0 { findings } else { &mut unsaid };
    codes::number(&source.code, context.notation, findings)
}

/// The help if neither the name nor the code can become a variant.
const ADVICE: &str = "give the error its own `ident`";

/// Returns the variant: the `ident`, or else one made from the name or the code.
fn variant(context: &Context<'_>, code: &Text, body: &ast::Body, findings: &mut Findings) -> Option<Ident> {
    let made = match &body.ident {
        Some(ident) => names::own_variant(code, ident),
        None => {
            let is_empty = |name: &&Text| name.trim().is_empty();
            let empty = body.name.as_ref().filter(is_empty);
            findings.extend(empty.map(|name| report::empty_name(name.span)));
            made_variant(context.head, code, body.name.as_ref().filter(|name| !is_empty(name)))
        }
    };
    made.map_err(|finding| findings.push(*finding)).ok()
}

fn made_variant(head: &ast::Head, code: &Text, name: Option<&Text>) -> Result<Ident, Box<Finding>> {
    let of_code = (code, case::of_code(code));
    let of_name = name.map(|name| {
        let short = strip(name, head.strip.iter().map(|text| text.as_str()));
        (name, case::upper_camel(short))
    });
    let by_code = head.ident.is_some_and(|ident| ident.value == IdentFrom::Code);
    let ((subject, first), other) = match of_name {
        Some(of_name) if by_code => (of_code, Some(of_name)),
        Some(of_name) => (of_name, Some(of_code)),
        None => (of_code, None),
    };
    // A letter that looks like a Latin one was probably typed by mistake.
    if alike::odd_letter(subject).is_some() {
        let plain = alike::plain(subject);
        let advice = format!("write `{plain}` with plain letters, or {ADVICE} if it is published so");
        return names::variant(subject, &first, subject.span, &advice);
    }
    names::variant(subject, &first, subject.span, ADVICE).map_err(|finding| {
        let longer = (!first.is_empty()).then(|| format!("{first}Error"));
        let others = other.into_iter().map(|(_, name)| name).chain(longer);
        match names::proposal(others.collect(), |_| true) {
            Some(ident) => Box::new(report::propose_ident(*finding, code.span, code, &ident)),
            None => finding,
        }
    })
}

fn links(list: &[ast::Link]) -> Vec<Link> {
    list.iter()
        .map(|link| Link {
            label: link.label.value.clone(),
            url: link.url.value.clone(),
            extensions: extensions(&link.extensions),
        })
        .collect()
}

fn published(languages: &[(String, Vec<Spanned<PublishedName>>)]) -> Vec<(String, Vec<PublishedName>)> {
    let names = |names: &[Spanned<PublishedName>]| names.iter().map(|name| name.value.clone()).collect();
    languages.iter().map(|(language, list)| (language.clone(), names(list))).collect()
}

//! Reads a ledger: a header, released codes and accepted changes, one JSON object per line.

use super::super::ast;
use super::super::report;
use super::super::yaml::{Node, NodeKind, lines};
use super::fields::Fields;
use super::{declared, entries, error, free, merged, names, params, remains, value};
use crate::diag::Findings;
use crate::format::attributes::Attribute;
use crate::format::keys::{self, Kind};
use crate::format::vocabulary::{ChangeRule, Scalar, State, Visibility};
use crate::index::Index;
use crate::ledger::{Acceptance, Contract, Ledger, Param, Promise, PublishedName, Type, is_usual};
use crate::order;
use crate::source::{FileId, Sources, Span};
use crate::value::Value;

/// Reads a ledger and reports all syntax errors. They have no fix: only a release writes ledgers.
pub fn read(sources: &Sources, file: FileId, findings: &mut Findings) -> Ledger {
    let lines = lines::read(sources, file, findings);
    let mut reader = Reader {
        ledger: Ledger {
            place: Span::top(file),
            version: None,
            contract: None,
            promises: Vec::new(),
            accepted: Vec::new(),
            classes: None,
            envelope: None,
            exhaustive: false,
            merged: false,
            newer: false,
            damaged: lines.damaged,
        },
        sources,
        head: None,
        codes: Index::default(),
        lines: Vec::new(),
        subjects: Index::default(),
        changes: Vec::new(),
    };
    for line in &lines.maps {
        reader.line(line, findings);
    }
    reader.finish();
    if reader.head.is_none() && !lines.damaged {
        findings.push(report::headless(Span::top(file)));
        reader.ledger.damaged = true;
    }
    findings.retain(|finding| {
        if finding.primary.span.file == file {
            finding.fix = None;
            if finding.help.is_none() {
                *finding = report::as_committed(finding.clone());
            }
        }
        true
    });
    reader.ledger
}

struct Reader<'n> {
    sources: &'n Sources,
    ledger: Ledger,
    /// The header with the highest version so far.
    head: Option<Span>,
    /// The released codes by family and code.
    codes: Index<'n>,
    /// The lines of each of them. There are several if the code has variants.
    lines: Vec<Vec<usize>>,
    /// Positions in `changes` by family and code. The whole catalog is two empty texts.
    subjects: Index<'n>,
    /// The accepted changes of each error, and of the whole catalog.
    changes: Vec<Vec<(ChangeRule, Span)>>,
}

impl<'n> Reader<'n> {
    /// Reads a line. Its kind follows from the keys that only lines of that kind have.
    fn line(&mut self, node: &'n Node, findings: &mut Findings) {
        let before = findings.len();
        match kind(node) {
            LineKind::Acceptance => return self.acceptance(node, findings),
            LineKind::Head => self.head(node, findings),
            LineKind::Promise => {
                self.promise(node, findings);
                self.ledger.damaged |= findings.len() > before;
            }
            LineKind::Part => self.part(node, findings),
        }
        if merged::is_newer(self.sources, node, findings, before) {
            self.newer(node, before, findings);
        }
    }

    /// Replaces the findings about a line by one that says that a newer errcat wrote it.
    fn newer(&mut self, node: &Node, before: usize, findings: &mut Findings) {
        let newer = report::newer_ledger(node.span);
        let (mut at, mut told) = (0, self.ledger.newer);
        findings.retain(|finding| {
            at += 1;
            if at <= before {
                return true;
            }
            let is_first = !told;
            told = true;
            finding.message.clone_from(&newer.message);
            finding.primary.message.clone_from(&newer.primary.message);
            finding.help.clone_from(&newer.help);
            is_first
        });
        (self.ledger.newer, self.ledger.damaged) = (true, true);
    }

    fn head(&mut self, node: &Node, findings: &mut Findings) {
        let Some(fields) = Fields::open(node, &keys::HEAD, findings) else { return };
        let mut fields = fields.json();
        fields.form("errcat", findings);
        let version = fields.form("version", findings).map(|version| version.value);
        let code_type = fields.take("type", findings, value::term);
        let unique = fields.take("unique", findings, value::term);
        let status = fields.take("status", findings, value::term);
        fields.close(findings);
        let contract = match (code_type, unique, status) {
            (Some(code_type), Some(unique), Some(status)) => {
                Some(Contract { code_type: code_type.value, unique: unique.value, status: status.value })
            }
            _ => None,
        };
        self.ledger.damaged |= contract.is_none() || version.is_none();
        if let Some(first) = self.head {
            self.ledger.merged = true;
            if contract != self.ledger.contract {
                findings.push(report::second_head(node.span, first));
                return;
            }
            if merged::is_lower(version.as_deref(), self.ledger.version.as_deref()) {
                return;
            }
        }
        self.head = Some(node.span);
        (self.ledger.place, self.ledger.version, self.ledger.contract) = (node.span, version, contract);
    }

    /// Reads the line of the classes or of the envelope.
    fn part(&mut self, node: &'n Node, findings: &mut Findings) {
        let Some(fields) = Fields::open(node, &keys::PARTS, findings) else { return };
        let mut fields = fields.json();
        for (key, is_classes) in [("classes", true), ("envelope", false)] {
            let Some(value) = fields.node(key).map(|node| free::anything(node, findings)) else { continue };
            let kept = if is_classes { &mut self.ledger.classes } else { &mut self.ledger.envelope };
            self.ledger.merged |= kept.is_some();
            *kept = Some(value);
        }
        fields.close(findings);
    }

    /// A ledger without a line about a part says that there is none, unless an older errcat wrote it.
    fn finish(&mut self) {
        if self.ledger.promises.iter().all(|promise| promise.at.is_some()) {
            self.ledger.classes.get_or_insert(Value::List(Vec::new()));
            self.ledger.envelope.get_or_insert(Value::Map(Vec::new()));
        }
    }

    fn acceptance(&mut self, node: &'n Node, findings: &mut Findings) {
        let Some(fields) = Fields::open(node, &keys::ACCEPTANCE, findings) else { return };
        let mut fields = fields.json();
        let rule = fields.take("accept", findings, value::term::<ChangeRule>);
        let of_catalog = rule.is_some_and(|rule| rule.is_of_catalog());
        let mut subject = None;
        if of_catalog {
            for key in ["code", "family"] {
                findings.extend(fields.node(key).map(|node| report::no_subject(node.span, key)));
            }
        } else {
            let code = fields.require("code", findings, value::code);
            let family = fields.require("family", findings, value::text);
            subject = family.zip(code).map(|(family, code)| (family.value, code.value));
        }
        let reason = fields.form("reason", findings);
        fields.close(findings);
        let (Some(rule), Some(reason)) = (rule, reason) else { return };
        if rule.is_never_accepted() {
            findings.push(report::never_accepted(rule.span, rule.value));
            return;
        }
        if subject.is_none() && !of_catalog {
            return;
        }
        let (family, code) = if of_catalog { ("", "") } else { subject_of(node) };
        let known = self.subjects.add(family, code, self.changes.len());
        let known = known.unwrap_or_else(|| {
            self.changes.push(Vec::new());
            self.changes.len() - 1
        });
        let changes = &mut self.changes[known];
        if let Some((_, first)) = changes.iter_mut().find(|(known, _)| *known == rule.value) {
            if self.sources.slice(*first) == self.sources.slice(node.span) {
                self.ledger.merged = true;
                return;
            }
            findings.push(report::accepted_twice(node.span, *first));
            *first = node.span;
            return;
        }
        changes.push((rule.value, node.span));
        let reason = reason.value;
        self.ledger.accepted.push(Acceptance { place: node.span, rule: rule.value, subject, reason });
    }

    fn promise(&mut self, node: &'n Node, findings: &mut Findings) {
        let Some(fields) = Fields::open(node, &keys::PROMISE, findings) else { return };
        let mut fields = fields.json();
        let code = fields.take("code", findings, value::code);
        let family = fields.take("family", findings, value::text);
        let first = fields.form("first", findings);
        let at = fields.form("at", findings);
        let state = fields.take("state", findings, value::term);
        let ident = fields.take("ident", findings, value::text);
        let complete = code.is_some() && family.is_some() && ident.is_some();
        let place = code.as_ref().map_or(node.span, |code| code.span);
        let promise = Promise {
            place,
            code: plain(code).unwrap_or_default(),
            family: plain(family).unwrap_or_default(),
            first: plain(first),
            at: plain(at),
            state: state.map_or(State::Active, |state| state.value),
            ident: plain(ident).unwrap_or_default(),
            name: plain(fields.take("name", findings, value::text)),
            names: sorted(fields.take("names", findings, names::released)),
            status: fields.take("status", findings, status),
            retry: fields.take("retry", findings, value::term).map(|retry| retry.value),
            params: params_of(fields.take("params", findings, params::read)),
            details: params_of(fields.take("details", findings, params::read)),
            mask: plain(fields.take("mask", findings, value::code)),
            visibility: fields
                .take("visibility", findings, value::term)
                .map_or(Visibility::Public, |visibility| visibility.value),
            aliases: aliases(fields.take("aliases", findings, error::aliases)),
            message: plain(fields.take("message", findings, value::text)),
            description: plain(fields.take("description", findings, value::text)),
            facts: facts(&mut fields, findings),
            declared: fields.take("facts", findings, declared_facts).unwrap_or_default(),
            remains: fields.take("remains", findings, remains::read).map(Box::new),
        };
        fields.close(findings);
        if !complete {
            return;
        }
        let (family, code) = subject_of(node);
        let known = self.codes.add(family, code, self.lines.len());
        let known = known.unwrap_or_else(|| {
            self.lines.push(Vec::new());
            self.lines.len() - 1
        });
        let promises = &mut self.ledger.promises;
        let lines = &mut self.lines[known];
        let Some(&first) = lines.iter().find(|&&line| merged::is_one_error(&promises[line], &promise)) else {
            lines.push(promises.len());
            promises.push(promise);
            return;
        };
        let known = &mut promises[first];
        self.ledger.merged = true;
        let written = [&promise, known].map(|line| line.at.as_deref().or(line.first.as_deref()));
        if merged::is_lower(written[1], written[0]) {
            *known = promise;
        } else if !merged::is_lower(written[0], written[1]) && !(known.is_equal(&promise)) {
            findings.push(report::released_twice(promise.place, known.place, &promise.code));
        }
    }
}

/// Reads the attributes that a ledger records generically.
fn facts(fields: &mut Fields<'_>, findings: &mut Findings) -> Vec<(Attribute, Value)> {
    let mut facts = Vec::new();
    for attribute in Attribute::recorded() {
        let Some(key) = keys::PROMISE.key(attribute.row().key) else { continue };
        let value = fields.node(key.name).and_then(|node| declared::read(node, &key.kind, findings));
        let value = match value {
            // One text stands for a list of it.
            Some(text @ Value::Text(_)) if matches!(key.kind, Kind::OneOf(_)) => Value::List(vec![text]),
            Some(value) => value,
            None => continue,
        };
        if !is_usual(attribute, &value) {
            facts.push((attribute, value));
        }
    }
    facts
}

/// Reads declared facts: texts, numbers and flags. Their declaration is not in the ledger.
fn declared_facts(node: &Node, findings: &mut Findings) -> Option<Vec<(String, Value)>> {
    let mut facts = Vec::new();
    for (name, node) in entries::map(node, findings)? {
        match free::anything(node, findings) {
            Value::Bool(false) => {}
            value @ (Value::Bool(true) | Value::Number(_) | Value::Text(_)) => {
                facts.push((name.value.to_owned(), value));
            }
            Value::Null | Value::List(_) | Value::Map(_) => {
                value::refuse::<()>(node, "a text, a number, or `true`", findings);
            }
        }
    }
    order::sort(&mut facts, &|(a, _), (b, _)| a.cmp(b));
    Some(facts)
}

/// What a line is, from the weakest sign of it to the strongest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum LineKind {
    Part,
    Promise,
    Head,
    Acceptance,
}

/// Returns the kind of the line that a map is.
fn kind(node: &Node) -> LineKind {
    let NodeKind::Map(entries) = &node.kind else { return LineKind::Part };
    let kinds = entries.iter().map(|(name, _)| match value::scalar(name) {
        Some("accept" | "reason") => LineKind::Acceptance,
        Some("errcat") => LineKind::Head,
        Some("code" | "family" | "ident") => LineKind::Promise,
        _ => LineKind::Part,
    });
    kinds.max().unwrap_or(LineKind::Part)
}

/// Returns the family and the code in a line.
fn subject_of(node: &Node) -> (&str, &str) {
    let text = |key| written(node, key).and_then(value::scalar).unwrap_or_default();
    (text("family"), text("code"))
}

/// Returns the value of a key.
fn written<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let NodeKind::Map(entries) = &node.kind else { return None };
    entries.iter().find(|(name, _)| value::scalar(name) == Some(key)).map(|(_, value)| value)
}

pub(super) fn plain(text: Option<ast::Text>) -> Option<String> {
    text.map(|text| text.value)
}

/// Sorts names by language.
fn sorted(names: Option<Vec<(String, Vec<PublishedName>)>>) -> Vec<(String, Vec<PublishedName>)> {
    let mut names = names.unwrap_or_default();
    order::sort(&mut names, &|(a, _), (b, _)| a.cmp(b));
    names
}

/// Sorts spellings and removes duplicates.
fn aliases(aliases: Option<Vec<ast::Text>>) -> Vec<String> {
    let mut aliases: Vec<String> = aliases.unwrap_or_default().into_iter().map(|alias| alias.value).collect();
    order::sort(&mut aliases, &Ord::cmp);
    aliases.dedup();
    aliases
}

/// Sorts parameters by name.
pub(super) fn params_of(params: Option<Vec<ast::Param>>) -> Vec<Param> {
    let param = |param: ast::Param| Param {
        name: param.name.value,
        ty: param.ty.map_or(Type::Scalar(Scalar::String), ty),
        optional: param.optional,
        sensitive: param.sensitive,
    };
    let mut params: Vec<Param> = params.unwrap_or_default().into_iter().map(param).collect();
    order::sort(&mut params, &|a, b| a.name.cmp(&b.name));
    params
}

fn ty(ty: ast::Type) -> Type {
    match ty {
        ast::Type::Scalar(scalar) => Type::Scalar(scalar),
        ast::Type::List(item) => Type::List(Box::new(self::ty(*item))),
        ast::Type::Object(members) => Type::Object(params_of(Some(members))),
    }
}

fn status(node: &Node, findings: &mut Findings) -> Option<u16> {
    let text = value::scalar(node).filter(|text| text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit()));
    match text.and_then(|text| text.parse().ok()).filter(|status| (100..=599).contains(status)) {
        Some(status) => Some(status),
        None => value::refuse(node, "an HTTP status", findings),
    }
}

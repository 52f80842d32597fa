//! Reads a map by its table of keys, and reports unknown and missing keys.

mod unknown;

use super::super::ast::{Extension, Text};
use super::super::report;
use super::super::yaml::{Document, Node, NodeKind};
use super::{entries, free, value};
use crate::diag::{Finding, Findings, Rule, Severity};
use crate::format::keys::{self, Key, Map, Others};
use crate::format::synonyms;
use crate::source::{Span, Spanned};
use crate::text::nearest::nearest;
use crate::text::quote::double_quoted;

/// A function that reads the value of a key, or reports why it cannot.
pub(super) type Read<T> = fn(&Node, &mut Findings) -> Option<T>;

/// A map whose entries are taken out one by one.
pub(super) struct Fields<'n> {
    map: &'static Map,
    /// A second map whose keys are valid here: that of a family in a single-file catalog.
    also: Option<&'static Map>,
    /// More valid keys: the names of outputs, or of declared facts.
    kinds: Vec<&'n str>,
    span: Span,
    entries: Vec<(Spanned<&'n str>, &'n Node)>,
    /// The declared keys that were present.
    taken: Vec<&'static str>,
    /// Missing keys that are required only here.
    missing: Vec<&'static Key>,
    /// What unknown keys were meant to be, if there are several of them.
    rivals: Vec<&'n str>,
    /// Whether missing keys are not reported, because a part of the file could not be read.
    damaged: bool,
    /// Whether the map is a line of JSON, and examples must be, too.
    json: bool,
}

impl<'n> Fields<'n> {
    /// Opens a map that has the keys of `map`.
    pub(super) fn open(node: &'n Node, map: &'static Map, findings: &mut Findings) -> Option<Self> {
        let entries = entries::map(node, findings)?;
        Some(Self { entries, ..Self::empty(node, map) })
    }

    fn empty(node: &Node, map: &'static Map) -> Self {
        Self {
            map,
            also: None,
            kinds: Vec::new(),
            span: head(node),
            entries: Vec::new(),
            taken: Vec::new(),
            missing: Vec::new(),
            rivals: Vec::new(),
            damaged: false,
            json: false,
        }
    }

    /// Opens the root of a file, which may be empty. Missing keys of a damaged file are not reported,
    /// because they may be in the part that could not be read.
    pub(super) fn of_file(
        document: &'n Document,
        map: &'static Map,
        findings: &mut Findings,
    ) -> Option<Self> {
        match document.root.kind {
            NodeKind::Map(_) => {
                let fields = Self::open(&document.root, map, findings)?;
                Some(Self { damaged: document.damaged, ..fields })
            }
            NodeKind::Absent => Some(Self { damaged: document.damaged, ..Self::empty(&document.root, map) }),
            _ if document.damaged => None,
            _ => {
                let finding = value::unexpected(&document.root, map.place);
                let help = format!("write its keys, such as `{}`", map.keys[0].example_line());
                findings.extend(finding.map(|finding| finding.help(help)));
                None
            }
        }
    }

    /// Accepts the keys of a second map.
    pub(super) fn and(self, also: &'static Map) -> Self {
        Self { also: Some(also), ..self }
    }

    /// Writes examples as JSON.
    pub(super) fn json(mut self) -> Self {
        self.json = true;
        self
    }

    /// The location for findings about the whole map.
    pub(super) fn span(&self) -> Span {
        self.span
    }

    /// Returns `true` if no entries are left.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes out the node of `key`, if the key is declared and present.
    pub(super) fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        #[cfg(test)]
        asked::note(self.map, self.also, key);
        let index = self.entries.iter().position(|(name, _)| name.value == key)?;
        let key = self.declared(key)?;
        self.taken.push(key.name);
        let node = self.entries.remove(index).1;
        // What could not be read may have been the value.
        (!self.damaged || !matches!(node.kind, NodeKind::Absent)).then_some(node)
    }

    /// Reads the value of `key`, if it is present.
    pub(super) fn take<T>(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
        read: impl FnOnce(&'n Node, &mut Findings) -> Option<T>,
    ) -> Option<T> {
        let node = self.node(key)?;
        let before = findings.len();
        let value = read(node, findings);
        self.show_form(key, node, before, findings);
        value
    }

    /// Adds the right form of a key to the findings from `first` on.
    pub(super) fn show_form(&self, key: &str, node: &Node, first: usize, findings: &mut Findings) {
        if let Some(key) = self.declared(key).filter(|_| !self.json) {
            show_form(key, node, first, findings);
        }
    }

    /// Like [`take`](Self::take), for a key that the table does not require.
    pub(super) fn require<T>(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
        read: Read<T>,
    ) -> Option<T> {
        let node = self.node(key);
        if node.is_none() {
            self.missing.extend(self.declared(key));
        }
        let (node, before) = (node?, findings.len());
        let value = read(node, findings);
        self.show_form(key, node, before, findings);
        value
    }

    /// Reads the text under `key`, which must have the form that the table declares.
    pub(super) fn form(&mut self, key: &'static str, findings: &mut Findings) -> Option<Text> {
        let node = self.node(key)?;
        match self.declared(key)?.kind {
            keys::Kind::Form(form) => value::form(node, form, findings),
            _ => value::text(node, findings),
        }
    }

    /// Takes out the entries that are named after one of `maps`, and accepts these names as keys.
    pub(super) fn others(&mut self, maps: &[&'static Map]) -> Vec<(Spanned<&'n str>, &'n Node)> {
        let further: Vec<_> =
            maps.iter().filter(|map| self.declared(map.name).is_none()).map(|map| map.name).collect();
        self.named(further)
    }

    /// Takes out the entries with these names, and accepts the names as keys.
    pub(super) fn named(
        &mut self,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Vec<(Spanned<&'n str>, &'n Node)> {
        self.kinds = names.into_iter().collect();
        let is_named = |name: &str| self.kinds.contains(&name);
        let (named, rest) =
            std::mem::take(&mut self.entries).into_iter().partition(|(name, _)| is_named(name));
        self.entries = rest;
        named
    }

    /// Returns the location of the first undeclared key, and all of them, if `key` is missing and
    /// none of them can be meant for it.
    pub(super) fn undeclared(&self, key: &str) -> Option<(Span, Vec<&'n str>)> {
        let is_meant = |name: &str| {
            let is_synonym = synonyms::of_key(name).any(|meant| meant == key);
            matches!(name, "<<") || name == key || is_synonym || nearest(name, [key]).is_some()
        };
        let own = self.entries.iter().filter(|(name, _)| !name.value.starts_with("x-"));
        let names: Vec<&str> = own.clone().map(|(name, _)| name.value).collect();
        let (first, _) = own.clone().next()?;
        (!names.iter().any(|name| is_meant(name))).then_some((first.span, names))
    }

    /// Takes out all entries but the `x-` keys, whatever they are.
    pub(super) fn ignore_rest(&mut self) {
        self.entries.retain(|(name, _)| name.value.starts_with("x-"));
    }

    /// Takes out the declared keys that nothing has asked for.
    pub(super) fn rest(&mut self) -> Vec<(&'static Key, &'n Node)> {
        #[cfg(test)]
        self.map.keys.iter().for_each(|key| asked::note(self.map, None, key.name));
        let mut rest = Vec::new();
        self.entries.retain(|(name, node)| {
            let key = self.map.key(name.value);
            rest.extend(key.map(|key| (key, *node)));
            key.is_none()
        });
        self.taken.extend(rest.iter().map(|(key, _)| key.name));
        rest
    }

    /// Takes out the declared keys that nothing has asked for, with their places.
    pub(super) fn rest_named(&mut self) -> Vec<(Text, &'n Node)> {
        let names: Vec<_> = self.entries.iter().map(|(name, _)| name.map(str::to_owned)).collect();
        let rest = self.rest();
        let name = |key: &Key| names.iter().find(|name| name.value == key.name).cloned();
        rest.into_iter().filter_map(|(key, node)| Some((name(key)?, node))).collect()
    }

    /// Reports unknown keys and missing keys, and returns the `x-` keys.
    pub(super) fn close(mut self, findings: &mut Findings) -> Vec<Extension> {
        let mut extensions = Vec::new();
        self.rivals = self.meant();
        for (key, node) in std::mem::take(&mut self.entries) {
            if key.value.starts_with("x-") && !matches!(self.map.others, Others::Refused) {
                extensions.push((key.map(str::to_owned), free::anything(node, findings)));
            } else if key.value == "<<" && is_refused(node) {
                // The merge has been reported.
            } else if self.declared(key.value).is_none() {
                let is_tree = self.map.name == keys::ENVELOPE.name && matches!(node.kind, NodeKind::Map(_));
                let finding = self.unknown(&key);
                findings.push(if is_tree && finding.fix.is_none() {
                    // What is missing is probably in there.
                    self.damaged = true;
                    finding.help(format!("write the paths with dots, as in `code: {}.code`", key.value))
                } else {
                    finding
                });
            }
        }
        if !self.damaged {
            let required = self.map.keys.iter().filter(|key| key.required);
            let missing: Vec<&Key> = required
                .filter(|key| !self.taken.contains(&key.name))
                .chain(self.missing.iter().copied())
                .collect();
            findings.extend(missing.into_iter().map(|key| self.lacks(key)));
        }
        extensions
    }

    fn declared(&self, key: &str) -> Option<&'static Key> {
        self.map.key(key).or_else(|| self.also?.key(key))
    }

    /// The names of all valid keys.
    fn names(&self) -> impl Iterator<Item = &'n str> {
        let also = self.also.map(|map| map.keys).unwrap_or_default();
        let only_there = also.iter().filter(|key| self.map.key(key.name).is_none());
        self.map.keys.iter().chain(only_there).map(|key| key.name).chain(self.kinds.iter().copied())
    }

    fn lacks(&self, key: &Key) -> Finding {
        let line = if self.json {
            format!("\"{}\":{}", key.name, double_quoted(key.example))
        } else {
            key.example_line()
        };
        let finding = report::missing_key(self.span, key.name, self.map.place, &line);
        if self.map.name == keys::ENVELOPE.name {
            return Finding { rule: Rule::Envelope, severity: Severity::of(Rule::Envelope), ..finding };
        }
        finding
    }
}

/// Adds the right form of a key to the findings from `first` on that only say that its value is of a
/// wrong kind.
pub(super) fn show_form(key: &Key, node: &Node, first: usize, findings: &mut Findings) {
    if findings.len() == first {
        return;
    }
    let mut at = 0;
    findings.retain(|finding| {
        let is_absent = finding.help.as_deref() == Some(value::ABSENT);
        let is_bare = finding.rule == Rule::WrongType && (finding.help.is_none() || is_absent);
        let span = finding.primary.span;
        if at >= first && is_bare && span.start >= node.span.start && span.end <= node.span.end {
            let or = if is_absent && !key.required { ", or leave it out" } else { "" };
            finding.help = Some(format!("write it like `{}`{or}", key.one_line()));
        }
        at += 1;
        true
    });
}

/// Returns whether a value is refused, or a list of refused values.
fn is_refused(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Refused => true,
        NodeKind::List(items) => !items.is_empty() && items.iter().all(is_refused),
        _ => false,
    }
}

/// Returns the span of the first key, so that findings show one line and not the whole map.
fn head(node: &Node) -> Span {
    match &node.kind {
        NodeKind::Map(entries) => entries.first().map_or(node.span, |(key, _)| key.span),
        _ => node.span,
    }
}

/// Records the keys that the reader asks for, so that a test can compare them with the tables.
#[cfg(test)]
pub(super) mod asked {
    use std::cell::RefCell;

    use crate::format::keys::Map;

    thread_local! {
        static ASKED: RefCell<Vec<(&'static str, &'static str)>> = const { RefCell::new(Vec::new()) };
    }

    /// Records that `key` was asked for.
    pub(in crate::syntax::read) fn note(map: &'static Map, also: Option<&'static Map>, key: &'static str) {
        let also = also.filter(|also| map.key(key).is_none() && also.key(key).is_some());
        ASKED.with_borrow_mut(|asked| asked.push((also.unwrap_or(map).name, key)));
    }

    /// Returns and forgets everything that was recorded.
    pub(in crate::syntax::read) fn all() -> Vec<(&'static str, &'static str)> {
        ASKED.take()
    }
}

//! A map whose keys the format declares: the table says which there are, which are required, and what else may stand in it.

use super::super::ast::{Extension, Text};
use super::super::report;
use super::super::yaml::{Document, Kind, Node};
use super::{entries, free, value};
use crate::diag::{Finding, Findings};
use crate::format::keys::{self, Key, Map, Others};
use crate::source::{Span, Spanned};
use crate::text::nearest::nearest;
use crate::text::quote::double_quoted;

/// What reads the value of a key, or reports why it cannot be read.
pub(super) type Read<T> = fn(&Node, &mut Findings) -> Option<T>;

/// The entries of a map that have not been asked for yet.
pub(super) struct Fields<'n> {
    map: &'static Map,
    /// The map whose keys may stand here, too: those of a family in a catalog of one file.
    also: Option<&'static Map>,
    /// Further keys, each of which has a map of this name.
    kinds: Vec<&'static str>,
    span: Span,
    entries: Vec<(Spanned<&'n str>, &'n Node)>,
    /// Declared keys that are there.
    taken: Vec<&'static str>,
    /// Keys that are required although the table does not say so, and are not there.
    missing: Vec<&'static Key>,
    /// Whether nothing is reported about keys that are not there.
    damaged: bool,
    /// Whether the map is a line of JSON.
    json: bool,
}

impl<'n> Fields<'n> {
    /// The fields of `node`, which has the keys of `map`. An absent node has none.
    pub(super) fn open(node: &'n Node, map: &'static Map, findings: &mut Findings) -> Option<Self> {
        let entries =
            if matches!(node.kind, Kind::Absent) { Vec::new() } else { entries::map(node, findings)? };
        Some(Self {
            map,
            also: None,
            kinds: Vec::new(),
            span: head(node),
            entries,
            taken: Vec::new(),
            missing: Vec::new(),
            damaged: false,
            json: false,
        })
    }

    /// The fields of a file's root. An empty file has none, and lacks what is required. A part of a damaged file may not have been read, so
    /// that a key that is not there may just be in that part.
    pub(super) fn of_file(
        document: &'n Document,
        map: &'static Map,
        findings: &mut Findings,
    ) -> Option<Self> {
        match document.root.kind {
            Kind::Map(_) | Kind::Absent => {
                let fields = Self::open(&document.root, map, findings)?;
                Some(Self { damaged: document.damaged, ..fields })
            }
            _ if document.damaged => None,
            _ => value::refuse(&document.root, map.place, findings),
        }
    }

    /// Says that the keys of another map may stand here, too.
    pub(super) fn and(self, also: &'static Map) -> Self {
        Self { also: Some(also), ..self }
    }

    /// Says that the map is a line of JSON, so that examples are, too.
    pub(super) fn json(mut self) -> Self {
        self.json = true;
        self
    }

    /// Where a missing key would have to stand.
    pub(super) fn span(&self) -> Span {
        self.span
    }

    /// Whether nothing is left to ask for.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The node of `key`, if the key is declared and there.
    pub(super) fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        #[cfg(test)]
        asked::note(self.map, self.also, key);
        let index = self.entries.iter().position(|(name, _)| name.value == key)?;
        let key = self.declared(key)?;
        self.taken.push(key.name);
        Some(self.entries.remove(index).1)
    }

    /// The value of `key`, if it is there and can be read.
    pub(super) fn take<T>(&mut self, key: &'static str, findings: &mut Findings, read: Read<T>) -> Option<T> {
        read(self.node(key)?, findings)
    }

    /// [`take`](Self::take) for a key that is required here, whatever the table says.
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
        read(node?, findings)
    }

    /// The text under `key`, which has the form that the table declares.
    pub(super) fn form(&mut self, key: &'static str, findings: &mut Findings) -> Option<Text> {
        let node = self.node(key)?;
        match self.declared(key)?.kind {
            keys::Kind::Form(form) => value::form(node, form, findings),
            _ => value::text(node, findings),
        }
    }

    /// The entries that are named like one of these maps, which can stand here although the table does not say so.
    pub(super) fn others(&mut self, maps: &[&'static Map]) -> Vec<(Spanned<&'n str>, &'n Node)> {
        let further = maps.iter().filter(|map| self.declared(map.name).is_none());
        self.kinds = further.map(|map| map.name).collect();
        let is_named = |name: &str| self.kinds.contains(&name);
        let (named, rest) =
            std::mem::take(&mut self.entries).into_iter().partition(|(name, _)| is_named(name));
        self.entries = rest;
        named
    }

    /// All entries of a map in which any name may stand.
    pub(super) fn entries(self) -> Vec<(Spanned<&'n str>, &'n Node)> {
        #[cfg(test)]
        self.map.keys.iter().for_each(|key| asked::note(self.map, None, key.name));
        self.entries
    }

    /// Reports every key that is not declared and every required one that is not there, and returns the author's own keys.
    pub(super) fn close(mut self, findings: &mut Findings) -> Vec<Extension> {
        let mut extensions = Vec::new();
        for (key, node) in std::mem::take(&mut self.entries) {
            if key.value.starts_with("x-") && !matches!(self.map.others, Others::Refused) {
                extensions.push((key.map(str::to_owned), free::anything(node, findings)));
            } else if self.declared(key.value).is_none() {
                findings.push(self.unknown(&key));
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

    /// The names of all declared keys.
    fn names(&self) -> impl Iterator<Item = &'static str> {
        let also = self.also.map(|map| map.keys).unwrap_or_default();
        let only_there = also.iter().filter(|key| self.map.key(key.name).is_none());
        self.map.keys.iter().chain(only_there).map(|key| key.name).chain(self.kinds.iter().copied())
    }

    fn unknown(&mut self, key: &Spanned<&str>) -> Finding {
        let mut near = nearest(key.value, self.names());
        if let Some(near) = &mut near {
            // Written a second time, the key would be a mistake of another kind.
            near.alone &= !self.taken.contains(&near.word);
        }
        match near {
            Some(near) => {
                // What is misspelt is not missing, too.
                self.taken.extend(self.declared(near.word).map(|key| key.name));
                self.missing.retain(|key| key.name != near.word);
                report::unknown_key(key.span, key.value, self.map.place).meant(key.span, near)
            }
            None => {
                let own = !matches!(self.map.others, Others::Refused);
                let names: Vec<&str> = self.names().collect();
                report::unknown_key(key.span, key.value, self.map.place).help(report::valid_keys(&names, own))
            }
        }
    }

    fn lacks(&self, key: &Key) -> Finding {
        let line = if self.json {
            format!("\"{}\":{}", key.name, double_quoted(key.example))
        } else {
            key.example_line()
        };
        report::missing_key(self.span, key.name, self.map.place, &line)
    }
}

/// The first line of a map: its first key, or itself.
fn head(node: &Node) -> Span {
    match &node.kind {
        Kind::Map(entries) => entries.first().map_or(node.span, |(key, _)| key.span),
        _ => node.span,
    }
}

/// Which keys the reader asks for, so that a test can compare them with the declared ones.
#[cfg(test)]
pub(super) mod asked {
    use std::cell::RefCell;

    use crate::format::keys::Map;

    thread_local! {
        static ASKED: RefCell<Vec<(&'static str, &'static str)>> = const { RefCell::new(Vec::new()) };
    }

    /// Notes that `key` was asked for in a map. A key that no table declares counts for the first map.
    pub(in crate::syntax::read) fn note(map: &'static Map, also: Option<&'static Map>, key: &'static str) {
        let also = also.filter(|also| map.key(key).is_none() && also.key(key).is_some());
        ASKED.with_borrow_mut(|asked| asked.push((also.unwrap_or(map).name, key)));
    }

    /// Everything that this thread has asked for.
    pub(in crate::syntax::read) fn all() -> Vec<(&'static str, &'static str)> {
        ASKED.take()
    }
}

//! A map whose keys the format knows: what is asked for is known, all else is reported.

use super::super::ast::{Extension, Text};
use super::super::report;
use super::super::yaml::{Kind, Node};
use super::value;
use crate::diag::{Finding, Findings};
use crate::index::Index;
use crate::source::{Span, Spanned};
use crate::text::nearest::nearest;

/// What reads the value of a key, or reports why it cannot be read.
pub(super) type Read<T> = fn(&Node, &mut Findings) -> Option<T>;

/// The entries of a map that have not been asked for yet.
pub(super) struct Fields<'n> {
    place: &'static str,
    span: Span,
    entries: Vec<(Spanned<&'n str>, &'n Node)>,
    known: Vec<&'static str>,
    /// Known keys that are there.
    taken: Vec<&'static str>,
    /// Required keys that are not there, and what is to be said of them, unless they turn out to be misspelt.
    missing: Vec<(&'static str, Finding)>,
    /// Whether nothing is to be said of what is not there.
    damaged: bool,
    /// Whether the map is a line of JSON.
    json: bool,
}

impl<'n> Fields<'n> {
    /// The fields of `node`, which is called `place` in findings. An absent node has none.
    pub(super) fn open(node: &'n Node, place: &'static str, findings: &mut Findings) -> Option<Self> {
        let entries = if matches!(node.kind, Kind::Absent) { Vec::new() } else { map(node, findings)? };
        let (known, taken, missing) = (Vec::new(), Vec::new(), Vec::new());
        Some(Self { place, span: head(node), entries, known, taken, missing, damaged: false, json: false })
    }

    /// Says that a part of the map may not have been read, so that a key that is not there may just be in that part.
    pub(super) fn damaged(mut self, damaged: bool) -> Self {
        self.damaged = damaged;
        self
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

    /// The node of `key`, which from now on is a known key.
    pub(super) fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        if self.entries.is_empty() {
            // Nothing is left that could be a misspelt one of the known keys.
            return None;
        }
        self.known.push(key);
        let index = self.entries.iter().position(|(name, _)| name.value == key)?;
        self.taken.push(key);
        Some(self.entries.remove(index).1)
    }

    /// The value of `key`, if it is there and can be read.
    pub(super) fn take<T>(&mut self, key: &'static str, findings: &mut Findings, read: Read<T>) -> Option<T> {
        read(self.node(key)?, findings)
    }

    /// The value of `key`; its absence is reported with an example.
    pub(super) fn require<T>(
        &mut self,
        key: &'static str,
        example: &str,
        findings: &mut Findings,
        read: Read<T>,
    ) -> Option<T> {
        read(self.required(key, example)?, findings)
    }

    /// [`close`](Self::close) for a map that has no room for keys of the author's own.
    pub(super) fn close_all(mut self, findings: &mut Findings) {
        let (known, place) = (self.known.clone(), self.place);
        self.entries.retain(|(key, _)| {
            let meant = !key.value.starts_with("x-") && nearest(key.value, known.iter().copied()).is_some();
            if !meant {
                findings.push(report::no_own_key(key.span, key.value, place));
            }
            meant
        });
        self.close(findings);
    }

    /// Reports what nobody asked for, and gives the author's own keys.
    pub(super) fn close(mut self, findings: &mut Findings) -> Vec<Extension> {
        let mut extensions = Vec::new();
        for (key, node) in std::mem::take(&mut self.entries) {
            if key.value.starts_with("x-") {
                extensions.push((key.map(str::to_owned), value::anything(node, findings)));
            } else {
                let mut nearest = nearest(key.value, self.known.iter().copied());
                if let Some(near) = &mut nearest {
                    // Written a second time, the key would be a mistake of another kind.
                    near.alone &= !self.taken.contains(&near.word);
                    self.missing.retain(|(missing, _)| *missing != near.word);
                }
                findings.push(report::unknown_key(key.span, key.value, self.place, nearest));
            }
        }
        findings.extend(self.missing.into_iter().map(|(_, finding)| finding));
        extensions
    }

    /// The node of `key`; its absence is reported with an example.
    pub(super) fn required(&mut self, key: &'static str, example: &str) -> Option<&'n Node> {
        let node = self.node(key);
        if node.is_none() && !self.damaged {
            let missing = if self.json { report::missing_json_key } else { report::missing_key };
            self.missing.push((key, missing(self.span, key, self.place, example)));
        }
        node
    }
}

/// The entries of a map whose keys are texts and stand once.
pub(super) fn map<'n>(node: &'n Node, findings: &mut Findings) -> Option<Vec<(Spanned<&'n str>, &'n Node)>> {
    let entries = pairs(node, findings)?;
    if entries.len() <= FEW && all_different(&entries) {
        return Some(entries);
    }
    let mut unique: Vec<(Spanned<&str>, &Node)> = Vec::new();
    let mut known = Index::with_capacity(entries.len());
    for (key, value) in entries {
        match known.add("", key.value, unique.len()) {
            Some(first) => findings.push(report::duplicate_key(key.span, unique[first].0.span, key.value)),
            None => unique.push((key, value)),
        }
    }
    Some(unique)
}

/// How many keys are compared each with each, which is quicker than a map of them.
const FEW: usize = 16;

fn all_different(entries: &[(Spanned<&str>, &Node)]) -> bool {
    let doubled = |at: usize| entries[..at].iter().any(|(key, _)| key.value == entries[at].0.value);
    !(1..entries.len()).any(doubled)
}

/// The entries of a map whose keys are texts, doubled ones included.
pub(super) fn pairs<'n>(
    node: &'n Node,
    findings: &mut Findings,
) -> Option<Vec<(Spanned<&'n str>, &'n Node)>> {
    let Kind::Map(entries) = &node.kind else { return value::refuse(node, "a map", findings) };
    let named = entries.iter().filter_map(|(key, value)| match value::scalar(key) {
        Some(name) => Some((Spanned::new(name, key.span), value)),
        None => value::refuse(key, "a text as key", findings),
    });
    Some(named.collect())
}

/// A map from names to texts.
pub(super) fn named_texts(node: &Node, findings: &mut Findings) -> Option<Vec<(Text, Text)>> {
    let entries = map(node, findings)?;
    let texts = entries
        .into_iter()
        .filter_map(|(key, value)| Some((key.map(str::to_owned), value::text(value, findings)?)));
    Some(texts.collect())
}

/// The first line of a map: its first key, or itself.
fn head(node: &Node) -> Span {
    match &node.kind {
        Kind::Map(entries) => entries.first().map_or(node.span, |(key, _)| key.span),
        _ => node.span,
    }
}

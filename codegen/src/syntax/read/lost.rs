//! Finds entries that lost their indentation: `cart_empty:` has no value, and `message: …` stands in
//! its column. They are put back where they belong, so that nothing else is reported for them.

use super::super::report;
use super::super::yaml::{Node, NodeKind};
use super::value;
use crate::diag::{Edit, Findings, Fix};
use crate::format::keys::{self, Kind, Map};
use crate::format::synonyms;
use crate::format::vocabulary::{Retry, Term};
use crate::source::Span;
use crate::text::nearest::nearest;

/// Moves the entries of a file below the keys that they belong to, and reports them. `maps` are the
/// maps of the file.
pub(super) fn rejoin(root: &mut Node, text: &str, maps: &[&'static Map], findings: &mut Findings) {
    visit(root, &Path { parent: None, step: Step::Item }, &mut |entries, path| {
        if let Some(place) = resolve(path, maps) {
            rejoin_entries(entries, text, place, findings);
        }
    });
}

type Entries = Vec<(Node, Node)>;

/// The way from the root of a file to a value.
struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

/// A step from a value to a value inside of it.
#[derive(Clone, Copy)]
enum Step<'p> {
    Key(&'p str),
    Item,
}

/// Calls `found` for every map in which an entry may belong to the one above it.
fn visit(node: &mut Node, path: &Path<'_>, found: &mut dyn FnMut(&mut Entries, &Path<'_>)) {
    match &mut node.kind {
        NodeKind::List(items) => {
            for item in items {
                visit(item, &Path { parent: Some(path), step: Step::Item }, found);
            }
        }
        NodeKind::Map(entries) => {
            let is_absent = |(_, value): &(Node, Node)| matches!(value.kind, NodeKind::Absent);
            let before_last = entries.len().saturating_sub(1);
            let may_be_key = |(key, _): &(Node, Node)| value::scalar(key).is_some_and(is_odd_code);
            let of_codes = matches!(path.step, Step::Key("errors" | "sub"));
            let has_odd_code = || of_codes && entries.iter().skip(1).any(may_be_key);
            if entries[..before_last].iter().any(is_absent) || has_odd_code() {
                found(entries, path);
            }
            for (key, value) in entries {
                let step = Step::Key(value::scalar(key).unwrap_or_default());
                visit(value, &Path { parent: Some(path), step }, found);
            }
        }
        _ => {}
    }
}

/// What is known about a value.
#[derive(Clone, Copy)]
enum Place<'m> {
    /// It has the keys of these maps.
    Keys(&'m [&'static Map]),
    Kind(&'static Kind),
}

fn resolve<'m>(path: &Path<'_>, maps: &'m [&'static Map]) -> Option<Place<'m>> {
    let Some(parent) = path.parent else { return Some(Place::Keys(maps)) };
    resolve(parent, maps)?.inside(path.step)
}

impl Place<'_> {
    fn inside(self, step: Step<'_>) -> Option<Self> {
        match (self, step) {
            (Place::Keys(maps), Step::Key(name)) => {
                maps.iter().find_map(|map| map.key(name)).map(|key| Place::Kind(&key.kind))
            }
            (Place::Keys(_), Step::Item) => None,
            (Place::Kind(kind), step) => inside(kind, step).map(Place::Kind),
        }
    }

    /// Returns whether a map here can have the key because the format says so.
    fn has(self, name: &str) -> bool {
        match self {
            Place::Keys(maps) => maps.iter().any(|map| map.key(name).is_some()),
            Place::Kind(kind) => map(kind).is_some_and(|map| map.key(name).is_some()),
        }
    }

    /// Returns the declared keys.
    fn names(self) -> Vec<&'static str> {
        let of = |map: &Map| map.keys.iter().map(|key| key.name).collect::<Vec<_>>();
        match self {
            Place::Keys(maps) => maps.iter().flat_map(|map| of(map)).collect(),
            Place::Kind(kind) => map(kind).map(of).unwrap_or_default(),
        }
    }
}

fn inside(kind: &'static Kind, step: Step<'_>) -> Option<&'static Kind> {
    match (kind, step) {
        (Kind::Defined(definition), step) => inside(definition.kind, step),
        (Kind::OneOf(kinds), step) => kinds.iter().find_map(|kind| inside(kind, step)),
        (Kind::Map(map), Step::Key(name)) => map.key(name).map(|key| &key.kind),
        (Kind::Named { value, .. }, Step::Key(_)) => Some(value),
        (Kind::List(item) | Kind::ListOfSome(item) | Kind::ListOfOne(item), Step::Item) => Some(item),
        _ => None,
    }
}

/// Returns the keys of a map of this kind.
fn map(kind: &'static Kind) -> Option<&'static Map> {
    match kind {
        Kind::Map(map) => Some(map),
        Kind::Defined(definition) => map(definition.kind),
        Kind::OneOf(kinds) => kinds.iter().find_map(map),
        _ => None,
    }
}

/// Returns the kind of the values if the author chooses the keys.
fn named(kind: &'static Kind) -> Option<&'static Kind> {
    match kind {
        Kind::Named { value, .. } => Some(value),
        Kind::Defined(definition) => named(definition.kind),
        Kind::OneOf(kinds) => kinds.iter().find_map(named),
        _ => None,
    }
}

fn rejoin_entries(entries: &mut Entries, text: &str, place: Place<'_>, findings: &mut Findings) {
    let mut all = std::mem::take(entries).into_iter().peekable();
    while let Some((key, mut value)) = all.next() {
        let name = value::scalar(&key).unwrap_or_default().to_owned();
        let mut lost = Entries::new();
        match &value.kind {
            NodeKind::Absent => {
                while let Some(next) = all.next_if(|next| is_lost(place, &name, next)) {
                    lost.push(next);
                }
            }
            NodeKind::Map(own) if is_of_codes(place) => {
                let has = |name: &str| own.iter().any(|(key, _)| value::scalar(key) == Some(name));
                while let Some(next) = all.next_if(|(key, value)| {
                    let next = value::scalar(key).unwrap_or_default();
                    is_value_of(next, value) && !has(next)
                }) {
                    lost.push(next);
                }
            }
            _ => {}
        }
        if let (Some((first, _)), Some((_, last))) = (lost.first(), lost.last()) {
            let keys: Vec<_> =
                lost.iter().filter_map(|(key, _)| Some((key.span, value::scalar(key)?))).collect();
            let finding = report::lost_indentation(&name, first.span, &keys);
            let above = text.get(..value.span.end as usize).unwrap_or_default();
            findings.push(if matches!(value.kind, NodeKind::Map(_)) && above.ends_with('}') {
                finding.help(format!("write it inside the braces of `{name}`"))
            } else {
                finding.fix(fix(text, &name, &lost))
            });
            let span = first.span.to(last.span);
            match &mut value.kind {
                NodeKind::Map(own) => own.append(&mut lost),
                _ => value = Node { span, kind: NodeKind::Map(lost), written: None },
            }
        }
        entries.push((key, value));
    }
}

/// Returns whether the entry `next` belongs to the one above it, which has no value.
fn is_lost(place: Place<'_>, above: &str, (key, node): &(Node, Node)) -> bool {
    let Some(name) = value::scalar(key) else { return false };
    let Some(Place::Kind(kind)) = place.inside(Step::Key(above)) else { return false };
    if is_of_codes(place) {
        return is_key_of_error(name, node);
    }
    if let Some(map) = map(kind) {
        // Without these keys, the absent value would be a mistake anyway.
        let needs_more = map.keys.iter().any(|key| key.required);
        return map.key(name).is_some() && (needs_more || !place.has(name));
    }
    let is_own = || {
        let names = place.names();
        let is_synonym = synonyms::of_key(name).any(|meant| names.contains(&meant));
        is_synonym || names.contains(&name) || nearest(name, names.iter().copied()).is_some()
    };
    named(kind).is_some() && !name.starts_with("x-") && !is_own()
}

/// Returns whether the keys are codes, and their values are errors.
fn is_of_codes(place: Place<'_>) -> bool {
    let Place::Kind(kind) = place else { return false };
    named(kind).and_then(map).is_some_and(|map| map.name == keys::ERROR.name)
}

/// Returns whether an entry of `errors` is a key of an error, rather than a code with its message.
fn is_key_of_error(key: &str, node: &Node) -> bool {
    match key {
        "message" | "description" | "name" => value::scalar(node).is_some(),
        _ => is_value_of(key, node),
    }
}

/// Returns whether a code would be a key of an error.
fn is_odd_code(key: &str) -> bool {
    matches!(key, "status" | "retry" | "exit" | "params" | "details" | "tags" | "links" | "variants")
}

/// Returns whether the value is one of this key, and no message.
fn is_value_of(key: &str, node: &Node) -> bool {
    match (key, &node.kind) {
        ("status" | "exit", NodeKind::Plain(word)) => value::is_decimal(word),
        ("retry", NodeKind::Plain(word)) => Retry::parse(word).is_some(),
        ("params" | "details", NodeKind::Map(_)) => node.written.is_some(),
        // An error is never a list.
        (key, NodeKind::List(_)) => keys::ERROR.key(key).is_some(),
        _ => false,
    }
}

/// Returns the fix that indents the lines of the entries.
fn fix(text: &str, above: &str, lost: &Entries) -> Fix {
    let mut edits = Vec::new();
    for (key, value) in lost {
        let mut start = key.span.start;
        let whole = text.get(start as usize..value.span.end.max(key.span.end) as usize).unwrap_or_default();
        for line in whole.split_inclusive('\n') {
            if !line.trim().is_empty() {
                edits.push(Edit { span: Span { start, end: start, ..key.span }, text: "  ".to_owned() });
            }
            start = start.saturating_add(u32::try_from(line.len()).unwrap_or(u32::MAX));
        }
    }
    Fix { message: format!("indent below `{above}`"), edits }
}

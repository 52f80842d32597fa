//! Finds facts that a client would read from the place of another fact.

use super::tree::{Item, Kind, Node};
use crate::format::vocabulary::Unit;
use crate::model::{Fact, FieldForm, Form, Member, Path, Step};

/// The kind of JSON that a fact is written as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Text,
    Number,
    Bool,
    Object,
    Texts,
    Objects,
    Anything,
}

/// The members of an envelope, and whether codes are numbers.
pub(super) struct Reading<'m> {
    pub(super) members: &'m [Member],
    pub(super) numeric: bool,
}

impl Reading<'_> {
    /// Returns the member whose value a client could take for the fact of the member `index`, where
    /// a response lacks that fact.
    pub(super) fn mistaken(&self, index: usize, root: Option<&Node>, path: &Path) -> Option<usize> {
        let member = self.members.get(index)?;
        match path {
            Path::Body(steps) => self.find(index, root?, steps),
            Path::Header(_) | Path::Parameter(..) => {
                self.members.iter().enumerate().position(|(other, known)| {
                    let written = known.written().map(|place| &place.path);
                    other != index
                        && is_read_from_header(member.fact())
                        && written.is_some_and(|written| same_header(path, written))
                })
            }
        }
    }

    fn find(&self, index: usize, node: &Node, steps: &[Step]) -> Option<usize> {
        let Some((step, rest)) = steps.split_first() else { return self.taken(index, node) };
        let further = |errors: &Option<usize>| errors.filter(|_| !self.is_message(index));
        match (&node.kind, step) {
            (Kind::Fact, _) if node.by != index && self.is_open(node.by) => Some(node.by),
            (Kind::Either(errors, _), _) => further(&Some(*errors)),
            (Kind::Object(entries, _), Step::Member(name)) => {
                let (_, node) = entries.iter().find(|(known, _)| known == name)?;
                self.find(index, node, rest)
            }
            (Kind::List(items, errors), Step::Index(place)) => match items.get(place) {
                Some(node) => self.find(index, node, rest),
                None => further(errors),
            },
            (Kind::List(items, errors), Step::First(..)) => {
                let mut items = items.values();
                items.find_map(|node| self.find(index, node, rest)).or_else(|| further(errors))
            }
            (Kind::Items(items, errors), Step::Index(_) | Step::First(..)) => {
                let mut items = items.iter();
                items.find_map(|item| self.find(index, &item.node, rest)).or_else(|| further(errors))
            }
            _ => None,
        }
    }

    /// Returns the owner of a node whose value fits the fact.
    fn taken(&self, index: usize, node: &Node) -> Option<usize> {
        let fact = self.members.get(index)?.fact();
        let items = match &node.kind {
            Kind::Fact if node.by == index => return None,
            Kind::Fact => return accepts(fact, self.holds(node.by)?).then_some(node.by),
            Kind::Either(errors, message) => {
                let is_own = [*errors, *message].contains(&index);
                return (!is_own && accepts(fact, Holds::Anything)).then_some(*message);
            }
            Kind::Constant(json, _) => {
                let holds = match json.as_bytes() {
                    [b'"', ..] => Holds::Text,
                    [b't' | b'f', ..] => Holds::Bool,
                    _ => Holds::Number,
                };
                return accepts(fact, holds).then_some(node.by);
            }
            Kind::Object(..) => return accepts(fact, Holds::Object).then_some(node.by),
            Kind::List(items, _) => items.values().collect::<Vec<_>>(),
            Kind::Items(items, _) => items.iter().map(|item| &item.node).collect(),
        };
        if fact != Fact::Message {
            return accepts(fact, Holds::Objects).then_some(node.by);
        }
        // Of a list, a message is its texts, and the texts in its objects.
        items.into_iter().find_map(|item| match &item.kind {
            Kind::Object(entries, _) => {
                let mut entries =
                    entries.iter().filter(|(name, _)| matches!(name.as_str(), "msg" | "message"));
                entries.find_map(|(_, node)| self.taken(index, node))
            }
            _ => self.taken(index, item),
        })
    }

    fn is_message(&self, index: usize) -> bool {
        self.members.get(index).is_some_and(|member| member.fact() == Fact::Message)
    }

    /// Returns `true` if the value of a fact can contain anything.
    fn is_open(&self, index: usize) -> bool {
        !matches!(self.holds(index), Some(Holds::Text | Holds::Number | Holds::Bool))
    }

    fn holds(&self, index: usize) -> Option<Holds> {
        let member = self.members.get(index)?;
        Some(match (member.fact(), member.form()) {
            (Fact::Code, _) if self.numeric => Holds::Number,
            (Fact::Status, _) => Holds::Number,
            (Fact::ShouldRetry, _) => Holds::Bool,
            (Fact::RetryAfter, _) => match member.written().map(|place| place.unit) {
                Some(Unit::Date | Unit::Duration) => Holds::Text,
                _ => Holds::Number,
            },
            (Fact::Details, Form::Fields) | (Fact::Links, _) => Holds::Objects,
            (Fact::Details | Fact::Params, _) | (Fact::FieldErrors, Form::Errors(FieldForm::Map)) => {
                Holds::Object
            }
            (Fact::Suggestions, _) => Holds::Texts,
            (Fact::FieldErrors, _) => Holds::Objects,
            (Fact::Field(_), _) => Holds::Anything,
            _ => Holds::Text,
        })
    }

    /// Returns an indexed item, or a member of one, that a client would read as a mistake in a field.
    pub(super) fn looks_like_errors(&self, node: &Node) -> Option<(usize, usize)> {
        let (items, errors): (Vec<&Node>, _) = match &node.kind {
            Kind::List(items, errors) => (items.values().collect(), *errors),
            Kind::Items(items, errors) => (items.iter().map(|item| &item.node).collect(), *errors),
            _ => return None,
        };
        let form = self.members.get(errors?)?.form();
        let names: &[&str] = match form {
            Form::Errors(FieldForm::Loc) => &["loc"],
            Form::Errors(FieldForm::Pointer) => &["source"],
            _ => &["field", "name", "path"],
        };
        items.into_iter().find_map(|item| match &item.kind {
            Kind::Object(entries, None) => {
                let (_, node) = entries.iter().find(|(name, _)| names.contains(&name.as_str()))?;
                Some((node.by, errors?))
            }
            Kind::Object(_, Some(beside)) => Some((*beside, errors?)),
            // A text among field errors is one of them.
            Kind::Fact | Kind::Either(..) | Kind::Constant(..) => Some((item.by, errors?)),
            _ => None,
        })
    }

    /// Returns a member of the envelope whose item is hard to find: because its selector could fit
    /// the item of another member, or not fit its own.
    pub(super) fn unselected(&self, items: &[Item]) -> Option<(usize, Option<usize>)> {
        for (place, item) in items.iter().enumerate() {
            let others = items.iter().enumerate().filter(|(other, _)| *other != place);
            for (_, other) in others {
                if let Some(by) = could_match(&other.node, item) {
                    return Some((item.node.by, Some(by)));
                }
            }
            if item.value.is_none() {
                let found = inside(&item.node, &item.member);
                if let Some(by) = self.absent_alone(&item.node, found, item) {
                    return Some((by, None));
                }
            }
        }
        None
    }

    /// Returns a fact in an item that can be there without the member that selects the item.
    fn absent_alone(&self, node: &Node, selected: Option<&Node>, item: &Item) -> Option<usize> {
        let Some(selected) = selected else { return Some(item.node.by) };
        let is_certain = |by: &usize| {
            self.members.get(*by).is_none_or(|member| matches!(member.fact(), Fact::Code | Fact::Status))
        };
        let inner = facts(selected);
        if inner.iter().any(is_certain) {
            return None;
        }
        facts(node).into_iter().find(|by| !inner.contains(by))
    }
}

/// Returns the members of the envelope in a tree.
fn facts(node: &Node) -> Vec<usize> {
    match &node.kind {
        Kind::Fact => vec![node.by],
        Kind::Either(errors, message) => vec![*errors, *message],
        Kind::Constant(..) => Vec::new(),
        Kind::Object(entries, spread) => {
            entries.iter().flat_map(|(_, node)| facts(node)).chain(*spread).collect()
        }
        Kind::List(items, rest) => items.values().flat_map(facts).chain(*rest).collect(),
        Kind::Items(items, rest) => items.iter().flat_map(|item| facts(&item.node)).chain(*rest).collect(),
    }
}

fn inside<'n>(node: &'n Node, member: &[String]) -> Option<&'n Node> {
    member.iter().try_fold(node, |node, name| match &node.kind {
        Kind::Object(entries, _) => entries.iter().find(|(known, _)| known == name).map(|(_, node)| node),
        _ => None,
    })
}

/// Returns the owner of what makes another item fit a selector.
fn could_match(other: &Node, item: &Item) -> Option<usize> {
    let mut node = other;
    for name in &item.member {
        match &node.kind {
            Kind::Object(entries, _) => {
                node = entries.iter().find(|(known, _)| known == name).map(|(_, node)| node)?;
            }
            Kind::Constant(..) | Kind::List(..) | Kind::Items(..) => return None,
            // A value that may have any member.
            Kind::Fact | Kind::Either(..) => return Some(node.by),
        }
    }
    match (&item.value, &node.kind) {
        (None, _) | (Some(_), Kind::Fact | Kind::Either(..)) => Some(node.by),
        (Some(value), Kind::Constant(json, _)) => {
            let mut text = String::new();
            errcat::json::write::string(&mut text, value);
            (text == *json || value == json).then_some(node.by)
        }
        (Some(_), _) => None,
    }
}

/// Returns `true` if a client takes a value of this kind for the fact.
fn accepts(fact: Fact<'_>, holds: Holds) -> bool {
    match fact {
        Fact::Message => matches!(holds, Holds::Text | Holds::Texts | Holds::Anything),
        Fact::Suggestions | Fact::Links => !matches!(holds, Holds::Number | Holds::Bool | Holds::Object),
        Fact::Params => matches!(holds, Holds::Object | Holds::Anything),
        Fact::FieldErrors => !matches!(holds, Holds::Text | Holds::Number | Holds::Bool),
        Fact::ShouldRetry => matches!(holds, Holds::Bool | Holds::Text | Holds::Anything),
        Fact::Details | Fact::Field(_) => true,
        _ => matches!(holds, Holds::Text | Holds::Number | Holds::Anything),
    }
}

fn is_read_from_header(fact: Fact<'_>) -> bool {
    !matches!(fact, Fact::Details | Fact::Params | Fact::FieldErrors | Fact::Field(_))
}

/// Returns `true` if one of two places in headers could contain the other.
pub(super) fn same_header(one: &Path, other: &Path) -> bool {
    match (one, other) {
        (Path::Parameter(one, first), Path::Parameter(other, second)) => {
            one == other && first.eq_ignore_ascii_case(second)
        }
        (Path::Header(one) | Path::Parameter(one, _), Path::Header(other) | Path::Parameter(other, _)) => {
            one == other
        }
        _ => false,
    }
}

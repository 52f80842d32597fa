//! The body that servers write, as a tree, and what contradicts itself in it.

use std::collections::BTreeMap;

use crate::model::{Fact, FieldForm, Form, Member, Part, Step};

/// A value of a body, and the member of the envelope that asked for it first.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) by: usize,
    pub(super) kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// The fact of the member.
    Fact,
    /// The mistakes in fields of a member if there are any, and else the message of another.
    Either(usize, usize),
    /// A constant, as JSON.
    Constant(String, Constant),
    /// An object, and a member of the envelope whose members lie beside the others.
    Object(Vec<(String, Node)>, Option<usize>),
    /// A list with fixed places, and a member of the envelope whose items follow.
    List(BTreeMap<usize, Node>, Option<usize>),
    /// A list of items that are found by a selector.
    Items(Vec<Item>, Option<usize>),
}

/// An item of a list, and its selector.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) member: Vec<String>,
    pub(super) value: Option<String>,
    pub(super) node: Node,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Constant {
    /// Part of every body.
    Always,
    /// Part of a selected item, if there is one.
    Tag,
}

/// What a path leads to.
#[derive(Clone, Debug)]
pub(super) enum Leaf {
    Fact,
    /// Members beside others.
    Spread,
    Constant(String, Constant),
}

/// A contradiction with what an earlier member asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Conflict {
    pub(super) with: usize,
    pub(super) what: &'static str,
}

/// The names and forms of the members, to which nodes refer by index.
pub(super) struct Tree<'m> {
    pub(super) members: &'m [Member],
    pub(super) root: Option<Node>,
}

impl Tree<'_> {
    /// Adds what stands at the end of a path.
    pub(super) fn add(&mut self, by: usize, steps: &[Step], leaf: &Leaf) -> Result<(), Conflict> {
        let members = self.members;
        insert(members, &mut self.root, by, steps, leaf)
    }

    /// Returns the parts of a body.
    pub(super) fn parts(&self) -> Vec<Part> {
        match &self.root {
            None => Vec::new(),
            Some(Node { kind: Kind::Object(entries, spread), .. }) => object(entries, *spread),
            Some(root) => vec![part(String::new(), root)],
        }
    }
}

/// Returns `true` if the fact of a member is a list of mistakes in fields.
fn is_list_of_errors(members: &[Member], index: usize) -> bool {
    let Some(member) = members.get(index) else { return false };
    member.fact() == Fact::FieldErrors && *member.form() != Form::Errors(FieldForm::Map)
}

fn insert(
    members: &[Member],
    place: &mut Option<Node>,
    by: usize,
    steps: &[Step],
    leaf: &Leaf,
) -> Result<(), Conflict> {
    let Some((step, rest)) = steps.split_first() else { return end(members, place, by, leaf) };
    let is_errors = place
        .as_ref()
        .is_some_and(|node| matches!(node.kind, Kind::Fact) && is_list_of_errors(members, node.by));
    let node = place.get_or_insert_with(|| Node { by, kind: empty(step, None) });
    if is_errors && !matches!(step, Step::Member(_)) {
        // The mistakes in fields follow the items of other facts.
        node.kind = empty(step, Some(node.by));
    }
    let with = node.by;
    match (step, &mut node.kind) {
        (Step::Member(name), Kind::Object(entries, _)) => {
            let Some(index) = entries.iter().position(|(known, _)| known == name) else {
                let mut node = None;
                insert(members, &mut node, by, rest, leaf)?;
                entries.extend(node.map(|node| (name.clone(), node)));
                return Ok(());
            };
            within(members, &mut entries[index].1, by, rest, leaf)
        }
        (Step::Index(index), Kind::List(items, _)) => match items.get_mut(index) {
            Some(node) => within(members, node, by, rest, leaf),
            None => {
                let mut node = None;
                insert(members, &mut node, by, rest, leaf)?;
                items.extend(node.map(|node| (*index, node)));
                Ok(())
            }
        },
        (Step::First(member, value), Kind::Items(items, _)) => {
            let same = items.iter_mut().find(|item| item.member == *member && item.value == *value);
            if let Some(item) = same {
                return within(members, &mut item.node, by, rest, leaf);
            }
            let mut node = None;
            if let Some(value) = value {
                let mut json = String::new();
                errcat::json::write::string(&mut json, value);
                let path: Vec<Step> = member.iter().cloned().map(Step::Member).collect();
                insert(members, &mut node, by, &path, &Leaf::Constant(json, Constant::Tag))?;
            }
            insert(members, &mut node, by, rest, leaf)?;
            let item = |node| Item { member: member.clone(), value: value.clone(), node };
            items.extend(node.map(item));
            Ok(())
        }
        (Step::First(..), Kind::List(..)) | (Step::Index(_), Kind::Items(..)) => {
            Err(Conflict { with, what: "an index and a selector cannot share a list" })
        }
        (Step::Member(_), Kind::List(..) | Kind::Items(..)) => {
            Err(Conflict { with, what: "one path needs an object where the other needs a list" })
        }
        (Step::Index(_) | Step::First(..), Kind::Object(..)) => {
            Err(Conflict { with, what: "one path needs a list where the other needs an object" })
        }
        (_, Kind::Fact | Kind::Either(..) | Kind::Constant(..)) => {
            Err(Conflict { with, what: "one path leads through the value of the other" })
        }
    }
}

/// Adds to a node that exists.
fn within(
    members: &[Member],
    node: &mut Node,
    by: usize,
    steps: &[Step],
    leaf: &Leaf,
) -> Result<(), Conflict> {
    let placeholder = Node { by: node.by, kind: Kind::Fact };
    let mut place = Some(std::mem::replace(node, placeholder));
    let result = insert(members, &mut place, by, steps, leaf);
    if let Some(changed) = place {
        *node = changed;
    }
    result
}

/// Returns the container that a step needs.
fn empty(step: &Step, rest: Option<usize>) -> Kind {
    match step {
        Step::Member(_) => Kind::Object(Vec::new(), None),
        Step::Index(_) => Kind::List(BTreeMap::new(), rest),
        Step::First(..) => Kind::Items(Vec::new(), rest),
    }
}

/// Adds the end of a path.
fn end(members: &[Member], place: &mut Option<Node>, by: usize, leaf: &Leaf) -> Result<(), Conflict> {
    let Some(node) = place else {
        let kind = match leaf {
            Leaf::Fact => Kind::Fact,
            Leaf::Spread => Kind::Object(Vec::new(), Some(by)),
            Leaf::Constant(json, constant) => Kind::Constant(json.clone(), *constant),
        };
        *place = Some(Node { by, kind });
        return Ok(());
    };
    let with = node.by;
    let fact = |index: usize| members.get(index).map(Member::fact);
    let errors_and_message = |one, other| {
        (fact(one) == Some(Fact::FieldErrors) && fact(other) == Some(Fact::Message)).then_some((one, other))
    };
    match (leaf, &mut node.kind) {
        (Leaf::Spread, Kind::Object(_, spread @ None)) => {
            *spread = Some(by);
            Ok(())
        }
        (Leaf::Fact, Kind::List(_, rest @ None) | Kind::Items(_, rest @ None))
            if is_list_of_errors(members, by) =>
        {
            *rest = Some(by);
            Ok(())
        }
        (Leaf::Fact, Kind::Fact) => {
            match errors_and_message(by, with).or_else(|| errors_and_message(with, by)) {
                Some((errors, message)) => {
                    node.kind = Kind::Either(errors, message);
                    Ok(())
                }
                None => Err(Conflict { with, what: "both have the same path" }),
            }
        }
        (_, Kind::Object(..) | Kind::List(..) | Kind::Items(..)) => {
            Err(Conflict { with, what: "one path leads through the value of the other" })
        }
        _ => Err(Conflict { with, what: "both have the same path" }),
    }
}

/// Returns a value as a part of its container. The name contains the comma before it.
fn part(name: String, node: &Node) -> Part {
    match &node.kind {
        Kind::Fact => Part::Member(name, node.by),
        Kind::Either(errors, message) => Part::Either(name, *errors, *message),
        Kind::Constant(json, Constant::Always) => Part::Always(name + json),
        Kind::Constant(json, Constant::Tag) => Part::Tag(name + json),
        Kind::Object(entries, spread) => Part::Object(name, object(entries, *spread)),
        Kind::List(items, rest) => {
            let items = items.values().map(|node| part(",".to_owned(), node));
            Part::List(name, items.chain(rest.map(Part::Rest)).collect())
        }
        Kind::Items(items, rest) => {
            let items = items.iter().map(|item| part(",".to_owned(), &item.node));
            Part::Items(name, items.chain(rest.map(Part::Rest)).collect())
        }
    }
}

fn object(entries: &[(String, Node)], spread: Option<usize>) -> Vec<Part> {
    let members = entries.iter().map(|(name, node)| {
        let mut text = ",".to_owned();
        errcat::json::write::string(&mut text, name);
        text.push(':');
        part(text, node)
    });
    members.chain(spread.map(Part::Members)).collect()
}

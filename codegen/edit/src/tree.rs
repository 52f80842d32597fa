//! The content of a document without locations, and the effect of operations on it.

use errcat_build::unstable::syntax::yaml::{Node, NodeKind};
use errcat_build::unstable::text::quote::is_plain;
use errcat_build::unstable::value::Value;

use crate::operation::{Operation, Place};
use crate::path::{Path, Step};
use crate::refusal::Refusal;

/// The entries of a map.
type Entries = Vec<(String, Tree)>;

/// A value of a document. Whether a scalar is quoted matters, because an unquoted one may be a
/// number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tree {
    Absent,
    Plain(String),
    Quoted(String),
    List(Vec<Tree>),
    Map(Entries),
    Refused,
}

impl From<&Node> for Tree {
    fn from(node: &Node) -> Self {
        match &node.kind {
            NodeKind::Absent => Self::Absent,
            NodeKind::Plain(text) => Self::Plain(text.clone()),
            NodeKind::Quoted(text) => Self::Quoted(text.clone()),
            NodeKind::List(items) => Self::List(items.iter().map(Self::from).collect()),
            NodeKind::Map(entries) => Self::Map(
                entries.iter().map(|(key, value)| (text(key).to_owned(), Self::from(value))).collect(),
            ),
            NodeKind::Refused => Self::Refused,
        }
    }
}

impl Tree {
    /// Returns the tree without quotes that are not necessary.
    pub(crate) fn unquoted(self) -> Self {
        match self {
            Self::Quoted(text) if is_plain(&text) => Self::Plain(text),
            Self::List(items) => Self::List(items.into_iter().map(Self::unquoted).collect()),
            Self::Map(entries) => {
                Self::Map(entries.into_iter().map(|(key, value)| (key, value.unquoted())).collect())
            }
            other => other,
        }
    }
}

impl From<&Value> for Tree {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Plain("null".to_owned()),
            Value::Bool(value) => Self::Plain(value.to_string()),
            Value::Number(number) => Self::Plain(number.clone()),
            Value::Text(text) if is_plain(text) => Self::Plain(text.clone()),
            Value::Text(text) => Self::Quoted(text.clone()),
            Value::List(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Map(entries) => {
                Self::Map(entries.iter().map(|(key, value)| (key.clone(), Self::from(value))).collect())
            }
        }
    }
}

/// Returns the text of a scalar, or an empty text.
pub(crate) fn text(node: &Node) -> &str {
    match &node.kind {
        NodeKind::Plain(text) | NodeKind::Quoted(text) => text,
        _ => "",
    }
}

impl Tree {
    /// Returns the tree after an operation.
    pub(crate) fn after(mut self, operation: &Operation) -> Result<Self, Refusal> {
        match operation {
            Operation::Insert { map, key, value, place, .. } => {
                match self.make(map, || Self::Map(Vec::new()))? {
                    Self::Map(entries) => {
                        if entries.iter().any(|(known, _)| known == key) {
                            return Err(Refusal::new(format!("{map} already has the key `{key}`")));
                        }
                        let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
                        let at = index(place, key, &keys)?;
                        entries.insert(at, (key.clone(), value.into()));
                    }
                    _ => return Err(Refusal::new(format!("{map} is not a map"))),
                }
            }
            Operation::InsertItem { list, value, place, .. } => {
                match self.make(list, || Self::List(Vec::new()))? {
                    Self::List(items) => {
                        let texts: Vec<&str> = items.iter().map(Self::text).collect();
                        let item: Self = value.into();
                        let at = index(place, item.text(), &texts)?;
                        items.insert(at, item);
                    }
                    _ => return Err(Refusal::new(format!("{list} is not a list"))),
                }
            }
            Operation::Rename { entry, key } => {
                let (entries, at) = self.entry(entry)?;
                if entries.iter().enumerate().any(|(other, (known, _))| other != at && known == key) {
                    return Err(Refusal::new(format!(
                        "{entry} cannot be renamed to `{key}`, which already exists"
                    )));
                }
                entries[at].0.clone_from(key);
            }
            Operation::Replace { value_at, value, .. } => *self.get(value_at)? = value.into(),
            Operation::Remove { entry, .. } => match entry.split_last() {
                Some((list, Step::Item(at))) => match self.get(&list)? {
                    Self::List(items) if *at < items.len() => drop(items.remove(*at)),
                    _ => return Err(Refusal::new(format!("there is no {entry}"))),
                },
                _ => {
                    let (entries, at) = self.entry(entry)?;
                    entries.remove(at);
                }
            },
            Operation::Reorder { map, keys } => match self.get(map)? {
                Self::Map(entries) => {
                    let mut old = std::mem::take(entries);
                    for key in keys {
                        let at = old.iter().position(|(known, _)| known == key);
                        let at = at.ok_or_else(|| Refusal::new(format!("{map} has no key `{key}`")))?;
                        entries.push(old.remove(at));
                    }
                    if let Some((key, _)) = old.first() {
                        return Err(Refusal::new(format!("the new order of {map} does not contain `{key}`")));
                    }
                }
                _ => return Err(Refusal::new(format!("{map} is not a map"))),
            },
        }
        Ok(self)
    }

    /// Returns the text of a scalar, or an empty text.
    fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Quoted(text) => text,
            _ => "",
        }
    }

    /// Returns the entries of the map around an entry, and the index of the entry.
    fn entry(&mut self, entry: &Path) -> Result<(&mut Entries, usize), Refusal> {
        let none = || Refusal::new(format!("there is no {entry}"));
        let Some((map, Step::Key(key))) = entry.split_last() else { return Err(none()) };
        match self.get(&map)? {
            Self::Map(entries) => {
                let at = entries.iter().position(|(known, _)| known == key).ok_or_else(none)?;
                Ok((entries, at))
            }
            _ => Err(none()),
        }
    }

    /// Returns the value at a path.
    fn get(&mut self, path: &Path) -> Result<&mut Self, Refusal> {
        path.steps().iter().try_fold(self, |tree, step| {
            let inner = match (tree, step) {
                (Self::Map(entries), Step::Key(key)) => {
                    entries.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value)
                }
                (Self::List(items), Step::Item(at)) => items.get_mut(*at),
                _ => None,
            };
            inner.ok_or_else(|| Refusal::new(format!("there is no {path}")))
        })
    }

    /// Returns the value at a path. Missing parts of the path become maps, and its end becomes
    /// `new()`.
    fn make(&mut self, path: &Path, new: fn() -> Self) -> Result<&mut Self, Refusal> {
        let mut tree = self;
        for step in path.steps() {
            if matches!(tree, Self::Absent) {
                *tree = Self::Map(Vec::new());
            }
            tree = match (tree, step) {
                (Self::Map(entries), Step::Key(key)) => {
                    let at = entries.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
                        entries.push((key.clone(), Self::Absent));
                        entries.len() - 1
                    });
                    &mut entries[at].1
                }
                (Self::List(items), Step::Item(at)) if *at < items.len() => &mut items[*at],
                _ => return Err(Refusal::new(format!("there is no {path}"))),
            };
        }
        if matches!(tree, Self::Absent) {
            *tree = new();
        }
        Ok(tree)
    }
}

/// Returns the index of a new sibling with this text.
pub(crate) fn index(place: &Place, text: &str, siblings: &[&str]) -> Result<usize, Refusal> {
    let of = |wanted: &str| {
        siblings
            .iter()
            .position(|sibling| *sibling == wanted)
            .ok_or_else(|| Refusal::new(format!("there is no sibling `{wanted}`")))
    };
    match place {
        Place::First => Ok(0),
        Place::Last => Ok(siblings.len()),
        Place::Before(sibling) => of(sibling),
        Place::After(sibling) => of(sibling).map(|at| at + 1),
        Place::Ordered(order) => {
            let rank = |text: &str| order.iter().position(|known| known == text).unwrap_or(order.len());
            let own = rank(text);
            Ok(siblings.iter().rposition(|sibling| rank(sibling) <= own).map_or(0, |at| at + 1))
        }
    }
}

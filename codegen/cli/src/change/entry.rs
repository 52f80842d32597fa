//! Operations on the entry of one error.

use errcat_build::unstable::format::keys;
use errcat_build::unstable::model::Error;
use errcat_build::unstable::source::{FileId, Sources};
use errcat_build::unstable::syntax::yaml::NodeKind;
use errcat_build::unstable::value::Value;
use errcat_edit::{Document, Operation, Path, Place, Step};

use super::refused::Refused;

/// The entry of an error in its file.
pub(super) struct Entry {
    pub(super) file: FileId,
    pub(super) path: Path,
    document: Document,
}

impl Entry {
    pub(super) fn of(sources: &Sources, error: &Error) -> Refused<Self> {
        let file = error.code.span.file;
        let document = Document::parse(sources.text(file)).map_err(|refusal| refusal.to_string())?;
        let path = document.path_at(error.code.span.start);
        let path = path.ok_or_else(|| format!("the entry of `{}` cannot be found", error.code.value))?;
        Ok(Self { file, path, document })
    }

    /// Returns the entry in a later state of its file.
    pub(super) fn again(&self, sources: &Sources) -> Refused<Self> {
        let document = Document::parse(sources.text(self.file)).map_err(|refusal| refusal.to_string())?;
        Ok(Self { file: self.file, path: self.path.clone(), document })
    }

    /// Returns the operation that sets a key. A message alone becomes a map.
    pub(super) fn set(&self, key: &str, value: Value) -> (FileId, Operation) {
        let operation = match self.document.kind_at(&self.path) {
            Some(NodeKind::Plain(text) | NodeKind::Quoted(text)) => {
                let message = ("message".to_owned(), Value::from(text.as_str()));
                let mut entries = vec![(key.to_owned(), value), message];
                entries.sort_by_key(|(key, _)| rank(key));
                Operation::replace(self.path.clone(), Value::Map(entries))
            }
            _ if self.has(key) => Operation::replace(self.path.clone().key(key), value),
            _ => Operation::insert(self.path.clone(), key, value, Place::Ordered(order())),
        };
        (self.file, operation)
    }

    /// Returns the operation that adds a text to a key with one text or a list of them.
    pub(super) fn add(&self, key: &str, text: &str) -> (FileId, Operation) {
        let at = self.path.clone().key(key);
        match self.document.kind_at(&at) {
            Some(NodeKind::Plain(first) | NodeKind::Quoted(first)) => {
                let both = [first.as_str(), text].map(Value::from);
                (self.file, Operation::replace(at, Value::List(both.into())))
            }
            Some(NodeKind::List(_)) => (self.file, Operation::insert_item(at, text.into(), Place::Last)),
            _ => self.set(key, if key == "formerly" { text.into() } else { Value::List(vec![text.into()]) }),
        }
    }

    /// Returns the operation that takes a text out of such a key, if it is there.
    pub(super) fn take(&self, key: &str, text: &str) -> Option<(FileId, Operation)> {
        let at = self.path.clone().key(key);
        let entry = match self.document.kind_at(&at)? {
            NodeKind::Plain(only) | NodeKind::Quoted(only) if only == text => at,
            NodeKind::List(items) => {
                let is_it = |item: &errcat_build::unstable::syntax::yaml::Node| matches!(&item.kind, NodeKind::Plain(known) | NodeKind::Quoted(known) if known == text);
                let position = items.iter().position(is_it)?;
                if items.len() == 1 { at } else { at.item(position) }
            }
            _ => return None,
        };
        Some((self.file, Operation::remove(entry, errcat_edit::Comments::Keep)))
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.document.kind_at(&self.path.clone().key(key)).is_some()
    }

    /// Returns `true` if the entry is directly below `errors`, and not in `sub`.
    pub(super) fn is_top(&self) -> bool {
        matches!(self.path.steps(), [Step::Key(errors), Step::Key(_)] if errors == "errors")
    }
}

/// The keys of an error in the order of the reference.
pub(super) fn order() -> Vec<String> {
    keys::ERROR.keys.iter().map(|key| key.name.to_owned()).collect()
}

fn rank(key: &str) -> usize {
    keys::ERROR.keys.iter().position(|known| known.name == key).unwrap_or(usize::MAX)
}

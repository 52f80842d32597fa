//! The operations on a document.

use errcat_build::unstable::value::Value;

use crate::path::Path;

/// An operation on a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operation {
    /// Adds an entry to a map. Missing maps are created.
    Insert {
        /// The map.
        map: Path,
        /// The key of the new entry.
        key: String,
        /// The value of the new entry.
        value: Value,
        /// The position among the other entries.
        place: Place,
        /// The style of the value.
        style: Style,
    },
    /// Adds an item to a list. A missing list and missing maps are created.
    InsertItem {
        /// The list.
        list: Path,
        /// The new item.
        value: Value,
        /// The position among the other items. Scalar items are identified by their text.
        place: Place,
        /// The style of the item.
        style: Style,
    },
    /// Renames the key of an entry.
    Rename {
        /// The entry.
        entry: Path,
        /// The new key.
        key: String,
    },
    /// Replaces the value of an entry, or an item.
    Replace {
        /// The value to replace.
        value_at: Path,
        /// The new value.
        value: Value,
        /// The style of the new value.
        style: Style,
    },
    /// Removes an entry or item. A map or list without its last one becomes `{}` or `[]`.
    Remove {
        /// The entry or item.
        entry: Path,
        /// How to treat its comments.
        comments: Comments,
    },
    /// Reorders the entries of a map, with their comments.
    Reorder {
        /// The map.
        map: Path,
        /// All keys of the map, in the new order.
        keys: Vec<String>,
    },
}

impl Operation {
    /// Returns an operation that adds an entry to a map, in the style of its siblings.
    pub fn insert(map: Path, key: impl Into<String>, value: Value, place: Place) -> Self {
        Self::Insert { map, key: key.into(), value, place, style: Style::Auto }
    }

    /// Returns an operation that adds an item to a list, in the style of its siblings.
    #[must_use]
    pub fn insert_item(list: Path, value: Value, place: Place) -> Self {
        Self::InsertItem { list, value, place, style: Style::Auto }
    }

    /// Returns an operation that renames the key of an entry.
    pub fn rename(entry: Path, key: impl Into<String>) -> Self {
        Self::Rename { entry, key: key.into() }
    }

    /// Returns an operation that replaces the value of an entry, or an item.
    #[must_use]
    pub fn replace(value_at: Path, value: Value) -> Self {
        Self::Replace { value_at, value, style: Style::Auto }
    }

    /// Returns an operation that removes an entry or item.
    #[must_use]
    pub fn remove(entry: Path, comments: Comments) -> Self {
        Self::Remove { entry, comments }
    }

    /// Returns an operation that reorders the entries of a map.
    pub fn reorder<K: Into<String>>(map: Path, keys: impl IntoIterator<Item = K>) -> Self {
        Self::Reorder { map, keys: keys.into_iter().map(Into::into).collect() }
    }

    /// Returns the operation with a style for its value.
    #[must_use]
    pub fn in_style(mut self, wanted: Style) -> Self {
        if let Self::Insert { style, .. } | Self::InsertItem { style, .. } | Self::Replace { style, .. } =
            &mut self
        {
            *style = wanted;
        }
        self
    }
}

/// The position of a new entry or item.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// Before all others.
    First,
    /// After all others.
    Last,
    /// Before the one with this key or text.
    Before(String),
    /// After the one with this key or text.
    After(String),
    /// After the last one that precedes it in this order. Keys that are not in the order count as
    /// last.
    Ordered(Vec<String>),
}

/// The style of a map or list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// Like a sibling of the same kind. Without one: in brackets if it contains only scalars and
    /// fits on the line, else as a block.
    Auto,
    /// As a block. Its own maps and lists are written as in [`Style::Auto`].
    Block,
    /// In brackets.
    Flow,
}

/// How to treat the comments of a removed entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Comments {
    /// Comments above the entry are kept. An entry with a comment inside or beside it is not
    /// removed.
    Keep,
    /// Comments directly above, inside and beside the entry are removed, too.
    Remove,
}

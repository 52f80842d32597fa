//! The changes that can be made.

use errcat_build::value::Value;

use crate::path::Path;

/// One change of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operation {
    /// Adds an entry to a map. A map that is missing is made, with the maps around it.
    Insert {
        /// The map.
        map: Path,
        /// The key of the new entry.
        key: String,
        /// Its value.
        value: Value,
        /// Where among the other entries.
        place: Place,
        /// How the value is written.
        style: Style,
    },
    /// Adds an item to a list. A list that is missing is made, with the maps around it.
    InsertItem {
        /// The list.
        list: Path,
        /// The new item.
        value: Value,
        /// Where among the other items; a scalar item is named by its text.
        place: Place,
        /// How the item is written.
        style: Style,
    },
    /// Gives an entry another key.
    Rename {
        /// The entry.
        entry: Path,
        /// Its new key.
        key: String,
    },
    /// Gives an entry or item another value.
    Replace {
        /// The value to replace.
        value_at: Path,
        /// The new value.
        value: Value,
        /// How it is written.
        style: Style,
    },
    /// Removes an entry or an item. A map or list that loses its last one becomes `{}` or `[]`.
    Remove {
        /// The entry or item.
        entry: Path,
        /// What becomes of its comments.
        comments: Comments,
    },
    /// Puts the entries of a map into another order. Each takes its comments with it.
    Reorder {
        /// The map.
        map: Path,
        /// All of its keys, in the new order.
        keys: Vec<String>,
    },
}

impl Operation {
    /// Adds an entry to a map, in the style of its siblings.
    pub fn insert(map: Path, key: impl Into<String>, value: Value, place: Place) -> Self {
        Self::Insert { map, key: key.into(), value, place, style: Style::Auto }
    }

    /// Adds an item to a list, in the style of its siblings.
    #[must_use]
    pub fn insert_item(list: Path, value: Value, place: Place) -> Self {
        Self::InsertItem { list, value, place, style: Style::Auto }
    }

    /// Gives an entry another key.
    pub fn rename(entry: Path, key: impl Into<String>) -> Self {
        Self::Rename { entry, key: key.into() }
    }

    /// Gives an entry or item another value.
    #[must_use]
    pub fn replace(value_at: Path, value: Value) -> Self {
        Self::Replace { value_at, value, style: Style::Auto }
    }

    /// Removes an entry or item.
    #[must_use]
    pub fn remove(entry: Path, comments: Comments) -> Self {
        Self::Remove { entry, comments }
    }

    /// Puts the entries of a map into another order.
    pub fn reorder<K: Into<String>>(map: Path, keys: impl IntoIterator<Item = K>) -> Self {
        Self::Reorder { map, keys: keys.into_iter().map(Into::into).collect() }
    }

    /// The same change with its value written in this style.
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

/// Where a new entry or item goes.
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
    /// After the last one that this order puts before it. What the order does not name counts as
    /// last.
    Ordered(Vec<String>),
}

/// How a map or list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// Like a sibling of the same kind; without one in brackets if it holds only scalars and fits
    /// on the line, else on lines of its own.
    Auto,
    /// On lines of its own, its own maps and lists as in [`Style::Auto`].
    Block,
    /// In brackets.
    Flow,
}

/// What becomes of the comments of an entry that is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Comments {
    /// Comments above the entry stay. With a comment inside or beside it, it is not removed.
    Keep,
    /// Comments directly above, inside and beside the entry go with it.
    Remove,
}

//! The errors of a catalog that exists, and how their values compare with imported ones.

use std::collections::BTreeMap;

use errcat_build::unstable::diag::Findings;
use errcat_build::unstable::source::{FileId, Sources};
use errcat_build::unstable::syntax::yaml::{self, Node, NodeKind};
use errcat_build::unstable::syntax::{CatalogFiles, catalog_files};
use errcat_build::unstable::value::Value;

/// The files of a catalog.
pub(crate) struct Found {
    /// `catalog.yaml`, or the only file.
    pub(crate) head: FileId,
    /// The families and their files.
    pub(crate) families: Vec<Family>,
    /// The tree of `head`.
    pub(crate) head_tree: Node,
}

/// A family file.
pub(crate) struct Family {
    pub(crate) id: String,
    pub(crate) file: FileId,
    pub(crate) tree: Node,
    /// The places of the codes in the map `errors`.
    places: BTreeMap<String, usize>,
}

impl Found {
    /// Reads the first catalog of the sources, or returns the path of a file that cannot be read.
    pub(crate) fn read(sources: &Sources) -> Result<Self, String> {
        let catalog = catalog_files(sources).into_iter().next().ok_or_else(String::new)?;
        let (head, files) = match catalog {
            CatalogFiles::Single { id, file, .. } => (file, vec![(id, file)]),
            CatalogFiles::Folder { head, families, .. } => (head, families),
        };
        let tree = |file: FileId| {
            let mut findings = Findings::default();
            let tree = yaml::parse(sources, file, &mut findings).root;
            if findings.has_errors() { Err(sources.path(file).to_owned()) } else { Ok(tree) }
        };
        let mut families = Vec::new();
        for (id, file) in files {
            let tree = tree(file)?;
            let mut places = BTreeMap::new();
            for (at, (code, _)) in entries(get(&tree, "errors")).iter().enumerate() {
                places.entry(text(code).to_owned()).or_insert(at);
            }
            families.push(Family { id, file, tree, places });
        }
        Ok(Self { head, families, head_tree: tree(head)? })
    }

    /// Returns the index of the family that has a code: `family` itself, or another one.
    pub(crate) fn holder(&self, family: &str, code: &str) -> Option<usize> {
        let own = self.families.iter().position(|other| other.id == family);
        own.filter(|at| self.families[*at].places.contains_key(code))
            .or_else(|| self.families.iter().position(|other| other.places.contains_key(code)))
    }
}

impl Family {
    /// Returns the entry of a code.
    pub(crate) fn entry(&self, code: &str) -> Option<&Node> {
        let at = *self.places.get(code)?;
        entries(get(&self.tree, "errors")).get(at).map(|(_, value)| value)
    }

    /// Iterates over the codes in order.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        entries(get(&self.tree, "errors")).iter().map(|(code, _)| text(code))
    }
}

/// Returns the value of a key in a map.
pub(crate) fn get<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    entries(Some(node)).iter().find(|(name, _)| text(name) == key).map(|(_, value)| value)
}

/// Returns the entries of a map, or none.
pub(crate) fn entries(node: Option<&Node>) -> &[(Node, Node)] {
    match node.map(|node| &node.kind) {
        Some(NodeKind::Map(entries)) => entries,
        _ => &[],
    }
}

/// Returns the items of a list, or none.
pub(crate) fn items(node: Option<&Node>) -> &[Node] {
    match node.map(|node| &node.kind) {
        Some(NodeKind::List(items)) => items,
        _ => &[],
    }
}

/// Returns the text of a scalar.
pub(crate) fn text(node: &Node) -> &str {
    match &node.kind {
        NodeKind::Plain(text) | NodeKind::Quoted(text) => text,
        _ => "",
    }
}

/// Returns `true` if a value of the file says the same as an imported one.
pub(crate) fn is_same(node: &Node, value: &Value) -> bool {
    match (&node.kind, value) {
        (NodeKind::Absent, Value::Null) => true,
        (NodeKind::Absent, Value::Map(map)) => map.is_empty(),
        (NodeKind::Plain(text) | NodeKind::Quoted(text), Value::Text(other) | Value::Number(other)) => {
            text == other
        }
        (NodeKind::Plain(text), Value::Bool(value)) => *text == value.to_string(),
        (NodeKind::Plain(text), Value::Null) => text == "null",
        (NodeKind::List(items), Value::List(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| is_same(item, other))
        }
        (NodeKind::Map(entries), Value::Map(others)) => {
            entries.len() == others.len()
                && entries
                    .iter()
                    .zip(others)
                    .all(|((key, value), (name, other))| text(key) == name && is_same(value, other))
        }
        _ => false,
    }
}

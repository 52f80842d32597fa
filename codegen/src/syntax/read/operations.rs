//! Reads the operations of an API: a map from the name of each to the codes of its errors.

use super::super::ast::Text;
use super::super::yaml;
use super::{entries, value};
use crate::diag::Findings;
use crate::source::{FileId, Sources};

/// Reads a file such as `getCvm: [ERR-03-001, ERR-03-005]`.
pub fn read(sources: &Sources, file: FileId, findings: &mut Findings) -> Vec<(Text, Vec<Text>)> {
    let document = yaml::parse(sources, file, findings);
    let entries = entries::map(&document.root, findings).unwrap_or_default();
    let read = entries.into_iter().filter_map(|(name, node)| {
        let codes = value::text_or_texts(node, findings)?;
        Some((name.map(str::to_owned), codes))
    });
    read.collect()
}

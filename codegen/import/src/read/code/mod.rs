//! Reads Go, TypeScript, JavaScript and Python with tree-sitter.

mod go;
mod groups;
mod item;
mod python;
mod reader;
mod rows;
mod store;
mod syntax;
mod tables;
mod typescript;

use tree_sitter::{Language, Node, Parser};

use self::reader::Reader;
use crate::draft::Draft;
use crate::failure::Failure;
use crate::kind::Kind;

/// The largest source file. Repairing the syntax of a text that is no source code takes seconds per
/// megabyte.
const LARGEST: usize = 2 << 20;

/// Reads a file.
pub(crate) fn read(kind: Kind, text: &str) -> Result<Draft, Failure> {
    let (language, items): (Language, fn(Node<'_>, &mut Reader<'_>)) = match kind {
        Kind::Go => (tree_sitter_go::LANGUAGE.into(), go::read),
        Kind::Python => (tree_sitter_python::LANGUAGE.into(), python::read),
        _ => (tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into(), typescript::read),
    };
    if text.len() > LARGEST {
        return Err(Failure::new("source code is read up to 2 MiB; import the part with the codes"));
    }
    let mut parser = Parser::new();
    parser.set_language(&language).map_err(|error| Failure::new(format!("the parser of {kind}: {error}")))?;
    let tree = parser.parse(text, None).ok_or_else(|| Failure::new(format!("this is not {kind}")))?;
    let mut reader = Reader::new(text);
    items(tree.root_node(), &mut reader);
    let mut draft = rows::draft(reader, kind.name());
    let mistake = syntax::first_mistake(tree.root_node()).map(syntax::line);
    if draft.is_empty() {
        let reason = format!("no error codes found in this {kind} file: no enum, no constants and no table");
        return Err(Failure { line: mistake, reason });
    }
    if let Some(line) = mistake {
        draft.note(line, format!("this is not {kind}; what follows may be read incompletely"));
    }
    Ok(draft)
}

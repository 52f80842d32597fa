//! Reads what codes look like.

use super::super::ast::CodeForm;
use super::super::yaml::{Node, NodeKind};
use super::fields::Fields;
use super::value;
use crate::diag::Findings;
use crate::format::keys;
use crate::source::Spanned;

/// Reads `code`: a pattern, or a map.
pub(super) fn read(node: &Node, findings: &mut Findings) -> Option<CodeForm> {
    if !matches!(node.kind, NodeKind::Map(_)) {
        return Some(CodeForm { pattern: value::text(node, findings), ..CodeForm::default() });
    }
    let mut fields = Fields::open(node, &keys::CODE, findings)?;
    let mut form = CodeForm {
        code_type: fields.take("type", findings, value::term),
        pattern: fields.take("pattern", findings, value::text),
        format: fields.take("format", findings, value::term),
        ..CodeForm::default()
    };
    form.width = fields.take("width", findings, width);
    let before = findings.len();
    form.separator = fields.form("separator", findings);
    if findings.len() > before {
        // Any text will do to go on.
        form.separator = Some(Spanned::new(".".to_owned(), node.span));
    }
    form.extensions = fields.close(findings);
    Some(form)
}

fn width(node: &Node, findings: &mut Findings) -> Option<Spanned<u8>> {
    let width = value::integer(node, 1, 16, findings)?;
    Some(Spanned::new(u8::try_from(width).ok()?, node.span))
}

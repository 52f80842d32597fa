//! Reads the keys of a family.

use super::super::ast::{CodeForm, Defaults, Error, Family, Head};
use super::super::report;
use super::super::yaml::{Document, Node, NodeKind};
use super::fields::Fields;
use super::{code, entries, error, shared, value};
use crate::diag::Findings;
use crate::format::keys;
use crate::format::limits::MOST_CODES;
use crate::source::FileId;

/// Reads a family file.
pub(super) fn read(
    id: &str,
    file: FileId,
    document: &Document,
    head: &Head,
    findings: &mut Findings,
) -> Family {
    let mut family = empty(id, file);
    let Some(mut fields) = Fields::of_file(document, &keys::FAMILY, findings) else { return family };
    family.place = Some(fields.span());
    family.title = fields.take("title", findings, value::text);
    family.description = fields.take("description", findings, value::text);
    family.code = fields.take("code", findings, code::read).unwrap_or_default();
    let defaults =
        fields.take("defaults", findings, |node, findings| shared::defaults(node, &head.facts, findings));
    family.defaults = defaults.unwrap_or_default();
    family.reserved = fields.take("reserved", findings, shared::reserved).unwrap_or_default();
    family.allow = fields.take("allow", findings, shared::allow).unwrap_or_default();
    own_keys(&mut family, head, &mut fields, findings);
    family.extensions = fields.close(findings);
    family
}

/// Reads the family of a single-file catalog, which shares the title of the catalog.
pub(super) fn read_single(
    id: &str,
    file: FileId,
    head: &Head,
    fields: &mut Fields<'_>,
    findings: &mut Findings,
) -> Family {
    let mut family = empty(id, file);
    family.place = head.place;
    family.title.clone_from(&head.title);
    family.description.clone_from(&head.description);
    own_keys(&mut family, head, fields, findings);
    family
}

fn empty(id: &str, file: FileId) -> Family {
    Family {
        id: id.to_owned(),
        file,
        place: None,
        title: None,
        description: None,
        code: CodeForm::default(),
        transport: None,
        defaults: Defaults::default(),
        reserved: Vec::new(),
        allow: Vec::new(),
        errors: Vec::new(),
        extensions: Vec::new(),
    }
}

/// Reads the keys that a catalog does not have.
fn own_keys(family: &mut Family, head: &Head, fields: &mut Fields<'_>, findings: &mut Findings) {
    family.transport = fields.take("transport", findings, value::term);
    let errors = fields.node("errors").and_then(|node| {
        let first = findings.len();
        let errors = errors(node, head, findings);
        // What is inside of an error is shown there.
        if errors.is_none() {
            fields.show_form("errors", node, first, findings);
        }
        errors
    });
    family.errors = errors.unwrap_or_default();
}

/// Reads `errors`. Duplicate codes are kept: they are reported once the type of the codes is known.
pub(super) fn errors(node: &Node, head: &Head, findings: &mut Findings) -> Option<Vec<Error>> {
    if matches!(node.kind, NodeKind::Absent) {
        return None;
    }
    let mut errors = Vec::new();
    let mut spellings = 0;
    for (code, node) in entries::pairs(node, findings)? {
        spellings += 1;
        if spellings > MOST_CODES {
            findings.push(report::too_many_codes(code.span));
            break;
        }
        if code.value == "<<" && matches!(node.kind, NodeKind::Refused) {
            // The merge has been reported.
            continue;
        }
        let Some(code) = value::code_at(&code, findings) else { continue };
        let under = error::errors(&code, node, head, findings);
        spellings += under.iter().map(Error::spellings).sum::<usize>().saturating_sub(1);
        errors.extend(under);
    }
    Some(errors)
}

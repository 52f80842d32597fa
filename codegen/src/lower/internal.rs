//! Resolves `internal`, the code that outsiders get for internal errors.

use super::report;
use crate::diag::Findings;
use crate::format::vocabulary::Visibility;
use crate::model::{Catalog, Error};
use crate::syntax::ast;
use crate::text::nearest::nearest;

/// Sets the code if it is that of one error, which outsiders may see.
pub(super) fn resolve(catalog: &mut Catalog, source: &ast::Catalog, findings: &mut Findings) {
    let Some(code) = &source.head.internal else { return };
    let path = |error: &Error| format!("{}/{}", catalog.family_of(error).id, error.code.value);
    let of_path: Vec<&Error> = catalog.errors.iter().filter(|error| path(error) == code.value).collect();
    let of_code: Vec<&Error> = catalog.errors.iter().filter(|error| error.code.value == code.value).collect();
    let found = if of_code.is_empty() { of_path } else { of_code };
    match found.as_slice() {
        // The code may be in a part that could not be read.
        [] if source.damaged => {}
        [] => {
            let codes = catalog.errors.iter().map(|error| error.code.as_str());
            findings.push(report::dangling(code.span, "code", code, nearest(code, codes)));
        }
        [one] => {
            let is_hidden = one.visibility == Visibility::Internal || one.mask.is_some();
            if is_hidden {
                findings.push(report::hidden_internal(code.span, one.code.span, code));
            } else if one.carried.is_some() {
                findings.push(report::internal_with_value(code.span, one.code.span, code));
            } else {
                catalog.internal = Some(code.value.clone());
            }
        }
        [first, ..] => {
            findings.push(report::ambiguous_internal(code.span, code, &path(first)));
        }
    }
}

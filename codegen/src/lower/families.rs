//! Puts the families of a catalog into published order.

use super::report;
use crate::diag::Findings;
use crate::source::Span;
use crate::syntax::ast::{Catalog, Family};
use crate::text::nearest::nearest;

/// Returns the families in the order of `families`. Unlisted ones are reported and come last.
pub(super) fn in_order<'c>(catalog: &'c Catalog, findings: &mut Findings) -> Vec<&'c Family> {
    let listed = catalog.head.families.as_deref().unwrap_or_default();
    if catalog.single && listed.is_empty() {
        return catalog.families.iter().collect();
    }
    let mut order: Vec<&Family> = Vec::new();
    // Files that a misspelt name was probably meant for. They are not reported as unlisted, too.
    let mut meant: Vec<&str> = Vec::new();
    for id in listed {
        match catalog.families.iter().find(|family| family.id == id.value) {
            Some(family) if order.iter().any(|known| known.file == family.file) => {
                if let Some(first) = listed.iter().find(|first| first.value == id.value) {
                    findings.push(report::listed_twice(id.span, first.span, id));
                }
            }
            Some(family) => order.push(family),
            None => {
                let mut nearest = nearest(id, catalog.families.iter().map(|family| family.id.as_str()));
                if let Some(near) = &mut nearest {
                    near.alone &= listed.iter().all(|listed| listed.value != near.word);
                    meant.push(near.word);
                }
                findings.push(report::dangling(id.span, "family file", id, nearest));
            }
        }
    }
    let list = match (listed.first(), listed.last()) {
        (Some(first), Some(last)) => Some(first.span.to(last.span)),
        _ => None,
    };
    for family in &catalog.families {
        if !order.iter().any(|known| known.file == family.file) {
            let explained =
                catalog.damaged || catalog.head.families_unreadable || meant.contains(&family.id.as_str());
            if !catalog.single && !explained {
                findings.push(report::unlisted_family(Span::top(family.file), list, &family.id));
            }
            order.push(family);
        }
    }
    order
}

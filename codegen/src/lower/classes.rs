//! Lowers SDK classes: resolves parents and conditions.

use super::extensions::extensions;
use super::names::{self, Named};
use super::{report, status};
use crate::diag::Findings;
use crate::model::{Class, CodeCondition, Condition, Statuses};
use crate::source::Spanned;
use crate::syntax::ast;
use crate::text::case;
use crate::text::nearest::nearest;

/// Lowers the classes of a catalog.
pub(super) fn lower(head: &ast::Head, findings: &mut Findings) -> Vec<Class> {
    let list = &head.classes;
    let mut classes: Vec<Class> = Vec::with_capacity(list.len());
    for source in list {
        if let Some(known) = classes.iter().find(|class| class.name.value == source.name.value) {
            let (span, name) = (source.name.span, source.name.as_str());
            findings.push(report::duplicate_class(span, known.name.span, name));
            continue;
        }
        let (name, place) = (source.name.as_str(), source.name.span);
        let variant = names::variant(name, &case::upper_camel(name), place, "rename the class");
        let variant = variant.map_err(|finding| findings.push(*finding)).ok();
        classes.push(Class {
            name: source.name.clone(),
            variant: variant.unwrap_or_else(|| names::placeholder(0, place)),
            parent: None,
            when: source.when.as_ref().and_then(|when| condition(when, findings)),
            retry: source.retry.map(|retry| retry.value),
            extensions: extensions(&source.extensions),
        });
    }
    for source in list {
        let Some(parent) = &source.parent else { continue };
        let position = |name: &str| classes.iter().position(|class| class.name.value == name);
        match (position(&source.name), position(parent)) {
            (Some(class), Some(found)) => classes[class].parent = Some(found),
            // The parent may be in the part that could not be read.
            _ if head.unreadable.contains(&"classes") => {}
            _ => {
                let nearest = nearest(parent, classes.iter().map(|class| class.name.as_str()));
                findings.push(report::dangling(parent.span, "class", parent, nearest));
            }
        }
    }
    let variants = classes.iter().map(|class| Named {
        name: class.variant.as_str(),
        place: class.name.span,
        subject: &class.name,
    });
    let variants: Vec<Named<'_>> = variants.collect();
    findings.extend(names::collisions(&variants, "the class", "rename one of the two classes"));
    break_cycles(&mut classes, findings);
    classes
}

/// Removes the parent of every class that is its own ancestor, so that walking up always ends.
fn break_cycles(classes: &mut [Class], findings: &mut Findings) {
    for start in 0..classes.len() {
        let mut above = classes[start].parent;
        for _ in 0..classes.len() {
            let Some(class) = above else { break };
            if class == start {
                findings.push(report::own_ancestor(classes[start].name.span, &classes[start].name));
                classes[start].parent = None;
                break;
            }
            above = classes[class].parent;
        }
    }
}

/// Lowers a condition. Returns `None` if it is not valid.
fn condition(when: &Spanned<ast::When>, findings: &mut Findings) -> Option<Spanned<Condition>> {
    let condition = match &when.value {
        ast::When::Transport => Condition::Transport,
        ast::When::Decode => Condition::Decode,
        ast::When::Any => Condition::Any,
        ast::When::Response { status, code, extensions } => Condition::Response {
            extensions: super::extensions::extensions(extensions),
            status: statuses(status, findings)?,
            code: match code {
                None => CodeCondition::Any,
                Some(code) if code.value == "present" => CodeCondition::Present,
                Some(pattern) => {
                    if pattern.matches('*').count() > 1 {
                        findings.push(report::two_stars(pattern.span));
                    }
                    CodeCondition::Matches(pattern.to_lowercase())
                }
            },
        },
    };
    Some(Spanned::new(condition, when.span))
}

/// Lowers the statuses of a condition. The outer `Option` is `None` if a status is not valid, the
/// inner one if the condition does not restrict the status.
#[expect(clippy::option_option, reason = "a condition without statuses differs from an invalid one")]
fn statuses(list: &[ast::Text], findings: &mut Findings) -> Option<Option<Statuses>> {
    let range = |text: &ast::Text| {
        let (first, last) = status::range(text, findings)?;
        Some((text.span, first, last))
    };
    // Every range is read before the first invalid one returns, so that each mistake is reported.
    let ranges: Vec<_> = list.iter().map(range).collect();
    let ranges: Vec<_> = ranges.into_iter().collect::<Option<_>>()?;
    Some((!ranges.is_empty()).then_some(Statuses { ranges }))
}

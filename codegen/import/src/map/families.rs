//! Sorts rows into families.

use std::collections::{BTreeMap, BTreeSet};

use errcat_build::unstable::value::Value;

use super::entry::Context;
use crate::catalog::Key;
use crate::columns::Role;
use crate::draft::{Draft, Row};
use crate::words::{numbered, numbered_title, slug};

/// A family and its rows.
pub(crate) struct Group<'d> {
    pub(crate) id: String,
    pub(crate) head: Vec<Key>,
    pub(crate) rows: Vec<&'d Row>,
}

/// Sorts all rows, in the order of the first row of each family.
pub(crate) fn groups<'d>(
    draft: &'d Draft,
    context: &Context<'_>,
    by: Option<&str>,
    title: &str,
) -> Vec<Group<'d>> {
    let by_column = !matches!(by, Some("heading" | "none" | "prefix"))
        && draft.rows().any(|row| context.text(row, Role::Family).is_some());
    let mut groups: Vec<Group<'d>> = Vec::new();
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let mut places = BTreeMap::new();
    for section in &draft.sections {
        for row in &section.rows {
            let code = context.text(row, Role::Code).unwrap_or_default();
            let (key, head) = match by {
                Some("none") => (String::new(), vec![Key::text("title", title)]),
                Some("prefix") => {
                    let prefix = prefix(code);
                    (
                        prefix.to_owned(),
                        vec![Key::text("title", if prefix.is_empty() { title } else { prefix })],
                    )
                }
                _ if by_column => of_column(row, context, title),
                _ => of_section(section.title.as_deref(), section.description.as_deref(), title),
            };
            let at = *places.entry(key.clone()).or_insert_with(|| {
                let id = id(&key, title, &ids);
                ids.insert(id.clone());
                groups.push(Group { id, head, rows: Vec::new() });
                groups.len() - 1
            });
            groups[at].rows.push(row);
        }
    }
    groups
}

fn of_column(row: &Row, context: &Context<'_>, title: &str) -> (String, Vec<Key>) {
    let key = context.text(row, Role::Family).unwrap_or_default().trim();
    let published = context.text(row, Role::FamilyTitle).map(str::trim).filter(|title| !title.is_empty());
    let shown = match published {
        Some(published) => published,
        None if key.is_empty() => title,
        None => key,
    };
    (key.to_owned(), vec![Key::text("title", shown)])
}

fn of_section(heading: Option<&str>, description: Option<&str>, title: &str) -> (String, Vec<Key>) {
    let Some(heading) = heading else { return (String::new(), vec![Key::text("title", title)]) };
    let (key, mut head) = match numbered_title(heading) {
        Some((number, own)) => {
            let why = format!("the heading is \"{heading}\"");
            (own.to_owned(), vec![Key::text("title", own).guessed(why), Key::text("x-section", number)])
        }
        None => (heading.to_owned(), vec![Key::text("title", heading)]),
    };
    if let Some(description) = description {
        head.insert(1, Key::new("description", Value::Text(description.to_owned())));
    }
    (key, head)
}

/// Returns the id of a new family.
fn id(key: &str, title: &str, taken: &BTreeSet<String>) -> String {
    let base = match slug(if key.is_empty() { title } else { key }) {
        slug if slug.is_empty() => "errors".to_owned(),
        slug if matches!(&*slug, "catalog" | "locales") => format!("{slug}-errors"),
        slug => slug.chars().take(60).collect::<String>().trim_end_matches('-').to_owned(),
    };
    numbered(&base, '-', |id| taken.contains(id))
}

/// Returns what precedes the last separator of a code.
pub(crate) fn prefix(code: &str) -> &str {
    let end = code.rfind([':', '.', '/']).or_else(|| code.rfind('-')).or_else(|| code.find('_'));
    end.map_or("", |end| code[..end].trim_end_matches(':'))
}

//! Turns a draft into a catalog: which column says what, and what can only be guessed.

mod codes;
mod column;
mod entry;
mod facts;
mod families;
mod marks;
mod roles;
mod split;
mod status;

use errcat_build::unstable::value::Value;

use self::column::{columns, scalar};
use self::entry::{Context, Left};
use self::roles::{Roles, Use, roles};
use crate::catalog::{Catalog, Family, Key};
use crate::columns::Role;
use crate::draft::{Draft, Note};
use crate::failure::Failure;
use crate::options::Options;
use crate::outcome::{Decision, Mapped};

/// Maps a draft to a catalog. `id` is its folder, and `title` its title if the source has none.
pub(crate) fn map(draft: &Draft, id: &str, title: &str, options: &Options) -> Result<Mapped, Failure> {
    let columns = columns(draft);
    let rows = draft.len();
    let roles = roles(&columns, rows, options)?;
    let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
    let values: Vec<Vec<&Value>> = values(draft, &names);
    let kinds = facts::kinds(&columns, &roles, &values);
    let mut decisions: Vec<Decision> = roles
        .guesses
        .iter()
        .map(|(what, flag)| Decision { what: what.clone(), flag: flag.clone() })
        .collect();

    let of = |role: Role| roles.column(&columns, role).map(|column| column.name.as_str());
    let message = of(Role::Message);
    let messages: Vec<&str> = draft.rows().filter_map(|row| row.get(message?).and_then(scalar)).collect();
    let joint = joint(&roles, &columns, &messages);
    if let Some(word) = &joint {
        decisions.push(Decision {
            what: format!("the messages end before \"{word}\", where the descriptions begin"),
            flag: "--map description=COLUMN".to_owned(),
        });
    }
    let syntax = syntax(options, &messages, &mut decisions)?;
    let context = Context {
        names: &names,
        roles: &roles,
        kinds: &kinds,
        syntax: syntax.as_ref().and_then(|key| scalar(&key.value)).or(asked_braces(options)),
        joint: joint.as_deref(),
    };

    let heading = draft.title.as_deref().filter(|title| !title.trim().is_empty());
    let title_key = match heading {
        Some(heading) => Key::text("title", heading.trim()),
        None => Key::text("title", title).guessed("from the name of the file"),
    };
    let groups = families::groups(draft, &context, options.family_by.as_deref(), heading.unwrap_or(title));
    decisions.extend(families_decision(draft, &context, &groups, options));
    let mut left = Left::default();
    let codes = codes::read(&groups, &context, draft, options, &mut left)?;

    let mut head = vec![Key::new("errcat", Value::number(1)), title_key];
    head.extend(codes.head);
    head.extend(syntax.clone());
    head.extend(facts::declare(&columns, &roles, &kinds, &values, rows));
    head.extend(facts::tags(codes.families.iter().flatten()));
    head.extend(classes(draft, &context));
    let families = groups
        .into_iter()
        .zip(codes.families)
        .map(|(group, entries)| Family { id: group.id, head: group.head, entries })
        .collect();
    decisions.extend(codes.decisions);
    let mut notes = draft.notes.clone();
    notes.extend(left.notes.into_iter().map(|(line, text)| Note { line, text }));
    let uses = columns.iter().zip(&roles.uses).map(|(column, used)| {
        let used = match used {
            Use::Role(Role::Skip) => String::new(),
            Use::Role(role) => role.name().to_owned(),
            Use::Fact(name) => match kinds.iter().find(|(other, _)| other == name) {
                Some((_, facts::Kind::Extension)) => format!("x-{}", name.replace('_', "-")),
                _ => format!("fact {name}"),
            },
        };
        (column.name.clone(), used, column.count)
    });
    Ok(Mapped {
        uses: uses.collect(),
        rows,
        catalog: Catalog { id: id.to_owned(), head, families },
        decisions,
        notes,
    })
}

/// Returns the values of every column.
fn values<'d>(draft: &'d Draft, names: &[String]) -> Vec<Vec<&'d Value>> {
    let mut values = vec![Vec::new(); names.len()];
    let places: std::collections::BTreeMap<&str, usize> =
        names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    for (name, value) in draft.rows().flat_map(|row| &row.fields) {
        if let Some(at) = places.get(name.as_str()) {
            values[*at].push(value);
        }
    }
    values
}

fn joint(roles: &Roles, columns: &[column::Column], messages: &[&str]) -> Option<String> {
    if roles.column(columns, Role::Description).is_some() {
        return None;
    }
    split::joint(messages)
}

fn asked_braces(options: &Options) -> Option<&'static str> {
    (options.placeholders.as_deref() == Some("braces")).then_some("braces")
}

/// Returns the syntax of placeholders: the asked one, or a guess.
fn syntax(
    options: &Options,
    messages: &[&str],
    decisions: &mut Vec<Decision>,
) -> Result<Option<Key>, Failure> {
    const KNOWN: [&str; 7] = ["braces", "printf", "indexed", "angle", "percent", "mustache", "none"];
    match options.placeholders.as_deref() {
        Some("none" | "braces") => return Ok(None),
        Some(syntax) if KNOWN.contains(&syntax) => return Ok(Some(Key::text("placeholders", syntax))),
        Some(other) => {
            let known = KNOWN.join(", ");
            return Err(Failure::new(format!("`{other}` is no syntax of placeholders; there are {known}")));
        }
        None => {}
    }
    let Some((syntax, count)) = marks::guess(messages) else { return Ok(None) };
    let what = format!(
        "{count} {} placeholders of `{syntax}`",
        if count == 1 { "message has" } else { "messages have" }
    );
    decisions.push(Decision { what: what.clone(), flag: "--placeholders SYNTAX".to_owned() });
    Ok(Some(Key::text("placeholders", syntax).guessed(what)))
}

/// Says how rows were sorted into families, where another way would be useful.
fn families_decision(
    draft: &Draft,
    context: &Context<'_>,
    groups: &[families::Group<'_>],
    options: &Options,
) -> Option<Decision> {
    if options.family_by.is_some() || groups.len() != 1 {
        return None;
    }
    let codes = draft.rows().filter_map(|row| context.text(row, Role::Code));
    let mut prefixes: Vec<&str> = codes.map(families::prefix).collect();
    prefixes.sort_unstable();
    prefixes.dedup();
    (prefixes.len() > 1 && prefixes.len() * 2 < draft.len()).then(|| Decision {
        what: format!(
            "all codes are in one family; by the first part of the code there would be {}",
            prefixes.len()
        ),
        flag: "--family-by prefix".to_owned(),
    })
}

/// Returns the classes of a hierarchy.
fn classes(draft: &Draft, context: &Context<'_>) -> Option<Key> {
    if !draft.classes {
        return None;
    }
    let class = |row: &crate::draft::Row| {
        let mut class = vec![("name".to_owned(), Value::from(context.text(row, Role::Code)?))];
        class
            .extend(context.text(row, Role::Parent).map(|parent| ("parent".to_owned(), Value::from(parent))));
        Some(Value::Map(class))
    };
    let classes: Vec<Value> = draft.rows().filter_map(class).collect();
    Some(
        Key::new("classes", Value::List(classes))
            .guessed("the source shows these names as a tree of classes"),
    )
}

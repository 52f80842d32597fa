//! Codes: their type, where they must be unique, and rows that share one.

use std::collections::BTreeMap;

use errcat_build::unstable::value::Value;

use super::column::{is_integer, scalar};
use super::entry::{Context, Left};
use super::families::Group;
use crate::catalog::{Entry, Key};
use crate::columns::Role;
use crate::draft::{Draft, Row};
use crate::failure::Failure;
use crate::options::Options;
use crate::outcome::Decision;

/// The errors of every family, and what the catalog says about codes.
pub(crate) struct Codes {
    pub(crate) head: Vec<Key>,
    pub(crate) families: Vec<Vec<Entry>>,
    pub(crate) decisions: Vec<Decision>,
}

/// Reads the errors of all families.
pub(crate) fn read(
    groups: &[Group<'_>],
    context: &Context<'_>,
    draft: &Draft,
    options: &Options,
    left: &mut Left,
) -> Result<Codes, Failure> {
    let mut decisions = Vec::new();
    let mut head = Vec::new();
    let form = form(draft, context)?;
    let has_sub = draft.rows().any(|row| row.below.is_some());
    let separator = draft.separator.clone().filter(|_| has_sub);
    head.extend(form.key(separator, draft.typed));
    let families: Vec<Vec<Entry>> =
        groups.iter().map(|group| entries(&group.rows, context, &form, left)).collect();
    head.extend(unique(&families, options, &mut decisions)?);
    if options.name_from.as_deref() == Some("code") {
        head.push(Key::text("ident", "code"));
    }
    if families.iter().all(Vec::is_empty) {
        return Err(Failure::new("no row has a code"));
    }
    Ok(Codes { head, families, decisions })
}

/// The form of all codes.
#[derive(PartialEq, Eq)]
enum Form {
    Text,
    Integer,
    Hex(usize),
}

impl Form {
    fn key(&self, separator: Option<String>, typed: bool) -> Option<Key> {
        let mut map = Vec::new();
        let mut add = |key: &str, value: Value| map.push((key.to_owned(), value));
        match self {
            Self::Text => {}
            Self::Integer => add("type", Value::from("integer")),
            Self::Hex(width) => {
                add("type", Value::from("integer"));
                add("format", Value::from("hex"));
                add("width", Value::Number(width.to_string()));
            }
        }
        if let Some(separator) = separator {
            add("separator", Value::Text(separator));
        }
        if map.is_empty() {
            return None;
        }
        let key = Key::new("code", Value::Map(map));
        Some(if *self != Self::Text && !typed { key.guessed("every code is a number") } else { key })
    }
}

fn form(draft: &Draft, context: &Context<'_>) -> Result<Form, Failure> {
    let mut form: Option<Form> = None;
    for row in draft.rows() {
        let Some(value) = context.get(row, Role::Code) else { continue };
        let Some(text) = scalar(value).map(str::trim).filter(|text| !text.is_empty()) else { continue };
        let own = match value {
            Value::Number(number) if is_integer(number) => Form::Integer,
            Value::Number(number) => {
                let reason =
                    format!("the code `{number}` is read as a number with a fraction; put codes in quotes");
                return Err(Failure { line: (row.line > 0).then_some(row.line), reason });
            }
            // A typed source would have written a number.
            _ if is_integer(text) && !draft.typed => Form::Integer,
            _ => hex(text).map_or(Form::Text, Form::Hex),
        };
        match &form {
            Some(known) if *known != own => return Ok(Form::Text),
            _ => form = Some(own),
        }
    }
    Ok(form.unwrap_or(Form::Text))
}

fn hex(text: &str) -> Option<usize> {
    let digits = text.strip_prefix("0x")?;
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte);
    (!digits.is_empty() && digits.len() <= 16 && digits.bytes().all(is_digit)).then_some(digits.len())
}

fn entries(rows: &[&Row], context: &Context<'_>, form: &Form, left: &mut Left) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut below: Vec<Below> = Vec::new();
    let mut places_below: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let code = context.text(row, Role::Code).map(str::trim).unwrap_or_default();
        if code.is_empty() {
            left.notes.push((row.line, "a row has no code and is left out".to_owned()));
            continue;
        }
        let keys = context.keys(row, code, left);
        if let Some((parent, own)) = &row.below {
            let entry = Entry { code: own.clone(), keys, line: row.line, ..Entry::default() };
            let holder = places_below.get(parent).copied();
            places_below.insert(code.to_owned(), below.len());
            below.push(Below { parent: parent.clone(), holder, entry });
            continue;
        }
        let entry = Entry {
            code: code.to_owned(),
            number: *form != Form::Text,
            keys,
            line: row.line,
            ..Entry::default()
        };
        match places.get(code) {
            Some(at) => same_code(&mut entries, *at, entry, left),
            None => {
                places.insert(code.to_owned(), entries.len());
                entries.push(entry);
            }
        }
    }
    // The last rows have no rows below them, or have them already, in reverse order.
    let mut orphans = Vec::new();
    while let Some(Below { parent, holder, mut entry }) = below.pop() {
        entry.sub.reverse();
        match (holder, places.get(&parent)) {
            (Some(at), _) => below[at].entry.sub.push(entry),
            (None, Some(at)) => entries[*at].sub.push(entry),
            (None, None) => {
                orphans.push((entry.line, format!("`{}` is below `{parent}`, which is no code", entry.code)));
            }
        }
    }
    left.notes.extend(orphans.into_iter().rev());
    for entry in &mut entries {
        entry.sub.reverse();
    }
    entries
}

/// A row below another one.
struct Below {
    /// The whole code of the row around it.
    parent: String,
    /// The place of that row, if it is below another one, too.
    holder: Option<usize>,
    entry: Entry,
}

/// Adds a row whose code is known: as a variant if both have names, else as a doubled code.
fn same_code(entries: &mut Vec<Entry>, at: usize, entry: Entry, left: &mut Left) {
    let name = |keys: &[Key]| keys.iter().find(|key| key.name == "name").map(|key| key.value.clone());
    let known = &mut entries[at];
    if known.keys == entry.keys && known.variants.is_empty() {
        left.notes.push((entry.line, format!("`{}` stands twice with the same content", entry.code)));
        return;
    }
    let new = name(&entry.keys);
    let is_variant = new.is_some()
        && if known.variants.is_empty() {
            name(&known.keys).is_some_and(|name| Some(name) != new)
        } else {
            known.variants.iter().all(|variant| name(variant) != new)
        };
    if is_variant {
        if known.variants.is_empty() {
            known.variants.push(std::mem::take(&mut known.keys));
        }
        known.variants.push(entry.keys);
        left.notes
            .push((entry.line, format!("`{}` stands twice; its names are variants of one code", entry.code)));
    } else {
        left.notes.push((
            entry.line,
            format!("`{}` stands twice with different content; keep one of them", entry.code),
        ));
        entries.push(entry);
    }
}

/// Returns `unique: family` if that is asked for, or if a code stands in two families.
fn unique(
    families: &[Vec<Entry>],
    options: &Options,
    decisions: &mut Vec<Decision>,
) -> Result<Option<Key>, Failure> {
    match options.unique.as_deref() {
        Some("family") => return Ok(Some(Key::text("unique", "family"))),
        Some("catalog") => return Ok(None),
        Some(other) => {
            return Err(Failure::new(format!("`--unique` takes `catalog` or `family`, not `{other}`")));
        }
        None => {}
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut shared: Vec<&str> = Vec::new();
    for (family, entries) in families.iter().enumerate() {
        for entry in entries {
            let first = *seen.entry(&entry.code).or_insert(family);
            if first != family && !shared.contains(&entry.code.as_str()) {
                shared.push(&entry.code);
            }
        }
    }
    let Some(first) = shared.first() else { return Ok(None) };
    let what = match shared.len() {
        1 => format!("{first} stands in several families"),
        more => format!("{first} and {} more stand in several families", more - 1),
    };
    decisions.push(Decision { what: what.clone(), flag: "--unique catalog".to_owned() });
    Ok(Some(Key::text("unique", "family").guessed(what)))
}

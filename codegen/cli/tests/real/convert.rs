//! Writes rows as catalogs, by rules about columns that know none of the catalogs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::Value;

use crate::rows::{Row, Source};

/// A catalog in the format.
pub(crate) struct Catalog {
    /// Paths and texts of the files.
    pub(crate) files: Vec<(String, String)>,
    /// The declared facts.
    pub(crate) facts: Vec<Fact>,
    /// The placeholder syntax of messages, if it is not braces.
    pub(crate) placeholders: Option<&'static str>,
}

/// A declared fact.
pub(crate) struct Fact {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// `one` or `many`.
    pub(crate) lookup: Option<&'static str>,
    /// The values that are errors, if the fact says so.
    pub(crate) errors: Vec<String>,
}

/// The type of a fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// The default is the value that no row has.
    Bool(bool),
    Integer,
    Text,
    Word(Vec<String>),
}

/// Returns the id of a family: its name in lower case, with `-` in place of other characters.
pub(crate) fn family_id(source: &Source, family: &str) -> String {
    let slug = |name: &str| -> String {
        let kept = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        name.chars().map(kept).collect()
    };
    let id = slug(family);
    let before = source.families().into_iter().take_while(|other| *other != family);
    match before.filter(|other| slug(other) == id).count() {
        0 => id,
        more => format!("{id}-{}", more + 1),
    }
}

fn quote(text: &str) -> String {
    Value::from(text).to_string()
}

/// Writes a catalog.
pub(crate) fn convert(source: &Source) -> Catalog {
    let facts = facts(source);
    let placeholders = placeholders(source);
    let folder = format!("catalogs/{}", source.id.replace('_', "-"));
    let mut files = vec![(format!("{folder}/catalog.yaml"), head(source, &facts, placeholders))];
    for family in source.families() {
        let id = family_id(source, family);
        files.push((format!("{folder}/{id}.yaml"), family_file(source, family, placeholders)));
    }
    Catalog { files, facts, placeholders }
}

fn head(source: &Source, facts: &[Fact], placeholders: Option<&str>) -> String {
    let mut text = format!("errcat: 1\ntitle: {}\n", quote(&source.id));
    if let Some(code) = code_type(source) {
        writeln!(text, "code: {{ {code} }}").unwrap();
    }
    if source.is_unique_by_family() {
        text.push_str("unique: family\n");
    }
    if let Some(syntax) = placeholders {
        writeln!(text, "placeholders: {syntax}").unwrap();
    }
    if !facts.is_empty() {
        text.push_str("facts:\n");
        for fact in facts {
            writeln!(text, "  {}: {}", fact.name, fact.declaration()).unwrap();
        }
    }
    let classes = classes(source);
    if !classes.is_empty() {
        text.push_str("classes:\n");
        for (name, parent) in classes {
            let parent = parent.map(|parent| format!(", parent: {parent}")).unwrap_or_default();
            writeln!(text, "  - {{ name: {name}{parent} }}").unwrap();
        }
    }
    let ids: Vec<String> =
        source.families().into_iter().map(|family| quote(&family_id(source, family))).collect();
    writeln!(text, "families: [{}]", ids.join(", ")).unwrap();
    text
}

/// Returns the keys of `code`.
fn code_type(source: &Source) -> Option<String> {
    if source.rows.iter().all(|row| row.integer) {
        return Some("type: integer".to_owned());
    }
    let digits = |row: &Row| {
        let digits = row.code.strip_prefix("0x")?;
        let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_lowercase());
        hex.then_some(digits.len())
    };
    let widths: BTreeSet<Option<usize>> = source.rows.iter().map(digits).collect();
    let [Some(width)] = widths.into_iter().collect::<Vec<_>>()[..] else {
        let dots = source.rows.iter().any(|row| row.is_sub);
        return dots.then(|| "separator: \".\"".to_owned());
    };
    Some(format!("type: integer, format: hex, width: {width}"))
}

/// Returns the placeholder syntax, by the form of the marks of declared parameters.
fn placeholders(source: &Source) -> Option<&'static str> {
    let rows = || source.rows.iter().filter(|row| !row.params.is_empty());
    let marked = |open: &str, close: &str| {
        let holds = |row: &Row, param: &String| {
            row.message.as_ref().is_some_and(|message| message.contains(&format!("{open}{param}{close}")))
        };
        rows().any(|row| row.params.iter().any(|param| holds(row, param)))
    };
    match () {
        () if marked("<", ">") => Some("angle"),
        () if marked("%", "%") => Some("percent"),
        () if rows().next().is_some() => Some("printf"),
        () => None,
    }
}

fn facts(source: &Source) -> Vec<Fact> {
    let names: BTreeSet<&String> =
        source.rows.iter().flat_map(|row| row.facts.iter().map(|(name, _)| name)).collect();
    names.into_iter().map(|name| fact(source, name)).collect()
}

fn fact(source: &Source, name: &str) -> Fact {
    let values: Vec<&Value> = source.rows.iter().filter_map(|row| row.fact(name)).collect();
    let distinct: BTreeSet<String> = values.iter().map(ToString::to_string).collect();
    let word = |value: &&Value| {
        value.as_str().is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_lowercase()))
    };
    let kind = match values[0] {
        Value::Bool(_) => Kind::Bool(!values.iter().any(|value| **value == Value::Bool(true))),
        Value::Number(_) => Kind::Integer,
        _ if values.iter().all(word) && distinct.len() * 10 <= values.len() => {
            let mut words: Vec<String> = Vec::new();
            for value in &values {
                let word = value.as_str().unwrap().to_owned();
                if !words.contains(&word) {
                    words.push(word);
                }
            }
            Kind::Word(words)
        }
        _ => Kind::Text,
    };
    let errors = match &kind {
        Kind::Word(words) if words.len() > 1 && words.iter().any(|word| word == "error") => {
            vec!["error".to_owned()]
        }
        _ => Vec::new(),
    };
    let has_blanks = values.iter().any(|value| value.as_str().is_some_and(|text| text.contains(' ')));
    let lookup = match kind {
        Kind::Text if !has_blanks && distinct.len() == values.len() => Some("one"),
        Kind::Text if !has_blanks => Some("many"),
        _ => None,
    };
    Fact { name: name.to_owned(), kind, lookup, errors }
}

impl Fact {
    /// Returns the value of errors without one.
    pub(crate) fn default(&self) -> Option<Value> {
        match self.kind {
            Kind::Bool(default) => Some(default.into()),
            _ => None,
        }
    }

    fn declaration(&self) -> String {
        let lookup = self.lookup.map(|lookup| format!(", lookup: {lookup}")).unwrap_or_default();
        match &self.kind {
            Kind::Bool(false) => "bool".to_owned(),
            Kind::Bool(true) => "{ type: bool, default: true }".to_owned(),
            Kind::Integer => "i64".to_owned(),
            Kind::Text => format!("{{ type: string{lookup} }}"),
            Kind::Word(words) if self.errors.is_empty() => format!("{{ values: [{}] }}", words.join(", ")),
            Kind::Word(words) => {
                format!("{{ values: [{}], error: [{}] }}", words.join(", "), self.errors.join(", "))
            }
        }
    }
}

/// Returns all classes with their parents, each after its parent.
fn classes(source: &Source) -> Vec<(String, Option<String>)> {
    let mut classes: Vec<(String, Option<String>)> = Vec::new();
    for row in &source.rows {
        for (index, class) in row.classes.iter().enumerate().rev() {
            if !classes.iter().any(|(name, _)| name == class) {
                classes.push((class.clone(), row.classes.get(index + 1).cloned()));
            }
        }
    }
    classes
}

fn family_file(source: &Source, family: &str, placeholders: Option<&str>) -> String {
    let rows: Vec<&Row> = source.rows.iter().filter(|row| row.family == family).collect();
    let title = rows[0].family_title.as_deref().unwrap_or(family);
    let mut text = format!("title: {}\nerrors:\n", quote(title));
    let mut subs: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.is_sub) {
        subs.entry(row.parent.as_deref().unwrap()).or_default().push(row);
    }
    let mut index = 0;
    while index < rows.len() {
        let row = rows[index];
        let same = rows[index..].iter().take_while(|other| other.code == row.code).count();
        index += same;
        if row.is_sub {
            continue;
        }
        writeln!(text, "  {}:", key(row)).unwrap();
        if same == 1 {
            keys(&mut text, "    ", row, placeholders);
        } else {
            text.push_str("    variants:\n");
            for row in &rows[index - same..index] {
                text.push_str("      -\n");
                keys(&mut text, "        ", row, placeholders);
            }
        }
        if let Some(subs) = subs.get(row.code.as_str()) {
            text.push_str("    sub:\n");
            for sub in subs {
                let own = sub.code.strip_prefix(&format!("{}.", row.code)).unwrap();
                writeln!(text, "      {}:", quote(own)).unwrap();
                keys(&mut text, "        ", sub, placeholders);
            }
        }
    }
    text
}

fn key(row: &Row) -> String {
    if row.integer || row.code.starts_with("0x") { row.code.clone() } else { quote(&row.code) }
}

fn keys(text: &mut String, indent: &str, row: &Row, placeholders: Option<&str>) {
    let mut add = |key: &str, value: String| writeln!(text, "{indent}{key}: {value}").unwrap();
    if let Some(name) = &row.name {
        add("name", quote(name));
    }
    if let Some(message) = &row.message {
        add("message", quote(message));
    }
    if let Some(description) = &row.description {
        add("description", quote(description));
    }
    if let Some(status) = row.status {
        add("status", status.to_string());
    }
    if let Some(retryable) = row.retryable {
        add("retry", if retryable { "backoff" } else { "never" }.to_owned());
    }
    if row.retired {
        add("retired", "{}".to_owned());
    }
    if let Some(class) = row.classes.first() {
        add("class", class.clone());
    }
    if let Some(parent) = row.parent.as_ref().filter(|_| !row.is_sub) {
        add("parent", quote(parent));
    }
    let unused = unused(row, placeholders);
    if !unused.is_empty() {
        let details: Vec<String> = unused.iter().map(|name| format!("{}: string", quote(name))).collect();
        add("details", format!("{{ {} }}", details.join(", ")));
    }
    for (name, value) in &row.facts {
        add(name, value.to_string());
    }
}

/// Returns the parameters that the message does not use, so that they travel beside it.
pub(crate) fn unused<'r>(row: &'r Row, placeholders: Option<&str>) -> Vec<&'r str> {
    let message = row.message.as_deref().unwrap_or_default();
    let is_used = |name: &str| match placeholders {
        Some("angle") => message.contains(&format!("<{name}>")),
        Some("percent") => message.contains(&format!("%{name}%")),
        _ => true,
    };
    row.params.iter().map(String::as_str).filter(|name| !is_used(name)).collect()
}

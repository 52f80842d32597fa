//! Says what was read, what was guessed and what is missing.

use std::collections::BTreeMap;

use errcat_build::unstable::text::reveal::reveal;
use errcat_build::unstable::value::Value;

use crate::catalog::{Entry, Key};
use crate::outcome::Mapped;

/// The maximum number of notes that are shown.
const MOST_NOTES: usize = 20;

/// The keys whose absence is counted.
const COUNTED: [&str; 5] = ["name", "message", "description", "status", "help"];

/// Returns the report of an import. `from` describes the sources.
#[must_use]
pub fn report(mapped: &Mapped, from: &str) -> String {
    let errors = errors(mapped);
    let families = mapped.catalog.families.len();
    let mut text = format!(
        "read {from}: {}, {} in {}\n",
        count(mapped.rows, "row", "rows"),
        count(errors.len(), "error", "errors"),
        count(families, "family", "families")
    );
    text.push_str(&columns(mapped));
    text.push_str(&block("guessed", decisions(mapped)));
    text.push_str(&block("missing", missing(&errors)));
    text.push_str(&block("doubled names", doubled(&errors)));
    text.push_str(&block("dynamic messages, known by their beginning only", dynamic(&errors)));
    text.push_str(&block("to look at", notes(mapped)));
    reveal_lines(&text)
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The code and the keys of an error.
type Error<'m> = (String, &'m [Key]);

fn errors(mapped: &Mapped) -> Vec<Error<'_>> {
    fn add<'m>(entry: &'m Entry, above: &str, errors: &mut Vec<Error<'m>>) {
        let code = if above.is_empty() { entry.code.clone() } else { format!("{above} / {}", entry.code) };
        if entry.variants.is_empty() {
            errors.push((code.clone(), &entry.keys));
        }
        errors.extend(entry.variants.iter().map(|keys| (code.clone(), keys.as_slice())));
        for sub in &entry.sub {
            add(sub, &code, errors);
        }
    }
    let mut errors = Vec::new();
    for entry in mapped.catalog.families.iter().flat_map(|family| &family.entries) {
        add(entry, "", &mut errors);
    }
    errors
}

fn columns(mapped: &Mapped) -> String {
    let head = ("column".to_owned(), "read as".to_owned(), "values".to_owned());
    let line = |(name, used, count): &(String, String, usize)| {
        let used = if used.is_empty() { "left out" } else { used };
        (name.clone(), used.to_owned(), count.to_string())
    };
    let lines: Vec<_> = std::iter::once(head).chain(mapped.uses.iter().map(line)).collect();
    let width = |text: fn(&(String, String, String)) -> &String| {
        lines.iter().map(|line| text(line).chars().count()).max().unwrap_or_default()
    };
    let (first, second) = (width(|line| &line.0), width(|line| &line.1));
    let mut text = String::new();
    for (name, used, count) in &lines {
        text.push_str(&format!("  {name:first$}  {used:second$}  {count:>6}\n"));
    }
    text
}

fn block(title: &str, lines: Vec<String>) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let mut text = format!("{title}:\n");
    for line in lines {
        text.push_str(&format!("  {line}\n"));
    }
    text
}

fn decisions(mapped: &Mapped) -> Vec<String> {
    let mut lines: Vec<String> = mapped
        .decisions
        .iter()
        .map(|decision| format!("{} (otherwise: `{}`)", decision.what, decision.flag))
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let errors = errors(mapped);
    for key in errors.iter().flat_map(|(_, keys)| *keys).filter(|key| key.guess.is_some()) {
        *counts.entry(&key.name).or_default() += 1;
    }
    lines.extend(
        counts
            .iter()
            .map(|(name, count)| format!("`{name}` of {count} errors, see `# guessed` in the files")),
    );
    lines
}

fn missing(errors: &[Error<'_>]) -> Vec<String> {
    let without =
        |name: &str| errors.iter().filter(|(_, keys)| !keys.iter().any(|key| key.name == name)).count();
    COUNTED
        .iter()
        .map(|name| (*name, without(name)))
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| format!("{name:<12} {count:>6} of {}", errors.len()))
        .collect()
}

fn doubled(errors: &[Error<'_>]) -> Vec<String> {
    let mut codes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (code, keys) in errors {
        if let Some(Value::Text(name)) = keys.iter().find(|key| key.name == "name").map(|key| &key.value) {
            codes.entry(name).or_default().push(code);
        }
    }
    codes
        .iter()
        .filter(|(_, codes)| codes.len() > 1)
        .map(|(name, codes)| format!("{name}: {}", codes.join(", ")))
        .collect()
}

fn dynamic(errors: &[Error<'_>]) -> Vec<String> {
    let is_dynamic = |keys: &[Key]| keys.iter().any(|key| key.name == "dynamic");
    errors.iter().filter(|(_, keys)| is_dynamic(keys)).map(|(code, _)| code.clone()).collect()
}

fn notes(mapped: &Mapped) -> Vec<String> {
    let shown = mapped.notes.iter().take(MOST_NOTES).map(|note| match note.line {
        0 => note.text.clone(),
        line => format!("line {line}: {}", note.text),
    });
    let mut lines: Vec<String> = shown.collect();
    if mapped.notes.len() > MOST_NOTES {
        lines.push(format!("and {} more", mapped.notes.len() - MOST_NOTES));
    }
    lines
}

/// Makes hidden characters of the source visible.
fn reveal_lines(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for line in text.lines() {
        shown.push_str(&reveal(line));
        shown.push('\n');
    }
    shown
}

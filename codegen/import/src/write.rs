//! Writes a catalog as YAML. Guesses are comments.

use errcat_build::unstable::format::keys;
use errcat_build::unstable::text::quote::scalar;
use errcat_build::unstable::text::reveal::reveal;
use errcat_build::unstable::value::Value;
use errcat_edit::inline;

use crate::catalog::{Catalog, Entry, Family, Key};

/// The maximum width of a list or map on one line.
const WIDTH: usize = 100;

/// The longest key that is written before its colon.
const LONGEST_KEY: usize = 1_000;

/// Returns the files: their paths below the folder of catalogs, and their texts.
#[must_use]
pub fn files(catalog: &Catalog) -> Vec<(String, String)> {
    let mut files = vec![(format!("{}/catalog.yaml", catalog.id), head(catalog))];
    for family in &catalog.families {
        files.push((format!("{}/{}.yaml", catalog.id, family.id), self::family(family)));
    }
    files
}

/// Returns the text of a catalog in one file, or `None` if it has several families.
#[must_use]
pub fn single(catalog: &Catalog) -> Option<String> {
    let [family] = &catalog.families[..] else { return None };
    let mut text = String::new();
    keys(&mut text, 0, &catalog.head);
    errors(&mut text, &family.entries);
    Some(text)
}

fn head(catalog: &Catalog) -> String {
    let mut text = String::new();
    keys(&mut text, 0, &catalog.head);
    let ids = catalog.families.iter().map(|family| Value::Text(family.id.clone())).collect();
    keys(&mut text, 0, &[Key::new("families", Value::List(ids))]);
    text
}

/// Returns the text of the file of a family.
pub(crate) fn family(family: &Family) -> String {
    let mut text = String::new();
    keys(&mut text, 0, &family.head);
    errors(&mut text, &family.entries);
    text
}

fn errors(text: &mut String, entries: &[Entry]) {
    text.push_str("errors:");
    if entries.is_empty() {
        text.push_str(" {}");
    }
    text.push('\n');
    for entry in entries {
        self::entry(text, 2, entry);
    }
}

fn entry(text: &mut String, indent: usize, entry: &Entry) {
    let code = if entry.number { entry.code.clone() } else { scalar(&entry.code) };
    let margin = " ".repeat(indent);
    if entry.sub.is_empty()
        && entry.variants.is_empty()
        && let [key] = &entry.keys[..]
        && key.name == "message"
        && !is_key(&entry.code)
    {
        let start = opened(&margin, &code);
        return line(text, &format!("{start} {}", inline(&key.value)), key.guess.as_deref());
    }
    line(text, &opened(&margin, &code), None);
    keys(text, indent + 2, &entry.keys);
    if !entry.variants.is_empty() {
        line(text, &format!("{margin}  variants:"), None);
        for variant in &entry.variants {
            let mut inner = String::new();
            keys(&mut inner, indent + 6, variant);
            // The first key follows the dash.
            text.push_str(&format!("{margin}    - {}", inner.trim_start()));
        }
    }
    if !entry.sub.is_empty() {
        line(text, &format!("{margin}  sub:"), None);
        for sub in &entry.sub {
            self::entry(text, indent + 4, sub);
        }
    }
}

fn keys(text: &mut String, indent: usize, keys: &[Key]) {
    let margin = " ".repeat(indent);
    for key in keys {
        let start = opened(&margin, &scalar(&key.name));
        let short = format!("{start} {}", inline(&key.value));
        let is_flat = match &key.value {
            Value::List(items) => {
                items.is_empty() || (items.iter().all(is_scalar) && short.chars().count() <= WIDTH)
            }
            Value::Map(entries) => {
                entries.is_empty()
                    || (entries.iter().all(|(_, value)| is_scalar(value)) && short.chars().count() <= WIDTH)
            }
            _ => true,
        };
        if is_flat {
            line(text, &short, key.guess.as_deref());
            continue;
        }
        line(text, &start, key.guess.as_deref());
        match &key.value {
            Value::List(items) => {
                for item in items {
                    line(text, &format!("{margin}  - {}", inline(item)), None);
                }
            }
            Value::Map(entries) => {
                for (name, value) in entries {
                    let start = opened(&format!("{margin}  "), &scalar(name));
                    line(text, &format!("{start} {}", inline(value)), None);
                }
            }
            _ => {}
        }
    }
}

/// Returns the start of an entry, with the colon. YAML reads a key of over 1,024 characters only after `?`.
fn opened(margin: &str, key: &str) -> String {
    if key.chars().count() <= LONGEST_KEY {
        format!("{margin}{key}:")
    } else {
        format!("{margin}? {key}\n{margin}:")
    }
}

/// Returns whether a name is a key of an error. A code such as `status` with only a text would be read
/// as a key of the error above it that lost its indentation.
pub(crate) fn is_key(name: &str) -> bool {
    keys::ERROR.keys.iter().any(|key| key.name == name)
}

fn is_scalar(value: &Value) -> bool {
    !matches!(value, Value::List(_) | Value::Map(_))
}

fn line(text: &mut String, content: &str, guess: Option<&str>) {
    text.push_str(content);
    if let Some(guess) = guess {
        text.push_str(&comment(guess));
    }
    text.push('\n');
}

/// Returns the comment that marks a guess. It has one line, and no characters that YAML forbids.
pub(crate) fn comment(guess: &str) -> String {
    let guess = guess.replace(['\n', '\r', '\t'], " ");
    format!(" # guessed: {}", reveal(&guess))
}

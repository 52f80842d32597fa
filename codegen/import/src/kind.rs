//! The kinds of sources, and how they are recognised.

use std::fmt;
use std::str::FromStr;

use crate::rust_file;
use crate::words::{opens_too_much, words};

/// A kind of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// Plain text, such as a page without its markup.
    Text,
    /// Comma-separated values.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// JSON.
    Json,
    /// One JSON value per line.
    JsonLines,
    /// YAML.
    Yaml,
    /// TOML.
    Toml,
    /// An OpenAPI document in JSON or YAML.
    OpenApi,
    /// Rust.
    Rust,
    /// Go.
    Go,
    /// TypeScript or JavaScript.
    TypeScript,
    /// Python.
    Python,
}

impl Kind {
    /// The kinds and their names. The first name of a kind is the usual one.
    pub const NAMES: [(&'static str, Self); 20] = [
        ("markdown", Self::Markdown),
        ("md", Self::Markdown),
        ("html", Self::Html),
        ("text", Self::Text),
        ("txt", Self::Text),
        ("csv", Self::Csv),
        ("tsv", Self::Tsv),
        ("json", Self::Json),
        ("jsonl", Self::JsonLines),
        ("jsonlines", Self::JsonLines),
        ("ndjson", Self::JsonLines),
        ("yaml", Self::Yaml),
        ("toml", Self::Toml),
        ("openapi", Self::OpenApi),
        ("rust", Self::Rust),
        ("go", Self::Go),
        ("typescript", Self::TypeScript),
        ("ts", Self::TypeScript),
        ("javascript", Self::TypeScript),
        ("python", Self::Python),
    ];

    /// Returns the usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("text", |(name, _)| name)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::NAMES.iter().find(|(other, _)| *other == name);
        found.map(|(_, kind)| *kind).ok_or_else(|| {
            let mut names: Vec<&str> = Vec::new();
            for (name, kind) in Self::NAMES {
                if kind.name() == name {
                    names.push(name);
                }
            }
            format!("`{name}` is no kind of source; the kinds are {}", names.join(", "))
        })
    }
}

/// Recognises the kind of a source from its content. The ending of the path only decides between
/// programming languages, and where the content fits nothing.
#[must_use]
pub fn recognise(path: &str, text: &str) -> Kind {
    let text = text.trim_start_matches('\u{FEFF}');
    let start = text.trim_start();
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    match &*ending {
        "rs" => return Kind::Rust,
        "go" => return Kind::Go,
        "ts" | "tsx" | "mts" | "cts" | "js" | "jsx" | "mjs" | "cjs" => return Kind::TypeScript,
        "py" | "pyi" => return Kind::Python,
        _ => {}
    }
    // `[//]: # "…"` is a comment in Markdown.
    if start.starts_with('{') || (start.starts_with('[') && !start.starts_with("[//]") && !is_toml(text)) {
        return json(text, start);
    }
    if is_html(start) {
        return Kind::Html;
    }
    if text.lines().any(|line| line.starts_with("openapi:") || line.starts_with("swagger:")) {
        return Kind::OpenApi;
    }
    if let Some(language) = language(text) {
        return language;
    }
    if is_toml(text) {
        return Kind::Toml;
    }
    if is_markdown(text) {
        return Kind::Markdown;
    }
    if let Some(kind) = table(text) {
        return kind;
    }
    if let Some(kind) = yaml(text) {
        return kind;
    }
    let by_ending = Kind::NAMES.iter().find(|(name, _)| *name == ending);
    match by_ending {
        Some((_, kind @ (Kind::Markdown | Kind::Csv | Kind::Tsv | Kind::Toml | Kind::Yaml))) => *kind,
        _ if ending == "yml" => Kind::Yaml,
        _ => Kind::Text,
    }
}

fn json(text: &str, start: &str) -> Kind {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_whole = |line: &str| serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok();
    let first_two = [lines.next(), lines.next()];
    if let [Some(first), second] = first_two {
        let many = second.is_some_and(is_whole) && is_whole(first);
        if first.trim_start().starts_with('{') && (many || (second.is_some() && is_whole(first))) {
            return Kind::JsonLines;
        }
    }
    let head = &start[..start.floor_char_boundary_of(100_000)];
    if head.contains("\"openapi\"") || head.contains("\"swagger\"") { Kind::OpenApi } else { Kind::Json }
}

/// The last boundary of a character at or before a byte.
trait FloorBoundary {
    fn floor_char_boundary_of(&self, at: usize) -> usize;
}

impl FloorBoundary for str {
    fn floor_char_boundary_of(&self, at: usize) -> usize {
        let at = at.min(self.len());
        (0..=at).rev().find(|at| self.is_char_boundary(*at)).unwrap_or_default()
    }
}

fn is_html(start: &str) -> bool {
    let head = start.get(..start.floor_char_boundary_of(40)).unwrap_or_default().to_lowercase();
    let tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<table",
        "<div",
        "<h1",
        "<h2",
        "<main",
        "<ul",
        "<!--",
        "<section",
        "<article",
        "<p>",
    ];
    tags.iter().any(|tag| head.starts_with(tag))
}

/// Recognises a programming language. Pages may show code, so the first statement must be code, too.
fn language(text: &str) -> Option<Kind> {
    let starts = |words: &[&str]| {
        text.lines().map(str::trim_start).any(|line| words.iter().any(|word| line.starts_with(word)))
    };
    let first = first_statement(text);
    let begins = |words: &[&str]| words.iter().any(|word| first.starts_with(word));
    if begins(&["package "]) && starts(&["const ", "const(", "var ", "func ", "type "]) {
        return Some(Kind::Go);
    }
    if starts(&["pub enum ", "#[derive(", "pub const ", "impl "]) {
        return Some(Kind::Rust);
    }
    let exports = ["export ", "module.exports", "exports.", "declare ", "const enum ", "import "];
    let declarations = ["enum ", "const ", "type ", "class ", "interface ", "\"use strict\"", "'use strict'"];
    let has_block = || text.lines().any(|line| line.trim_end().ends_with(['{', ';']));
    if (begins(&exports) || begins(&declarations)) && has_block() {
        // Rust writes short enums and constants in the same way.
        let is_rust = begins(&declarations) && rust_file::parse(text).is_ok();
        return Some(if is_rust { Kind::Rust } else { Kind::TypeScript });
    }
    let is_import =
        first.starts_with("import ") || (first.starts_with("from ") && first.contains(" import "));
    let is_class = first.starts_with("class ") && first.ends_with(':');
    let is_python = (is_import || is_class || begins(&["\"\"\"", "'''", "@"]))
        && text.lines().any(|line| line.contains(" = "))
        && !text.contains('├');
    is_python.then_some(Kind::Python)
}

/// Returns the first line that is neither blank nor a comment.
fn first_statement(text: &str) -> &str {
    let mut in_comment = false;
    let is_statement = |line: &&str| {
        in_comment |= line.starts_with("/*");
        let is_comment =
            in_comment || line.starts_with("//") || (line.starts_with('#') && !line.starts_with("#["));
        in_comment &= !line.contains("*/");
        !line.is_empty() && !is_comment
    };
    text.lines().map(str::trim).find(is_statement).unwrap_or_default()
}

fn is_toml(text: &str) -> bool {
    let mut meaningful =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let Some(first) = meaningful.next() else { return false };
    let is_header = |line: &str| {
        let inner = line.trim_start_matches('[');
        let name = inner.split(']').next().unwrap_or_default();
        line.starts_with('[') && inner.contains(']') && !name.is_empty() && !name.contains(['{', ','])
    };
    let is_pair = |line: &str| {
        let Some((key, value)) = line.split_once('=') else { return false };
        let key = key.trim();
        let is_key = key.starts_with(['"', '\''])
            || (!key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-.".contains(&b)));
        is_key && !value.trim().is_empty()
    };
    match meaningful.next() {
        Some(second) if is_header(first) => is_pair(second) || is_header(second),
        _ if is_pair(first) => text.parse::<toml::Table>().is_ok(),
        _ => false,
    }
}

fn is_markdown(text: &str) -> bool {
    let mut heading = false;
    let mut table = 0_usize;
    let mut bare_rows = false;
    let mut before = "";
    let mut quotes = false;
    for line in text.lines() {
        let trimmed = line.trim();
        let hashes = trimmed.bytes().take_while(|b| *b == b'#').count();
        let is_heading = (1..=6).contains(&hashes) && trimmed[hashes..].starts_with(' ');
        heading |= is_heading && !before.starts_with('#') && (before.is_empty() || hashes > 1);
        let is_comment = |line: &str| line == "#" || line.starts_with("# ");
        if (before.starts_with('#') && trimmed == "#") || (is_comment(before) && is_comment(trimmed)) {
            // Comments of a text file.
            return false;
        }
        quotes |= trimmed.starts_with("> ") || trimmed.starts_with("```");
        if trimmed.starts_with('|') && trimmed.ends_with('|') {
            table += 1;
        }
        bare_rows |= !trimmed.starts_with('|') && trimmed.matches(" | ").count() >= 1;
        before = trimmed;
    }
    (heading && !(bare_rows && table > 0)) || (table >= 3 && !bare_rows) || (heading && quotes)
}

/// Returns the kind of a table if the first lines have the same number of cells.
fn table(text: &str) -> Option<Kind> {
    for (delimiter, kind) in [(b'\t', Kind::Tsv), (b',', Kind::Csv), (b';', Kind::Csv)] {
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let records: Vec<csv::StringRecord> = reader.into_records().take(20).map_while(Result::ok).collect();
        let Some(first) = records.first().filter(|first| first.len() > 1) else { continue };
        let same = records.iter().filter(|record| record.len() == first.len()).count();
        let names = first.iter().all(|cell| cell.len() <= 40 && !cell.trim().ends_with('.'));
        let known = first.iter().map(words).any(|words| crate::columns::is_known(&words));
        let enough = if known { same * 10 >= records.len() * 8 } else { same == records.len() && same > 2 };
        if enough && names && records.len() > 1 {
            return Some(kind);
        }
    }
    None
}

fn yaml(text: &str) -> Option<Kind> {
    let mut meaningful = text.lines().filter(|line| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with('#') && line != "---" && !line.starts_with('%')
    });
    let first = meaningful.next()?.trim_end();
    let is_pair = |line: &str| line.ends_with(':') || line.contains(": ");
    if !(is_pair(first) || first.starts_with("- ")) {
        return None;
    }
    if opens_too_much(text) {
        return Some(Kind::Yaml);
    }
    let value: serde_yaml::Value = serde_yaml::from_str(text).ok()?;
    let structured = |value: &serde_yaml::Value| value.is_mapping() || value.is_sequence();
    let is_catalog = match &value {
        serde_yaml::Value::Mapping(map) => map.len() > 1 || map.values().any(structured),
        serde_yaml::Value::Sequence(items) => items.iter().all(serde_yaml::Value::is_mapping),
        _ => false,
    };
    is_catalog.then_some(Kind::Yaml)
}

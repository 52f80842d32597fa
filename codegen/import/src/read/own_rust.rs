//! Reads the Rust that errcat generates: the rows of its macro, in which every code is a text.

use errcat_build::unstable::value::Value;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Item;

use super::hex;
use crate::draft::{Draft, Row, Section};

/// The words of the catalog format, by the numbers of the column of retry advice.
const RETRIES: [&str; 5] = ["", "never", "immediately", "backoff", "retry-after"];

/// Reads the rows of all enums of a file.
pub(super) fn read(items: &[Item]) -> Draft {
    let mut draft = Draft { typed: true, ..Draft::default() };
    let mut section = Section::default();
    collect(items, &mut section.rows);
    if !section.rows.is_empty() {
        draft.add(section);
    }
    hex::settle(&mut draft);
    draft
}

fn collect(items: &[Item], rows: &mut Vec<Row>) {
    for item in items {
        match item {
            Item::Macro(item) if item.mac.path.segments.last().is_some_and(|last| last.ident == "rows") => {
                table(item.mac.tokens.clone(), rows);
            }
            Item::Mod(module) => collect(module.content.as_ref().map_or(&[], |(_, inner)| inner), rows),
            _ => {}
        }
    }
}

/// Reads a table. The names of its columns stand before the first semicolon.
fn table(tokens: TokenStream, rows: &mut Vec<Row>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut lines = tokens.split(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';'));
    let Some([TokenTree::Group(texts), TokenTree::Group(numbers), ..]) = lines.next() else { return };
    let (texts, numbers) = (names(texts.stream()), names(numbers.stream()));
    rows.extend(lines.filter_map(|line| row(line, &texts, &numbers)));
}

/// Returns the names of tables. The types after colons are no names of tables.
fn names(tokens: TokenStream) -> Vec<String> {
    let names = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    });
    names.filter(|name| name.chars().all(|c| c.is_ascii_uppercase() || c == '_')).collect()
}

/// Reads the identifier and the code, each as a text with its length, and the values of all columns.
fn row(line: &[TokenTree], texts: &[String], numbers: &[String]) -> Option<Row> {
    let [TokenTree::Ident(_), _, _, code, _, TokenTree::Group(own), TokenTree::Group(counts)] = line else {
        return None;
    };
    let code = text(code)?;
    let counts = integers(counts.stream());
    let number = |name: &str| {
        let at = numbers.iter().position(|other| other == name)?;
        counts.get(at).copied()
    };
    let mut row = Row::default();
    row.push(
        "code",
        match number("NUMBERS") {
            Some(value) => hex::code(value, code.strip_prefix("0x").map(str::len)),
            None => Value::Text(code),
        },
    );
    let values = own.stream().into_iter().filter_map(|token| text(&token));
    for (name, value) in texts.iter().zip(values) {
        let name = match name.as_str() {
            "NAMES" => "name",
            "MESSAGES" => "message",
            "DESCRIPTIONS" => "description",
            _ => continue,
        };
        if !value.is_empty() {
            row.push(name, Value::Text(value));
        }
    }
    if let Some(status) = number("STATUSES").filter(|status| *status != 0) {
        row.push("status", Value::number(status));
    }
    let retry = number("RETRIES").and_then(|retry| RETRIES.get(usize::try_from(retry).ok()?));
    if let Some(word) = retry.filter(|word| !word.is_empty()) {
        row.push("retry", Value::from(*word));
    }
    Some(row)
}

fn text(token: &TokenTree) -> Option<String> {
    syn::parse2::<syn::LitStr>(TokenStream::from(token.clone())).ok().map(|literal| literal.value())
}

/// Returns the numbers, of which some have a sign.
fn integers(tokens: TokenStream) -> Vec<i64> {
    let mut sign = "";
    let mut numbers = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '-' => sign = "-",
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                numbers.extend(integers(group.stream()));
            }
            other => {
                numbers.extend(format!("{sign}{other}").parse::<i64>());
                sign = "";
            }
        }
    }
    numbers
}

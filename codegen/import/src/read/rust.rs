//! Reads Rust: enums with their attributes and documentation, and constants.

use errcat_build::unstable::value::Value;
use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Expr, Fields, Item, ItemConst, ItemEnum, Lit, Meta, Variant};

use super::own::is_own;
use super::{hex, own_rust};
use crate::draft::{Draft, Row, Section};
use crate::failure::Failure;
use crate::rust_file;
use crate::words::is_token;

/// Reads a file.
pub(crate) fn read(text: &str) -> Result<Draft, Failure> {
    let file = rust_file::parse(text)?;
    let mut draft = Draft { typed: true, ..Draft::default() };
    if is_own(text) {
        draft = own_rust::read(&file.items);
    }
    if draft.is_empty() {
        items(&file.items, &mut draft);
    }
    if draft.is_empty() {
        return Err(Failure::new("no error codes found: no enum with codes, and no constants"));
    }
    hex::settle(&mut draft);
    if let [section] = &mut draft.sections[..] {
        draft.title = section.title.take();
    }
    Ok(draft)
}

fn items(items: &[Item], draft: &mut Draft) {
    let mut constants = Section::default();
    for item in items {
        match item {
            Item::Enum(item) => {
                let section = of_enum(item);
                if !section.rows.is_empty() {
                    draft.add(section);
                }
            }
            Item::Const(item) => constants.rows.extend(of_const(item)),
            Item::Mod(module) => {
                if let Some((_, inner)) = &module.content {
                    self::items(inner, draft);
                }
            }
            Item::Impl(item) => {
                let associated = item.items.iter().filter_map(|item| match item {
                    syn::ImplItem::Const(item) => constant(&item.attrs, &item.ident.to_string(), &item.expr),
                    _ => None,
                });
                constants.rows.extend(associated);
            }
            _ => {}
        }
    }
    if !constants.rows.is_empty() {
        draft.add(constants);
    }
}

/// Reads the variants of an enum that has codes: discriminants or texts of `strum` and `serde`.
fn of_enum(item: &ItemEnum) -> Section {
    let rename = rename_all(&item.attrs);
    let mut section = Section { title: Some(item.ident.to_string()), ..Section::default() };
    let mut next: Option<i64> = None;
    let has_numbers = item.variants.iter().any(|variant| variant.discriminant.is_some());
    for variant in &item.variants {
        next = match &variant.discriminant {
            Some((_, value)) => integer(value),
            None if has_numbers => next.map_or(Some(0), |number| number.checked_add(1)),
            None => None,
        };
        let number = match &variant.discriminant {
            Some((_, value)) => next.map(|number| hex::code(number, hex_digits(value))),
            None => next.map(Value::number),
        };
        section.rows.push(of_variant(variant, number, rename.as_deref()));
    }
    section
}

fn of_variant(variant: &Variant, number: Option<Value>, rename: Option<&str>) -> Row {
    let name = variant.ident.to_string();
    let mut row = Row::default();
    let mut code = text_in(&variant.attrs, "strum", &["serialize", "to_string"]);
    code = code.or_else(|| text_in(&variant.attrs, "serde", &["rename"]));
    code = code.or_else(|| text_in(&variant.attrs, "error_code", &["code"]));
    code = code.or_else(|| rename.map(|rule| renamed(&name, rule)));
    match (number, code) {
        (Some(number), _) => {
            row.push("code", number);
            row.push("name", Value::Text(name));
        }
        (None, Some(code)) => {
            row.push("code", Value::Text(code));
            row.push("name", Value::Text(name));
        }
        (None, None) => row.push("code", Value::Text(name)),
    }
    let message =
        first_text(&variant.attrs, "error").or_else(|| text_in(&variant.attrs, "strum", &["message"]));
    if let Some(message) = message {
        row.push("message", Value::Text(message));
    }
    if let Some(detail) = text_in(&variant.attrs, "strum", &["detailed_message"]) {
        row.push("description", Value::Text(detail));
    }
    documentation(&variant.attrs, &mut row);
    let params: Vec<Value> = match &variant.fields {
        Fields::Named(fields) => fields
            .named
            .iter()
            .filter_map(|field| field.ident.as_ref())
            .map(|name| Value::from(name.to_string().as_str()))
            .collect(),
        _ => Vec::new(),
    };
    if !params.is_empty() {
        row.push("params", Value::List(params));
    }
    row
}

fn of_const(item: &ItemConst) -> Option<Row> {
    constant(&item.attrs, &item.ident.to_string(), &item.expr)
}

/// Reads a constant that is a number, a text, or a call with one of them.
fn constant(attrs: &[Attribute], name: &str, value: &Expr) -> Option<Row> {
    let value = match value {
        Expr::Call(call) => call.args.first()?,
        other => other,
    };
    let code = match (integer(value), value) {
        (Some(number), _) => hex::code(number, hex_digits(value)),
        (None, Expr::Lit(literal)) => match &literal.lit {
            Lit::Str(text) if is_token(&text.value()) => Value::Text(text.value()),
            _ => return None,
        },
        _ => return None,
    };
    let mut row = Row::default();
    row.push("code", code);
    row.push("name", Value::Text(name.to_owned()));
    documentation(attrs, &mut row);
    Some(row)
}

fn integer(value: &Expr) -> Option<i64> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Neg(_)) => integer(&unary.expr)?.checked_neg(),
        Expr::Paren(inner) => integer(&inner.expr),
        Expr::Group(inner) => integer(&inner.expr),
        Expr::Cast(cast) => integer(&cast.expr),
        _ => None,
    }
}

/// Returns the number of digits of a number that is written in hexadecimal.
fn hex_digits(value: &Expr) -> Option<usize> {
    let Expr::Lit(syn::ExprLit { lit: Lit::Int(number), .. }) = value else { return None };
    let written = number.to_string();
    let digits = written.strip_prefix("0x")?.strip_suffix(number.suffix())?;
    Some(digits.bytes().filter(|byte| *byte != b'_').count())
}

/// Adds the documentation, and `#[deprecated]`.
fn documentation(attrs: &[Attribute], row: &mut Row) {
    let mut lines = Vec::new();
    for attr in attrs {
        match &attr.meta {
            Meta::NameValue(pair) if pair.path.is_ident("doc") => {
                if let Expr::Lit(literal) = &pair.value
                    && let Lit::Str(text) = &literal.lit
                {
                    let text = text.value();
                    lines.push(text.strip_prefix(' ').unwrap_or(&text).to_owned());
                }
            }
            meta if meta.path().is_ident("deprecated") => {
                let note = text_in(std::slice::from_ref(attr), "deprecated", &["note"]);
                row.push("deprecated", note.map_or(Value::Bool(true), Value::Text));
            }
            _ => {}
        }
    }
    let text = lines.join("\n");
    let text = text.trim();
    if !text.is_empty() && row.get("description").is_none() {
        row.push("description", Value::Text(text.to_owned()));
    }
}

/// Returns the text after one of these keys in `#[name(key = "…")]`.
fn text_in(attrs: &[Attribute], name: &str, keys: &[&str]) -> Option<String> {
    let lists = attrs.iter().filter(|attr| attr.path().is_ident(name));
    let tokens: Vec<TokenStream> = lists
        .filter_map(|attr| match &attr.meta {
            Meta::List(list) => Some(list.tokens.clone()),
            _ => None,
        })
        .collect();
    keys.iter().find_map(|key| tokens.iter().find_map(|tokens| value_of(tokens, key)))
}

fn value_of(tokens: &TokenStream, key: &str) -> Option<String> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    tokens.windows(3).find_map(|window| match window {
        [TokenTree::Ident(ident), TokenTree::Punct(equals), TokenTree::Literal(literal)]
            if ident == key && equals.as_char() == '=' =>
        {
            text(&TokenTree::Literal(literal.clone()))
        }
        _ => None,
    })
}

/// Returns the first text in `#[name("…")]`.
fn first_text(attrs: &[Attribute], name: &str) -> Option<String> {
    attrs.iter().filter(|attr| attr.path().is_ident(name)).find_map(|attr| match &attr.meta {
        Meta::List(list) => list.tokens.clone().into_iter().next().and_then(|token| text(&token)),
        _ => None,
    })
}

fn text(token: &TokenTree) -> Option<String> {
    syn::parse2::<syn::LitStr>(TokenStream::from(token.clone())).ok().map(|literal| literal.value())
}

/// Returns the rule of `#[strum(serialize_all = "…")]` or `#[serde(rename_all = "…")]`.
fn rename_all(attrs: &[Attribute]) -> Option<String> {
    text_in(attrs, "strum", &["serialize_all"]).or_else(|| text_in(attrs, "serde", &["rename_all"]))
}

/// Applies a rule to the name of a variant, as strum and serde do.
fn renamed(name: &str, rule: &str) -> String {
    let words = crate::words::words(name);
    let joined = |separator: &str| words.replace(' ', separator);
    match rule.to_lowercase().replace(['-', '_'], "").as_str() {
        "lowercase" => name.to_lowercase(),
        "uppercase" => name.to_uppercase(),
        "snakecase" if rule.contains("SNAKE") => joined("_").to_uppercase(),
        "screamingsnakecase" | "shoutysnakecase" => joined("_").to_uppercase(),
        "snakecase" => joined("_"),
        "screamingkebabcase" => joined("-").to_uppercase(),
        "kebabcase" if rule.contains("KEBAB") => joined("-").to_uppercase(),
        "kebabcase" => joined("-"),
        "camelcase" if rule.starts_with('c') => {
            let mut chars = name.chars();
            chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
        }
        _ => name.to_owned(),
    }
}

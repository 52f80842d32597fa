//! Reads generated Rust like a compiler: evaluates the tables of texts in the syntax tree.

use std::collections::BTreeMap;

use proc_macro2::TokenTree;

/// The texts of every table of a module. A row without a text is `None`.
pub type Tables = BTreeMap<String, Vec<Option<String>>>;

/// Parses a file.
pub fn parse(text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("the emitted code is not Rust: {error}"))
}

/// Returns the items of the module at `path`.
pub fn module<'f>(file: &'f syn::File, path: &[&str]) -> &'f [syn::Item] {
    let mut items = file.items.as_slice();
    for name in path {
        let inner = items.iter().find_map(|item| match item {
            syn::Item::Mod(module) if module.ident == name => module.content.as_ref(),
            _ => None,
        });
        items = &inner.unwrap_or_else(|| panic!("there is no module `{name}` of {path:?}")).1;
    }
    items
}

/// Returns the columns of texts in the rows of some items. `CODES` contains the codes followed by
/// the aliases.
pub fn tables(items: &[syn::Item]) -> Tables {
    let rows = items.iter().find_map(|item| match item {
        syn::Item::Macro(item) if item.mac.path.segments.last()?.ident == "rows" => {
            Some(item.mac.tokens.clone())
        }
        _ => None,
    });
    let rows: Vec<Vec<TokenTree>> =
        split(&rows.unwrap_or_else(|| panic!("there are no rows")).into_iter().collect::<Vec<_>>());
    let Some(([head @ .., more, _], rows)) = rows.split_first().map(|(head, rows)| (head.as_slice(), rows))
    else {
        panic!("the rows have a head")
    };
    let [TokenTree::Group(columns), _, _, TokenTree::Group(aliases), _] = head else {
        panic!("the head names columns, then aliases")
    };
    assert!(
        literal(more).chars().all(|c| c == '-'),
        "what a lookup may read after the last code is filled up"
    );
    let mut tables = Tables::new();
    let mut push = |name: &str, text: String| tables.entry(name.to_owned()).or_default().push(Some(text));
    let names: Vec<String> = columns.stream().into_iter().map(|name| name.to_string()).collect();
    for row in rows {
        let [variant, ident, ident_length, code, code_length, TokenTree::Group(texts), _] = row.as_slice()
        else {
            panic!("a row has another form: {row:?}")
        };
        assert_eq!(variant.to_string(), literal(ident));
        push("IDENTS", text(ident, ident_length));
        push("CODES", text(code, code_length));
        for (name, text) in names.iter().zip(self::texts(texts)) {
            push(name, text);
        }
    }
    for alias in texts(aliases) {
        push("CODES", alias);
    }
    for name in names {
        if let Some(rows) = tables.get_mut(&name) {
            let idents: Vec<String> = rows_of_idents(items);
            for (row, ident) in rows.iter_mut().zip(&idents) {
                if row.as_deref() == Some("") && !is_present(items, &name, ident) {
                    *row = None;
                }
            }
        }
    }
    tables
}

/// Returns the variants of the enum `Code`.
fn rows_of_idents(items: &[syn::Item]) -> Vec<String> {
    items
        .iter()
        .find_map(|item| match item {
            syn::Item::Enum(item) if item.ident == "Code" => {
                Some(item.variants.iter().map(|variant| variant.ident.to_string()).collect())
            }
            _ => None,
        })
        .unwrap_or_default()
}

/// Returns whether the method of a column treats the empty text of this variant as present.
fn is_present(items: &[syn::Item], column: &str, ident: &str) -> bool {
    let method = column.trim_end_matches('S').to_lowercase();
    let functions = items.iter().filter_map(|item| match item {
        syn::Item::Impl(block) if block.trait_.is_none() => Some(&block.items),
        _ => None,
    });
    let body = functions.flatten().find_map(|item| match item {
        syn::ImplItem::Fn(function) if function.sig.ident == method => {
            Some(quote::ToTokens::to_token_stream(&function.block).to_string())
        }
        _ => None,
    });
    let body = body.unwrap_or_else(|| panic!("there is no method `{method}`"));
    body.contains(&format!("{column} . get"))
        || body.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == ident)
}

/// Splits tokens at semicolons.
fn split(tokens: &[TokenTree]) -> Vec<Vec<TokenTree>> {
    let is_end = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';');
    tokens.split(is_end).map(<[_]>::to_vec).filter(|part| !part.is_empty()).collect()
}

/// Returns texts that are each followed by their length.
fn texts(group: &proc_macro2::Group) -> Vec<String> {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    tokens.chunks(2).map(|pair| text(&pair[0], &pair[1])).collect()
}

fn text(token: &TokenTree, length: &TokenTree) -> String {
    let text = literal(token);
    assert_eq!(text.len().to_string(), length.to_string(), "the length of {text:?}");
    text
}

/// Returns the value of a string literal.
fn literal(token: &TokenTree) -> String {
    match token {
        TokenTree::Literal(literal) => match syn::Lit::new(literal.clone()) {
            syn::Lit::Str(text) => text.value(),
            _ => panic!("{literal} is no text"),
        },
        _ => panic!("{token} is no literal"),
    }
}

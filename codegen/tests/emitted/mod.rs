//! Reads emitted Rust as a compiler does: the tables of texts, evaluated out of the syntax tree.

use std::collections::BTreeMap;

/// The texts of every table of one module, row by row; a row without a text is `None`.
pub type Tables = BTreeMap<String, Vec<Option<String>>>;

/// The file as a syntax tree.
pub fn parse(text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("the emitted code is not Rust: {error}"))
}

/// The items of the module at `path`.
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

/// The statics among some items: name, type and value.
pub fn statics(items: &[syn::Item]) -> impl Iterator<Item = (String, &syn::Type, &syn::Expr)> {
    items.iter().filter_map(|item| match item {
        syn::Item::Static(item) => Some((item.ident.to_string(), &*item.ty, &*item.expr)),
        _ => None,
    })
}

/// The tables of texts among some items.
pub fn tables(items: &[syn::Item]) -> Tables {
    statics(items).filter_map(|(name, _, value)| Some((name, rows(value)?))).collect()
}

/// The rows of `Texts::new("…", b"…")` or `SomeTexts::new("…", b"…")`.
fn rows(value: &syn::Expr) -> Option<Vec<Option<String>>> {
    let syn::Expr::Call(call) = value else { return None };
    let syn::Expr::Path(function) = &*call.func else { return None };
    let names: Vec<String> = function.path.segments.iter().map(|part| part.ident.to_string()).collect();
    let [.., table, new] = names.as_slice() else { return None };
    let arguments: Vec<&syn::Expr> = call.args.iter().collect();
    let ([blob, numbers], "new") = (arguments.as_slice(), new.as_str()) else { return None };
    let (blob, numbers) = (text(blob)?, numbers_of_four_bytes(numbers)?);
    match table.as_str() {
        "Texts" => {
            // What a lookup may read behind the last code is filled up.
            let rest = blob[numbers[numbers.len() - 1]..].trim_start_matches('-');
            assert_eq!((numbers[0], rest), (0, ""), "the rows cover the blob");
            Some(numbers.windows(2).map(|span| Some(blob[span[0]..span[1]].to_owned())).collect())
        }
        "SomeTexts" => Some(numbers.chunks(2).map(|span| some_text(&blob, span)).collect()),
        _ => None,
    }
}

fn some_text(blob: &str, span: &[usize]) -> Option<String> {
    let [start, length] = span else { panic!("a row is a start and a length") };
    (*length != 0xffff_ffff).then(|| blob[*start..start + length].to_owned())
}

fn numbers_of_four_bytes(value: &syn::Expr) -> Option<Vec<usize>> {
    let bytes = bytes(value)?;
    assert_eq!(bytes.len() % 4, 0, "a number is four bytes");
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte));
    Some(bytes.chunks(4).map(number).collect())
}

/// The value of a literal of bytes, or of `*` and one.
pub fn bytes(value: &syn::Expr) -> Option<Vec<u8>> {
    match value {
        syn::Expr::Unary(syn::ExprUnary { op: syn::UnOp::Deref(_), expr, .. }) => bytes(expr),
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::ByteStr(bytes), .. }) => Some(bytes.value()),
        _ => None,
    }
}

/// The value of a string literal.
fn text(value: &syn::Expr) -> Option<String> {
    match value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

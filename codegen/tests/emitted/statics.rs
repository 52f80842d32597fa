//! Reads the statics of emitted Rust.

/// The statics among some items: name, type and value.
pub(crate) fn of(items: &[syn::Item]) -> impl Iterator<Item = (String, &syn::Type, &syn::Expr)> {
    items.iter().filter_map(|item| match item {
        syn::Item::Static(item) => Some((item.ident.to_string(), &*item.ty, &*item.expr)),
        _ => None,
    })
}

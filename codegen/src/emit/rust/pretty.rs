//! Items from `quote` as the text that people read.

use proc_macro2::TokenStream;

/// Every item of `tokens`, formatted, with a blank line between two of them.
pub(super) fn items(tokens: TokenStream) -> String {
    let file: syn::File = match syn::parse2(tokens) {
        Ok(file) => file,
        Err(error) => unreachable!("the emitter wrote what Rust cannot read: {error}"),
    };
    let texts: Vec<String> = file
        .items
        .into_iter()
        .map(|item| {
            prettyplease::unparse(&syn::File {
                shebang: None,
                frontmatter: None,
                attrs: Vec::new(),
                items: vec![item],
            })
        })
        .collect();
    texts.join("\n")
}

/// A checked name as a token.
pub(super) fn ident(name: &crate::text::ident::Ident) -> proc_macro2::Ident {
    proc_macro2::Ident::new(name.as_str(), proc_macro2::Span::call_site())
}

//! The readers, one per kind of source.

#[cfg(feature = "source-code")]
mod code;
mod csv;
mod hex;
mod html;
mod json;
mod markdown;
mod openapi;
mod own;
mod own_rust;
mod page;
mod rust;
mod text;
mod toml;
mod tree;
mod value;
mod yaml;

use crate::draft::Draft;
use crate::failure::Failure;
use crate::kind::Kind;

/// Reads a source.
pub(crate) fn read(kind: Kind, text: &str) -> Result<Draft, Failure> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut draft = match kind {
        Kind::Csv => csv::read(text, false),
        Kind::Tsv => csv::read(text, true),
        Kind::Json => json::read(text),
        Kind::JsonLines => json::read_lines(text),
        Kind::Yaml => yaml::read(text),
        Kind::Toml => toml::read(text),
        Kind::Text => text::read(text),
        Kind::Markdown => markdown::read(text),
        Kind::Html => html::read(text),
        Kind::OpenApi => openapi::read(text),
        Kind::Rust => rust::read(text),
        #[cfg(feature = "source-code")]
        Kind::Go | Kind::TypeScript | Kind::Python => code::read(kind, text),
        #[cfg(not(feature = "source-code"))]
        Kind::Go | Kind::TypeScript | Kind::Python => Err(Failure::new(format!(
            "this command cannot read source code in {kind}; \
             `cargo install --locked errcat-cli --features source-code` installs one that can"
        ))),
    }?;
    if own::is_own(text) {
        own::settle(&mut draft, kind == Kind::OpenApi);
    }
    Ok(draft)
}

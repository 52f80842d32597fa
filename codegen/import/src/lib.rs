//! Imports catalogs of error codes from tables, pages, API descriptions and source code.
//!
//! The data flows through one type per stage:
//!
//! ```text
//! bytes ─▶ Kind ──read──▶ Draft ──map──▶ Catalog ──write──▶ YAML
//! ```
//!
//! A reader knows one kind of source and nothing of catalogs. The mapping knows catalogs and nothing
//! of sources. Nothing is invented: what a source does not say stays absent, and every guess is a
//! comment in the YAML.
//!
//! ```
//! use errcat_import::{Options, Source, import, write};
//!
//! let table = "code,message\ncart_empty,The cart is empty.\n";
//! let source = Source { path: "shop.csv", bytes: table.as_bytes() };
//! let imported = import(&[source], "shop", &Options::default()).unwrap();
//! let text = write::single(&imported.mapped.catalog).unwrap();
//! assert!(text.ends_with("errors:\n  cart_empty: The cart is empty.\n"), "{text}");
//! ```

mod catalog;
mod columns;
mod draft;
mod failure;
mod kind;
mod map;
mod options;
mod outcome;
mod read;
pub mod report;
mod rust_file;
mod update;
mod words;
pub mod write;

pub use catalog::{Catalog, Entry, Family, Key};
pub use draft::{Draft, Note, Row, Section};
pub use failure::Failure;
pub use kind::{Kind, recognise};
pub use options::Options;
pub use outcome::{Decision, Mapped};
pub use update::{Update, update};
pub use words::slug;

/// The largest source in bytes.
pub const LARGEST_SOURCE: usize = 32 << 20;

/// A source.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// The path, for reports and for the title of the catalog.
    pub path: &'s str,
    /// The content.
    pub bytes: &'s [u8],
}

/// An imported catalog.
#[derive(Clone, Debug)]
pub struct Import {
    /// The kinds of the sources.
    pub kinds: Vec<Kind>,
    /// The catalog, with its guesses.
    pub mapped: Mapped,
}

/// Imports one catalog from its sources. `id` is the name of the folder of the catalog.
///
/// # Errors
/// Returns an error if a source cannot be read, if it has no codes, or if an option does not fit.
pub fn import(sources: &[Source<'_>], id: &str, options: &Options) -> Result<Import, Failure> {
    let mut kinds = Vec::new();
    let mut whole = Draft::default();
    for source in sources {
        let text = text(source)?;
        let kind = options.from.unwrap_or_else(|| recognise(source.path, text));
        let draft = read::read(kind, text).map_err(|failure| Failure {
            line: failure.line,
            reason: if sources.len() > 1 {
                format!("{}: {}", source.path, failure.reason)
            } else {
                failure.reason
            },
        })?;
        kinds.push(kind);
        append(&mut whole, draft, source.path, sources.len() > 1);
    }
    let title = sources.first().map_or_else(|| title(id), |source| title(stem(source.path)));
    let mapped = map::map(&whole, id, &title, options)?;
    Ok(Import { kinds, mapped })
}

/// Returns the text of a source.
fn text<'s>(source: &Source<'s>) -> Result<&'s str, Failure> {
    if source.bytes.len() > LARGEST_SOURCE {
        let limit = LARGEST_SOURCE >> 20;
        return Err(Failure::new(format!(
            "the file is larger than {limit} MiB; import the part with the codes"
        )));
    }
    if source.bytes.contains(&0) {
        return Err(Failure::new("the file is binary, not text"));
    }
    let text = std::str::from_utf8(source.bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&source.bytes[..error.valid_up_to()]);
        let line = valid.matches('\n').count() + 1;
        Failure::at(line, "the file is not UTF-8 text from here")
    })?;
    if text.trim().is_empty() {
        return Err(Failure::new("the file is empty"));
    }
    Ok(text)
}

/// Adds the draft of a source. Of several sources, those without sections are a section each.
fn append(whole: &mut Draft, mut draft: Draft, path: &str, is_one_of_many: bool) {
    if let (true, [section]) = (is_one_of_many, &mut draft.sections[..])
        && section.title.is_none()
    {
        section.title = Some(draft.title.take().unwrap_or_else(|| title(stem(path))));
    }
    if whole.sections.is_empty() {
        *whole = draft;
        return;
    }
    whole.typed &= draft.typed;
    whole.classes &= draft.classes;
    whole.separator = whole.separator.take().or(draft.separator);
    for section in draft.sections {
        whole.add(section);
    }
    whole
        .notes
        .extend(draft.notes.into_iter().map(|note| Note { text: format!("{path}: {}", note.text), ..note }));
}

/// Returns the name of a file without its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.split_once('.').map_or(name, |(stem, _)| stem)
}

/// Returns a title made from the name of a file.
fn title(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut chars = words.trim().chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => "Errors".to_owned(),
    }
}

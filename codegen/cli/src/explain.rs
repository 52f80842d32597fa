//! `errcat explain`: shows everything about a code.

use errcat_build::unstable::emit::words;
use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Error};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::nearest::nearest;
use errcat_build::unstable::text::reveal::reveal;

use crate::args::Format;
use crate::library::{self, Library};
use crate::output::Output;
use crate::{explain_change, explain_key};

#[derive(clap::Args)]
pub(crate) struct Explain {
    /// A code in any case, or `catalog/code`, or `catalog/family/code`, or the name of a rule or
    /// of a change, or a key, or `map.key`.
    #[arg(allow_hyphen_values = true)]
    pub(crate) code: String,
}

pub(crate) fn run(args: &Explain) -> Output {
    let libraries = libraries();
    let known: Vec<Known<'_>> =
        libraries.iter().enumerate().flat_map(|(at, library)| library.known(at, &libraries)).collect();
    let found = search(&known, &args.code);
    match found.as_slice() {
        [one] => Output { text: one.explain(), ..Output::default() },
        [] => match described(&args.code) {
            Some(text) => Output { text, ..Output::default() },
            None => Output { text: not_found(&known, &args.code), found: true, ..Output::default() },
        },
        [first, rest @ ..] if rest.iter().all(|other| first.shares_code_with(other)) => {
            let texts: Vec<String> = found.iter().map(Known::explain).collect();
            Output { text: texts.join("\n"), ..Output::default() }
        }
        many => Output { text: ambiguous(many, &args.code), found: true, ..Output::default() },
    }
}

/// Describes a rule, a change or a key. `deprecated` and `retired` are changes and keys.
fn described(name: &str) -> Option<String> {
    let texts: Vec<String> =
        explain_change::explain(name).into_iter().chain(explain_key::explain(name)).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

/// Returns the catalogs of the project, if they can be read, followed by the built-in ones.
fn libraries() -> Vec<Library> {
    let project = library::project(Format::Concise).ok().and_then(Result::ok);
    let own = project.and_then(|project| Library::open(&project, &[], "").ok());
    own.into_iter().chain([Library::built_in()]).collect()
}

impl Library {
    /// Returns the errors of this library, without catalogs that an earlier library also has.
    fn known<'l>(&'l self, at: usize, libraries: &'l [Library]) -> Vec<Known<'l>> {
        let shadowed = |catalog: &Catalog| {
            libraries[..at]
                .iter()
                .any(|library| library.compiled.model.catalogs.iter().any(|other| other.id == catalog.id))
        };
        let catalogs = self.compiled.model.catalogs.iter().filter(|catalog| !shadowed(catalog));
        let entries = |catalog: &'l Catalog| {
            let known = |entry| Known { sources: &self.sources, catalog, entry };
            catalog.errors.iter().map(known)
        };
        catalogs.flat_map(entries).collect()
    }
}

/// An error, its catalog and its sources.
#[derive(Clone, Copy)]
struct Known<'l> {
    sources: &'l Sources,
    catalog: &'l Catalog,
    entry: &'l Error,
}

/// Returns the errors that match `query`: exactly if possible, else by letters and digits alone.
fn search<'l>(known: &[Known<'l>], query: &str) -> Vec<Known<'l>> {
    let exact: Vec<_> =
        known.iter().copied().filter(|known| known.texts().iter().any(|text| text == query)).collect();
    if !exact.is_empty() {
        return exact;
    }
    let carries = |known: &Known<'_>| known.entry.carried.as_ref().is_some_and(|it| it.matches(query));
    let carrying: Vec<_> = known.iter().copied().filter(carries).collect();
    if !carrying.is_empty() {
        return carrying;
    }
    let wanted = folded(query);
    if wanted.is_empty() {
        return Vec::new();
    }
    known.iter().copied().filter(|known| known.names().iter().any(|name| folded(name) == wanted)).collect()
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || *c == '/').flat_map(char::to_lowercase).collect()
}

impl Known<'_> {
    /// Returns the code, the code with its catalog and family, and the aliases.
    fn texts(&self) -> Vec<String> {
        let (catalog, family) = (&self.catalog.id, &self.catalog.family_of(self.entry).id);
        let code = &self.entry.code.value;
        let mut texts = vec![code.clone(), format!("{catalog}/{code}"), format!("{catalog}/{family}/{code}")];
        texts.extend(self.entry.aliases.iter().map(|alias| alias.value.clone()));
        texts
    }

    /// Returns every text that finds the error.
    fn names(&self) -> Vec<String> {
        let mut names = self.texts();
        names.push(self.entry.ident.to_string());
        names.push(self.entry.constant.to_string());
        names.extend(self.entry.constants.iter().map(|constant| constant.name.to_string()));
        names.extend(self.entry.name.iter().map(|name| name.value.clone()));
        names
    }

    /// Returns `true` if both are variants of one code.
    fn shares_code_with(&self, other: &Self) -> bool {
        let same = std::ptr::eq(self.catalog, other.catalog) && self.entry.family == other.entry.family;
        same && self.entry.code.value == other.entry.code.value
    }

    /// Returns the shortest unambiguous path to the error.
    fn path(&self) -> String {
        let family = &self.catalog.family_of(self.entry).id;
        match self.catalog.unique {
            Unique::Catalog => format!("{}/{}", self.catalog.id, self.entry.code.value),
            Unique::Family => format!("{}/{family}/{}", self.catalog.id, self.entry.code.value),
        }
    }

    /// Returns the location of the error for a list of matches.
    fn place(&self) -> String {
        match self.catalog.unique {
            Unique::Catalog => self.catalog.id.clone(),
            Unique::Family => format!("{}/{}", self.catalog.id, self.catalog.family_of(self.entry).id),
        }
    }

    fn rust_path(&self) -> String {
        let family = self.catalog.family_of(self.entry);
        let module = match self.catalog.unique {
            Unique::Catalog => self.catalog.module.to_string(),
            Unique::Family => format!("{}::{}", self.catalog.module, family.module),
        };
        format!("{module}::Code::{}", self.entry.ident)
    }

    fn summary(&self) -> &str {
        let message = self.entry.message.as_ref().map(|message| message.as_str());
        message.or(self.entry.description.as_deref()).unwrap_or_default()
    }

    fn explain(&self) -> String {
        let Self { catalog, entry, .. } = self;
        let family = catalog.family_of(entry);
        let name = entry.name.as_ref().map_or(entry.ident.as_str(), |name| name.as_str());
        let title = format!("{}  {name}", entry.code.value);
        let mut text = format!("{:<56} {} · {}\n", reveal(&title), catalog.id, reveal(&family.title));
        for paragraph in [entry.message.as_ref().map(|message| &message.value), entry.description.as_ref()] {
            for (at, line) in paragraph.iter().flat_map(|text| text.lines()).enumerate() {
                let before = if at == 0 { "\n  " } else { "  " };
                text.push_str(&format!("{before}{}\n", reveal(line)));
            }
        }
        text.push('\n');
        for (label, value) in self.facts() {
            text.push_str(&format!("  {label:<12} {}\n", reveal(&value)));
        }
        text
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        let Self { sources, catalog, entry } = self;
        let mut facts = words::explained(catalog, entry);
        let mut add = |label, value: Option<String>| facts.extend(value.map(|value| (label, value)));
        add("docs", catalog.docs_of(entry));
        add("Rust", Some(self.rust_path()));
        let span = entry.code.span;
        add("source", Some(format!("{}:{}", sources.path(span.file), sources.start(span).line)));
        facts
    }
}

fn ambiguous(found: &[Known<'_>], query: &str) -> String {
    let width = found.iter().map(|known| known.place().len()).max().unwrap_or(0);
    let mut text = format!("{} codes match `{}`:\n", found.len(), reveal(query));
    for known in found {
        let status = known.entry.status.map_or_else(|| "   ".to_owned(), |status| status.value.to_string());
        let place = known.place();
        text.push_str(&format!("  {place:<width$}  {status}  {}\n", reveal(known.summary())));
    }
    if let Some(last) = found.last() {
        text.push_str(&format!("choose one, for example: errcat explain {}\n", reveal(&last.path())));
    }
    text
}

fn not_found(known: &[Known<'_>], query: &str) -> String {
    let names: Vec<String> = known.iter().flat_map(Known::names).collect();
    let mut text = format!("no code matches `{}`", reveal(query));
    if let Some(near) = nearest(query, names.iter().map(String::as_str)) {
        text.push_str(&format!("; did you mean `{}`?", reveal(near.word)));
    }
    text.push('\n');
    text
}

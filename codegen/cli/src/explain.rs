//! `errcat explain`: shows everything about a code.

use std::io::Read;

use errcat_build::unstable::emit::{json, words};
use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Class, Error};
use errcat_build::unstable::project::{Failure, is_there};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::nearest::nearest;
use errcat_build::unstable::text::reveal::reveal;

use crate::args::Format;
use crate::library::{self, Library};
use crate::output::Output;
use crate::{explain_change, explain_key, explain_pasted, explain_removed};

#[derive(clap::Args)]
pub(crate) struct Explain {
    /// A code in any case, or a part of it, or `catalog/code`, or `catalog/family/code`. Or the body of
    /// a response, or a line of a log, or `-` for standard input. Or the name of a rule or of a
    /// change, or a key, or `map.key`.
    #[arg(allow_hyphen_values = true)]
    pub(crate) code: String,
    /// The format: for people, or one JSON object per error and line.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: ExplainFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ExplainFormat {
    /// For people.
    Human,
    /// One JSON object per error, as `errcat print catalog` prints it.
    Json,
}

/// The maximum number of bytes that are read from standard input.
const LONGEST: u64 = 1 << 20;

/// The maximum number of characters of a text without a code that are shown.
const LONGEST_SHOWN: usize = 80;

pub(crate) fn run(args: &Explain) -> Result<Output, Failure> {
    let mut query = args.code.clone();
    if query == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().take(LONGEST).read_to_end(&mut bytes);
        read.map_err(|error| Failure::new("standard input", error))?;
        // Logs can have anything.
        String::from_utf8_lossy(&bytes).trim_end().clone_into(&mut query);
    }
    answer(&query, args.format)
}

fn answer(query: &str, format: ExplainFormat) -> Result<Output, Failure> {
    let (libraries, unread) = libraries(query);
    let known: Vec<Known<'_>> =
        libraries.iter().enumerate().flat_map(|(at, library)| library.known(at, &libraries)).collect();
    let mut found = search(&known, query);
    if found.is_empty() {
        if let Some(text) = described(query) {
            return Ok(Output { text, ..Output::default() });
        }
        let catalogs = libraries.iter().flat_map(|library| &library.compiled.model.catalogs);
        let wanted = folded(query);
        let is_meant = |catalog: &str, code: &str| {
            code == query || folded(code) == wanted || folded(&format!("{catalog}/{code}")) == wanted
        };
        if let Some(text) = explain_removed::explain(catalogs, is_meant) {
            return Ok(Output { text, ..Output::default() });
        }
        let pasted = explain_pasted::find(&known, |known| (known.catalog, known.entry), query);
        found = pasted.into_iter().copied().collect();
    }
    if found.is_empty() {
        found = containing(&known, query);
    }
    if found.is_empty() {
        let not_found = || Ok(Output { text: not_found(&known, query), found: true, ..Output::default() });
        return unread.unwrap_or_else(not_found);
    }
    let is_one = found.iter().all(|other| found[0].shares_code_with(other));
    Ok(if format == ExplainFormat::Json {
        let lines = found.iter().map(|known| json::line(known.catalog, known.entry) + "\n");
        Output { text: lines.collect(), found: !is_one, ..Output::default() }
    } else if is_one {
        let texts: Vec<String> = found.iter().map(Known::explain).collect();
        Output { text: texts.join("\n"), ..Output::default() }
    } else {
        Output { text: ambiguous(&found, query), found: true, ..Output::default() }
    })
}

/// Describes a rule, a change or a key. `deprecated` and `retired` are changes and keys.
fn described(name: &str) -> Option<String> {
    let texts: Vec<String> =
        explain_change::explain(name).into_iter().chain(explain_key::explain(name)).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

/// Returns the catalogs of the project, or why they cannot be read. Outside of a project, and for a
/// code with the id of a built-in catalog before it, the built-in ones are there, too.
fn libraries(query: &str) -> (Vec<Library>, Option<Result<Output, Failure>>) {
    let (mut own, mut unread, mut configured) = (None, None, true);
    match library::project(Format::Human) {
        Ok(Ok(project)) => {
            configured = project.configured;
            let is_started = configured || is_there(&project.root.join(&project.settings.catalogs));
            match Library::open(&project, &[], "") {
                Ok(library) => own = Some(library),
                Err(failure) => unread = is_started.then_some(Err(failure)),
            }
        }
        Ok(Err(output)) => unread = Some(Ok(output)),
        Err(failure) => unread = Some(Err(failure)),
    }
    let built_in = Library::built_in();
    let mut ids = built_in.compiled.model.catalogs.iter().map(|catalog| format!("{}/", catalog.id));
    let is_outside = own.is_none() && !configured;
    let is_wanted = is_outside || ids.any(|prefix| query.starts_with(&prefix));
    (own.into_iter().chain(is_wanted.then_some(built_in)).collect(), unread)
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

/// The number of letters and digits from which on a part of a code finds it.
const SHORTEST: usize = 3;

/// Returns the errors of which the query is a part of the code.
fn containing<'l>(known: &[Known<'l>], query: &str) -> Vec<Known<'l>> {
    let wanted = folded(query);
    if wanted.len() < SHORTEST {
        return Vec::new();
    }
    known.iter().copied().filter(|known| folded(&known.entry.code.value).contains(&wanted)).collect()
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
        names.extend(self.entry.ident.given().map(str::to_owned));
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

    /// Returns the class into which clients sort the error, and its ancestors.
    fn class(&self) -> Option<String> {
        let status = self.entry.status.map(|status| status.value);
        let classes = &self.catalog.classes;
        let class = classes.iter().find(|class| class.takes(&self.entry.code, status))?;
        let parent = |class: &&Class| class.parent.and_then(|parent| classes.get(parent));
        let line = std::iter::successors(Some(class), |class| parent(class)).take(classes.len());
        Some(line.map(|class| class.name.as_str()).collect::<Vec<_>>().join(" < "))
    }

    /// Returns the path of the variant, if it has a valid name.
    fn rust_path(&self) -> Option<String> {
        let ident = self.entry.ident.given()?;
        let family = self.catalog.family_of(self.entry);
        let module = match self.catalog.unique {
            Unique::Catalog => self.catalog.module.to_string(),
            Unique::Family => format!("{}::{}", self.catalog.module, family.module),
        };
        Some(format!("{module}::Code::{ident}"))
    }

    /// Returns the message. The server writes the rest of a dynamic one.
    fn message(&self) -> Option<String> {
        let rest = if self.entry.dynamic { "…" } else { "" };
        self.entry.message.as_ref().map(|message| format!("{}{rest}", message.value))
    }

    fn summary(&self) -> String {
        self.message().or(self.entry.description.clone()).unwrap_or_default()
    }

    fn explain(&self) -> String {
        let Self { catalog, entry, .. } = self;
        let family = catalog.family_of(entry);
        let name = entry.name.as_ref().map(|name| name.as_str()).or(entry.ident.given());
        let title = format!("{}  {}", entry.code.value, name.unwrap_or_default());
        let mut text = format!("{:<56} {} · {}\n", reveal(&title), catalog.id, reveal(&family.title));
        for paragraph in [self.message(), entry.description.clone()] {
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
        if entry.class.is_none() {
            add("class", self.class().map(|class| format!("{class} (by rule)")));
        }
        add("docs", catalog.docs_of(entry));
        add("Rust", self.rust_path());
        let span = entry.code.span;
        add("source", Some(format!("{}:{}", sources.path(span.file), sources.start(span).line)));
        facts
    }
}

fn ambiguous(found: &[Known<'_>], query: &str) -> String {
    let is_one_code = found.iter().all(|known| known.entry.code.value == found[0].entry.code.value);
    let subject =
        if query.chars().count() > 60 { "the text".to_owned() } else { format!("`{}`", reveal(query)) };
    let mut text = format!("{} codes match {subject}:\n", found.len());
    let place = |known: &Known<'_>| {
        if is_one_code { known.place() } else { reveal(&known.path()).into_owned() }
    };
    let shown = &found[..found.len().min(MOST)];
    let width = shown.iter().map(|known| place(known).chars().count()).max().unwrap_or(0);
    for known in shown {
        let status = known.entry.status.map_or_else(|| "   ".to_owned(), |status| status.value.to_string());
        let summary = reveal(known.summary().lines().next().unwrap_or_default()).into_owned();
        text.push_str(format!("  {:<width$}  {status}  {summary}", place(known)).trim_end());
        text.push('\n');
    }
    if found.len() > MOST {
        text.push_str(&format!("  and {} more\n", found.len() - MOST));
    }
    if let Some(last) = shown.last() {
        text.push_str(&format!("choose one, for example: errcat explain {}\n", reveal(&last.path())));
    }
    text
}

/// The number of matches that are shown.
const MOST: usize = 20;

/// The number of near codes that are shown.
const NEAREST: usize = 3;

fn not_found(known: &[Known<'_>], query: &str) -> String {
    if query.contains(char::is_whitespace) {
        return "no known code is in the text\n".to_owned();
    }
    let names: Vec<String> = known.iter().flat_map(Known::names).collect();
    let mut left: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut near: Vec<String> = Vec::new();
    while near.len() < NEAREST
        && let Some(next) = nearest(query, left.iter().copied())
    {
        near.push(format!("`{}`", reveal(next.word)));
        let word = next.word.to_owned();
        left.retain(|name| folded(name) != folded(&word));
    }
    // What was pasted can have any length.
    let shown: String = query.chars().take(LONGEST_SHOWN).collect();
    let rest = if shown.len() < query.len() { "…" } else { "" };
    let mut text = format!("no code matches `{}{rest}`", reveal(&shown));
    match near.split_last() {
        None => {}
        Some((only, [])) => text.push_str(&format!("; did you mean {only}?")),
        Some((last, others)) => text.push_str(&format!("; did you mean {} or {last}?", others.join(", "))),
    }
    text.push('\n');
    text
}

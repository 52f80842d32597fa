//! What pages show about an error, for HTML and Markdown alike.

mod brief;
mod classes;
mod names;
mod neighbours;
mod paths;
pub(crate) mod sample;

use errcat_build::unstable::emit::json;
use errcat_build::unstable::emit::words::words;
use errcat_build::unstable::format::attributes::{Attribute, Audience, Shown};
use errcat_build::unstable::format::vocabulary::{Retry, Term, Unique};
use errcat_build::unstable::model::{Catalog, Error, Notice, Translation};
use errcat_build::unstable::value::Value;
use serde_json::Value as Json;

pub(crate) use self::brief::Brief;
use self::brief::shown;
use self::neighbours::{Neighbours, Related};
pub(crate) use self::paths::{Ambiguous, Paths, segment};

/// A catalog with the paths of its pages.
pub(crate) struct Site<'m> {
    /// The catalog.
    pub(crate) catalog: &'m Catalog,
    /// The paths.
    pub(crate) paths: Paths,
    /// The errors that are easily confused.
    neighbours: Neighbours<'m>,
    /// The errors whose code another family has, too, as indexes into the errors of the catalog.
    /// Sorted.
    ambiguous: Vec<usize>,
    /// The translations of each error, with their languages. Empty without translations.
    translations: Vec<Vec<(&'m str, &'m Translation)>>,
}

impl<'m> Site<'m> {
    /// Prepares the pages of a catalog.
    pub(crate) fn new(catalog: &'m Catalog) -> Self {
        let paths = Paths::of(catalog);
        let mut ambiguous: Vec<usize> =
            paths.ambiguous.iter().flat_map(|ambiguous| &ambiguous.errors).copied().collect();
        ambiguous.sort_unstable();
        let neighbours = Neighbours::of(catalog);
        Self { catalog, paths, neighbours, ambiguous, translations: translations(catalog) }
    }

    /// Returns what links and lists say about the error at an index.
    pub(crate) fn brief(&self, at: usize) -> Brief<'m> {
        Brief::new(self.catalog, &self.catalog.errors[at])
    }

    /// Returns what a page shows about the error at an index.
    pub(crate) fn page(&self, at: usize) -> Page<'m> {
        Page::new(self, at)
    }

    /// Returns the texts of an error in other languages.
    fn translated(&self, at: usize) -> Vec<Translated<'m>> {
        let dynamic = self.catalog.errors[at].dynamic;
        let translated = |(language, text): &(&'m str, &'m Translation)| {
            let message = text.message.as_ref().map(|message| shown(&message.value, dynamic));
            let texts: Vec<String> = message.into_iter().chain(text.description.clone()).collect();
            (!texts.is_empty()).then_some(Translated { language, texts })
        };
        self.translations.get(at).into_iter().flatten().filter_map(translated).collect()
    }

    /// Returns `true` if another family has the code of the error at an index, too.
    pub(crate) fn is_ambiguous(&self, at: usize) -> bool {
        self.ambiguous.binary_search(&at).is_ok()
    }
}

/// What pages show about one error. What the catalog does not say is absent.
pub(crate) struct Page<'m> {
    /// What links and lists say, too.
    pub(crate) brief: Brief<'m>,
    /// Whether a client may send the request again.
    pub(crate) retry: Option<Advice<'m>>,
    /// The class and its ancestors, the class first.
    pub(crate) classes: Vec<&'m str>,
    /// The parameters and details: a title and the rows of each group.
    pub(crate) params: Vec<(&'static str, Vec<Row>)>,
    /// Other facts: a label and values.
    pub(crate) facts: Vec<(&'static str, Vec<String>)>,
    /// The deprecation and retirement notices, with the word.
    pub(crate) notices: Vec<(&'static str, &'m Notice)>,
    /// The texts in other languages.
    pub(crate) translations: Vec<Translated<'m>>,
    /// A body.
    pub(crate) body: Option<String>,
    /// The constant in each language.
    pub(crate) constants: [(&'static str, String); 4],
    /// Errors that are easily confused with it.
    pub(crate) related: Related,
}

/// Advice about sending a request again.
pub(crate) struct Advice<'m> {
    /// The word of the format.
    pub(crate) word: &'static str,
    /// A sentence.
    pub(crate) sentence: &'static str,
    /// The class whose advice it is, unless the error has its own.
    pub(crate) class: Option<&'m str>,
}

/// The texts of an error in another language.
pub(crate) struct Translated<'m> {
    /// The tag of the language.
    pub(crate) language: &'m str,
    /// The message and the description, those that are translated.
    pub(crate) texts: Vec<String>,
}

/// A parameter or a detail.
pub(crate) struct Row {
    /// The name.
    pub(crate) name: String,
    /// The type, and whether it is optional.
    pub(crate) ty: String,
    /// The description.
    pub(crate) description: Option<String>,
}

impl<'m> Page<'m> {
    fn new(site: &Site<'m>, at: usize) -> Self {
        let catalog = site.catalog;
        let error = &catalog.errors[at];
        let chain = classes::chain(catalog, error);
        let own = error.retry.map(|retry| (retry.as_str(), None));
        let advice = own.or_else(|| classes::retry(&chain).map(|(word, class)| (word, Some(class))));
        let rows = |attribute| rows(&catalog.attribute(error, attribute));
        let params = [("Parameters", rows(Attribute::Params)), ("Details", rows(Attribute::Details))];
        let notices = [("deprecated", &error.deprecated), ("retired", &error.retired)];
        Self {
            brief: site.brief(at),
            retry: advice.map(|(word, class)| Advice { word, sentence: sentence(word), class }),
            classes: chain.iter().map(|class| class.name.as_str()).collect(),
            params: params.into_iter().filter(|(_, rows)| !rows.is_empty()).collect(),
            facts: facts(catalog, error),
            notices: notices
                .into_iter()
                .filter_map(|(word, notice)| Some((word, notice.as_ref()?)))
                .collect(),
            translations: site.translated(at),
            body: sample::body(catalog, error),
            constants: names::constants(catalog, error),
            related: site.neighbours.of_error(at),
        }
    }
}

/// Returns the translations of each error, or nothing if there are none.
fn translations(catalog: &Catalog) -> Vec<Vec<(&str, &Translation)>> {
    if catalog.locales.is_empty() {
        return Vec::new();
    }
    let mut translations = vec![Vec::new(); catalog.errors.len()];
    for locale in &catalog.locales {
        for text in &locale.texts {
            if let Some(texts) = translations.get_mut(text.error) {
                texts.push((locale.language.as_str(), text));
            }
        }
    }
    translations
}

/// Returns the attributes that have no place of their own on a page.
fn facts(catalog: &Catalog, error: &Error) -> Vec<(&'static str, Vec<String>)> {
    const PLACED: [Attribute; 15] = [
        Attribute::Family,
        Attribute::FamilyTitle,
        Attribute::Code,
        Attribute::Name,
        Attribute::Status,
        Attribute::Message,
        Attribute::Description,
        Attribute::DescriptionDerived,
        Attribute::Retry,
        Attribute::Class,
        Attribute::Params,
        Attribute::Details,
        Attribute::Help,
        Attribute::Links,
        Attribute::Mask,
    ];
    let mut facts = Vec::new();
    for &attribute in Attribute::ALL {
        let row = attribute.row();
        let is_notice = matches!(attribute, Attribute::Deprecated | Attribute::Retired);
        if PLACED.contains(&attribute) || is_notice || row.audience == Audience::Authors {
            continue;
        }
        let texts = words(catalog, error, attribute);
        if texts.is_empty() || texts == [row.usual] {
            continue;
        }
        match row.shown {
            Shown::No | Shown::Heading | Shown::Paragraphs => {}
            Shown::EachItem => facts.push((row.label, texts)),
            Shown::Line(sentence) => facts.push((row.label, vec![sentence.replace("{}", &texts.join(", "))])),
        }
    }
    if let Some(mask) = error.mask.as_ref().and_then(|mask| catalog.errors.get(mask.value)) {
        facts.push(("mask", vec![format!("shown to outsiders as {}", mask.code.value)]));
    }
    facts
}

/// Returns the rows of parameters or details.
fn rows(params: &Value) -> Vec<Row> {
    let Value::Map(params) = params else { return Vec::new() };
    let row = |(name, spec): &(String, Value)| {
        let member = |key: &str| match spec {
            Value::Map(members) => members.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        };
        let is = |key: &str| member(key) == Some(&Value::Bool(true));
        let mut ty = type_name(member("type").unwrap_or(spec));
        for (key, word) in [("optional", ", optional"), ("sensitive", ", sensitive")] {
            if is(key) {
                ty.push_str(word);
            }
        }
        let description = match member("description") {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        };
        Row { name: name.clone(), ty, description }
    };
    params.iter().map(row).collect()
}

/// Returns a type in words.
fn type_name(ty: &Value) -> String {
    match ty {
        Value::Text(word) => word.clone(),
        Value::List(items) => format!("list of {}", items.first().map(type_name).unwrap_or_default()),
        Value::Map(_) => {
            let members = rows(ty).into_iter().map(|row| format!("{}: {}", row.name, row.ty));
            format!("object {{ {} }}", members.collect::<Vec<_>>().join("; "))
        }
        _ => String::new(),
    }
}

/// Returns retry advice as a sentence.
pub(crate) fn sentence(word: &str) -> &'static str {
    match Retry::parse(word) {
        Some(Retry::Never) => "No. The same request fails again.",
        Some(Retry::Immediately) => "Yes. The same request may succeed at once.",
        Some(Retry::Backoff) => "Yes, after a pause that grows with each attempt.",
        Some(Retry::RetryAfter) => "Yes, after the time that the response names.",
        None => "",
    }
}

/// Returns the word of the format for retry advice.
pub(crate) fn word(retry: Retry) -> &'static str {
    retry.as_str()
}

/// Returns a word with a capital first letter.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Returns where a response keeps each fact: the name of the fact, and its places in the order in
/// which clients try them.
pub(crate) fn described_envelope(catalog: &Catalog) -> Vec<(String, Vec<String>)> {
    let head = json::head(catalog);
    let Some(Json::Object(envelope)) = head.get("envelope") else { return Vec::new() };
    let mut described: Vec<(String, Vec<String>)> = Vec::new();
    for (fact, place) in envelope {
        match (fact.as_str(), place) {
            ("media_type", _) => {}
            // Members that only this API has.
            ("fields", Json::Object(own)) => {
                described.extend(own.iter().map(|(name, place)| (name.replace('_', " "), places(place))));
            }
            _ => described.push((fact.replace('_', " "), places(place))),
        }
    }
    described
}

/// Returns the paths of a place: a text, a map with `path`, or a list of these.
fn places(place: &Json) -> Vec<String> {
    match place {
        Json::String(path) => vec![path.clone()],
        Json::Array(places) => places.iter().flat_map(self::places).collect(),
        Json::Object(place) => place.get("path").map(places).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Returns `true` if codes are unique only within a family.
pub(crate) fn is_by_family(catalog: &Catalog) -> bool {
    catalog.unique == Unique::Family
}

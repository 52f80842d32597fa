//! The model: catalogs with all defaults, references and names resolved.
//!
//! The model does not depend on the syntax of catalogs, except for the locations in findings.

mod attributes;
mod class;
mod declared;
mod envelope;
mod error;
mod notation;
mod param;
mod part;
mod pattern;
mod template;

use std::ops::Range;

pub use self::class::{Class, CodeCondition, Condition, Statuses};
pub use self::declared::{Choice, DeclaredFact, FactKind};
pub use self::envelope::{
    Envelope, ErrorMark, Fact, FieldForm, Form, Member, Part, Path, Place, Step, TextPiece,
};
pub use self::error::{Carried, Constant, Error, Link, Notice};
pub use self::notation::Notation;
pub use self::param::{Object, Param, Type};
pub use self::pattern::Pattern;
pub use self::template::{Segment, Template};
use crate::format::vocabulary::{
    CodeType, IdentFrom, Placeholders, Retry, Role, StatusPolicy, Transport, Unique,
};
use crate::ledger::Ledger;
pub use crate::ledger::PublishedName;
use crate::source::{Span, Spanned};
use crate::text::case;
use crate::text::ident::Ident;
use crate::text::strip::strip;
use crate::text::url::segment;
use crate::value::Value;

/// The model of a run.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The catalogs, sorted by id.
    pub catalogs: Vec<Catalog>,
}

/// The error codes of one API.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The id: the name of the folder or file, and of the Cargo feature.
    pub id: String,
    /// The Rust module.
    pub module: Ident,
    /// The location of the start of the catalog.
    pub place: Span,
    /// The path of the file with the shared keys, as in findings.
    pub path: String,
    /// The title.
    pub title: String,
    /// The description.
    pub description: Option<String>,
    /// The website of the API.
    pub homepage: Option<String>,
    /// The version of the catalog.
    pub version: Option<String>,
    /// The address of the page about a code, with `{code}` in place of the code.
    pub docs: Option<String>,
    /// The type of codes on the wire.
    pub code_type: CodeType,
    /// How codes are written, unless a family replaces it.
    pub notation: Notation,
    /// The pattern of codes.
    pub pattern: Option<Pattern>,
    /// The text between the codes of an error and of one in its `sub`.
    pub separator: Option<String>,
    /// The `x-` keys of `code`.
    pub code_extensions: Vec<(String, Value)>,
    /// Codes that do not match the pattern on purpose.
    pub allow_codes: Vec<Spanned<String>>,
    /// The scope in which codes are unique.
    pub unique: Unique,
    /// Whether errors have statuses.
    pub status: StatusPolicy,
    /// The texts that Rust names omit.
    pub strip: Vec<Spanned<String>>,
    /// What variants are made from.
    pub ident: IdentFrom,
    /// How messages mark their parameters.
    pub placeholders: Placeholders,
    /// Whether the enum has no further codes for programs that depend on it.
    pub exhaustive: bool,
    /// Who uses the generated code.
    pub role: Role,
    /// The code that outsiders get for an internal error, if it is valid. It is the code alone, or
    /// `family/code`.
    pub internal: Option<String>,
    /// The language of the texts.
    pub language: Option<String>,
    /// Words that names write in capitals.
    pub initialisms: Vec<String>,
    /// Lint rules that are allowed in the whole catalog, with reasons.
    pub allow: Vec<(Spanned<String>, String)>,
    /// The declared facts.
    pub facts: Vec<DeclaredFact>,
    /// The keys that could not be read, or only in part.
    pub unreadable: Vec<&'static str>,
    /// The declared tags, as pairs of name and meaning.
    pub tags: Vec<(Spanned<String>, String)>,
    /// The values that errors inherit, unless their family overrides them.
    pub defaults: Defaults,
    /// The `derive` rules, as written.
    pub derive: Vec<Derive>,
    /// The SDK classes, in the order in which they are tried.
    pub classes: Vec<Class>,
    /// The envelope of responses.
    pub envelope: Envelope,
    /// Reserved codes.
    pub reserved: Vec<Reserved>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
    /// The families in published order.
    pub families: Vec<Family>,
    /// The errors in published order, grouped by family.
    pub errors: Vec<Error>,
    /// The translations, sorted by language.
    pub locales: Vec<Locale>,
    /// The ledger. It is damaged if a part of it or of the catalog could not be read.
    pub ledger: Option<Ledger>,
}

impl Catalog {
    /// Returns the errors of a family.
    #[must_use]
    pub fn errors_of(&self, family: &Family) -> &[Error] {
        &self.errors[family.errors.clone()]
    }

    /// Returns the family of an error.
    #[must_use]
    pub fn family_of(&self, entry: &Error) -> &Family {
        &self.families[entry.family]
    }

    /// Returns the error that outsiders get for an internal error, if the catalog names one.
    #[must_use]
    pub fn internal_error(&self) -> Option<&Error> {
        let wanted = self.internal.as_deref()?;
        let path = |error: &&Error| {
            let family = wanted.strip_suffix(error.code.as_str()).and_then(|rest| rest.strip_suffix('/'));
            family == Some(self.family_of(error).id.as_str())
        };
        let by_code = self.errors.iter().find(|error| error.code.value == wanted);
        by_code.or_else(|| self.errors.iter().find(path))
    }

    /// Returns the decimal text of a code that is written as a hexadecimal number.
    pub(crate) fn decimal_of(&self, entry: &Error, text: &str) -> Option<String> {
        let notation = self.family_of(entry).notation;
        notation.width().and_then(|_| notation.number(text)).map(|number| number.to_string())
    }

    /// Returns the scope in which the code of an error is unique: the id of its family, or an empty
    /// text for the whole catalog. Two families with the same id are reported as a mistake, and
    /// share a scope.
    pub(crate) fn scope_of(&self, entry: &Error) -> &str {
        match self.unique {
            Unique::Catalog => "",
            Unique::Family => &self.family_of(entry).id,
        }
    }

    /// Returns the published name of an error without the texts that Rust names omit.
    #[must_use]
    pub fn short_name<'e>(&self, entry: &'e Error) -> Option<&'e str> {
        let texts = self.strip.iter().map(|text| text.as_str());
        entry.name.as_ref().map(|name| strip(name, texts))
    }

    /// Returns the variant of an error with this published name, or `None` if it is no Rust name.
    #[must_use]
    pub fn ident_of_name(&self, name: &str) -> Option<Ident> {
        let short = strip(name, self.strip.iter().map(|text| text.as_str()));
        Ident::new(&case::upper_camel(short)).ok()
    }

    /// Returns the address of the page about an error.
    #[must_use]
    pub fn docs_of(&self, entry: &Error) -> Option<String> {
        let url = self.docs.as_ref()?;
        let family = segment(&self.family_of(entry).id);
        Some(url.replace("{code}", &segment(&entry.code)).replace("{family}", &family))
    }
}

/// A group of errors in a catalog.
#[derive(Clone, Debug)]
pub struct Family {
    /// The id: the name of the file.
    pub id: String,
    /// The path of the file, which may be in another folder than the catalog.
    pub path: String,
    /// The Rust module, if it has one.
    pub module: Ident,
    /// The variant in the enum of families.
    pub variant: Ident,
    /// The location of the first key of its file, or of the start of a file without keys.
    pub place: Span,
    /// The title.
    pub title: String,
    /// The description.
    pub description: Option<String>,
    /// How its codes are written.
    pub notation: Notation,
    /// Whether it replaces `code` of the catalog.
    pub replaces_code: bool,
    /// The pattern of codes, in addition to that of the catalog unless it replaces that.
    pub pattern: Option<Pattern>,
    /// How clients receive the errors.
    pub transport: Transport,
    /// The values that its errors inherit.
    pub defaults: Defaults,
    /// Reserved codes.
    pub reserved: Vec<Reserved>,
    /// Lint rules that are allowed in the family, with reasons.
    pub allow: Vec<(Spanned<String>, String)>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
    /// The range of its errors in the errors of the catalog.
    pub errors: Range<usize>,
}

/// Values that errors inherit, as written. The model of each error already includes them.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// The status.
    pub status: Option<String>,
    /// The retry advice.
    pub retry: Option<Retry>,
    /// The SDK class.
    pub class: Option<String>,
    /// The tags.
    pub tags: Vec<String>,
    /// The declared facts, as pairs of their index and value.
    pub facts: Vec<(usize, Spanned<Value>)>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
    /// Whether a key could not be read.
    pub damaged: bool,
}

/// A `derive` rule, as written.
#[derive(Clone, Debug)]
pub struct Derive {
    /// The pattern of codes.
    pub pattern: String,
    /// The description with placeholders.
    pub description: String,
    /// The location of the description.
    pub place: Span,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

/// Reserved codes.
#[derive(Clone, Debug)]
pub struct Reserved {
    /// The location.
    pub place: Span,
    /// The first code.
    pub first: String,
    /// The last code, which is the same as the first for a single code.
    pub last: String,
    /// The reason.
    pub reason: String,
}

impl Reserved {
    /// Returns `true` if the range contains `code`, comparing the numbers at the end.
    #[must_use]
    pub fn holds(&self, code: &str) -> bool {
        if code == self.first || code == self.last {
            return true;
        }
        let (Some(first), Some(last), Some(code)) =
            (numbered(&self.first), numbered(&self.last), numbered(code))
        else {
            return false;
        };
        first.0 == code.0 && last.0 == code.0 && (first.1..=last.1).contains(&code.1)
    }

    /// Returns the number at the end of the last code.
    #[must_use]
    pub fn last_number(&self) -> Option<u64> {
        u64::try_from(numbered(&self.last)?.1).ok()
    }

    /// Returns `true` if this is a single code, or a range whose first code is before its last.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let range = || match (numbered(&self.first), numbered(&self.last)) {
            (Some(first), Some(last)) => first.0 == last.0 && first.1 < last.1,
            _ => false,
        };
        !self.first.is_empty() && (self.first == self.last || range())
    }
}

/// Splits a code into the text before its final number and that number. An integer includes its
/// sign.
fn numbered(code: &str) -> Option<(&str, i128)> {
    if let Ok(number) = code.parse::<i64>() {
        return Some(("", number.into()));
    }
    let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
    code[stem.len()..].parse::<u64>().ok().map(|number| (stem, number.into()))
}

/// A translation of a catalog.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The language, as in the name of the file.
    pub language: String,
    /// The location of the first key of its file, or of the start of a file without keys.
    pub place: Span,
    /// Whether a part of the file could not be read, so that texts may be missing.
    pub damaged: bool,
    /// The texts of errors.
    pub texts: Vec<Translation>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

/// The translated texts of one error.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The error, as an index into the errors of the catalog.
    pub error: usize,
    /// The message.
    pub message: Option<Spanned<String>>,
    /// The parsed message, if the error declares parameters and all placeholders are known.
    pub template: Option<Template>,
    /// The description.
    pub description: Option<String>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

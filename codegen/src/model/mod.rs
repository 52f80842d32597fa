//! Meaning: catalogs as they are, every default applied, every reference resolved, every name decided.
//!
//! Nothing here knows how a catalog was written, except for the places that findings point at.

mod attributes;
mod class;
mod envelope;
mod error;
mod part;
mod pattern;
mod template;

use std::ops::Range;

pub use self::class::{Class, CodeCondition, Condition, Statuses};
pub use self::envelope::{Content, Form, Member, TextPiece};
pub use self::error::{Error, Link, Notice, Param};
pub use self::pattern::Pattern;
pub use self::template::{Segment, Template};
use crate::format::vocabulary::{CodeType, Retry, StatusPolicy, Transport, Unique};
use crate::ledger::Ledger;
use crate::source::{Span, Spanned};
use crate::text::ident::Ident;
use crate::value::Value;

/// Everything a run is about.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The catalogs, ordered by id.
    pub catalogs: Vec<Catalog>,
}

/// The set of error codes that one API publishes.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The id: the name of the catalog's folder or file, and of its Cargo feature.
    pub id: String,
    /// The name of its Rust module.
    pub module: Ident,
    /// Where the catalog begins.
    pub place: Span,
    /// The file that holds the shared keys, as findings name it.
    pub path: String,
    /// What the catalog is called.
    pub title: String,
    /// What it is.
    pub description: Option<String>,
    /// Where the API lives.
    pub homepage: Option<String>,
    /// The catalog's own version.
    pub version: Option<String>,
    /// The URL of a code's page, with `{code}` for the code.
    pub docs: Option<String>,
    /// What its codes are on the wire.
    pub code_type: CodeType,
    /// What every code looks like.
    pub pattern: Option<Pattern>,
    /// The author's own keys beside type and pattern.
    pub code_extensions: Vec<(String, Value)>,
    /// Codes that break the pattern on purpose.
    pub allow_codes: Vec<Spanned<String>>,
    /// Where a code is the only one of its kind.
    pub unique: Unique,
    /// What the catalog promises about statuses.
    pub status: StatusPolicy,
    /// The suffix that Rust names leave out.
    pub strip: Option<String>,
    /// Declared tags: name and meaning.
    pub tags: Vec<(Spanned<String>, String)>,
    /// What errors inherit, where their family says nothing else.
    pub defaults: Defaults,
    /// The rules that gave descriptions, as written.
    pub derive: Vec<Derive>,
    /// The classes of an SDK, in the order they are tried.
    pub classes: Vec<Class>,
    /// Where a response keeps what.
    pub envelope: Vec<Member>,
    /// Codes nobody may take.
    pub reserved: Vec<Reserved>,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
    /// The families in published order.
    pub families: Vec<Family>,
    /// The errors in published order, those of one family in a row.
    pub errors: Vec<Error>,
    /// The translations, ordered by language.
    pub locales: Vec<Locale>,
    /// What has been released; damaged where a part of it or of the catalog could not be read.
    pub ledger: Option<Ledger>,
}

impl Catalog {
    /// The errors of one family.
    #[must_use]
    pub fn errors_of(&self, family: &Family) -> &[Error] {
        &self.errors[family.errors.clone()]
    }

    /// The family an error belongs to.
    #[must_use]
    pub fn family_of(&self, entry: &Error) -> &Family {
        &self.families[entry.family]
    }

    /// Among which errors the code of one is the only one of its kind: the id of its family, or nothing where that is all of them.
    /// Two families of one id are a mistake that is told; until it is mended, their codes are in each other's way.
    pub(crate) fn scope_of(&self, entry: &Error) -> &str {
        match self.unique {
            Unique::Catalog => "",
            Unique::Family => &self.family_of(entry).id,
        }
    }

    /// The URL of an error's own page.
    #[must_use]
    pub fn docs_of(&self, entry: &Error) -> Option<String> {
        self.docs.as_ref().map(|url| url.replace("{code}", &entry.code))
    }
}

/// One section of a catalog.
#[derive(Clone, Debug)]
pub struct Family {
    /// The id: the name of its file.
    pub id: String,
    /// The name of its Rust module, where it has one.
    pub module: Ident,
    /// Its variant in the enum of families.
    pub variant: Ident,
    /// Where its file begins.
    pub place: Span,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub description: Option<String>,
    /// What its codes look like, where that is narrower than the catalog's pattern.
    pub pattern: Option<Pattern>,
    /// How its errors travel.
    pub transport: Transport,
    /// What its errors inherit.
    pub defaults: Defaults,
    /// Codes nobody may take in it.
    pub reserved: Vec<Reserved>,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
    /// Which errors of the catalog are its own.
    pub errors: Range<usize>,
}

/// Values that errors inherit, as written; the errors have them already.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// The status.
    pub status: Option<String>,
    /// What a client may do.
    pub retry: Option<Retry>,
    /// The SDK class.
    pub class: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
}

/// A rule that gives descriptions, as written.
#[derive(Clone, Debug)]
pub struct Derive {
    /// The codes it is for.
    pub pattern: String,
    /// The text with its placeholders.
    pub description: String,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
}

/// Codes that nobody may take.
#[derive(Clone, Debug)]
pub struct Reserved {
    /// Where they are reserved.
    pub place: Span,
    /// The first one.
    pub first: String,
    /// The last one; the same as the first where it is one code.
    pub last: String,
    /// Why.
    pub reason: String,
}

impl Reserved {
    /// Whether `code` is one of them: the same, or between the two in the number at the end.
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

    /// The number at the end of the last code.
    #[must_use]
    pub fn last_number(&self) -> Option<u64> {
        u64::try_from(numbered(&self.last)?.1).ok()
    }

    /// Whether it is one code, or a range with a first and a last one.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let range = || match (numbered(&self.first), numbered(&self.last)) {
            (Some(first), Some(last)) => first.0 == last.0 && first.1 < last.1,
            _ => false,
        };
        !self.first.is_empty() && (self.first == self.last || range())
    }
}

/// A code as what stands before the number at its end, and that number; a whole number has its sign.
fn numbered(code: &str) -> Option<(&str, i128)> {
    if let Ok(number) = code.parse::<i64>() {
        return Some(("", number.into()));
    }
    let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
    code[stem.len()..].parse::<u64>().ok().map(|number| (stem, number.into()))
}

/// A catalog's texts in another language.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The language, as the file is named.
    pub language: String,
    /// Where its file begins.
    pub place: Span,
    /// For an error of the catalog: message and description.
    pub texts: Vec<Translation>,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
}

/// The texts of one error in another language.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The error, as an index into the catalog's errors.
    pub error: usize,
    /// The message.
    pub message: Option<Spanned<String>>,
    /// The message with its placeholders, where the error declares parameters and all of them are known.
    pub template: Option<Template>,
    /// The description.
    pub description: Option<String>,
    /// The author's own keys.
    pub extensions: Vec<(String, Value)>,
}

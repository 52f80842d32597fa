//! A catalog as written: every key of the format, typed, with its place, and nothing concluded from it.

use crate::diag::Levels;
use crate::format::vocabulary::{CodeType, Retry, Scalar, StatusPolicy, Transport, Unique, Visibility};
use crate::ledger::Ledger;
use crate::source::{FileId, Span, Spanned};
use crate::value::Value;

/// A text with its place.
pub type Text = Spanned<String>;

/// A key of the author's own, `x-…`.
pub type Extension = (Text, Value);

/// One catalog: what the families share, and the families.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The catalog's id: the name of its folder or file.
    pub id: String,
    /// The file that holds the shared keys.
    pub file: FileId,
    /// Whether some file of the catalog could be read only in part.
    pub damaged: bool,
    /// Whether the catalog is a single file, which then is its family, too.
    pub single: bool,
    /// The shared keys.
    pub head: Head,
    /// The family files, in the order of their paths.
    pub families: Vec<Family>,
    /// The translations, in the order of their paths.
    pub locales: Vec<Locale>,
    /// What has been released.
    pub ledger: Option<Ledger>,
}

/// The keys of `catalog.yaml`.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// `title`
    pub title: Option<Text>,
    /// `description`
    pub description: Option<Text>,
    /// `homepage`
    pub homepage: Option<Text>,
    /// `version`
    pub version: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `code.type`
    pub code_type: Option<Spanned<CodeType>>,
    /// `code.pattern`
    pub code_pattern: Option<Text>,
    /// `code.x-…`
    pub code_extensions: Vec<Extension>,
    /// `allow_codes`
    pub allow_codes: Vec<Text>,
    /// `unique`
    pub unique: Option<Spanned<Unique>>,
    /// `status`
    pub status: Option<Spanned<StatusPolicy>>,
    /// `strip`
    pub strip: Option<Text>,
    /// `defaults`
    pub defaults: Defaults,
    /// `families`; `None` where there is no such key
    pub families: Option<Vec<Text>>,
    /// Whether there are `families` that could not be read
    pub families_unreadable: bool,
    /// `tags`: name and meaning
    pub tags: Vec<(Text, Text)>,
    /// `derive`
    pub derive: Vec<Derive>,
    /// `classes`
    pub classes: Vec<Class>,
    /// `envelope`
    pub envelope: Vec<Member>,
    /// `reserved`
    pub reserved: Vec<Reserved>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// Values that errors inherit.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// `status`
    pub status: Option<Spanned<String>>,
    /// `retry`
    pub retry: Option<Spanned<Retry>>,
    /// `class`
    pub class: Option<Text>,
    /// `tags`
    pub tags: Vec<Text>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A rule that gives descriptions to errors without one.
#[derive(Clone, Debug)]
pub struct Derive {
    /// `match`
    pub pattern: Text,
    /// `description`
    pub description: Text,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A class of an SDK and the responses it stands for.
#[derive(Clone, Debug)]
pub struct Class {
    /// `name`
    pub name: Text,
    /// `parent`
    pub parent: Option<Text>,
    /// `when`
    pub when: Option<Spanned<When>>,
    /// `retry`
    pub retry: Option<Spanned<Retry>>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A fact of a response and where it may stand.
#[derive(Clone, Debug)]
pub struct Member {
    /// The fact
    pub fact: Text,
    /// `path`, or the value alone
    pub paths: Vec<Text>,
    /// `as`
    pub form: Option<Text>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// The condition of a class.
#[derive(Clone, Debug)]
pub enum When {
    /// The request did not get through.
    Transport,
    /// The response could not be understood.
    Decode,
    /// Always.
    Any,
    /// A response with one of these statuses, and this kind of code, as far as they are given.
    Response {
        /// `status`: numbers, or classes such as `5xx`
        status: Vec<Text>,
        /// `code`: `present`, or a pattern
        code: Option<Text>,
        /// `x-…`
        extensions: Vec<Extension>,
    },
}

/// Codes that nobody may take.
#[derive(Clone, Debug)]
pub struct Reserved {
    /// A code, or `FIRST..LAST`.
    pub codes: Text,
    /// Why.
    pub reason: Text,
}

/// The keys of a family file.
#[derive(Clone, Debug)]
pub struct Family {
    /// The family's id: the name of its file.
    pub id: String,
    /// Its file.
    pub file: FileId,
    /// `title`
    pub title: Option<Text>,
    /// `description`
    pub description: Option<Text>,
    /// `code`
    pub code_pattern: Option<Text>,
    /// `transport`
    pub transport: Option<Spanned<Transport>>,
    /// `defaults`
    pub defaults: Defaults,
    /// `reserved`
    pub reserved: Vec<Reserved>,
    /// `errors`
    pub errors: Vec<Error>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// One error as written.
#[derive(Clone, Debug)]
pub struct Error {
    /// The code's source text.
    pub code: Text,
    /// Everything else.
    pub body: Body,
}

/// The keys of an error.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Whether some key could not be read, so that nothing should be said of what seems to be missing
    pub damaged: bool,
    /// `name`
    pub name: Option<Text>,
    /// `ident`
    pub ident: Option<Text>,
    /// `names`: output and name
    pub names: Vec<(Text, Text)>,
    /// `message`
    pub message: Option<Text>,
    /// `description`
    pub description: Option<Text>,
    /// `dynamic`
    pub dynamic: Option<Spanned<bool>>,
    /// `params`; `None` where the key is absent, so that braces stay plain text
    pub params: Option<Vec<Param>>,
    /// `details`
    pub details: Vec<Param>,
    /// `status`, as written
    pub status: Option<Text>,
    /// `retry`
    pub retry: Option<Spanned<Retry>>,
    /// `class`
    pub class: Option<Text>,
    /// `tags`
    pub tags: Option<Vec<Text>>,
    /// `exit`
    pub exit: Option<Spanned<u8>>,
    /// `help`
    pub help: Vec<Text>,
    /// `links`
    pub links: Vec<Link>,
    /// `mask`
    pub mask: Option<Text>,
    /// `visibility`
    pub visibility: Option<Spanned<Visibility>>,
    /// `deprecated`
    pub deprecated: Option<Notice>,
    /// `retired`
    pub retired: Option<Notice>,
    /// `aliases`
    pub aliases: Vec<Text>,
    /// `allow`: rule and reason
    pub allow: Vec<(Text, Text)>,
    /// The keys that have no field of their own, because outputs only pass their values on.
    pub values: Vec<(&'static str, Value)>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A parameter of a message, or a field of the details.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: Text,
    /// `type`
    pub scalar: Spanned<Scalar>,
    /// Whether it is a list of that type.
    pub list: bool,
    /// `optional`
    pub optional: bool,
    /// `sensitive`
    pub sensitive: bool,
    /// `description`
    pub description: Option<Text>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A page that helps.
#[derive(Clone, Debug)]
pub struct Link {
    /// `label`
    pub label: Text,
    /// `url`
    pub url: Text,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// Why an error is on its way out.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The place of the whole notice.
    pub span: Span,
    /// `since`
    pub since: Option<Text>,
    /// `use`
    pub instead: Option<Text>,
    /// `note`
    pub note: Option<Text>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A translation of a catalog.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The language: the name of the file.
    pub language: String,
    /// Its file.
    pub file: FileId,
    /// Code (in a catalog with codes unique to a family: `family/code`) and its texts.
    pub errors: Vec<Translation>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// The texts of one error in another language.
#[derive(Clone, Debug)]
pub struct Translation {
    /// Which error.
    pub code: Text,
    /// `message`
    pub message: Option<Text>,
    /// `description`
    pub description: Option<Text>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// `errcat.yaml`: where a project keeps its catalogs, and what is made of them.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `catalogs`: the folder, relative to the project.
    pub catalogs: String,
    /// `outputs`, in the order of the kinds that the reader knows.
    pub outputs: Vec<Output>,
    /// `rules`
    pub levels: Levels,
}

impl Default for Settings {
    fn default() -> Self {
        Self { catalogs: "catalogs".to_owned(), outputs: Vec::new(), levels: Levels::default() }
    }
}

/// The settings of one output.
#[derive(Clone, Debug)]
pub struct Output {
    /// The kind: the name of its keys.
    pub kind: &'static str,
    /// The keys that are given, with values of the kinds that are declared for them.
    pub values: Vec<(&'static str, Spanned<Value>)>,
}

//! The syntax tree of a catalog: every key of the format with its location, without interpretation.

mod envelope;
mod fact;
mod rules;
mod settings;

pub use self::envelope::{Envelope, ErrorMark, Member, Place};
pub use self::fact::{Fact, FactValue};
pub use self::rules::{Class, Derive, When};
pub use self::settings::{Output, Settings};
use crate::format::vocabulary::{
    CodeFormat, CodeType, IdentFrom, Placeholders, Retry, Role, Scalar, StatusPolicy, Transport, Unique,
    Visibility,
};
use crate::ledger::{Ledger, PublishedName};
use crate::source::{FileId, Span, Spanned};
use crate::value::Value;

/// A text with its location.
pub type Text = Spanned<String>;

/// An `x-…` key.
pub type Extension = (Text, Value);

/// A catalog: the shared keys, and the families.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The id of the catalog: the name of its folder or file.
    pub id: String,
    /// The file with the shared keys.
    pub file: FileId,
    /// Whether a file of the catalog could be read only in part.
    pub damaged: bool,
    /// Whether the catalog is a single file, which is also its only family.
    pub single: bool,
    /// The shared keys.
    pub head: Head,
    /// The family files, sorted by path.
    pub families: Vec<Family>,
    /// The translations, sorted by path.
    pub locales: Vec<Locale>,
    /// The ledger.
    pub ledger: Option<Ledger>,
}

/// The keys of `catalog.yaml`.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The location of the first key, or `None` if the file has none.
    pub place: Option<Span>,
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
    /// `code`
    pub code: CodeForm,
    /// `allow_codes`
    pub allow_codes: Vec<Text>,
    /// `unique`
    pub unique: Option<Spanned<Unique>>,
    /// `status`
    pub status: Option<Spanned<StatusPolicy>>,
    /// `strip`
    pub strip: Vec<Text>,
    /// `ident`
    pub ident: Option<Spanned<IdentFrom>>,
    /// `placeholders`
    pub placeholders: Option<Spanned<Placeholders>>,
    /// `defaults`
    pub defaults: Defaults,
    /// `exhaustive`
    pub exhaustive: Option<Spanned<bool>>,
    /// `role`
    pub role: Option<Spanned<Role>>,
    /// `internal`
    pub internal: Option<Text>,
    /// `language`
    pub language: Option<Text>,
    /// `initialisms`
    pub initialisms: Vec<Text>,
    /// `allow`: rules and reasons
    pub allow: Vec<(Text, Text)>,
    /// `families`, or `None` if the key is absent
    pub families: Option<Vec<Text>>,
    /// The keys that could not be read, or only in part
    pub unreadable: Vec<&'static str>,
    /// `facts`
    pub facts: Vec<Fact>,
    /// `tags`: names and meanings
    pub tags: Vec<(Text, Text)>,
    /// `derive`
    pub derive: Vec<Derive>,
    /// `classes`
    pub classes: Vec<Class>,
    /// `envelope`
    pub envelope: Option<Envelope>,
    /// `reserved`
    pub reserved: Vec<Reserved>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// What codes look like.
#[derive(Clone, Debug, Default)]
pub struct CodeForm {
    /// `type`
    pub code_type: Option<Spanned<CodeType>>,
    /// `pattern`, or the value alone
    pub pattern: Option<Text>,
    /// `format`
    pub format: Option<Spanned<CodeFormat>>,
    /// `width`
    pub width: Option<Spanned<u8>>,
    /// `separator`
    pub separator: Option<Text>,
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
    /// The declared facts.
    pub facts: Vec<FactValue>,
    /// `x-…`
    pub extensions: Vec<Extension>,
    /// Whether a key could not be read.
    pub damaged: bool,
}

/// Reserved codes.
#[derive(Clone, Debug)]
pub struct Reserved {
    /// A code, or `FIRST..LAST`.
    pub codes: Text,
    /// The reason.
    pub reason: Text,
}

/// The keys of a family file.
#[derive(Clone, Debug)]
pub struct Family {
    /// The id of the family: the name of its file.
    pub id: String,
    /// The file.
    pub file: FileId,
    /// The location of the first key, or `None` if the file has none.
    pub place: Option<Span>,
    /// `title`
    pub title: Option<Text>,
    /// `description`
    pub description: Option<Text>,
    /// `code`
    pub code: CodeForm,
    /// `transport`
    pub transport: Option<Spanned<Transport>>,
    /// `defaults`
    pub defaults: Defaults,
    /// `reserved`
    pub reserved: Vec<Reserved>,
    /// `allow`: rules and reasons
    pub allow: Vec<(Text, Text)>,
    /// `errors`
    pub errors: Vec<Error>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// An error.
#[derive(Clone, Debug)]
pub struct Error {
    /// The code as written. Further variants have the location of their name.
    pub code: Text,
    /// The position among the `variants` of its code, from 0.
    pub variant: usize,
    /// The keys, including those that are beside `variants`.
    pub body: Body,
}

impl Error {
    /// Returns the number of codes and aliases, including those in `sub`.
    #[must_use]
    pub fn spellings(&self) -> usize {
        1 + self.body.aliases.len() + self.body.sub.iter().map(Self::spellings).sum::<usize>()
    }
}

/// The keys of an error.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Whether a key could not be read. Nothing must be reported as missing then
    pub damaged: bool,
    /// `name`
    pub name: Option<Text>,
    /// `ident`
    pub ident: Option<Text>,
    /// `formerly`
    pub formerly: Vec<Text>,
    /// `names`
    pub names: Option<Names>,
    /// `message`
    pub message: Option<Text>,
    /// `description`
    pub description: Option<Text>,
    /// `dynamic`
    pub dynamic: Option<Spanned<bool>>,
    /// `params`, or `None` if the key is absent, so that braces are plain text
    pub params: Option<Vec<Param>>,
    /// The location of `params` if it is a list, in the order of the placeholders
    pub params_in_order: Option<Span>,
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
    /// `parent`
    pub parent: Option<Text>,
    /// `sub`
    pub sub: Vec<Error>,
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
    /// `allow`: rules and reasons
    pub allow: Vec<(Text, Text)>,
    /// The declared facts.
    pub facts: Vec<FactValue>,
    /// The keys that have no field of their own, because outputs only pass their values on.
    pub values: Vec<(&'static str, Value)>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// Published names in other languages.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The languages and their names, of which the first one is the usual one.
    pub languages: Vec<(String, Vec<Spanned<PublishedName>>)>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A parameter of a message, or a member of the details.
#[derive(Clone, Debug)]
pub struct Param {
    /// The name.
    pub name: Text,
    /// `field`
    pub field: Option<Text>,
    /// `type`, or `None` if the mark in the message decides
    pub ty: Option<Type>,
    /// `optional`
    pub optional: bool,
    /// `sensitive`
    pub sensitive: bool,
    /// `description`
    pub description: Option<Text>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// The type of a parameter.
#[derive(Clone, Debug)]
pub enum Type {
    /// One value.
    Scalar(Scalar),
    /// A list of values of one type.
    List(Box<Self>),
    /// An object with these members.
    Object(Vec<Param>),
}

/// A link to further information.
#[derive(Clone, Debug)]
pub struct Link {
    /// `label`
    pub label: Text,
    /// `url`
    pub url: Text,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// A deprecation or retirement notice.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The location of the notice.
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
    /// The file.
    pub file: FileId,
    /// Whether a part of the file could not be read.
    pub damaged: bool,
    /// The texts by code, or by `family/code` if codes are unique only within a family.
    pub errors: Vec<Translation>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

/// The translated texts of one error.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The code.
    pub code: Text,
    /// `message`
    pub message: Option<Text>,
    /// `description`
    pub description: Option<Text>,
    /// `x-…`
    pub extensions: Vec<Extension>,
}

//! The content of a response, independent of its format.

mod bare;
mod body;
pub(crate) mod field_errors;
pub(crate) mod header;
mod named;
mod problem;
mod response;
mod standard;
mod wait;

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::time::Duration;

pub(crate) use self::bare::bare;
pub use self::body::body;
pub use self::named::Named;
pub(crate) use self::problem::is_beside;
#[cfg(feature = "miette7")]
pub(crate) use self::problem::page;
pub use self::problem::{Docs, problem};
pub use self::response::{Response, assert_indistinguishable};
pub(crate) use self::standard::{is_media_type, is_standard};
pub(crate) use self::wait::seconds;
use crate::Link;
use crate::envelope::TextFacts;
use crate::json::write;
use crate::params::{Field, Filled};

/// The content of a response.
///
/// The generator and the runtime share the functions that write it.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    /// The code, or an empty text if there is none to send.
    pub code: &'a str,
    /// Whether the code is a number in JSON.
    pub numeric: bool,
    /// The HTTP status.
    pub status: u16,
    /// The message.
    pub text: Text<'a>,
    /// The values of the parameters, whether the message shows them or not.
    pub params: &'a [Field<'a>],
    /// The text that is the same for every occurrence, if any.
    pub title: Option<&'a str>,
    /// The details, as names and JSON values.
    pub details: &'a Named,
    /// Members that are specific to the API, as names and JSON values.
    pub fields: &'a Named,
    /// Sentences about what to do.
    pub help: &'a [&'a str],
    /// Links to further information.
    pub links: Links<'a>,
    /// The texts of this occurrence, such as the id of the request.
    pub texts: TextFacts<&'a str>,
    /// The time to wait.
    pub delay: Option<Duration>,
    /// Whether the same request may be sent again, if responses say so.
    pub should_retry: Option<bool>,
    /// Mistakes in fields: the field and the text.
    pub field_errors: &'a [FieldText],
}

/// Labels and addresses.
#[derive(Clone, Copy)]
pub enum Links<'a> {
    /// In the form of generated code.
    Catalog(&'static [Link]),
    /// In the form of the generator.
    Pairs(&'a [(&'a str, &'a str)]),
}

impl<'a> Links<'a> {
    #[inline]
    const fn is_empty(self) -> bool {
        match self {
            Self::Catalog(links) => links.is_empty(),
            Self::Pairs(pairs) => pairs.is_empty(),
        }
    }

    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let (links, pairs): (&[Link], &[_]) = match self {
            Self::Catalog(links) => (links, &[]),
            Self::Pairs(pairs) => (&[], pairs),
        };
        links.iter().map(|link| (link.label, link.url)).chain(pairs.iter().copied())
    }
}

/// A field of the request, and what is wrong with it.
pub type FieldText = (Cow<'static, str>, Cow<'static, str>);

/// No names and values.
static NOTHING: Named = Named::NONE;

/// A message, fixed or with parameters.
#[derive(Clone, Copy)]
pub enum Text<'a> {
    /// No message.
    None,
    /// A fixed text.
    Fixed(&'a str),
    /// A message with parameters.
    Filled(Filled<'a>),
}

impl<'a> Text<'a> {
    /// Returns the fixed text, if it is one.
    #[inline]
    pub(crate) const fn fixed(text: Option<&'a str>) -> Self {
        match text {
            Some(text) => Self::Fixed(text),
            None => Self::None,
        }
    }

    /// Appends the text to a JSON string.
    #[inline]
    pub(crate) fn escape_into(self, out: &mut String) {
        match self {
            Self::None => {}
            Self::Fixed(text) => write::escaped(out, text),
            Self::Filled(filled) => filled.escape_into(out),
        }
    }

    #[inline]
    pub(crate) const fn is_none(self) -> bool {
        matches!(self, Self::None)
    }

    /// Returns the text.
    #[cfg(any(feature = "tonic014", feature = "miette7"))]
    #[inline]
    pub(crate) fn to_text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::None => None,
            Self::Fixed(text) => Some(Cow::Borrowed(text)),
            Self::Filled(filled) => Some(Cow::Owned(filled.to_text())),
        }
    }

    #[inline]
    fn size(self) -> usize {
        match self {
            Self::None => 0,
            Self::Fixed(text) => text.len(),
            // The parameters are counted beside the message.
            Self::Filled(filled) => filled.template.len(),
        }
    }
}

impl fmt::Display for Text<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Fixed(text) => f.write_str(text),
            Self::Filled(filled) => filled.write(f),
        }
    }
}

impl<'a> Content<'a> {
    /// Returns the content of a bare code, without further values.
    #[inline]
    #[must_use]
    pub const fn bare(code: &'a str, numeric: bool, status: u16, text: Option<&'a str>) -> Self {
        Self {
            code,
            numeric,
            status,
            text: Text::fixed(text),
            params: &[],
            title: text,
            details: &NOTHING,
            fields: &NOTHING,
            help: &[],
            links: Links::Pairs(&[]),
            texts: TextFacts::NONE,
            delay: None,
            should_retry: None,
            field_errors: &[],
        }
    }

    /// Returns the whole seconds to wait, rounded up.
    #[cfg(feature = "tonic014")]
    #[inline]
    pub(crate) fn seconds(&self) -> Option<u64> {
        self.delay.map(seconds)
    }

    #[inline]
    fn write_code(&self, out: &mut String) {
        if !self.numeric {
            write::string(out, self.code);
            return;
        }
        // JSON has no hexadecimal numbers.
        match crate::table::number(self.code).filter(|_| self.code.starts_with("0x")) {
            // A `String` accepts every text.
            Some(number) => drop(fmt::Write::write_fmt(out, format_args!("{number}"))),
            None => out.push_str(self.code),
        }
    }

    /// Returns the approximate length of a body. It is too small only if many characters are
    /// escaped.
    #[inline]
    fn size(&self) -> usize {
        let help: usize = self.help.iter().map(|text| text.len() + 4).sum();
        let links: usize = self.links.iter().map(|(label, url)| label.len() + url.len() + 24).sum();
        // Parameters are in the message and beside it.
        let params =
            self.params.iter().map(|field| field.name().len() + 2 * field.size() + 40).sum::<usize>();
        let texts: usize =
            self.texts.iter().filter_map(|(name, text)| Some(name.len() + text?.len() + 8)).sum();
        let mistakes: usize =
            self.field_errors.iter().map(|(field, text)| field.len() + text.len() + 40).sum();
        mistakes
            + 160
            + self.code.len()
            + self.text.size()
            + params
            + self.details.size()
            + self.fields.size()
            + help
            + links
            + texts
    }
}

/// A writer for the members of an object, with commas between them.
pub(crate) struct Members<'o> {
    pub(crate) out: &'o mut String,
    first: bool,
}

impl<'o> Members<'o> {
    #[inline]
    pub(crate) fn open(out: &'o mut String) -> Self {
        out.push('{');
        Self { out, first: true }
    }

    /// Starts a member, whose value the caller writes.
    #[inline]
    pub(crate) fn name(&mut self, name: &str) -> &mut String {
        self.open_name();
        write::escaped(self.out, name);
        self.out.push_str("\":");
        self.out
    }

    /// Starts a member whose name needs no escaping.
    #[inline]
    pub(crate) fn plain(&mut self, name: &str) -> &mut String {
        self.open_name();
        self.out.push_str(name);
        self.out.push_str("\":");
        self.out
    }

    #[inline]
    fn open_name(&mut self) {
        self.out.push_str(if self.first { "\"" } else { ",\"" });
        self.first = false;
    }

    /// Writes a member, which is removed again if `write` returns `false`.
    #[inline]
    pub(crate) fn maybe(&mut self, write: impl FnOnce(&mut Self) -> bool) {
        let (length, first) = (self.out.len(), self.first);
        if !write(self) {
            self.out.truncate(length);
            self.first = first;
        }
    }

    #[inline]
    pub(crate) fn close(self) {
        self.out.push('}');
    }
}

/// Writes details and, if they have no place of their own, parameters as one object.
#[inline]
fn write_map(out: &mut String, params: &[Field<'_>], details: &Named) {
    let mut members = Members::open(out);
    for field in params {
        members.maybe(|members| field.json(members.name(field.name())));
    }
    for (name, value) in details.iter() {
        if !has(params, name) {
            members.name(name).push_str(value);
        }
    }
    members.close();
}

/// Returns `true` if a parameter has this name. Details with such a name are left out, so that names
/// are unique, and a detail cannot reveal a sensitive parameter.
#[inline]
fn has(params: &[Field<'_>], name: &str) -> bool {
    params.iter().any(|field| field.name() == name)
}

/// Returns `true` if any parameter may be shown.
#[inline]
fn tells(params: &[Field<'_>]) -> bool {
    params.iter().any(Field::is_visible)
}

/// Writes a list.
fn list<T>(out: &mut String, items: impl Iterator<Item = T>, mut item: impl FnMut(&mut String, T)) {
    out.push('[');
    for (place, value) in items.enumerate() {
        if place > 0 {
            out.push(',');
        }
        item(out, value);
    }
    out.push(']');
}

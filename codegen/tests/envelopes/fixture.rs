//! An enum of codes whose catalog and envelope are made up at run time.

use std::cell::Cell;
use std::fmt;

use errcat::{
    Envelope, ErrorCode, ErrorMark, FieldForm, Form, Info, Link, NoClass, Part, Place, Retry, Slot, Step,
    TextPiece, Unit,
};
use errcat_build::unstable::format::vocabulary;
use errcat_build::unstable::model;

/// The catalog of the running case.
#[derive(Clone, Copy)]
pub(crate) struct Catalog {
    pub(crate) envelope: &'static Envelope<'static>,
    pub(crate) docs: Option<&'static str>,
    pub(crate) errors: [Entry; 3],
}

#[derive(Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) code: &'static str,
    pub(crate) message: Option<&'static str>,
    pub(crate) status: Option<u16>,
    pub(crate) info: &'static Info,
}

thread_local! {
    static CATALOG: Cell<Option<&'static Catalog>> = const { Cell::new(None) };
}

/// Makes a catalog the one of all codes of this thread.
pub(crate) fn set(catalog: &model::Catalog) {
    let errors: Vec<Entry> = catalog.errors.iter().map(entry).collect();
    let catalog = Catalog {
        envelope: leak(envelope(&catalog.envelope)),
        docs: catalog.docs.as_deref().map(text),
        errors: errors.try_into().map_err(|_| "three errors").unwrap(),
    };
    CATALOG.set(Some(leak(catalog)));
}

pub(crate) fn catalog() -> &'static Catalog {
    CATALOG.get().unwrap()
}

fn entry(error: &model::Error) -> Entry {
    let help: Vec<&'static str> = error.help.iter().map(|help| text(help)).collect();
    let links: Vec<Link> =
        error.links.iter().map(|link| Link::new(text(&link.label), text(&link.url))).collect();
    Entry {
        code: text(&error.code),
        message: error.message.as_ref().map(|message| text(message)),
        status: error.status.as_ref().map(|status| status.value),
        info: leak(Info::new().with_help(slice(help)).with_links(slice(links))),
    }
}

/// A code of a catalog whose codes are numbers, if `NUMERIC`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Code<const NUMERIC: bool>(pub(crate) usize);

impl<const NUMERIC: bool> fmt::Display for Code<NUMERIC> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl<const NUMERIC: bool> Code<NUMERIC> {
    fn entry(self) -> Entry {
        catalog().errors[self.0]
    }
}

impl<const NUMERIC: bool> ErrorCode for Code<NUMERIC> {
    type Class = NoClass;

    const CATALOG: &'static str = "made-up";
    const ALL: &'static [Self] = &[Self(0), Self(1), Self(2)];
    const NUMERIC: bool = NUMERIC;

    fn envelope() -> &'static Envelope<'static> {
        catalog().envelope
    }

    fn docs() -> Option<&'static str> {
        catalog().docs
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.code() == code)
    }

    fn code(self) -> &'static str {
        self.entry().code
    }

    fn name(self) -> Option<&'static str> {
        None
    }

    fn ident(self) -> &'static str {
        "Made"
    }

    fn message(self) -> Option<&'static str> {
        self.entry().message
    }

    fn description(self) -> Option<&'static str> {
        None
    }

    fn status(self) -> Option<u16> {
        self.entry().status
    }

    fn retry(self) -> Option<Retry> {
        None
    }

    fn family_id(self) -> &'static str {
        "all"
    }

    fn family_title(self) -> &'static str {
        "All"
    }

    fn public(self) -> Self {
        self
    }

    fn info(self) -> &'static Info {
        self.entry().info
    }
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn slice<T>(values: Vec<T>) -> &'static [T] {
    values.leak()
}

fn text(text: &str) -> &'static str {
    String::from(text).leak()
}

/// Returns the envelope as generated code would contain it.
fn envelope(envelope: &model::Envelope) -> Envelope<'static> {
    let slots = envelope.members.iter().map(slot).collect();
    let template = envelope.body.iter().map(part).collect();
    let mut made = if envelope.members.is_empty() {
        Envelope::DEFAULT
    } else {
        Envelope::new(slice(slots)).with_template(slice(template))
    };
    if let Some(media_type) = &envelope.media_type {
        made = made.with_media_type(text(media_type));
    }
    if let Some(mark) = &envelope.is_error {
        made = made
            .with_error_mark(ErrorMark { place: path(&mark.path), value: mark.value.as_deref().map(text) });
    }
    made
}

fn slot(member: &model::Member) -> Slot<'static> {
    let fact = match member.fact() {
        model::Fact::Field(name) => model::Fact::Field(text(name)),
        fact => model::Fact::NAMED.iter().copied().find(|known| *known == fact).unwrap(),
    };
    let places = member.places.iter().map(place).collect();
    Slot::new(fact, slice(places)).with_form(form(member.form()))
}

fn place(place: &model::Place) -> Place<'static> {
    let unit = match place.unit {
        vocabulary::Unit::Seconds => Unit::Seconds,
        vocabulary::Unit::Milliseconds => Unit::Milliseconds,
        vocabulary::Unit::Date => Unit::Date,
        vocabulary::Unit::Duration => Unit::Duration,
    };
    let mut made = path(&place.path).in_unit(unit).with_form(form(&place.form));
    if let Some(mark) = &place.after {
        made = made.after(text(mark));
    }
    if let Some(mark) = &place.before {
        made = made.before(text(mark));
    }
    made
}

fn path(path: &model::Path) -> Place<'static> {
    match path {
        model::Path::Header(name) => Place::header(text(name)),
        model::Path::Parameter(name, parameter) => Place::parameter(text(name), text(parameter)),
        model::Path::Body(steps) => match steps.as_slice() {
            [model::Step::Member(name)] => Place::member(text(name)),
            steps => Place::steps(slice(steps.iter().map(step).collect())),
        },
    }
}

fn step(step: &model::Step) -> Step<'static> {
    match step {
        model::Step::Member(name) => Step::Member(text(name)),
        model::Step::Index(index) => Step::Index(*index),
        model::Step::First(member, value) => {
            let member = member.iter().map(|name| text(name)).collect();
            Step::First(slice(member), value.as_deref().map(text))
        }
    }
}

fn part(part: &model::Part) -> Part<'static> {
    let parts = |parts: &[model::Part]| slice(parts.iter().map(self::part).collect());
    match part {
        model::Part::Member(name, slot) => Part::Member(text(name), *slot),
        model::Part::Either(name, first, second) => Part::Either(text(name), *first, *second),
        model::Part::Object(name, inner) => Part::Object(text(name), parts(inner)),
        model::Part::List(name, inner) => Part::List(text(name), parts(inner)),
        model::Part::Items(name, inner) => Part::Items(text(name), parts(inner)),
        model::Part::Members(slot) => Part::Members(*slot),
        model::Part::Rest(slot) => Part::Rest(*slot),
        model::Part::Always(json) => Part::Always(text(json)),
        model::Part::Tag(json) => Part::Tag(text(json)),
    }
}

fn form(form: &model::Form) -> Form<'static> {
    match form {
        model::Form::Plain => Form::Plain,
        model::Form::Fields => Form::Fields,
        model::Form::Beside => Form::Beside,
        model::Form::Errors(form) => Form::Errors(match form {
            FieldForm::List => FieldForm::List,
            FieldForm::Loc => FieldForm::Loc,
            FieldForm::Pointer => FieldForm::Pointer,
            _ => FieldForm::Map,
        }),
        model::Form::Text(pieces) => {
            let pieces = pieces.iter().map(|piece| match piece {
                model::TextPiece::Text(piece) => TextPiece::Text(text(piece)),
                model::TextPiece::Code => TextPiece::Code,
                model::TextPiece::Message => TextPiece::Message,
            });
            Form::Text(slice(pieces.collect()))
        }
    }
}

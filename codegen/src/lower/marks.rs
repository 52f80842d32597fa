//! Lowers messages: finds the marks of parameters, and declares those that the catalog does not.

use std::borrow::Cow;

use errcat::params::marks::{self, Mark, Place};

use super::report::placeholders as report;
use super::template::{self, within};
use crate::diag::Findings;
use crate::format::limits::MOST_RULES;
use crate::format::vocabulary::{Placeholders, Scalar};
use crate::model::{Segment, Template};
use crate::order;
use crate::source::{Sources, Spanned};
use crate::syntax::ast::{self, Body, Text};
use crate::text::nearest::nearest;

/// The parameters of a message and their places in it.
pub(super) struct Message<'b> {
    /// The parameters, or `None` if the message has none.
    pub(super) params: Option<Cow<'b, [ast::Param]>>,
    /// The parsed message, if it has parameters.
    pub(super) template: Option<Template>,
}

/// Finds the parameters of the message of an error.
pub(super) fn lower<'b>(
    sources: &Sources,
    syntax: Placeholders,
    body: &'b Body,
    findings: &mut Findings,
) -> Message<'b> {
    let declared = body.params.as_deref();
    if syntax == Placeholders::Braces {
        findings.extend(body.params_in_order.map(report::params_without_types));
        let template = declared.zip(body.message.as_ref()).map(|(params, message)| {
            let names: Vec<&str> = params.iter().map(|param| param.name.as_str()).collect();
            let advice = |name: &str| {
                format!("declare it under `params`, or write `{{{{{name}}}}}` for braces in the text")
            };
            template::parse(sources, message, &names, &advice, findings)
        });
        return Message { params: declared.map(Cow::Borrowed), template };
    }
    let text = body.message.as_ref().map_or("", |message| message.as_str());
    let mut marks = Marks::of(syntax, text);
    if let Some(message) = body.message.as_ref().filter(|_| marks.0.len() > MOST_RULES) {
        findings.push(report::too_many_marks(message.span, MOST_RULES));
        marks.0.clear();
    }
    if declared.is_none() && marks.0.is_empty() {
        return Message { params: None, template: None };
    }
    let mut misspelt = Vec::new();
    let params = match &body.message {
        Some(message) => marks.params(sources, syntax, body, message, &mut misspelt, findings),
        None => declared.unwrap_or_default().to_vec(),
    };
    let names: Vec<&str> = params.iter().map(|param| param.name.as_str()).collect();
    let misspelt = misspelt.iter().filter_map(|name| names.iter().position(|known| known == name)).collect();
    let segments = marks.segments(text, &names);
    Message { template: Some(Template { segments, misspelt }), params: Some(Cow::Owned(params)) }
}

/// Parses a translated message. Returns `None` if it has a mark that stands for no parameter.
pub(super) fn translated(syntax: Placeholders, message: &str, names: &[&str]) -> Option<Template> {
    let marks = Marks::of(syntax, message);
    let is_known = |(_, key): &(Mark<'_>, Key<'_>)| key.index(names).is_some();
    let segments = marks.0.iter().all(is_known).then(|| marks.segments(message, names))?;
    Some(Template { segments, misspelt: Vec::new() })
}

/// The parameter of a mark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'t> {
    /// The parameter with this number, from 1.
    Number(usize),
    /// The parameter with this name.
    Name(&'t str),
}

impl Key<'_> {
    /// Returns the parameter, as programs find it.
    fn index(self, names: &[&str]) -> Option<usize> {
        match self {
            Self::Name(name) => names.iter().position(|known| *known == name),
            Self::Number(number) => names
                .iter()
                .position(|name| marks::numbered(name) == Some(number))
                .or_else(|| Some(number - 1).filter(|index| *index < names.len())),
        }
    }
}

/// The marks of a message, with their offsets in the whole text.
struct Marks<'t>(Vec<(Mark<'t>, Key<'t>)>);

impl<'t> Marks<'t> {
    fn of(syntax: Placeholders, text: &'t str) -> Self {
        let find = match syntax {
            Placeholders::Braces => return Self(Vec::new()),
            Placeholders::Printf => marks::printf,
            Placeholders::Indexed => marks::indexed,
            Placeholders::Angle => marks::angle,
            Placeholders::Percent => marks::percent,
            Placeholders::Mustache => marks::mustache,
        };
        let (mut from, mut count) = (0, 0);
        let mut all = Vec::new();
        while let Some(mark) = find(&text[from..]) {
            let key = match mark.place {
                Place::Name(name) => Some(Key::Name(name)),
                Place::Number(number) => Some(Key::Number(number)),
                Place::Next => {
                    count += 1;
                    Some(Key::Number(count))
                }
                Place::Percent => None,
            };
            let mark = Mark { at: from + mark.at, ..mark };
            from = mark.at + mark.len;
            all.extend(key.map(|key| (mark, key)));
        }
        Self(all)
    }

    /// Returns the declared parameters and those that only the message has.
    fn params(
        &self,
        sources: &Sources,
        syntax: Placeholders,
        body: &Body,
        message: &Text,
        misspelt: &mut Vec<String>,
        findings: &mut Findings,
    ) -> Vec<ast::Param> {
        let declared = body.params.as_deref().unwrap_or_default();
        let in_order = body.params_in_order.is_some();
        let mut params = if in_order { declared.to_vec() } else { Vec::new() };
        let mut sorted: Vec<&(Mark<'_>, Key<'_>)> = self.0.iter().collect();
        // Names stay in the order of the message.
        order::sort(&mut sorted, &|a, b| match (a.1, b.1) {
            (Key::Number(a), Key::Number(b)) => a.cmp(&b),
            _ => std::cmp::Ordering::Equal,
        });
        for (mark, key) in sorted {
            let name = match *key {
                Key::Name(name) => name.to_owned(),
                Key::Number(number) => match declared.get(number - 1).filter(|_| in_order) {
                    Some(param) if !declared.iter().any(|param| is_numbered(param, number)) => {
                        param.name.value.clone()
                    }
                    _ => format!("arg{number}"),
                },
            };
            if let Some(param) = params.iter_mut().find(|param| param.name.value == name) {
                param.ty.get_or_insert_with(|| default_type(mark));
                continue;
            }
            if let Some(param) = declared.iter().find(|param| param.name.value == name) {
                let ty = param.ty.clone().unwrap_or_else(|| default_type(mark));
                params.push(ast::Param { ty: Some(ty), ..param.clone() });
                continue;
            }
            let unused = declared.iter().map(|param| param.name.as_str());
            let unused = unused.filter(|name| !self.0.iter().any(|(_, key)| *key == Key::Name(name)));
            match (key, nearest(&name, unused)) {
                (Key::Name(_), Some(near)) => {
                    misspelt.push(near.word.to_owned());
                    let span = within(sources, message, mark.at, mark.len);
                    findings.push(report::unknown_mark(span, syntax, &name, near));
                }
                _ => params.push(undeclared(name, mark, message)),
            }
        }
        let rest =
            declared.iter().filter(|param| !params.iter().any(|known| known.name.value == param.name.value));
        let rest: Vec<ast::Param> = rest.cloned().collect();
        params.extend(rest);
        params
    }

    fn segments(&self, text: &str, names: &[&str]) -> Vec<Segment> {
        let (mut segments, mut from) = (Vec::new(), 0);
        for (mark, key) in &self.0 {
            segments.push(Segment::Text(text[from..mark.at].to_owned()));
            segments.extend(key.index(names).map(Segment::Param));
            from = mark.at + mark.len;
        }
        segments.push(Segment::Text(text[from..].to_owned()));
        segments.retain(|segment| *segment != Segment::Text(String::new()));
        segments
    }
}

fn is_numbered(param: &ast::Param, number: usize) -> bool {
    marks::numbered(&param.name) == Some(number)
}

/// Returns the parameter of a mark that the catalog does not declare.
fn undeclared(name: String, mark: &Mark<'_>, message: &Text) -> ast::Param {
    ast::Param {
        name: Spanned::new(name, message.span),
        field: None,
        ty: Some(default_type(mark)),
        optional: false,
        sensitive: false,
        description: None,
        extensions: Vec::new(),
    }
}

/// Returns the type of a mark without a declared one.
fn default_type(mark: &Mark<'_>) -> ast::Type {
    ast::Type::Scalar(match mark.format.letter {
        b'd' | b'i' | b'x' | b'X' => Scalar::I64,
        b'f' | b'F' => Scalar::Float,
        _ => Scalar::String,
    })
}

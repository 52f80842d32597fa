//! Formats a finding for people: the marked source lines and the help.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::{Finding, Label, Severity};
use crate::source::{FileId, Sources, Span};
use crate::text::reveal::{is_hidden, reveal};

/// Style options.
#[derive(Clone, Copy, Debug, Default)]
pub struct Human {
    /// Whether to use colors.
    pub color: bool,
    /// Whether to use box-drawing characters instead of ASCII.
    pub unicode: bool,
    /// Whether to link the name of the rule to its documentation.
    pub links: bool,
}

/// Formats a finding as several lines, without a final line break.
#[must_use]
pub fn human(sources: &Sources, finding: &Finding, style: Human) -> String {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let windows: Vec<Window<'_>> = windows(sources, finding);
    let message = format!("{}{}", finding.mark(), reveal(&finding.message));
    let mut title = level.primary_title(message).id(finding.name());
    if style.links {
        title = title.id_url(super::page::page_of(finding));
    }
    let help = finding.help.iter().map(|help| Group::with_title(Level::HELP.secondary_title(reveal(help))));
    let snippets = windows.iter().map(|window| window.element(sources));
    let report: Vec<Group<'_>> = std::iter::once(title.elements(snippets)).chain(help).collect();
    renderer(style).render(&report)
}

fn renderer(style: Human) -> Renderer {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if style.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
    renderer.decor_style(decor).term_width(140)
}

/// Labels in one file that are drawn together, and the lines around them.
struct Window<'f> {
    file: FileId,
    /// The offset of the first line, or `None` if the line is too long to be drawn.
    start: Option<usize>,
    /// The text of the lines, with hidden characters made visible.
    text: String,
    labels: Vec<(&'f Label, AnnotationKind)>,
}

/// The number of bytes of a line that are drawn before and after a label. Drawing a very long line
/// for each of its findings would take too long.
const LONGEST_LINE: usize = 1 << 12;

/// The maximum number of bytes between labels that are drawn together.
const FAR: usize = 1 << 16;

/// Groups the labels of a finding into windows, the primary label first.
fn windows<'f>(sources: &Sources, finding: &'f Finding) -> Vec<Window<'f>> {
    let related = finding.related.iter().map(|label| (label, AnnotationKind::Context));
    let mut windows: Vec<Window<'f>> = Vec::new();
    for (label, kind) in std::iter::once((&finding.primary, AnnotationKind::Primary)).chain(related) {
        let (file, at) = (label.span.file, label.span.start as usize);
        let near = |window: &&mut Window<'_>| {
            let first = window.labels[0].0.span.start as usize;
            window.file == file && first.abs_diff(at) < FAR
        };
        match windows.iter_mut().find(near) {
            Some(window) => window.labels.push((label, kind)),
            None => {
                windows.push(Window { file, start: None, text: String::new(), labels: vec![(label, kind)] });
            }
        }
    }
    for window in &mut windows {
        window.cut(sources);
    }
    windows
}

impl Window<'_> {
    /// Reads the lines from the first label to the last.
    fn cut(&mut self, sources: &Sources) {
        let text = sources.text(self.file);
        let spans = || self.labels.iter().map(|(label, _)| label.span);
        let first = spans().map(|span| span.start as usize).min().unwrap_or(0).min(text.len());
        let last = spans().map(|span| first_line(sources, span).end).max().unwrap_or(first).min(text.len());
        let from = boundary(text, first.saturating_sub(LONGEST_LINE));
        let before = text[from..first].rfind('\n').map(|end| from + end + 1);
        let Some(start) = before.or_else(|| (from == 0).then_some(0)) else { return };
        let last = boundary(text, last.min(first + FAR));
        let until = boundary(text, last + LONGEST_LINE);
        let end = text[last..until].find('\n').map_or(until, |length| last + length);
        self.start = Some(start);
        self.text = visible(text[start..end].trim_end_matches('\r'));
    }

    fn element<'w>(&'w self, sources: &'w Sources) -> Element<'w> {
        match self.start {
            Some(start) => self.snippet(start, sources).into(),
            None => {
                let at = sources.start(self.labels[0].0.span);
                Origin::path(reveal(sources.path(self.file))).line(at.line).char_column(at.column).into()
            }
        }
    }

    fn snippet<'w>(
        &'w self,
        first: usize,
        sources: &'w Sources,
    ) -> Snippet<'w, annotate_snippets::Annotation<'w>> {
        let line = sources.position(self.file, u32::try_from(first).unwrap_or(u32::MAX)).line;
        let mark = if first == 0 { mark(sources, self.file) } else { 0 };
        let annotations = self.labels.iter().map(|(label, kind)| {
            let Range { start, end } = first_line(sources, label.span);
            let place = |at: usize| boundary(&self.text, at.saturating_sub(first + mark));
            let annotation = kind.span(place(start)..place(end));
            if label.message.is_empty() { annotation } else { annotation.label(reveal(&label.message)) }
        });
        Snippet::source(self.text.as_str())
            .path(reveal(sources.path(self.file)))
            .line_start(line)
            .fold(true)
            .annotations(annotations)
    }
}

/// Returns the last character boundary at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Returns the length of the byte order mark at the start of a file, which is not drawn.
fn mark(sources: &Sources, file: FileId) -> usize {
    if sources.text(file).starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }
}

/// Replaces hidden characters by visible ones of the same length in bytes. The renderer handles
/// those of one byte. A byte order mark at the start is removed, as in editors.
fn visible(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let shown = |c: char| match c.len_utf8() {
        _ if !is_hidden(c) => c,
        1 => c,
        2 => '\u{B7}',
        3 => '\u{FFFD}',
        _ => '\u{1F7D7}',
    };
    text.chars().map(shown).collect()
}

/// Returns the part of a span that is on its first line, so that long values are not drawn in full.
fn first_line(sources: &Sources, span: Span) -> Range<usize> {
    let start = span.start as usize;
    let length = sources.slice(span).find('\n').unwrap_or((span.end - span.start) as usize);
    start..start + length
}

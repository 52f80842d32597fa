//! A finding as people like to read it: the lines it speaks of, marked, and what to do.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Finding, Label, Severity};
use crate::source::{FileId, Sources, Span};
use crate::text::reveal::{is_hidden, reveal};

/// How a finding is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Human {
    /// With colours.
    pub color: bool,
    /// With box-drawing characters instead of ASCII.
    pub unicode: bool,
}

/// The finding as several lines, without a line end behind the last one.
#[must_use]
pub fn human(sources: &Sources, finding: &Finding, style: Human) -> String {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let shown: Vec<(FileId, String)> =
        files(finding).into_iter().map(|file| (file, visible(sources.text(file)))).collect();
    let title = level.primary_title(reveal(&finding.message)).id(finding.rule.code());
    let help = finding.help.iter().map(|help| Group::with_title(Level::HELP.secondary_title(reveal(help))));
    let report: Vec<Group<'_>> = std::iter::once(
        title.elements(shown.iter().map(|(file, text)| snippet(sources, finding, *file, text))),
    )
    .chain(help)
    .collect();
    renderer(style).render(&report)
}

fn renderer(style: Human) -> Renderer {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if style.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
    renderer.decor_style(decor).term_width(140)
}

/// The files a finding speaks of, its own first.
fn files(finding: &Finding) -> Vec<FileId> {
    let mut files = vec![finding.primary.span.file];
    for label in &finding.related {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    files
}

/// The text with something to see in the place of every hidden character, byte for byte as long. Those of one byte are the renderer's
/// business; a byte order mark at the beginning, which no editor shows either, becomes nothing.
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

fn snippet<'s>(
    sources: &'s Sources,
    finding: &'s Finding,
    file: FileId,
    text: &'s str,
) -> Snippet<'s, annotate_snippets::Annotation<'s>> {
    let mut snippet = Snippet::source(text).path(sources.path(file)).line_start(1).fold(true);
    if finding.primary.span.file == file {
        snippet = snippet.annotation(annotation(sources, &finding.primary, AnnotationKind::Primary));
    }
    for label in finding.related.iter().filter(|label| label.span.file == file) {
        snippet = snippet.annotation(annotation(sources, label, AnnotationKind::Context));
    }
    snippet
}

fn annotation<'s>(
    sources: &Sources,
    label: &'s Label,
    kind: AnnotationKind,
) -> annotate_snippets::Annotation<'s> {
    let annotation = kind.span(first_line(sources, label.span));
    if label.message.is_empty() { annotation } else { annotation.label(reveal(&label.message)) }
}

/// The part of a span that lies on its first line, so that a long value is pointed at, not drawn.
fn first_line(sources: &Sources, span: Span) -> Range<usize> {
    let mark = if sources.text(span.file).starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let start = (span.start as usize).saturating_sub(mark);
    let length = sources.slice(span).find('\n').unwrap_or((span.end - span.start) as usize);
    start..start + length
}

//! Converts parser events to a tree. No other file depends on the YAML library.

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};

use super::cause::Cause;
use super::place::{Lines, is_end, span};
use super::{Node, NodeKind};
use crate::diag::{Finding, MOST_FINDINGS};
use crate::format::limits::{DEEPEST, LONGEST_TEXT, MOST_VALUES};
use crate::source::{FileId, Span};
use crate::syntax::report;
use crate::text::quote::double_quoted;

/// The number of bytes of a text that are shown in its quoted form.
pub(super) const SHOWN: usize = 200;

/// The result of parsing a text once.
pub(super) struct Loaded {
    /// The tree up to the first syntax error.
    pub(super) root: Node,
    /// Findings for YAML features that catalogs do not allow.
    pub(super) refused: Vec<Finding>,
    /// The syntax error that ended parsing.
    pub(super) mistake: Option<Mistake>,
    /// Whether parsing stopped before the end of the file.
    pub(super) is_cut: bool,
}

/// A syntax error with its offset.
pub(super) struct Mistake {
    pub(super) offset: usize,
    pub(super) cause: Cause,
}

/// Parses `text` until its end or its first syntax error. Refused characters are blanked out in
/// `text`, but not in `original`.
pub(super) fn load(file: FileId, text: &str, original: &str) -> Loaded {
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    load_part(file, body, text.len() - body.len(), original)
}

/// Parses the part of a text that starts after `skipped` bytes.
pub(super) fn load_part(file: FileId, body: &str, skipped: usize, original: &str) -> Loaded {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let mut builder = Builder::new(file, skipped, original);
    for next in Parser::new_from_str_with_options(body, options) {
        match next {
            Ok((event, span)) => {
                if builder.take(event, span).is_break() {
                    break;
                }
            }
            Err(error) => return builder.finish(Some(mistake(&error, skipped, original))),
        }
    }
    builder.finish(None)
}

fn mistake(error: &ScanError, skipped: usize, original: &str) -> Mistake {
    let offset = error.marker().byte_offset().map_or(original.len(), |offset| offset + skipped);
    Mistake { offset: boundary(original, offset), cause: cause(error.kind()) }
}

/// Returns the cause of a mistake. No words of the parser are used.
const fn cause(kind: &ErrorKind) -> Cause {
    match kind {
        ErrorKind::RecursionLimitExceeded => Cause::Deep,
        ErrorKind::DirectiveDisallowed | ErrorKind::MissingDocumentEndBeforeDirective => Cause::Directive,
        ErrorKind::ExpectedDocumentStart => Cause::AfterValue,
        ErrorKind::InvalidDocumentEnd => Cause::AfterEnd,
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar => Cause::OpenQuote,
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            Cause::AfterQuotes
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => Cause::Escape,
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::InvalidBlockEntryWhitespace
        | ErrorKind::InvalidMappingValueWhitespace => Cause::Tab,
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::UndeclaredTagHandle
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::InvalidTagEscape
        | ErrorKind::InvalidTagUtf8
        | ErrorKind::InvalidTagUtf8LeadingByte
        | ErrorKind::InvalidTagUtf8TrailingByte
        | ErrorKind::MissingTagUri
        | ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::UnexpectedEndOfPlainScalar => Cause::Start,
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => Cause::Colon,
        ErrorKind::FlowMappingValueAdjacentCollection => Cause::NoSpace,
        ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::CommentInterceptedScalar
        | ErrorKind::ExpectedBlockMappingKey => Cause::NoKey,
        ErrorKind::MappingKeyNotAllowed => Cause::Question,
        ErrorKind::UnclosedFlowCollection { .. } => Cause::OpenBracket,
        ErrorKind::MismatchedFlowCollectionEnd { .. } => Cause::OtherBracket,
        ErrorKind::MisplacedFlowCollectionEnd => Cause::ClosingBracket,
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => Cause::NoComma,
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => Cause::NoValue,
        ErrorKind::BlockEntryInFlowCollection => Cause::ItemInBrackets,
        ErrorKind::BlockSequenceEntryNotAllowed => Cause::ItemInLine,
        ErrorKind::ExpectedBlockSequenceEntry => Cause::NoItem,
        ErrorKind::PlainScalarStartsWithDashFlowIndicator => Cause::Dash,
        ErrorKind::InvalidBlockScalarHeader
        | ErrorKind::ZeroBlockScalarIndent
        | ErrorKind::ExpectedWhitespace => Cause::BlockMark,
        ErrorKind::InvalidBlockScalarIndent => Cause::BlockBlanks,
        ErrorKind::CommentNotSeparated => Cause::CommentSpace,
        ErrorKind::BomInsideDocument => Cause::Character,
        _ => Cause::Other,
    }
}

/// Returns the last character boundary at or before `offset`.
fn boundary(text: &str, offset: usize) -> usize {
    if text.is_char_boundary(offset) {
        return offset;
    }
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

/// A list or map that is not closed yet.
struct Open {
    span: Span,
    kind: OpenKind,
}

enum OpenKind {
    List(Vec<Node>),
    Map { entries: Vec<(Node, Node)>, key: Option<Node> },
}

struct Builder<'t> {
    file: FileId,
    skipped: usize,
    original: &'t str,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    values: usize,
    refused: Vec<Finding>,
    /// Findings for anchors, which are not reported if a merge is.
    anchors: Vec<Finding>,
    merges: bool,
    is_cut: bool,
}

impl<'t> Builder<'t> {
    fn new(file: FileId, skipped: usize, original: &'t str) -> Self {
        Self {
            file,
            skipped,
            original,
            open: Vec::new(),
            root: None,
            documents: 0,
            values: 0,
            refused: Vec::new(),
            anchors: Vec::new(),
            merges: false,
            is_cut: false,
        }
    }

    fn span(&self, span: granit_parser::Span) -> Span {
        let at = |marker: granit_parser::Marker| {
            let offset = marker.byte_offset().unwrap_or_default() + self.skipped;
            u32::try_from(boundary(self.original, offset)).unwrap_or(u32::MAX)
        };
        Span { file: self.file, start: at(span.start), end: at(span.end) }
    }

    fn take(&mut self, event: Event<'_>, place: granit_parser::Span) -> std::ops::ControlFlow<()> {
        let span = self.span(place);
        if self.values > MOST_VALUES {
            self.refused.push(report::too_many_values(span));
            self.is_cut = true;
            return std::ops::ControlFlow::Break(());
        }
        if let Some(tag) = place.tag_span() {
            let tag = self.span(tag);
            self.refuse(tag, "catalogs cannot use tags (`!…`)");
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.report(report::second_document(self.end_of_document(span)));
                    self.is_cut = true;
                    return std::ops::ControlFlow::Break(());
                }
            }
            Event::Scalar(text, ..) if text.len() > LONGEST_TEXT => {
                self.report(report::too_long_text(span));
                self.put(Node::new(span, NodeKind::Refused));
            }
            Event::Scalar(text, style, ..) => {
                let kind = match style {
                    // The parser reports an absent value as `~`.
                    ScalarStyle::Plain if span.end <= span.start => NodeKind::Absent,
                    // A tab is reported, and not again for what has it.
                    ScalarStyle::Plain if text.contains('\t') => NodeKind::Plain(text.replace('\t', " ")),
                    ScalarStyle::Plain => NodeKind::Plain(text.into_owned()),
                    _ => NodeKind::Quoted(text.into_owned()),
                };
                let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                let is_empty = is_block && span.end <= span.start;
                self.put(Node::new(if is_empty { self.indicator(span) } else { span }, kind));
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                match self.merge_key() {
                    Some(key) if !self.merges => {
                        self.merges = true;
                        self.report(report::merge(key));
                    }
                    Some(_) => {}
                    None => self.refuse(span, "catalogs cannot use aliases (`*name`)"),
                }
                self.put(Node::new(span, NodeKind::Refused));
            }
            Event::Anchor(..) => {
                self.refuse(span, "catalogs cannot use anchors (`&name`)");
                self.anchors.extend(self.refused.pop());
            }
            Event::SequenceStart(..) => {
                self.open.push(Open { span, kind: OpenKind::List(Vec::new()) });
            }
            Event::MappingStart(..) => {
                let kind = OpenKind::Map { entries: Vec::new(), key: None };
                self.open.push(Open { span, kind });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            _ => {}
        }
        std::ops::ControlFlow::Continue(())
    }

    /// Returns the location of the mark before a second document: `---`, or the `...` of the first.
    fn end_of_document(&self, second: Span) -> Span {
        let before = self.original.get(..second.start as usize).unwrap_or_default().trim_end();
        let (start, line) = Lines(before).around(before.len());
        if is_end(line) { span(self.file, start, before.len()) } else { second }
    }

    /// Returns the location of the `|` or `>` of a block text without lines, which the parser places
    /// at the next value.
    fn indicator(&self, next: Span) -> Span {
        let before = self.original.get(..next.start as usize).unwrap_or_default();
        let start = before.rfind(['|', '>']).and_then(|at| u32::try_from(at).ok());
        start.map_or(next, |start| Span { start, end: start + 1, ..next })
    }

    /// Returns the location of the key `<<` if its value, or an item of its list, comes next.
    fn merge_key(&self) -> Option<Span> {
        let mut maps = self.open.iter().rev().skip_while(|open| matches!(open.kind, OpenKind::List(_)));
        let OpenKind::Map { key: Some(key), .. } = &maps.next()?.kind else { return None };
        matches!(&key.kind, NodeKind::Plain(word) if word == "<<").then_some(key.span)
    }

    fn refuse(&mut self, span: Span, message: &str) {
        let rest = self.original.get(span.start as usize..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let before = self.original.get(..span.start as usize).unwrap_or_default();
        let in_brackets = before[before.rfind('\n').map_or(0, |end| end + 1)..].contains(['{', '[']);
        let end = if in_brackets { line.find([',', '}', ']']) } else { line.find(" #") };
        let value = line[..end.unwrap_or(line.len())].trim_end();
        let help = if value.len() <= SHOWN {
            format!("repeat the value, or quote it if it is a text: {}", double_quoted(value))
        } else {
            "repeat the value; quote a text that starts with `&`, `*` or `!`".to_owned()
        };
        self.report(report::syntax(span, message).help(help));
    }

    fn report(&mut self, finding: Finding) {
        if self.refused.len() < MOST_FINDINGS {
            self.refused.push(finding);
        }
    }

    /// Adds a finished value to the innermost open list or map.
    fn put(&mut self, node: Node) {
        self.values += 1;
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => self.root = Some(node),
            Some(OpenKind::List(items)) => items.push(node),
            Some(OpenKind::Map { entries, key }) => match key.take() {
                None => *key = Some(node),
                Some(key) => entries.push((key, node)),
            },
        }
    }

    /// Closes the innermost list or map. Block collections end where their last value ends.
    fn close(&mut self, end: Span) {
        let Some(Open { span, kind }) = self.open.pop() else { return };
        let (kind, last) = match kind {
            OpenKind::List(items) => {
                let last = items.last().map(|node| node.span);
                (NodeKind::List(items), last)
            }
            OpenKind::Map { mut entries, key } => {
                if let Some(key) = key {
                    let nothing = Node::new(key.span, NodeKind::Refused);
                    entries.push((key, nothing));
                }
                let last = entries.last().map(|(key, value)| key.span.to(value.span));
                (NodeKind::Map(entries), last)
            }
        };
        let flow_end = (end.end > end.start).then_some(end);
        let span = flow_end.or(last).map_or(span, |last| span.to(last));
        let written = flow_end.and_then(|_| self.original.get(span.start as usize..span.end as usize));
        let written = written.filter(|text| text.len() <= SHOWN && !text.contains('\n')).map(str::to_owned);
        self.put(Node { written, ..Node::new(span, kind) });
    }

    fn finish(mut self, mistake: Option<Mistake>) -> Loaded {
        while let Some(open) = self.open.last() {
            let end = open.span;
            self.close(Span { start: end.start, end: end.start, ..end });
        }
        let nothing = Node::new(Span::top(self.file), NodeKind::Absent);
        if !self.merges {
            self.refused.append(&mut self.anchors);
        }
        Loaded { root: self.root.unwrap_or(nothing), refused: self.refused, mistake, is_cut: self.is_cut }
    }
}

//! Parses lines of ledgers as errcat writes them, without the work that any other YAML takes.

use super::load::SHOWN;
use super::{Node, NodeKind};
use crate::source::{FileId, Span};

/// The longest line, which keeps texts and the number of values below the limits of the parser.
const LONGEST: usize = 1 << 16;

/// The longest key.
const LONGEST_KEY: usize = 256;

/// The deepest nesting.
const DEEPEST: usize = 16;

/// Parses an object that starts at `start` of the file: JSON without white space, escapes, or keys
/// that are hard to read. Returns `None` for everything else, which the YAML parser has to read.
pub(super) fn object(file: FileId, text: &str, start: usize) -> Option<Node> {
    let mut line = Line { file, text, start, at: 0 };
    let node = line.value(DEEPEST).filter(|node| matches!(node.kind, NodeKind::Map(_)))?;
    (line.at == text.len() && text.len() <= LONGEST).then_some(node)
}

struct Line<'t> {
    file: FileId,
    text: &'t str,
    start: usize,
    /// The number of bytes that are read.
    at: usize,
}

impl<'t> Line<'t> {
    fn value(&mut self, deepest: usize) -> Option<Node> {
        let from = self.at;
        let kind = match self.text.as_bytes().get(from)? {
            b'"' => NodeKind::Quoted(self.quoted()?.to_owned()),
            b'{' => {
                let deepest = deepest.checked_sub(1)?;
                NodeKind::Map(self.items(b'}', &mut |line| line.entry(deepest))?)
            }
            b'[' => {
                let deepest = deepest.checked_sub(1)?;
                NodeKind::List(self.items(b']', &mut |line| line.value(deepest))?)
            }
            _ => NodeKind::Plain(self.word()?.to_owned()),
        };
        let node = Node::new(self.span(from), kind);
        let is_shown = matches!(node.kind, NodeKind::List(_) | NodeKind::Map(_)) && self.at - from <= SHOWN;
        let written = self.text.get(from..self.at).filter(|_| is_shown).map(str::to_owned);
        Some(Node { written, ..node })
    }

    fn entry(&mut self, deepest: usize) -> Option<(Node, Node)> {
        let from = self.at;
        let key = self.quoted().filter(|key| key.len() <= LONGEST_KEY)?;
        let key = Node::new(self.span(from), NodeKind::Quoted(key.to_owned()));
        self.skip(b':').then_some(())?;
        Some((key, self.value(deepest)?))
    }

    /// Reads the items between brackets.
    fn items<T>(&mut self, end: u8, item: &mut dyn FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.at += 1;
        let mut items = Vec::new();
        if self.skip(end) {
            return Some(items);
        }
        loop {
            items.push(item(self)?);
            if self.skip(end) {
                return Some(items);
            }
            self.skip(b',').then_some(())?;
        }
    }

    /// Reads a text in quotes.
    fn quoted(&mut self) -> Option<&'t str> {
        self.skip(b'"').then_some(())?;
        let text = self.take(|byte| matches!(byte, b'"' | b'\\' | 0..b' '))?;
        self.skip(b'"').then_some(text)
    }

    /// Reads a word or number.
    fn word(&mut self) -> Option<&'t str> {
        let word = self.take(|byte| !byte.is_ascii_alphanumeric())?;
        (!word.is_empty()).then_some(word)
    }

    /// Reads the text before the first byte that ends it.
    fn take(&mut self, is_end: impl Fn(u8) -> bool) -> Option<&'t str> {
        let rest = self.text.get(self.at..)?;
        let text = rest.get(..rest.bytes().position(is_end)?)?;
        self.at += text.len();
        Some(text)
    }

    fn skip(&mut self, byte: u8) -> bool {
        let found = self.text.as_bytes().get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    fn span(&self, from: usize) -> Span {
        let at = |at: usize| u32::try_from(self.start + at).unwrap_or(u32::MAX);
        Span { file: self.file, start: at(from), end: at(self.at) }
    }
}

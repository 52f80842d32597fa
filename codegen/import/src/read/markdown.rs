//! Reads Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::own;
use super::page::{self, Block};
use crate::draft::Draft;
use crate::failure::Failure;

/// Reads a page.
pub(crate) fn read(text: &str) -> Result<Draft, Failure> {
    let mut reader = Reader { source: text, line: 1, at: 0, ..Reader::default() };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        reader.event(event, &range);
    }
    let blocks = if own::is_own(text) { own::fields(reader.blocks) } else { reader.blocks };
    page::read(&blocks)
}

#[derive(Default)]
struct Reader<'t> {
    source: &'t str,
    /// The line of the byte `at`.
    line: usize,
    at: usize,
    blocks: Vec<Block>,
    /// The text of the current block or cell.
    text: String,
    /// The place of the current block.
    start: usize,
    /// The number of quotes around the current block.
    quotes: usize,
    header: Vec<String>,
    rows: Vec<(usize, Vec<String>)>,
    cells: Vec<String>,
    items: Vec<usize>,
    in_code_block: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if !self.in_code_block => self.text.push_str(&text),
            Event::Code(code) => self.code(&code, range),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.text.push('\n'),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.text.push('\n'),
            Event::InlineHtml(tag) if !is_tag(&tag) => self.text.push_str(&tag),
            _ => {}
        }
    }

    /// Keeps the backquotes of code inside a text. Those of the whole text are markup.
    fn code(&mut self, code: &str, range: &Range<usize>) {
        let written = self.source.get(range.clone()).unwrap_or(code);
        self.text.push_str(written);
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Heading { .. } | Tag::Paragraph => {
                if self.items.is_empty() {
                    self.text.clear();
                } else if !self.text.is_empty() {
                    self.text.push(' ');
                }
                self.start = range.start;
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(_) => self.in_code_block = true,
            Tag::Item => {
                self.item();
                self.items.push(range.start);
                self.text.clear();
            }
            Tag::Table(_) => {
                self.header.clear();
                self.rows.clear();
            }
            Tag::TableHead | Tag::TableRow => {
                self.cells.clear();
                self.start = range.start;
            }
            Tag::TableCell => self.text.clear(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let (text, line) = (self.taken(), self.line_of(self.start));
                self.blocks.push(Block::Heading { level: number(level), text, line });
            }
            TagEnd::Paragraph if self.items.is_empty() => {
                let text = self.taken();
                self.blocks.push(if self.quotes > 0 {
                    Block::Quote { text }
                } else {
                    Block::Paragraph { text }
                });
            }
            TagEnd::BlockQuote(_) => self.quotes -= 1,
            TagEnd::CodeBlock => self.in_code_block = false,
            TagEnd::Item => {
                self.item();
                self.items.pop();
            }
            TagEnd::TableCell => {
                let text = self.taken();
                self.cells.push(text);
            }
            TagEnd::TableHead => self.header = std::mem::take(&mut self.cells),
            TagEnd::TableRow => {
                let line = self.line_of(self.start);
                let cells = std::mem::take(&mut self.cells);
                self.rows.push((line, cells));
            }
            TagEnd::Table => {
                let (header, rows) = (std::mem::take(&mut self.header), std::mem::take(&mut self.rows));
                self.blocks.push(Block::Table { header, rows });
            }
            _ => {}
        }
    }

    /// Ends the text of an item, at its end or where a list inside it begins.
    fn item(&mut self) {
        if let Some(start) = self.items.last().copied()
            && !self.text.trim().is_empty()
        {
            let (text, line) = (self.taken(), self.line_of(start));
            self.blocks.push(Block::Item { text, line });
        }
    }

    /// Takes the current text. If all of it is code, the backquotes are markup.
    fn taken(&mut self) -> String {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        let marks = text.bytes().take_while(|byte| *byte == b'`').count();
        let is_code = marks > 0 && text.len() > 2 * marks && text.ends_with(&text[..marks]);
        let inner = if is_code { &text[marks..text.len() - marks] } else { text };
        if is_code && !inner.contains('`') { inner.trim().to_owned() } else { text.to_owned() }
    }

    /// Returns the line of a byte. Bytes are asked for in order, except in lists.
    fn line_of(&mut self, at: usize) -> usize {
        if at < self.at {
            return self.line - self.source[at..self.at].matches('\n').count();
        }
        self.line += self.source[self.at..at].matches('\n').count();
        self.at = at;
        self.line
    }
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}

/// Returns `true` if an inline element is markup, and not a placeholder such as `<name>`.
fn is_tag(tag: &str) -> bool {
    const TAGS: [&str; 18] = [
        "a", "b", "i", "em", "strong", "code", "span", "p", "div", "sub", "sup", "img", "u", "s", "kbd",
        "small", "del", "wbr",
    ];
    let name = tag.trim_start_matches('<').trim_start_matches('/');
    let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
    tag.starts_with("<!") || TAGS.contains(&name.to_lowercase().as_str())
}

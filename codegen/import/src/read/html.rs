//! Reads HTML with a tokenizer and a small state machine.

use std::cell::RefCell;

use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states,
};

use super::own;
use super::page::{self, Block};
use crate::draft::Draft;
use crate::failure::Failure;

/// Reads a page.
pub(crate) fn read(text: &str) -> Result<Draft, Failure> {
    let reader = Reader { is_own: own::is_own(text), ..Reader::default() };
    let tokenizer = Tokenizer::new(Sink(RefCell::new(reader)), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(text.into());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut reader = tokenizer.sink.0.into_inner();
    reader.flush();
    page::read(&reader.blocks)
}

struct Sink(RefCell<Reader>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        reader.line = usize::try_from(line).unwrap_or_default();
        match token {
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                match tag.kind {
                    TagKind::StartTag => {
                        reader.start(&name);
                        if reader.is_own {
                            let class = tag.attrs.iter().find(|attr| &*attr.name.local == "class");
                            reader.start_own(&name, class.map_or("", |class| &class.value));
                        }
                    }
                    TagKind::EndTag => reader.end(&name),
                }
                if tag.kind == TagKind::StartTag {
                    match &*name {
                        "script" => return TokenSinkResult::RawData(states::RawKind::ScriptData),
                        "style" => return TokenSinkResult::RawData(states::RawKind::Rawtext),
                        "title" | "textarea" => return TokenSinkResult::RawData(states::RawKind::Rcdata),
                        _ => {}
                    }
                }
            }
            Token::CharacterTokens(text) => reader.characters(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// What the current text belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    None,
    Heading(u8),
    Paragraph,
    Item,
    Cell,
    Quote,
}

struct Reader {
    blocks: Vec<Block>,
    line: usize,
    start: usize,
    text: String,
    place: Place,
    /// The number of elements around the text whose content is not shown.
    hidden: usize,
    /// The number of elements around the text in which line breaks count.
    verbatim: usize,
    quotes: usize,
    table: Option<Table>,
    /// Whether errcat wrote the page.
    is_own: bool,
    /// Whether the text is inside a list of links to errors on an own page.
    is_list: bool,
    /// The field that the current text of an own page is.
    field: Option<&'static str>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            blocks: Vec::new(),
            line: 1,
            start: 1,
            text: String::new(),
            place: Place::None,
            hidden: 0,
            verbatim: 0,
            quotes: 0,
            table: None,
            is_own: false,
            is_list: false,
            field: None,
        }
    }
}

#[derive(Default)]
struct Table {
    header: Vec<String>,
    rows: Vec<(usize, Vec<String>)>,
    cells: Vec<String>,
    line: usize,
}

impl Reader {
    fn start(&mut self, name: &str) {
        match name {
            "script" | "style" | "nav" | "head" | "template" | "svg" | "button" => self.hidden += 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.begin(Place::Heading(name.as_bytes()[1] - b'0'));
            }
            "p" | "dd" if self.place != Place::Cell && self.place != Place::Item => {
                self.begin(if self.quotes > 0 { Place::Quote } else { Place::Paragraph });
            }
            "p" if !self.text.trim().is_empty() => self.text.push('\n'),
            "li" | "dt" => self.begin(Place::Item),
            "blockquote" => {
                self.flush();
                self.quotes += 1;
                self.begin(Place::Quote);
            }
            "br" => self.text.push('\n'),
            "pre" => self.verbatim += 1,
            "table" => {
                self.flush();
                self.table = Some(Table::default());
            }
            "tr" => {
                self.end_row();
                let line = self.line;
                if let Some(table) = &mut self.table {
                    table.line = line;
                }
            }
            "td" | "th" => {
                self.end_cell();
                self.text.clear();
                self.place = Place::Cell;
            }
            _ => {}
        }
    }

    /// Finds the fields of an error on an own page.
    fn start_own(&mut self, name: &str, class: &str) {
        if (name, class) == ("article", "many") {
            // Links to the errors of all families that share a code.
            self.is_list = true;
            self.hidden += 1;
        }
        let field = match (name, self.place) {
            ("p", _) => own::field_of(class),
            ("span", Place::Heading(_)) => Some("status"),
            ("b", Place::None) => Some("name"),
            _ => return,
        };
        if name != "p" {
            self.begin(Place::Paragraph);
        }
        self.field = field;
        // The texts of own pages keep their line breaks.
        self.verbatim = usize::from(name == "p" && field.is_some());
    }

    fn end(&mut self, name: &str) {
        match name {
            "span" | "b" if self.is_own && self.place == Place::Paragraph && self.field.is_some() => {
                self.flush();
            }
            "script" | "style" | "nav" | "head" | "template" | "svg" | "button" => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            "article" if self.is_list => {
                self.is_list = false;
                self.hidden = self.hidden.saturating_sub(1);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "dt" | "dd" => self.flush(),
            "p" if matches!(self.place, Place::Paragraph | Place::Quote) => self.flush(),
            "blockquote" => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            "pre" => self.verbatim = self.verbatim.saturating_sub(1),
            "td" | "th" => self.end_cell(),
            "tr" => self.end_row(),
            "table" => {
                self.end_row();
                if let Some(Table { header, rows, .. }) = self.table.take() {
                    self.blocks.push(Block::Table { header, rows });
                }
            }
            _ => {}
        }
    }

    fn characters(&mut self, text: &str) {
        if self.hidden > 0 || self.place == Place::None {
            return;
        }
        if self.verbatim > 0 {
            self.text.push_str(text);
            return;
        }
        // Blanks and line breaks of the source are one blank.
        for c in text.chars() {
            match c {
                ' ' | '\n' | '\t' | '\r' | '\u{c}' => {
                    if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                        self.text.push(' ');
                    }
                }
                c => self.text.push(c),
            }
        }
    }

    fn begin(&mut self, place: Place) {
        self.flush();
        self.place = place;
        self.start = self.line;
    }

    /// Ends the current block.
    fn flush(&mut self) {
        let text = lines(&self.text);
        self.text.clear();
        let line = self.start;
        let place = std::mem::replace(&mut self.place, Place::None);
        let field = self.field.take();
        if field.is_some() {
            self.verbatim = 0;
        }
        if text.is_empty() || self.table.is_some() {
            return;
        }
        self.blocks.push(match place {
            Place::Heading(level) => Block::Heading { level, text, line },
            Place::Item => Block::Item { text, line },
            Place::Quote => Block::Quote { text },
            Place::Paragraph if self.is_own => match field {
                Some(name) => Block::Field { name: name.to_owned(), text },
                None => return,
            },
            Place::Paragraph => Block::Paragraph { text },
            Place::Cell | Place::None => return,
        });
    }

    fn end_cell(&mut self) {
        if self.place != Place::Cell {
            return;
        }
        self.place = Place::None;
        let text = lines(&self.text);
        self.text.clear();
        if let Some(table) = &mut self.table {
            table.cells.push(text);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(table) = &mut self.table else { return };
        let cells = std::mem::take(&mut table.cells);
        if cells.is_empty() {
            return;
        }
        if table.header.is_empty() && table.rows.is_empty() {
            table.header = cells;
        } else {
            table.rows.push((table.line, cells));
        }
    }
}

/// Removes blanks around every line.
fn lines(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(str::trim).collect();
    lines.join("\n")
}

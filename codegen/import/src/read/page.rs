//! Finds rows in a page of headings, tables, lists and paragraphs.

use errcat_build::unstable::value::Value;

use crate::columns::is_known;
use crate::draft::{Draft, Row, Section};
use crate::failure::Failure;
use crate::words::{is_code_like, is_token, words};

/// A part of a page.
#[derive(Clone, Debug)]
pub(super) enum Block {
    Heading {
        level: u8,
        text: String,
        line: usize,
    },
    Table {
        header: Vec<String>,
        rows: Vec<(usize, Vec<String>)>,
    },
    /// An item of a list, without the lists inside it.
    Item {
        text: String,
        line: usize,
    },
    Paragraph {
        text: String,
    },
    Quote {
        text: String,
    },
    /// A field of the current error.
    Field {
        name: String,
        text: String,
    },
}

/// Finds the rows of a page.
pub(super) fn read(blocks: &[Block]) -> Result<Draft, Failure> {
    let level = entry_level(blocks);
    let mut page = Page { draft: Draft::default(), headings: Vec::new(), entry: None, level };
    for block in blocks {
        page.block(block);
    }
    page.finish();
    let mut draft = page.draft;
    if draft.is_empty() {
        return Err(Failure::new(
            "no error codes found: the page has no table, no labelled list, and no headings that are codes",
        ));
    }
    join_single_title(&mut draft);
    Ok(draft)
}

struct Page {
    draft: Draft,
    /// The headings around the current block, with their levels.
    headings: Vec<(u8, String)>,
    /// The error whose heading was the last one, and its level.
    entry: Option<(u8, Row)>,
    /// The level of the headings that are codes.
    level: Option<u8>,
}

impl Page {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text, line } => self.heading(*level, text, *line),
            Block::Table { header, rows } => self.table(header, rows),
            Block::Item { text, line } => self.item(text, *line),
            Block::Quote { text } => self.field("message", text),
            Block::Field { name, text } => self.field(name, text),
            Block::Paragraph { text } => self.paragraph(text),
        }
    }

    fn heading(&mut self, level: u8, text: &str, line: usize) {
        self.finish();
        if Some(level) == self.level
            && let Some((code, rest)) = code_heading(text)
        {
            let mut row = Row::new(line).with("code", code);
            if let Some((name, value)) = rest {
                row.push(name, Value::Text(value));
            }
            self.entry = Some((level, row));
            return;
        }
        if self.draft.title.is_none() && self.headings.is_empty() && self.draft.is_empty() {
            self.draft.title = Some(text.to_owned());
        }
        self.headings.retain(|(other, _)| *other < level);
        self.headings.push((level, text.to_owned()));
    }

    /// Adds the error whose heading was the last one.
    fn finish(&mut self) {
        if let Some((_, row)) = self.entry.take() {
            self.add(row);
        }
    }

    fn add(&mut self, row: Row) {
        let title = self.headings.last().map(|(_, text)| text.clone());
        match self.draft.sections.last_mut() {
            Some(section) if section.title == title => section.rows.push(row),
            _ => self.draft.add(Section { title, description: None, rows: vec![row] }),
        }
    }

    fn table(&mut self, header: &[String], rows: &[(usize, Vec<String>)]) {
        // A table of labels and values below the heading of an error.
        let is_label = |cells: &[String]| cells.first().is_some_and(|cell| is_known(&words(cell)));
        if self.entry.is_some() && header.len() == 2 && rows.iter().all(|(_, cells)| is_label(cells)) {
            for cells in std::iter::once(header).chain(rows.iter().map(|(_, cells)| cells.as_slice())) {
                if let ([name, value], true) = (cells, is_label(cells)) {
                    self.field(name, value);
                }
            }
            return;
        }
        self.finish();
        let known = header.iter().any(|name| is_known(&words(name)));
        if !known {
            return;
        }
        for (line, cells) in rows {
            let mut row = Row::new(*line);
            for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                match header.get(at).filter(|name| !name.is_empty()) {
                    Some(name) => row.push(name.clone(), Value::Text(cell.clone())),
                    None => self.draft.note(*line, format!("the cell \"{cell}\" is in no column")),
                }
            }
            if !row.fields.is_empty() {
                self.add(row);
            }
        }
    }

    fn item(&mut self, text: &str, line: usize) {
        let labelled = label(text);
        if self.entry.is_some() {
            if let Some((name, value)) = labelled {
                self.field(name, value);
            }
            return;
        }
        let separators = [": ", " - ", " – ", " — "];
        let split = separators
            .iter()
            .filter_map(|separator| text.split_once(separator))
            .min_by_key(|(code, _)| code.len());
        if let Some((code, text)) = split
            && is_code_like(code.trim_matches('`'))
        {
            let mut row = Row::new(line).with("code", code.trim_matches('`'));
            row.push("description", Value::Text(text.trim().to_owned()));
            self.add(row);
        }
    }

    fn paragraph(&mut self, text: &str) {
        if self.entry.is_none() {
            return;
        }
        match label(text) {
            Some((name, value)) => self.field(name, value),
            None => self.field("description", text),
        }
    }

    /// Adds a field to the current error. Further paragraphs of one field are joined.
    fn field(&mut self, name: &str, text: &str) {
        let Some((_, row)) = &mut self.entry else { return };
        // If all of a value is code, the backquotes are markup.
        let inner = text.strip_prefix('`').and_then(|text| text.strip_suffix('`'));
        let text = inner.filter(|inner| !inner.contains('`')).unwrap_or(text);
        match row.fields.iter_mut().find(|(other, _)| words(other) == words(name)) {
            Some((_, Value::List(known))) => known.push(Value::from(text)),
            None if name == "help" => row.push(name, Value::List(vec![Value::from(text)])),
            Some((_, Value::Text(known))) => {
                known.push_str("\n\n");
                known.push_str(text);
            }
            _ => row.push(name, Value::Text(text.to_owned())),
        }
    }
}

/// Returns the level of headings that are codes: at least two, and at least half of the level.
pub(super) fn entry_level(blocks: &[Block]) -> Option<u8> {
    (1..=6).find(|wanted| {
        let mut all = 0;
        let mut codes = 0;
        for block in blocks {
            if let Block::Heading { level, text, .. } = block
                && level == wanted
            {
                all += 1;
                codes += usize::from(code_heading(text).is_some());
            }
        }
        codes >= 2 && codes * 2 >= all
    })
}

/// What a heading says beside the code: a name or a message.
type Rest = Option<(&'static str, String)>;

/// Splits a heading such as `ERR-1` or `ERR-1: Not found`. One word is a code if it looks like one,
/// or if it is written in small letters.
fn code_heading(text: &str) -> Option<(String, Rest)> {
    let text = text.trim();
    if let Some((code, rest)) = text.strip_prefix('`').and_then(|text| text.split_once('`'))
        && is_token(code)
    {
        let rest = rest.trim_matches([' ', ':', '-', '–', '—', '`']);
        let name = if is_token(rest) { "name" } else { "message" };
        return Some((code.to_owned(), (!rest.is_empty()).then(|| (name, rest.to_owned()))));
    }
    let whole = text.trim_matches('`');
    let is_plain = |word: &str| is_token(word) && !word.contains(char::is_uppercase) && word.is_ascii();
    if is_code_like(whole) || (is_plain(whole) && !whole.contains(' ')) {
        return Some((whole.to_owned(), None));
    }
    let separators = [": ", " - ", " – ", " — ", " ("];
    let (code, rest) = separators
        .iter()
        .filter_map(|separator| text.split_once(separator))
        .min_by_key(|(code, _)| code.len())?;
    let code = code.trim_matches('`');
    let rest =
        rest.strip_suffix(')').filter(|_| !rest.contains('(')).unwrap_or(rest).trim().trim_matches('`');
    let name = if is_token(rest) { "name" } else { "message" };
    is_code_like(code).then(|| (code.to_owned(), Some((name, rest.to_owned()))))
}

/// Splits `Label: value`.
fn label(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split_once(':')?;
    let name = name.trim();
    let is_name = name.len() <= 30 && name.split(' ').count() <= 4 && is_known(&words(name));
    is_name.then(|| (name, value.trim()))
}

/// Removes the title of the only section if it is the title of the page.
fn join_single_title(draft: &mut Draft) {
    if let [section] = &mut draft.sections[..]
        && section.title == draft.title
    {
        section.title = None;
    }
}

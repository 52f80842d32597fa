//! Finds the quotes and brackets that are open at a place of a file.

/// What is open at a place.
#[derive(Default)]
pub(super) struct Open {
    /// The offset of an opening quote.
    pub(super) quote: Option<usize>,
    /// The offset of the opening quote of the last text in quotes that is closed.
    pub(super) closed: Option<usize>,
    /// The offsets of the opening brackets and braces, the innermost last.
    pub(super) brackets: Vec<usize>,
}

/// Returns what is open at `offset` of a text that can be parsed up to there.
pub(super) fn at(text: &str, offset: usize) -> Open {
    let mut walk = Walk { bytes: text.as_bytes(), open: Open::default(), deeper: None };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if start >= offset {
            break;
        }
        walk.line(start, offset.min(start + line.len()));
        start += line.len();
    }
    walk.open
}

struct Walk<'t> {
    bytes: &'t [u8],
    open: Open,
    /// The column below which lines with a greater indentation belong to a text.
    deeper: Option<usize>,
}

impl Walk<'_> {
    fn line(&mut self, start: usize, end: usize) {
        let line = &self.bytes[start..end];
        let indent = line.iter().take_while(|byte| **byte == b' ').count();
        let is_blank = line.trim_ascii().is_empty();
        let outside = self.open.quote.is_none() && self.open.brackets.is_empty();
        if outside && (is_blank || self.deeper.is_some_and(|outer| indent > outer)) {
            return;
        }
        if outside {
            self.deeper = None;
        }
        self.content(start, end, indent);
    }

    /// Reads a line that is indented by `indent`.
    fn content(&mut self, start: usize, end: usize, indent: usize) {
        // The column of the key or text, after the marks of list items.
        let marks = self.bytes[start..end].iter().take_while(|byte| matches!(byte, b' ' | b'-'));
        let column = marks.count();
        // Whether a value or key can start here.
        let mut fresh = true;
        let mut at = start + indent;
        while at < end {
            let byte = self.bytes[at];
            let next = self.bytes.get(at + 1).copied().unwrap_or(b'\n');
            let before = self.bytes[..at].last().copied().unwrap_or(b'\n');
            let in_brackets = !self.open.brackets.is_empty();
            if let Some(quote) = self.open.quote {
                match (self.bytes[quote], byte) {
                    (b'"', b'\\') => at += 1,
                    (b'\'', b'\'') if next == b'\'' => at += 1,
                    (mark, byte) if mark == byte => {
                        self.open.closed = Some(quote);
                        self.open.quote = None;
                    }
                    _ => {}
                }
                at += 1;
                continue;
            }
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => {}
                b'#' if before.is_ascii_whitespace() => return,
                b'"' | b'\'' if fresh => (self.open.quote, fresh) = (Some(at), false),
                b'{' | b'[' if fresh || in_brackets => {
                    self.open.brackets.push(at);
                    fresh = true;
                }
                b'}' | b']' if in_brackets => {
                    self.open.brackets.pop();
                    fresh = false;
                }
                b',' if in_brackets => fresh = true,
                b':' if next.is_ascii_whitespace() || (in_brackets && matches!(before, b'"' | b'\'')) => {
                    fresh = true;
                }
                b'-' if fresh && next.is_ascii_whitespace() => {}
                b'|' | b'>' if fresh && !in_brackets => {
                    self.deeper = Some(if at == start + column { indent } else { column });
                    return;
                }
                _ => fresh = false,
            }
            at += 1;
        }
        if self.open.brackets.is_empty() && !fresh {
            self.deeper = Some(column);
        }
    }
}

//! Finds tables and keys in a `Cargo.toml`, with their places, so that lines can be added.

/// A table header or a key with its value.
pub(super) struct Entry {
    /// The keys from the root of the document.
    pub(super) path: Vec<String>,
    /// The value as written, or `None` for a header.
    pub(super) value: Option<String>,
    /// The keys of the table that contains the entry, or that the header begins.
    pub(super) table: Vec<String>,
    /// The offset of the line after the entry.
    pub(super) end: usize,
}

/// Returns the entries of a document, or `None` if it cannot be read.
pub(super) fn entries(text: &str) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut table = Vec::new();
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    while at < text.len() {
        let start = at + leading_blanks(&text[at..]);
        match text.as_bytes().get(start) {
            None => break,
            Some(b'\n' | b'\r' | b'#') => at = line_end(text, start),
            Some(b'[') => {
                let skipped = if text[start..].starts_with("[[") { 2 } else { 1 };
                let (path, _) = keys(text, start + skipped, b']')?;
                at = line_end(text, start);
                table.clone_from(&path);
                entries.push(Entry { path, value: None, table: table.clone(), end: at });
            }
            Some(_) => {
                let (keys, after) = keys(text, start, b'=')?;
                let end = value_end(text, after)?;
                at = line_end(text, end);
                let path = table.iter().chain(&keys).cloned().collect();
                let value = Some(text[after..end].trim().to_owned());
                entries.push(Entry { path, value, table: table.clone(), end: at });
            }
        }
    }
    Some(entries)
}

/// Returns a text value without its quotes. Texts with escapes are not needed here.
pub(super) fn text(value: &str) -> Option<&str> {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inner = value.strip_prefix(quote)?.strip_suffix(quote)?;
    (!inner.contains([quote, '\\', '\n'])).then_some(inner)
}

fn leading_blanks(text: &str) -> usize {
    text.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// Returns the offset after the line that contains `at`.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// Reads dotted keys up to `end`, and returns them with the offset after it.
fn keys(text: &str, start: usize, end: u8) -> Option<(Vec<String>, usize)> {
    let bytes = text.as_bytes();
    let (mut keys, mut at) = (Vec::new(), start);
    loop {
        at += leading_blanks(&text[at..]);
        let quote = *bytes.get(at)?;
        if matches!(quote, b'"' | b'\'') {
            let length = text[at + 1..].find(char::from(quote))?;
            keys.push(text[at + 1..at + 1 + length].to_owned());
            at += length + 2;
        } else {
            let rest = &text[at..];
            let length = rest
                .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'))
                .filter(|&n| n > 0)?;
            keys.push(rest[..length].to_owned());
            at += length;
        }
        at += leading_blanks(&text[at..]);
        match bytes.get(at)? {
            b'.' => at += 1,
            byte if *byte == end => return Some((keys, at + 1)),
            _ => return None,
        }
    }
}

/// Returns the end of a value: the first line end or comment outside of texts and brackets.
fn value_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (start, 0_u32);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' | b'\'' => at = text_end(text, at)?,
            b'#' | b'\n' if depth == 0 => return Some(at),
            b'#' => at = line_end(text, at),
            b'[' | b'{' => (depth, at) = (depth + 1, at + 1),
            b']' | b'}' => (depth, at) = (depth.checked_sub(1)?, at + 1),
            _ => at += 1,
        }
    }
    (depth == 0).then_some(at)
}

/// Returns the offset after the text that starts at `start`.
fn text_end(text: &str, start: usize) -> Option<usize> {
    let quote = &text[start..=start];
    let long = quote.repeat(3);
    let is_long = text[start..].starts_with(&long);
    let end = if is_long { long.as_str() } else { quote };
    let mut at = start + end.len();
    loop {
        let rest = &text[at..];
        if quote == "\"" && rest.starts_with('\\') {
            at += 1 + rest[1..].chars().next()?.len_utf8();
        } else if let Some(after) = rest.strip_prefix(end) {
            // A long text may end with up to two more quotes.
            let more = if is_long { after.len() - after.trim_start_matches(quote).len() } else { 0 };
            return Some(at + end.len() + more.min(2));
        } else {
            at += rest.chars().next().filter(|&c| is_long || c != '\n')?.len_utf8();
        }
    }
}

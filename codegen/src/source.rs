//! Source files, spans, and positions as lines and columns.

use std::fmt;
use std::ops::Deref;

/// The maximum number of bytes read from a file. A catalog of 100,000 codes has about 12 MB.
pub const LARGEST_FILE: usize = 32 << 20;

/// One file of a [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The offset of the first byte.
    pub start: u32,
    /// The offset after the last byte.
    pub end: u32,
}

impl Span {
    /// Returns the empty span at the start of `file`.
    #[must_use]
    pub fn top(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// Returns the span from the start of `self` to the end of `other`.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { end: other.end.max(self.start), ..self }
    }
}

/// A value with its location in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// The location.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Creates a value with its location.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Converts the value and keeps its location.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A line and a column. Both count from 1, and the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// All files of a run, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    folder: String,
}

#[derive(Clone, Debug)]
struct SourceFile {
    path: String,
    text: String,
    line_starts: Vec<usize>,
    invalid_from: Option<usize>,
    dangling: bool,
    unread: bool,
}

impl SourceFile {
    fn new(path: String, text: String, invalid_from: Option<usize>) -> Self {
        let mut line_starts = vec![0];
        line_starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { path, text, line_starts, invalid_from, dangling: false, unread: false }
    }
}

impl Sources {
    /// Adds a file. `path` is its path in reports: relative to the project, with `/`.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.add_read(path.into(), text.into(), None)
    }

    /// Adds a file as bytes. If they are not UTF-8, the text ends before the first invalid byte.
    pub fn add_bytes(&mut self, path: impl Into<String>, bytes: Vec<u8>) -> FileId {
        let (text, invalid_from) = decoded(bytes);
        self.add_read(path.into(), text, invalid_from)
    }

    /// Replaces the content of the file at `path`, or adds it, like [`add_bytes`](Self::add_bytes).
    pub fn put_bytes(&mut self, path: &str, bytes: Vec<u8>) -> FileId {
        let Some(known) = self.ids().find(|file| self.path(*file) == path) else {
            return self.add_bytes(path, bytes);
        };
        let (text, invalid_from) = decoded(bytes);
        let unread = self.is_unread(known);
        let file = SourceFile::new(path.to_owned(), text, invalid_from);
        self.files[known.0 as usize] = SourceFile { unread, ..file };
        known
    }

    /// Adds a symbolic link whose target does not exist.
    pub fn add_dangling(&mut self, path: impl Into<String>) -> FileId {
        let file = self.add(path, "");
        self.files[file.0 as usize].dangling = true;
        file
    }

    /// Returns `true` if a file is a symbolic link whose target does not exist.
    #[must_use]
    pub fn is_dangling(&self, file: FileId) -> bool {
        self.file(file).dangling
    }

    /// Adds a file that no catalog reads, although it looks like a part of one. Its text does not
    /// matter.
    pub fn add_unread(&mut self, path: impl Into<String>) -> FileId {
        let file = self.add(path, "");
        self.files[file.0 as usize].unread = true;
        file
    }

    /// Returns `true` if no catalog reads a file.
    #[must_use]
    pub fn is_unread(&self, file: FileId) -> bool {
        self.file(file).unread
    }

    fn add_read(&mut self, path: String, text: String, invalid_from: Option<usize>) -> FileId {
        let id = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        self.files.push(SourceFile::new(path, text, invalid_from));
        FileId(id)
    }

    fn file(&self, file: FileId) -> &SourceFile {
        &self.files[file.0 as usize]
    }

    /// Sets the name of the folder that paths are relative to, for a catalog that is this folder.
    pub fn set_folder(&mut self, name: impl Into<String>) {
        self.folder = name.into();
    }

    /// Returns the name of the folder that paths are relative to.
    #[must_use]
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// Iterates over the ids of the files, in the order in which they were added.
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        (0..self.files.len()).filter_map(|index| u32::try_from(index).ok().map(FileId))
    }

    /// Returns the path of a file in reports.
    #[must_use]
    pub fn path(&self, file: FileId) -> &str {
        &self.file(file).path
    }

    /// Returns the text of a file.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        &self.file(file).text
    }

    /// Returns `true` if the text is the complete content of the file, so that it can be written
    /// back.
    #[must_use]
    pub fn is_whole(&self, file: FileId) -> bool {
        let SourceFile { text, invalid_from, dangling, unread, .. } = self.file(file);
        invalid_from.is_none() && !dangling && !unread && text.len() <= LARGEST_FILE
    }

    /// Changes the path of every file, as it is in reports.
    pub fn rename(&mut self, new: impl Fn(&str) -> String) {
        for file in &mut self.files {
            file.path = new(&file.path);
        }
    }

    /// Replaces the text of a file.
    pub fn set_text(&mut self, file: FileId, text: impl Into<String>) {
        let (path, text) = (self.path(file).to_owned(), text.into());
        self.files[file.0 as usize] = SourceFile::new(path, text, None);
    }

    /// Returns the offset of the first byte that is not UTF-8, if any.
    #[must_use]
    pub fn invalid_from(&self, file: FileId) -> Option<Span> {
        let at = u32::try_from(self.file(file).invalid_from?).unwrap_or(u32::MAX);
        Some(Span { file, start: at, end: at })
    }

    /// Returns the text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// Returns the line and column of a byte, which may be the end of the file.
    #[must_use]
    pub fn position(&self, file: FileId, offset: u32) -> Position {
        let SourceFile { text, line_starts, .. } = self.file(file);
        let offset = (offset as usize).min(text.len());
        let line = line_starts.partition_point(|&start| start <= offset);
        let start = line_starts[line - 1];
        // Editors do not show a byte order mark, so it does not count as a column.
        let before =
            text.get(start..offset).map_or(0, |before| before.trim_start_matches('\u{FEFF}').chars().count());
        let column = before + 1;
        Position { line, column }
    }

    /// Returns the position of the start of `span`.
    #[must_use]
    pub fn start(&self, span: Span) -> Position {
        self.position(span.file, span.start)
    }

    /// Returns the position of the end of `span`.
    #[must_use]
    pub fn end(&self, span: Span) -> Position {
        self.position(span.file, span.end)
    }
}

/// Returns bytes as a text. If they are not UTF-8, it ends before the first invalid byte, whose offset
/// is returned, too.
fn decoded(bytes: Vec<u8>) -> (String, Option<usize>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let end = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(end);
            (String::from_utf8(bytes).unwrap_or_default(), Some(end))
        }
    }
}

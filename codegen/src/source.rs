//! Where every value was written: files, spans, and the lines and columns people read.

use std::fmt;
use std::ops::Deref;

/// How many bytes of a file are read. A catalog of 100,000 codes has about 12 MB.
pub const LARGEST_FILE: usize = 32 << 20;

/// One file of a [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file the range lies in.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The empty range at the beginning of `file`.
    #[must_use]
    pub fn top(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The range from the start of `self` to the end of `other`.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { end: other.end.max(self.start), ..self }
    }
}

/// A value and where it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Ties `value` to the place it was written.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
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

/// A line and a column, both counted from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in that line.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// All files of one run, in the order they were added.
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
}

impl SourceFile {
    fn new(path: String, text: String, invalid_from: Option<usize>) -> Self {
        let mut line_starts = vec![0];
        line_starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { path, text, line_starts, invalid_from, dangling: false }
    }
}

impl Sources {
    /// Adds a file under the path that reports shall name: relative to the project, with `/`.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.add_read(path.into(), text.into(), None)
    }

    /// Adds a file as it was read: where it stops being UTF-8, its text ends.
    pub fn add_bytes(&mut self, path: impl Into<String>, bytes: Vec<u8>) -> FileId {
        match String::from_utf8(bytes) {
            Ok(text) => self.add_read(path.into(), text, None),
            Err(error) => {
                let end = error.utf8_error().valid_up_to();
                let mut bytes = error.into_bytes();
                bytes.truncate(end);
                let text = String::from_utf8(bytes).unwrap_or_default();
                self.add_read(path.into(), text, Some(end))
            }
        }
    }

    /// Adds a link to a file that does not exist.
    pub fn add_dangling(&mut self, path: impl Into<String>) -> FileId {
        let file = self.add(path, "");
        self.files[file.0 as usize].dangling = true;
        file
    }

    /// Whether a file is a link to one that does not exist.
    #[must_use]
    pub fn is_dangling(&self, file: FileId) -> bool {
        self.file(file).dangling
    }

    fn add_read(&mut self, path: String, text: String, invalid_from: Option<usize>) -> FileId {
        let id = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        self.files.push(SourceFile::new(path, text, invalid_from));
        FileId(id)
    }

    fn file(&self, file: FileId) -> &SourceFile {
        &self.files[file.0 as usize]
    }

    /// Says how the folder is called that paths are counted from, for a catalog that is that folder.
    pub fn set_folder(&mut self, name: impl Into<String>) {
        self.folder = name.into();
    }

    /// The name of the folder that paths are counted from.
    #[must_use]
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The files' ids, in the order they were added.
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        (0..self.files.len()).filter_map(|index| u32::try_from(index).ok().map(FileId))
    }

    /// The path that reports name.
    #[must_use]
    pub fn path(&self, file: FileId) -> &str {
        &self.file(file).path
    }

    /// The whole text of a file.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        &self.file(file).text
    }

    /// Whether the text is all that the file holds, so that it can be written back.
    #[must_use]
    pub fn is_whole(&self, file: FileId) -> bool {
        let SourceFile { text, invalid_from, dangling, .. } = self.file(file);
        invalid_from.is_none() && !dangling && text.len() <= LARGEST_FILE
    }

    /// Puts another text in the place of a file's.
    pub fn set_text(&mut self, file: FileId, text: impl Into<String>) {
        let (path, text) = (self.path(file).to_owned(), text.into());
        self.files[file.0 as usize] = SourceFile::new(path, text, None);
    }

    /// The place from which on a file is not UTF-8.
    #[must_use]
    pub fn invalid_from(&self, file: FileId) -> Option<Span> {
        let at = u32::try_from(self.file(file).invalid_from?).unwrap_or(u32::MAX);
        Some(Span { file, start: at, end: at })
    }

    /// The text a span covers.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// Line and column of the byte `offset`, which may be the end of the file.
    #[must_use]
    pub fn position(&self, file: FileId, offset: u32) -> Position {
        let SourceFile { text, line_starts, .. } = self.file(file);
        let offset = (offset as usize).min(text.len());
        let line = line_starts.partition_point(|&start| start <= offset);
        let start = line_starts[line - 1];
        // A byte order mark is no column: no editor shows it.
        let before =
            text.get(start..offset).map_or(0, |before| before.trim_start_matches('\u{FEFF}').chars().count());
        let column = before + 1;
        Position { line, column }
    }

    /// Line and column of the beginning of `span`.
    #[must_use]
    pub fn start(&self, span: Span) -> Position {
        self.position(span.file, span.start)
    }

    /// Line and column of the end of `span`.
    #[must_use]
    pub fn end(&self, span: Span) -> Position {
        self.position(span.file, span.end)
    }
}

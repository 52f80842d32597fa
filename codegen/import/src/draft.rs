//! What a source says, in no particular format: sections with rows of named fields.

use errcat_build::unstable::value::Value;

/// The content of a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The title of the source.
    pub title: Option<String>,
    /// The sections in order. Titles may occur twice.
    pub sections: Vec<Section>,
    /// Whether the source distinguishes numbers from texts.
    pub typed: bool,
    /// Whether the rows are classes, each with its parent.
    pub classes: bool,
    /// What stands between the code of a row and those of the rows below it.
    pub separator: Option<String>,
    /// What the reader noticed, such as damaged texts.
    pub notes: Vec<Note>,
}

/// A part of a source with a title.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The title.
    pub title: Option<String>,
    /// A longer text about the section.
    pub description: Option<String>,
    /// The rows in order.
    pub rows: Vec<Row>,
}

/// One error as the source says it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The names of the columns, with the values.
    pub fields: Vec<(String, Value)>,
    /// The line in the source, from 1.
    pub line: usize,
    /// The code of the row around this one, and the own part of the code.
    pub below: Option<(String, String)>,
}

/// Something that a person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The line in the source, from 1.
    pub line: usize,
    /// The sentence, without a full stop.
    pub text: String,
}

impl Draft {
    /// Returns the number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sections.iter().map(|section| section.rows.len()).sum()
    }

    /// Returns `true` if there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Iterates over all rows.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    /// Adds a note.
    pub(crate) fn note(&mut self, line: usize, text: impl Into<String>) {
        self.notes.push(Note { line, text: text.into() });
    }

    /// Adds a section, or its rows to an earlier section with the same title.
    pub(crate) fn add(&mut self, section: Section) {
        let same = self.sections.iter_mut().find(|other| other.title == section.title);
        match same {
            Some(other) => {
                other.rows.extend(section.rows);
                if other.description.is_none() {
                    other.description = section.description;
                }
            }
            None => self.sections.push(section),
        }
    }
}

impl Row {
    pub(crate) fn new(line: usize) -> Self {
        Self { line, ..Self::default() }
    }

    /// Returns a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    pub(crate) fn push(&mut self, name: impl Into<String>, value: Value) {
        self.fields.push((name.into(), value));
    }

    pub(crate) fn with(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.push(name, Value::Text(text.into()));
        self
    }
}

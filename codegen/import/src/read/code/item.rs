//! Named values in source code.

/// A value that a program names.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// A whole number, with the number of its digits if it is written in hexadecimal.
    Integer(i64, Option<usize>),
    Text(String),
    /// A status of a library, such as `http.StatusNotFound`.
    Status(u16),
    Bool(bool),
    /// The name of another value.
    Name(String),
    List(Vec<Value>),
    Map(Vec<(Value, Value)>),
    /// A call, or a literal of a type, with its name. Arguments may have names.
    Call(String, Vec<(Option<String>, Value)>),
    /// A value that the file does not write out.
    Unknown,
}

/// A named value.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The enum, class, type, object or list that it belongs to.
    pub(super) group: Option<String>,
    /// The key of an object. Other items have none.
    pub(super) key: Option<Value>,
    /// The name, which elements of lists do not have.
    pub(super) name: String,
    pub(super) value: Value,
    /// The comment above or after it.
    pub(super) comment: String,
    /// The line, from 1.
    pub(super) line: usize,
    /// Whether the value follows from the position, as with `iota`.
    pub(super) counted: bool,
}

impl Item {
    pub(super) fn new(name: &str, value: Value, line: usize) -> Self {
        let (name, comment) = (name.to_owned(), String::new());
        Self { group: None, key: None, name, value, comment, line, counted: false }
    }
}

impl Value {
    /// Returns a whole number that is not written in hexadecimal.
    pub(super) fn integer(number: i64) -> Self {
        Self::Integer(number, None)
    }

    /// Returns the text of a key: of a text, a name or a number.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Text(text) | Self::Name(text) => text.clone(),
            Self::Integer(number, _) => number.to_string(),
            Self::Status(status) => status.to_string(),
            _ => String::new(),
        }
    }
}

//! Values without a fixed type: those of `x-…` keys, and attributes for outputs.

/// A value as in JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An absent value, or the plain word `null`.
    Null,
    /// The plain words `true` and `false`.
    Bool(bool),
    /// A plain number as written, if it is valid in JSON.
    Number(String),
    /// Any other scalar.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A map in source order.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// Converts an integer.
    #[must_use]
    pub fn number(number: impl Into<i64>) -> Self {
        let number: i64 = number.into();
        Self::Number(number.to_string())
    }

    /// Returns the value, or `Null` if it is absent.
    #[must_use]
    pub fn maybe(value: Option<impl Into<Self>>) -> Self {
        value.map_or(Self::Null, Into::into)
    }

    /// Converts a list of texts, or `Null` if it is empty.
    #[must_use]
    pub fn texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let texts: Vec<Self> = texts.into_iter().map(Self::from).collect();
        if texts.is_empty() { Self::Null } else { Self::List(texts) }
    }

    /// Converts a map, or `Null` if it is empty.
    #[must_use]
    pub fn map(entries: Vec<(String, Self)>) -> Self {
        if entries.is_empty() { Self::Null } else { Self::Map(entries) }
    }

    /// Returns `true` if the value is absent.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

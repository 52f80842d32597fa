//! A message with placeholders.

/// A text with placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The segments in order.
    pub segments: Vec<Segment>,
    /// The indexes of parameters that a misspelt placeholder was probably meant for.
    pub misspelt: Vec<usize>,
}

/// A segment of a [`Template`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Literal text.
    Text(String),
    /// The value of the parameter with this index.
    Param(usize),
}

//! A message with placeholders.

/// A text in pieces: what stands as it is, and what is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The pieces in order.
    pub segments: Vec<Segment>,
    /// Parameters, by their index, that a placeholder of another name was probably meant for, which has been reported.
    pub misspelt: Vec<usize>,
}

/// One piece of a [`Template`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Text.
    Text(String),
    /// The value of a parameter, by its index among the error's parameters.
    Param(usize),
}

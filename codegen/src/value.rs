//! Values that the format carries along without reading a meaning into them.

/// The value of an `x-…` key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or the plain word `null`.
    Null,
    /// The plain words `true` and `false`.
    Bool(bool),
    /// A plain number as written, in the form that JSON has for numbers.
    Number(String),
    /// Any other scalar.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A map in the order written.
    Map(Vec<(String, Value)>),
}

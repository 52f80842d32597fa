//! Values of `x-…` keys, which have no meaning in the format.

/// The value of an `x-…` key.
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

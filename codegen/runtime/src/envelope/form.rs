//! The formats of facts.

/// The format of a fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Form<'a> {
    /// The plain value: a string for texts, an object for details.
    Plain,
    /// A text that contains other facts, such as `CODE: message`.
    Text(&'a [TextPiece<'a>]),
    /// Details as a list of objects with `field`, `value` and `message`.
    Fields,
    /// Details as members of the object in which other facts stand.
    Beside,
    /// Mistakes in fields, in one of several forms.
    Errors(FieldForm),
}

/// The form of a list of mistakes in fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum FieldForm {
    /// `{"title":["is missing"]}`.
    Map,
    /// `[{"field":"title","message":"is missing"}]`.
    List,
    /// `[{"loc":["body","title"],"msg":"is missing"}]`.
    Loc,
    /// `[{"source":{"pointer":"/title"},"detail":"is missing"}]`.
    Pointer,
}

/// A piece of a [`Form::Text`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum TextPiece<'a> {
    /// Literal text.
    Text(&'a str),
    /// The code.
    Code,
    /// The message.
    Message,
}

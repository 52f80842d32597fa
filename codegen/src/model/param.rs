//! Parameters of messages, details, and their types.

use crate::format::vocabulary::Scalar;
use crate::source::Spanned;
use crate::text::ident::Ident;
use crate::value::Value;

/// A parameter of a message, a member of the details, or a member of an object.
#[derive(Clone, Debug)]
pub struct Param {
    /// The name in messages and responses.
    pub name: Spanned<String>,
    /// The Rust field.
    pub field: Ident,
    /// Whether the catalog names the field, rather than leaving it to the name.
    pub field_given: bool,
    /// The type of the value.
    pub ty: Type,
    /// Whether the value may be absent.
    pub optional: bool,
    /// Whether the value must not be shown.
    pub sensitive: bool,
    /// The description.
    pub description: Option<String>,
    /// The `x-` keys.
    pub extensions: Vec<(String, Value)>,
}

/// The type of a parameter.
#[derive(Clone, Debug)]
pub enum Type {
    /// One value.
    Scalar(Scalar),
    /// A list of values of one type.
    List(Box<Self>),
    /// An object.
    Object(Object),
}

/// An object type.
#[derive(Clone, Debug)]
pub struct Object {
    /// The Rust struct.
    pub ident: Ident,
    /// The members.
    pub members: Vec<Param>,
}

impl Type {
    /// Returns the object of the type or of its items, if any.
    #[must_use]
    pub fn object(&self) -> Option<&Object> {
        match self {
            Self::Scalar(_) => None,
            Self::List(item) => item.object(),
            Self::Object(object) => Some(object),
        }
    }

    /// Returns the scalar type of a value that is neither a list nor an object.
    #[must_use]
    pub fn scalar(&self) -> Option<Scalar> {
        match self {
            Self::Scalar(scalar) => Some(*scalar),
            _ => None,
        }
    }

    /// Returns whether responses hold values of both types in the same form.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Scalar(own), Self::Scalar(other)) => own == other,
            (Self::List(own), Self::List(other)) => own.is_like(other),
            (Self::Object(own), Self::Object(other)) => Param::are_like(&own.members, &other.members),
            _ => false,
        }
    }
}

impl Param {
    /// Returns whether both lists have the same names with the same types, in the same order.
    #[must_use]
    pub fn are_like(own: &[Self], other: &[Self]) -> bool {
        let is_like =
            |(own, other): (&Self, &Self)| own.name.value == other.name.value && own.ty.is_like(&other.ty);
        own.len() == other.len() && own.iter().zip(other).all(is_like)
    }

    /// Returns whether responses show the same values of both lists, which have the same names and
    /// types.
    #[must_use]
    pub fn are_shown_alike(own: &[Self], other: &[Self]) -> bool {
        let members = |param: &Self| param.ty.object().map_or_else(Vec::new, |object| object.members.clone());
        own.iter().zip(other).all(|(own, other)| {
            (own.sensitive, own.optional) == (other.sensitive, other.optional)
                && Self::are_shown_alike(&members(own), &members(other))
        })
    }
}

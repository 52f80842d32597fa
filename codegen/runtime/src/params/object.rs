//! Objects as values, such as the items of a list of mistakes.

use alloc::string::String;
use core::fmt::{self, Debug};

use super::{Fields, Parameter, Taking, Value, Values};
use crate::json::write;
use crate::{Json, JsonKind};

/// An object: a struct of named values inside parameters or details.
///
/// Generated code implements it with a list of the fields. This crate does everything else.
pub trait Object: Debug + Send + Sync + Sized + 'static {
    /// Adds the values to `fields`, in the order of the catalog.
    fn fields<'a>(&'a self, fields: &mut Fields<'a>);

    /// Takes the values from a response. `values` remembers a value that does not fit, and returns
    /// a placeholder for it.
    fn take(values: &mut Taking<'_>) -> Self;
}

/// Formatted in messages as in JSON.
impl<T: Object> Value for T {
    fn show(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        let mut json = String::new();
        self.json(&mut json);
        out.write_str(&json)
    }

    fn json(&self, out: &mut String) -> bool {
        let mut fields = Fields::new();
        self.fields(&mut fields);
        out.push('{');
        let mut is_first = true;
        for field in fields.as_slice() {
            let before = out.len();
            if !is_first {
                out.push(',');
            }
            write::string(out, field.name());
            out.push(':');
            if field.json(out) {
                is_first = false;
            } else {
                out.truncate(before);
            }
        }
        out.push('}');
        true
    }

    #[inline]
    fn is_visible(&self) -> bool {
        true
    }

    fn size(&self) -> usize {
        let mut fields = Fields::new();
        self.fields(&mut fields);
        fields.as_slice().iter().map(|field| field.name().len() + field.size() + 4).sum()
    }
}

impl<T: Object> Parameter for T {
    const EXPECTED: &'static str = "an object with the declared members";

    fn placeholder() -> Self {
        Self::take(&mut Taking::failed())
    }

    fn read(json: Json<'_>) -> Option<Self> {
        (json.kind() == JsonKind::Object).then_some(())?;
        Taking::read(Values::new(Some(json)), Self::take).ok()
    }
}

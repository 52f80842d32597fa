//! The code of an error with the value that it carries.

use alloc::borrow::Cow;
use alloc::string::String;

use super::Error;
use crate::params::{Field, Fields};
use crate::{CodePattern, ErrorCode};

impl<C: ErrorCode> Error<C> {
    /// Returns `true` unless the code that outsiders see carries a value, and the error has none.
    pub(super) fn is_complete(&self) -> bool {
        let outside = self.outside();
        let pattern = outside.code.and_then(C::pattern);
        pattern.is_none_or(|pattern| with_value(pattern, self.fields_of(outside).as_ref()).is_some())
    }

    /// Returns the actual code, which is its pattern if the value is missing.
    #[inline]
    pub(super) fn code_inside(&self, fields: Option<&Fields<'_>>) -> Cow<'static, str> {
        let code = self.code;
        let text = code.pattern().and_then(|pattern| with_value(pattern, fields));
        text.map_or(Cow::Borrowed(code.code()), Cow::Owned)
    }
}

/// Returns a code as it is sent, or `None` if its value is missing.
#[inline]
pub(super) fn sent<C: ErrorCode>(code: C, fields: Option<&Fields<'_>>) -> Option<Cow<'static, str>> {
    match code.pattern() {
        Some(pattern) => with_value(pattern, fields).map(Cow::Owned),
        None => Some(Cow::Borrowed(code.code())),
    }
}

/// Returns the code with its value, or `None` if there is no value or it does not fit.
#[inline]
fn with_value(pattern: &CodePattern, fields: Option<&Fields<'_>>) -> Option<String> {
    let named = |field: &&Field<'_>| field.name() == pattern.param();
    let mut value = String::new();
    fields?.as_slice().iter().find(named)?.show(&mut value).ok()?;
    pattern.carried().accepts(&value).then(|| [pattern.prefix(), &value, pattern.suffix()].concat())
}

//! Formats errors for logs.

use core::error::Error as StdError;
use core::fmt::{self, Debug, Display, Formatter, Write as _};

use super::{Added, Error};
use crate::ErrorCode;
use crate::answer::Text;
use crate::shown::Shown;
use crate::table::line;

/// Formats the code and message on one line: `ERR-01-001: The requested node is not available`.
///
/// Parameters may come from outside, so control and invisible characters are escaped.
/// [`message`](Self::message) returns the unescaped text. `{:#}` also shows the chain of sources.
impl<C: ErrorCode> Display for Error<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut out = Shown(f);
        let fields = self.fields();
        let code = self.code_inside(fields.as_ref());
        match self.inside(fields.as_ref()) {
            Text::None => out.write_str(&code)?,
            Text::Fixed(text) => line(&mut out, &code, text)?,
            text @ Text::Filled(_) => {
                out.write_str(&code)?;
                write!(out, ": {text}")?;
            }
        }
        let mut next = if out.0.alternate() { StdError::source(self) } else { None };
        while let Some(source) = next {
            write!(out, ": {source}")?;
            next = source.source();
        }
        Ok(())
    }
}

#[expect(clippy::missing_fields_in_debug, reason = "what was added is shown as fields of the error")]
impl<C: ErrorCode> Debug for Error<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Added {
            status, message, params, details, fields, field_errors, source, retry_after, texts, ..
        } = self.added();
        let mut shown = f.debug_struct("Error");
        shown.field("code", &self.code);
        if let Some(status) = status {
            shown.field("status", status);
        }
        if let Some(message) = message {
            shown.field("message", message);
        }
        if let Some(params) = params {
            shown.field("params", params);
        }
        for (name, named) in [("details", details), ("fields", fields)] {
            if !named.is_empty() {
                shown.field(name, named);
            }
        }
        if !field_errors.is_empty() {
            shown.field("field_errors", field_errors);
        }
        if let Some(source) = source {
            shown.field("source", source);
        }
        if let Some(delay) = retry_after {
            shown.field("retry_after", delay);
        }
        for (name, text) in texts.iter() {
            if let Some(text) = text {
                shown.field(name, text);
            }
        }
        shown.finish()
    }
}

impl<C: ErrorCode> StdError for Error<C> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.added().source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}

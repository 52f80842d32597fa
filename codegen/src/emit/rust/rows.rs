//! Emits one row per code, for the macro `rows!` of the runtime.

use super::columns::Column;
use super::lookup::Lengths;
use super::scope::{Numbers, Scope};
use super::{former, literal};
use crate::format::vocabulary::{Retry, StatusPolicy};
use crate::model::{Constant, Error};

/// Returns the rows of an enum as text.
pub(super) fn emit(scope: &Scope<'_>) -> String {
    let columns: Vec<Column> = Column::ALL.into_iter().filter(|column| column.is_used(scope)).collect();
    let counts: Vec<Count> = Count::ALL.into_iter().filter(|count| count.is_used(scope)).collect();
    let names: Vec<&str> = columns.iter().map(|column| column.table()).collect();
    let types: Vec<&str> = counts.iter().map(|count| count.table()).collect();
    let mut text = String::from("// Each text is followed by its length in bytes.\n__errcat::rows! {\n");
    text.push_str(&format!("    [{}] [{}]\n    aliases [", names.join(" "), types.join(", ")));
    for (place, alias) in scope.aliases().enumerate() {
        if place > 0 {
            text.push(' ');
        }
        literal::push_with_length(&mut text, alias);
    }
    text.push_str("] more ");
    // A lookup compares as many bytes as the longest code has.
    literal::push_with_length(&mut text, &"-".repeat(Lengths::of(&scope.spellings()).reach()));
    text.push_str(";\n");
    for error in scope.entries {
        push_row(&mut text, error, &columns, &counts);
    }
    text.push_str("}\n");
    text
}

/// Returns the module of constants with the names that other languages use.
pub(super) fn constants(scope: &Scope<'_>) -> String {
    let mut text = String::from(
        "/// Names of the codes as in SDKs of other languages.\n\
         #[allow(deprecated, unused_imports, reason = \"the module contains every code\")]\n\
         pub mod codes {\n",
    );
    // In one list, rustc would search all of it for every unused name.
    for error in scope.entries {
        text.push_str(&format!("    pub use super::Code::{} as {};\n", error.ident, error.constant));
    }
    for error in scope.entries {
        let (code, usual) = (&error.ident, &error.constant);
        for Constant { name, deprecated, .. } in &error.constants {
            text.push_str(&format!("    /// Another name of [`{usual}`].\n"));
            if *deprecated {
                text.push_str(&format!("    #[deprecated(note = \"use `{usual}`\")]\n"));
            }
            text.push_str(&format!("    pub const {name}: super::Code = super::Code::{code};\n"));
        }
    }
    text.push_str(&former::in_capitals(scope));
    text.push_str("}\n");
    text
}

fn push_row(text: &mut String, error: &Error, columns: &[Column], counts: &[Count]) {
    text.push_str("    ");
    text.push_str(error.ident.as_str());
    text.push(' ');
    literal::push_with_length(text, error.ident.as_str());
    text.push(' ');
    literal::push_with_length(text, &error.code);
    text.push_str(" (");
    for (place, column) in columns.iter().enumerate() {
        if place > 0 {
            text.push(' ');
        }
        literal::push_with_length(text, column.of(error).unwrap_or_default());
    }
    text.push_str(") (");
    for (place, count) in counts.iter().enumerate() {
        if place > 0 {
            text.push(' ');
        }
        text.push_str(&count.of(error).to_string());
    }
    text.push_str(");\n");
}

/// A number that an error may have.
#[derive(Clone, Copy)]
enum Count {
    Status,
    Retry,
    Number,
}

impl Count {
    const ALL: [Self; 3] = [Self::Status, Self::Retry, Self::Number];

    fn is_used(self, scope: &Scope<'_>) -> bool {
        match self {
            Self::Status => {
                scope.catalog.status == StatusPolicy::Required || scope.any(|error| error.status.is_some())
            }
            Self::Retry => scope.any(|error| error.retry.is_some()),
            Self::Number => scope.numbers() == Numbers::All,
        }
    }

    fn table(self) -> &'static str {
        match self {
            Self::Status => "STATUSES: u16",
            Self::Retry => "RETRIES: u8",
            Self::Number => "NUMBERS: i64",
        }
    }

    /// Returns the number, or 0 if there is none.
    fn of(self, error: &Error) -> i64 {
        match self {
            Self::Status => error.status.map_or(0, |status| status.value.into()),
            Self::Number => error.number.unwrap_or_default(),
            Self::Retry => match error.retry {
                None => 0,
                Some(Retry::Never) => 1,
                Some(Retry::Immediately) => 2,
                Some(Retry::Backoff) => 3,
                Some(Retry::RetryAfter) => 4,
            },
        }
    }
}

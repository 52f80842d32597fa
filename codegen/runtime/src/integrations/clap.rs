//! clap: codes as values of an argument.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use core::fmt::{self, Display, Formatter};

pub use clap::ValueEnum;
pub use clap::builder::PossibleValue;

use crate::{ErrorCode, shown};

/// Returns the code as a possible value, with its message as help.
///
/// A text that is a code in several families is ambiguous, so its values are `family/CODE`. Aliases
/// and retired codes are accepted but hidden.
#[must_use]
pub fn value<C: ErrorCode>(code: C) -> PossibleValue {
    let unique = |text: &'static str| match C::from_code(text) {
        Some(found) if found == code => text.to_owned(),
        _ => format!("{}/{text}", code.family_id()),
    };
    let value = match code.pattern() {
        Some(_) => PossibleValue::new(code.code()),
        None => PossibleValue::new(unique(code.code())),
    };
    let info = code.info();
    let value = value.aliases(info.aliases.iter().map(|alias| unique(alias))).hide(info.retired.is_some());
    match code.message().or(code.description()) {
        Some(text) => value.help(format!("{}", Shown(text))),
        None => value,
    }
}

/// Parses an argument. Codes with a value and other notations of a number are accepted, too.
///
/// # Errors
/// Returns an error if the text is not a code.
pub fn parse<C: ErrorCode + ValueEnum>(text: &str, ignore_case: bool) -> Result<C, String> {
    let by_value = || C::ALL.iter().copied().find(|code| value(*code).matches(text, ignore_case));
    C::from_code(text)
        .or_else(by_value)
        .ok_or_else(|| format!("{}", crate::UnknownCode::new(C::CATALOG, text)))
}

/// A text of a catalog, escaped for terminals.
struct Shown(&'static str);

impl Display for Shown {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '\\' => f.write_str("\\"),
            c => shown::character(f, c),
        })
    }
}

/// Accepts every code as a value.
#[doc(hidden)]
#[macro_export]
macro_rules! __clap {
    ($code:ident) => {
        impl $crate::integrations::clap::ValueEnum for $code {
            fn value_variants<'a>() -> &'a [Self] {
                <Self as $crate::ErrorCode>::ALL
            }

            fn from_str(
                text: &str,
                ignore_case: bool,
            ) -> ::core::result::Result<Self, $crate::alloc::string::String> {
                $crate::integrations::clap::parse(text, ignore_case)
            }

            fn to_possible_value(&self) -> ::core::option::Option<$crate::integrations::clap::PossibleValue> {
                ::core::option::Option::Some($crate::integrations::clap::value(*self))
            }
        }
    };
}

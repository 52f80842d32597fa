//! How the codes of a family are written.

use crate::format::vocabulary::CodeType;

/// How codes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// As texts.
    Text,
    /// As decimal numbers.
    Decimal,
    /// As hexadecimal numbers with this many digits.
    Hex(u8),
    /// As hexadecimal numbers, but the catalog does not say with how many digits. That is a mistake.
    HexWithoutWidth,
}

impl Notation {
    /// Returns the type of the codes on the wire.
    #[must_use]
    pub fn code_type(self) -> CodeType {
        if self == Self::Text { CodeType::String } else { CodeType::Integer }
    }

    /// Returns the number of hexadecimal digits.
    #[must_use]
    pub fn width(self) -> Option<usize> {
        match self {
            Self::Hex(width) => Some(width.into()),
            Self::Text | Self::Decimal | Self::HexWithoutWidth => None,
        }
    }

    /// Returns the number that a code or alias stands for. Hexadecimal numbers may be written in
    /// decimal, too.
    #[must_use]
    pub fn number(self, text: &str) -> Option<i64> {
        match self {
            Self::Text => None,
            Self::Decimal if text.starts_with("0x") || text.starts_with("0X") => None,
            Self::Decimal | Self::Hex(_) | Self::HexWithoutWidth => errcat::table::number(text),
        }
    }

    /// Returns the code with this number, or `None` if it does not fit.
    #[must_use]
    pub fn code(self, number: i64) -> Option<String> {
        match self {
            Self::Text | Self::HexWithoutWidth => None,
            Self::Decimal => Some(number.to_string()),
            Self::Hex(width) => {
                let width = usize::from(width);
                let code = format!("0x{number:0width$X}");
                (number >= 0 && code.len() == width + 2).then_some(code)
            }
        }
    }
}

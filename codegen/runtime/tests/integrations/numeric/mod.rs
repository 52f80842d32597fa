//! A catalog of integer codes, one of which is in two families.

use core::fmt::{self, Display, Formatter};
use core::str::FromStr;

use errcat::table;
use errcat::{ErrorCode, Info, Retry, UnknownCode};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Code {
    Parse,
    NoUser,
    NoNode,
}

errcat::integrate! { Code }

impl Display for Code {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        table::display(f, ErrorCode::code(*self), self.message())
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        match text {
            "404" => Err(UnknownCode::ambiguous(Self::CATALOG, text)),
            _ => Self::from_code(text).ok_or_else(|| UnknownCode::new(Self::CATALOG, text)),
        }
    }
}

impl ErrorCode for Code {
    type Class = errcat::NoClass;

    const CATALOG: &'static str = "num-eric";
    const ALL: &'static [Self] = &[Self::Parse, Self::NoUser, Self::NoNode];
    const NUMERIC: bool = true;

    fn from_code(code: &str) -> Option<Self> {
        match code {
            "-32700" => Some(Self::Parse),
            "411" => Some(Self::NoUser),
            _ => None,
        }
    }

    fn code(self) -> &'static str {
        ["-32700", "404", "404"][self as usize]
    }

    fn name(self) -> Option<&'static str> {
        None
    }

    fn ident(self) -> &'static str {
        ["Parse", "NoUser", "NoNode"][self as usize]
    }

    fn message(self) -> Option<&'static str> {
        None
    }

    fn description(self) -> Option<&'static str> {
        Some(["Parse error", "No such\u{1b}[31m user", "No such node"][self as usize])
    }

    fn status(self) -> Option<u16> {
        Some([400, 404, 404][self as usize])
    }

    fn retry(self) -> Option<Retry> {
        None
    }

    fn family_id(self) -> &'static str {
        ["rpc", "users", "nodes"][self as usize]
    }

    fn family_title(self) -> &'static str {
        "A family"
    }

    fn public(self) -> Self {
        self
    }

    fn info(self) -> &'static Info {
        static INFO: [Info; 2] = [
            Info::new().with_help(&["Look again", "Ask"]),
            Info::new().with_help(&["Look again", "Ask"]).with_aliases(&["410", "411"]),
        ];
        &INFO[usize::from(self == Self::NoUser)]
    }
}

//! miette: error reports for the users of a program.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::fmt::{self, Display, Formatter};

use miette::Diagnostic;

use crate::answer::{self, Docs};
use crate::{ApiError, Error, ErrorCode, Problem, shown};

/// Provides the code, help and page of the catalog. Reports are for insiders, so they show the
/// actual error even if it is masked.
impl<C: ErrorCode> Diagnostic for Error<C> {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(full(Error::code(self))))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        lines(Error::help(self))
    }

    fn url<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        page(Error::code(self)).map(|page| Box::new(page) as Box<dyn Display>)
    }
}

impl<C: ErrorCode> Diagnostic for Problem<C> {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Diagnostic::code(self.error())
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Diagnostic::help(self.error())
    }

    fn url<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Diagnostic::url(self.error())
    }
}

/// Provides the code as received. The help is that of the server, escaped for terminals, or else
/// that of the catalog. The page is always that of the catalog, so that addresses of the server are
/// not offered as links.
impl<C: ErrorCode> Diagnostic for ApiError<C> {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        let code = ApiError::code(self)?.as_str();
        Some(Box::new(Full(C::CATALOG, code)))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        if self.suggestions().is_empty() {
            lines(self.known()?.info().help)
        } else {
            lines(self.suggestions())
        }
    }

    fn url<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        page(self.known()?).map(|page| Box::new(page) as Box<dyn Display>)
    }
}

fn full<C: ErrorCode>(code: C) -> Full<'static> {
    Full(C::CATALOG, code.code())
}

/// A catalog and a code, such as `phala-cloud::ERR-01-001`.
struct Full<'a>(&'static str, &'a str);

impl Display for Full<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}::", self.0)?;
        shown::write(f, self.1, 200)
    }
}

/// Returns the page about a code, or else its first link in the catalog.
fn page<C: ErrorCode>(code: C) -> Option<Cow<'static, str>> {
    let link = || code.info().links.first().map(|link| Cow::Borrowed(link.url));
    let page = |address| answer::page(Docs { address, family: code.family_id() }, code.code());
    C::DOCS.map(|address| Cow::Owned(page(address))).or_else(link)
}

fn lines<'a, T: AsRef<str>>(texts: &'a [T]) -> Option<Box<dyn Display + 'a>> {
    (!texts.is_empty()).then(|| Box::new(Lines(texts)) as Box<dyn Display>)
}

/// Texts, one per line.
struct Lines<'a, T>(&'a [T]);

impl<T: AsRef<str>> Display for Lines<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (place, text) in self.0.iter().enumerate() {
            f.write_str(if place > 0 { "\n" } else { "" })?;
            shown::write(f, text.as_ref(), 1000)?;
        }
        Ok(())
    }
}

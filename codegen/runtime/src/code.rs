//! The trait that every generated enum of codes implements.

use core::fmt::{Debug, Display};
use core::hash::Hash;

use crate::{Class, Envelope, Info, Retry};

/// A code of a catalog, and everything the catalog says about it.
///
/// Every enum that `errcat` generates implements this trait, so code that is generic over it works
/// with the codes of any API: a log layer, a page of documentation, a client that decides whether
/// to try again. The enums have inherent methods of the same names, most of them `const`; the trait
/// is needed only where the catalog is a parameter.
///
/// All texts are `'static`, and no method allocates or panics. `Display` writes the code and what
/// it means on one line: `ERR-01-001: The requested node is not available`.
///
/// The trait is meant to be implemented by generated code. It may get further provided methods,
/// never further required ones, between compatible versions.
///
/// # What an implementation promises
///
/// * `ALL` holds every value once.
/// * `from_code` of any text is the same every time.
/// * `from_code(c.code())` is `Some(c)`, unless several values of the type share that text: then it
///   is `None`, because an ambiguous code is never guessed.
///
/// # Example
///
/// ```
#[doc = include_str!("example.txt")]
/// use errcat::ErrorCode;
///
/// /// A table of a catalog, whichever it is.
/// fn table<C: ErrorCode>() -> String {
///     let mut table = format!("# {}\n", C::CATALOG);
///     for code in C::ALL {
///         let status = code.status().map_or_else(String::new, |status| status.to_string());
///         table += &format!("{} {status} {}\n", code.code(), code.family_title());
///     }
///     table
/// }
///
/// assert_eq!(table::<Code>(), "# phala-cloud\nERR-01-001 404 Nodes\nERR-02-001 429 Quotas\n");
/// assert_eq!(Code::NodeNotFound.to_string(), "ERR-01-001: The requested node is not available");
/// ```
pub trait ErrorCode: Copy + Eq + Ord + Hash + Debug + Display + Send + Sync + 'static {
    /// The id of the catalog, for example `phala-cloud`.
    const CATALOG: &'static str;

    /// Every code, in the order in which the catalog publishes them.
    const ALL: &'static [Self];

    /// The classes into which the API's SDKs sort failures; [`NoClass`](crate::NoClass) where the catalog has none.
    type Class: Class;

    /// Whether the codes are numbers on the wire.
    const NUMERIC: bool = false;

    /// Where the API's responses keep what.
    const ENVELOPE: &'static Envelope<'static> = &Envelope::DEFAULT;

    /// The address of a code's page, with `{code}` for the code.
    const DOCS: Option<&'static str> = None;

    /// The code that is written exactly like this: letter case and white space count.
    ///
    /// Aliases and retired codes are found too; [`code`](Self::code) of the result then differs
    /// from an alias asked for. Any text may be asked for, of any length and from any source.
    fn from_code(code: &str) -> Option<Self>;

    /// The code as it is sent, for example `ERR-01-001`.
    fn code(self) -> &'static str;

    /// The name that the API publishes for the code, letter by letter, where it publishes one.
    fn name(self) -> Option<&'static str>;

    /// The name of the variant, for example `NodeNotFound`.
    fn ident(self) -> &'static str;

    /// The message that goes with the code.
    ///
    /// Where [`Info::dynamic`] is set the server writes the message, and this is only its
    /// beginning.
    fn message(self) -> Option<&'static str>;

    /// What the code means, in a sentence or more, for those who look it up.
    fn description(self) -> Option<&'static str>;

    /// The HTTP status that the code comes with.
    fn status(self) -> Option<u16>;

    /// What the catalog says about sending the request again; `None` where it says nothing.
    fn retry(self) -> Option<Retry>;

    /// The id of the family, the group of codes that this one belongs to.
    fn family_id(self) -> &'static str;

    /// The title of the family, for people.
    fn family_title(self) -> &'static str;

    /// The code to show outside: the code's mask where it has one, otherwise the code itself.
    #[must_use]
    fn public(self) -> Self;

    /// The rarer facts: tags, help, links, history.
    fn info(self) -> &'static Info;

    /// A label for metrics: the code, of which there are only so many. What is no known code has the label `_OTHER`, see
    /// `Wire::metric_label`.
    fn metric_label(self) -> &'static str {
        self.code()
    }
}

//! The roles of columns, by their headers.

/// What a column says about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Code,
    Name,
    Message,
    Description,
    Status,
    Help,
    Family,
    FamilyTitle,
    Retry,
    Retired,
    Deprecated,
    Since,
    Params,
    Parent,
    Aliases,
    Tags,
    Links,
    Exit,
    Dynamic,
    Class,
    Ident,
    Formerly,
    Names,
    Details,
    Mask,
    Visibility,
    Facts,
    /// Says nothing that a catalog holds.
    Skip,
}

/// The roles and their headers in lower-case words, the clearest first.
const HEADERS: [(Role, &[&str]); 28] = [
    (
        Role::Code,
        &[
            "code",
            "error code",
            "err code",
            "errorcode",
            "code string",
            "error id",
            "errno",
            "error number",
            "code number",
            "id",
            "sqlstate",
            "sql state",
            "key",
            "identifier",
            "slug",
            "number",
            "value",
            "error key",
            "reason code",
            "error type",
            "error",
            "error name",
            "type",
            "default code",
        ],
    ),
    (
        Role::Name,
        &[
            "name",
            "error name",
            "symbol",
            "symbolic name",
            "constant",
            "constant name",
            "exception",
            "exception class",
            "class name",
            "macro",
            "mnemonic",
            "enum",
            "error",
            "identifier",
            "reason",
            "error type",
            "title",
        ],
    ),
    (
        Role::Message,
        &[
            "message",
            "error message",
            "msg",
            "text",
            "message text",
            "message template",
            "template",
            "error msg",
            "user message",
            "error",
            "reason",
            "title",
            "short description",
            "summary",
            "default message",
            "default detail",
        ],
    ),
    (
        Role::Description,
        &[
            "description",
            "error description",
            "desc",
            "meaning",
            "explanation",
            "documentation",
            "details",
            "detail",
            "cause",
            "comment",
            "comments",
            "notes",
            "note",
            "doc",
            "docs",
            "what it means",
            "long description",
            "remarks",
            "usage",
            "summary",
        ],
    ),
    (
        Role::Status,
        &[
            "status",
            "http status",
            "http status code",
            "status code",
            "http code",
            "http",
            "http response code",
            "httpstatus",
            "http error code",
            "response code",
        ],
    ),
    (
        Role::Help,
        &[
            "help",
            "solution",
            "resolution",
            "action",
            "recommended action",
            "suggested action",
            "suggestion",
            "suggestions",
            "remedy",
            "fix",
            "how to fix",
            "workaround",
            "what to do",
            "recommendation",
            "hint",
        ],
    ),
    (
        Role::Family,
        &["family", "category", "module", "group", "section", "domain", "area", "component", "class"],
    ),
    (Role::FamilyTitle, &["family title", "category title", "group title", "section title", "module title"]),
    (Role::Retry, &["retry", "retryable", "retriable", "is retryable", "can retry"]),
    (Role::Retired, &["retired", "removed"]),
    (Role::Deprecated, &["deprecated", "is deprecated"]),
    (Role::Since, &["since", "added", "added in", "introduced", "since version"]),
    (Role::Params, &["params", "parameters", "arguments", "args", "message parameters"]),
    (Role::Parent, &["parent", "parent code"]),
    (Role::Aliases, &["aliases", "alias"]),
    (Role::Tags, &["tags", "labels"]),
    (
        Role::Links,
        &["links", "link", "url", "see also", "documentation url", "doc url", "docs url", "help url"],
    ),
    (Role::Exit, &["exit", "exit code", "exit status"]),
    (Role::Dynamic, &["dynamic"]),
    (Role::Class, &["sdk class"]),
    (Role::Ident, &["ident"]),
    (Role::Formerly, &["formerly"]),
    (Role::Names, &["names"]),
    (Role::Details, &["details"]),
    (Role::Mask, &["mask"]),
    (Role::Visibility, &["visibility"]),
    (Role::Facts, &["facts", "extra"]),
    (Role::Skip, &["index", "#", "no", "row", "s no"]),
];

impl Role {
    /// Returns the roles that a header can have, with the place of the header among those of the
    /// role.
    pub(crate) fn of(words: &str) -> Vec<(Self, usize)> {
        let fits = |(role, headers): &(Self, &[&str])| {
            headers.iter().position(|header| *header == words).map(|place| (*role, place))
        };
        HEADERS.iter().filter_map(fits).collect()
    }

    /// Returns the role with this name in `--map`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let words = crate::words::words(name);
        HEADERS.iter().find(|(_, headers)| headers[0] == words).map(|(role, _)| *role)
    }

    /// Returns the name in `--map`, which is the key in catalogs.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::FamilyTitle => "family_title",
            _ => HEADERS.iter().find(|(role, _)| *role == self).map_or("", |(_, headers)| headers[0]),
        }
    }
}

/// Returns `true` if a header says what its column is.
pub(crate) fn is_known(words: &str) -> bool {
    !Role::of(words).is_empty()
}

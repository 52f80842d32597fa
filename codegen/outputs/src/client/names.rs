//! The names of errors in the languages of clients.

use std::collections::{BTreeMap, BTreeSet};

use errcat_build::unstable::diag::{Finding, Rule};
use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Error, PublishedName};
use errcat_build::unstable::text::case;

/// Words that Go writes in capitals.
const INITIALISMS: [&str; 38] = [
    "ACL", "API", "ASCII", "CPU", "CSS", "DNS", "EOF", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON",
    "LHS", "QPS", "RAM", "RHS", "RPC", "SLA", "SMTP", "SQL", "SSH", "TCP", "TLS", "TTL", "UDP", "UI", "UID",
    "UUID", "URI", "URL", "UTF8", "VM", "XML", "XMPP", "XSRF", "XSS",
];

/// A language of clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// TypeScript and JavaScript.
    TypeScript,
    /// Python.
    Python,
    /// Go.
    Go,
}

/// The names of a published error in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Names {
    /// The usual one.
    pub(crate) usual: String,
    /// Further ones, and whether they are deprecated.
    pub(crate) further: Vec<(String, bool)>,
}

impl Language {
    /// The language in `names` of a catalog.
    const fn key(self) -> &'static str {
        match self {
            Self::TypeScript => "typescript",
            Self::Python => "python",
            Self::Go => "go",
        }
    }

    /// The language in texts.
    const fn title(self) -> &'static str {
        match self {
            Self::TypeScript => "TypeScript",
            Self::Python => "Python",
            Self::Go => "Go",
        }
    }

    /// Returns the names of all errors, with those that they had before.
    pub(crate) fn names(self, catalog: &Catalog) -> Vec<Names> {
        let mut all: Vec<Names> = catalog.errors.iter().map(|error| self.current(catalog, error)).collect();
        let mut taken: BTreeSet<(Option<usize>, String)> = BTreeSet::new();
        if catalog.errors.iter().any(|error| !error.formerly.is_empty()) {
            for (error, names) in catalog.errors.iter().zip(&all) {
                let further = names.further.iter().map(|(name, _)| name);
                let names = std::iter::once(&names.usual).chain(further);
                taken.extend(names.map(|name| (self.module(catalog, error), name.clone())));
            }
        }
        for (error, names) in catalog.errors.iter().zip(&mut all) {
            let former = self.former(catalog, error, &taken);
            names.further.extend(former.into_iter().map(|name| (name, true)));
        }
        all
    }

    /// Returns the usual name of an error.
    pub(crate) fn name(self, catalog: &Catalog, error: &Error) -> String {
        self.current(catalog, error).usual
    }

    /// Returns the names that an error has now.
    fn current(self, catalog: &Catalog, error: &Error) -> Names {
        let mut names: Vec<PublishedName> = self.published(error).to_vec();
        let usual = match names.iter().position(|name| !name.deprecated) {
            Some(usual) => names.remove(usual).name,
            None => self.usual(catalog, error),
        };
        Names { usual, further: names.into_iter().map(|name| (name.name, name.deprecated)).collect() }
    }

    /// Returns the names that the catalog has for this language.
    fn published(self, error: &Error) -> &[PublishedName] {
        let own = |key: &str| {
            let (_, names) = error.names.iter().find(|(known, names)| known == key && !names.is_empty())?;
            Some(names.as_slice())
        };
        let names = own(self.key()).or_else(|| own("constant").filter(|_| self == Self::Python));
        names.unwrap_or_default()
    }

    /// Returns the names that follow from `formerly`, that the language accepts, and that nothing else
    /// has. `taken` are the names of all errors, with their modules.
    fn former(
        self,
        catalog: &Catalog,
        error: &Error,
        taken: &BTreeSet<(Option<usize>, String)>,
    ) -> Vec<String> {
        // Published names do not follow from the name of the error.
        if error.formerly.is_empty() || self.published(error).iter().any(|name| !name.deprecated) {
            return Vec::new();
        }
        let mut former: Vec<String> = Vec::new();
        for name in &error.formerly {
            let Some(ident) = catalog.ident_of_name(name) else { continue };
            let name = match self {
                Self::Python => case::constant(ident.as_str()),
                _ => self.of_ident(catalog, error, ident.as_str()),
            };
            let is_taken = taken.contains(&(self.module(catalog, error), name.clone()));
            if !is_taken && !former.contains(&name) && self.objection(&name).is_none() {
                former.push(name);
            }
        }
        former
    }

    /// Returns the family whose module has the constants of an error, or `None` if one module has
    /// those of all errors.
    fn module(self, catalog: &Catalog, error: &Error) -> Option<usize> {
        (catalog.unique == Unique::Family && self != Self::Go).then_some(error.family)
    }

    /// Returns the name of an error for which the catalog has none.
    fn usual(self, catalog: &Catalog, error: &Error) -> String {
        match self {
            Self::Python => error.constant.to_string(),
            _ => self.of_ident(catalog, error, error.ident.as_str()),
        }
    }

    /// Returns the name of an error whose variant in Rust is `ident`.
    fn of_ident(self, catalog: &Catalog, error: &Error, ident: &str) -> String {
        match self {
            Self::TypeScript | Self::Python => ident.to_owned(),
            Self::Go => {
                let mut ident = ident.to_owned();
                if catalog.unique == Unique::Family {
                    ident = format!("{}{ident}", case::upper_camel(&catalog.family_of(error).id));
                }
                let name = go(&ident, &catalog.initialisms);
                // The package has these names itself.
                if GO_ITEMS.contains(&name.as_str()) { format!("{name}Code") } else { name }
            }
        }
    }

    /// Returns why a name cannot be used.
    pub(crate) fn objection(self, name: &str) -> Option<&'static str> {
        let is_start = |c: char| c.is_ascii_alphabetic() || c == '_';
        let mut rest = name.chars();
        if !rest.next().is_some_and(is_start) || rest.any(|c| !is_start(c) && !c.is_ascii_digit()) {
            return Some("is not a name");
        }
        match self {
            Self::TypeScript if RESERVED.contains(&name) => Some("is a reserved word"),
            Self::Python if PYTHON.contains(&name) => Some("is a reserved word"),
            Self::Python if name.starts_with('_') => Some("is private"),
            Self::Go if !name.starts_with(|c: char| c.is_ascii_uppercase()) => Some("is not exported"),
            Self::Go if GO_ITEMS.contains(&name) => Some("is the name of a generated item"),
            _ => None,
        }
    }
}

/// Words that cannot be names of constants in a JavaScript module.
const RESERVED: [&str; 51] = [
    "arguments",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "type",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
    "async",
];

/// Words that cannot be names of constants in Python, and names that the module has itself.
const PYTHON: [&str; 38] = [
    "Code", "Final", "False", "None", "StrEnum", "True", "and", "as", "assert", "async", "await", "break",
    "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
    "import", "in", "is", "lambda", "mro", "name", "nonlocal", "not", "or", "pass", "raise", "return",
    "value", "while",
];

/// The exported names of a Go package.
const GO_ITEMS: [&str; 19] = [
    "Class",
    "Code",
    "Error",
    "ErrorItem",
    "FieldError",
    "FromError",
    "FromParts",
    "FromResponse",
    "Info",
    "Infos",
    "IsError",
    "Link",
    "Notice",
    "Retry",
    "RetryAfter",
    "RetryBackoff",
    "RetryImmediately",
    "RetryNever",
    "Undecodable",
];

/// Returns a name in which initialisms are in capitals, also in the plural: `VmIds` becomes `VMIDs`.
pub(crate) fn go(ident: &str, own: &[String]) -> String {
    let is_initialism =
        |word: &str| INITIALISMS.contains(&word) || own.iter().any(|own| own.to_ascii_uppercase() == word);
    let mut name = String::with_capacity(ident.len());
    let mut rest = ident;
    while !rest.is_empty() {
        let is_start = |&(at, c): &(usize, char)| at > 0 && c.is_uppercase();
        let end = rest.char_indices().find(is_start).map_or(rest.len(), |(at, _)| at);
        let (word, tail) = rest.split_at(end);
        let capitals = word.to_ascii_uppercase();
        let one = word.strip_suffix('s').map(str::to_ascii_uppercase);
        match one {
            _ if is_initialism(&capitals) => name.push_str(&capitals),
            Some(one) if is_initialism(&one) => {
                name.push_str(&one);
                name.push('s');
            }
            _ => name.push_str(word),
        }
        rest = tail;
    }
    name
}

/// Returns findings about names that the language does not accept, or that two errors have.
pub(crate) fn check(catalog: &Catalog, language: Language) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut taken: BTreeMap<(Option<usize>, String), usize> = BTreeMap::new();
    let title = language.title();
    let names = language.names(catalog);
    for (at, (error, names)) in catalog.errors.iter().zip(names).enumerate() {
        let module = language.module(catalog, error);
        for name in std::iter::once(names.usual).chain(names.further.into_iter().map(|(name, _)| name)) {
            if let Some(reason) = language.objection(&name) {
                let message = format!("`{name}` {reason} in {title}");
                findings.push(
                    Finding::new(Rule::ReservedIdent, error.code.span, message)
                        .label("unusable name")
                        .help(format!("set another name with `names: {{ {}: … }}`", language.key())),
                );
            }
            match taken.get(&(module, name.clone())) {
                Some(&first) if first == at => {}
                Some(&first) => {
                    let earlier = &catalog.errors[first];
                    let message = format!(
                        "`{}` and `{}` both become the {title} constant `{name}`",
                        earlier.code.value, error.code.value
                    );
                    findings.push(
                        Finding::new(Rule::IdentCollision, error.code.span, message)
                            .label(format!("`{name}` again"))
                            .related(earlier.code.span, format!("`{name}` first here"))
                            .help(format!("set another name with `names: {{ {}: … }}`", language.key())),
                    );
                }
                None => drop(taken.insert((module, name), at)),
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::go;

    #[test]
    fn go_writes_initialisms_in_capitals() {
        for (ident, expected) in [
            ("CvmNotFound", "CVMNotFound"),
            ("NoCvms", "NoCVMs"),
            ("InvalidApiId", "InvalidAPIID"),
            ("VmIds", "VMIDs"),
            ("E22003", "E22003"),
            ("", ""),
        ] {
            assert_eq!(go(ident, &["CVM".to_owned()]), expected);
        }
    }
}

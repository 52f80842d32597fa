//! The names of an error in other languages.

use errcat_build::unstable::format::attributes::Attribute;
use errcat_build::unstable::format::vocabulary::Unique;
use errcat_build::unstable::model::{Catalog, Error};
use errcat_build::unstable::value::Value;

/// Words that Go writes in capitals.
const INITIALISMS: [&str; 38] = [
    "ACL", "API", "ASCII", "CPU", "CSS", "DNS", "EOF", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON",
    "LHS", "QPS", "RAM", "RHS", "RPC", "SLA", "SMTP", "SQL", "SSH", "TCP", "TLS", "TTL", "UDP", "UI", "UID",
    "UUID", "URI", "URL", "UTF8", "VM", "XML", "XMPP", "XSRF", "XSS",
];

/// Returns the constant of an error in each language, with the name of the language.
pub(super) fn constants(catalog: &Catalog, error: &Error) -> [(&'static str, String); 4] {
    let own = catalog.attribute(error, Attribute::Names);
    let published = |language: &str| match &own {
        Value::Map(names) => {
            names.iter().find(|(known, _)| known == language).and_then(|(_, name)| first(name))
        }
        _ => None,
    };
    let ident = error.ident.as_str();
    let constant = published("constant").unwrap_or_else(|| error.constant.to_string());
    let family = match catalog.unique {
        Unique::Catalog => String::new(),
        Unique::Family => format!("{}::", catalog.family_of(error).module),
    };
    [
        ("Rust", format!("{}::{family}Code::{ident}", catalog.module)),
        ("TypeScript", published("typescript").unwrap_or_else(|| ident.to_owned())),
        ("Python", published("python").unwrap_or(constant)),
        ("Go", published("go").unwrap_or_else(|| go(ident, &catalog.initialisms))),
    ]
}

/// Returns a name, or the first of a list.
fn first(name: &Value) -> Option<String> {
    match name {
        Value::Text(name) => Some(name.clone()),
        Value::List(names) => names.first().and_then(first),
        Value::Map(facts) => facts.iter().find(|(key, _)| key == "name").and_then(|(_, name)| first(name)),
        _ => None,
    }
}

/// Returns a name in which initialisms, also those of the catalog, are in capitals. Their plurals
/// are, too: `VmIds` becomes `VMIDs`.
fn go(ident: &str, own: &[String]) -> String {
    let is_initialism = |word: &str| INITIALISMS.contains(&word) || own.iter().any(|own| own == word);
    let mut name = String::with_capacity(ident.len());
    let mut rest = ident;
    while !rest.is_empty() {
        let is_start = |&(at, c): &(usize, char)| at > 0 && c.is_uppercase();
        let end = rest.char_indices().find(is_start).map_or(rest.len(), |(at, _)| at);
        let (word, tail) = rest.split_at(end);
        let capitals = word.to_ascii_uppercase();
        if is_initialism(&capitals) {
            name.push_str(&capitals);
        } else if let Some(one) = word.strip_suffix('s').map(str::to_ascii_uppercase)
            && is_initialism(&one)
        {
            name.push_str(&one);
            name.push('s');
        } else {
            name.push_str(word);
        }
        rest = tail;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::go;

    #[test]
    fn go_writes_initialisms_in_capitals() {
        for (ident, expected) in [
            ("CvmNotFound", "CVMNotFound"),
            ("CvmsNotFound", "CVMsNotFound"),
            ("KmsNotFound", "KmsNotFound"),
            ("InvalidApiId", "InvalidAPIID"),
            ("VmIds", "VMIDs"),
            ("E22003", "E22003"),
            ("", ""),
        ] {
            assert_eq!(go(ident, &["CVM".to_owned()]), expected);
        }
    }
}

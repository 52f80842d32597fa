//! The forms of texts in the format.

use super::kind::{Kind, TextForm};
use crate::format::language;

/// The format version that this errcat reads.
pub(super) const FORMAT_VERSION: Kind = Kind::Form(&TextForm {
    what: "format version 1",
    pattern: "^1$",
    numbers: Some((1, 1)),
    holds: |text| text == "1",
    help: "this version of errcat reads `errcat: 1`",
});

/// An HTTP status.
pub(super) const STATUS: Kind = Kind::Form(&TextForm {
    what: "an HTTP status",
    pattern: "^[1-5][0-9]{2}$",
    numbers: Some((100, 599)),
    holds: is_status,
    help: "write a number from 100 to 599",
});

/// An HTTP status, or a class of statuses.
pub(super) const STATUSES: Kind = Kind::Form(&TextForm {
    what: "an HTTP status or a class of statuses, such as `5xx`",
    pattern: "^[1-5]([0-9]{2}|xx)$",
    numbers: Some((100, 599)),
    holds: |text| is_status(text) || matches!(text, "1xx" | "2xx" | "3xx" | "4xx" | "5xx"),
    help: "write a number from 100 to 599, or `5xx` for all that start with 5",
});

/// The address of a web page.
pub(super) const PAGE: Kind = Kind::Form(&TextForm {
    what: "the address of a page",
    pattern: r#"^(?!.*\{code\})https?://[A-Za-z0-9\[{\u0080-\uffff][^\s<>"`\\^|]*$"#,
    numbers: None,
    // That is the page of a code.
    holds: |text| is_page(text) && !text.contains("{code}"),
    help: "write a complete address, such as `https://example.com/docs`",
});

/// The address of a code's page.
pub(super) const DOCS: Kind = Kind::Form(&TextForm {
    what: "an address with `{code}`",
    pattern: r#"^(?=.*\{code\})https?://([A-Za-z0-9\[\u0080-\uffff]|\{(code|family)\})([^\s<>"`\\^|{}]|\{(code|family)\})*$"#,
    numbers: None,
    holds: |text| {
        let rest = text.replace("{code}", "x").replace("{family}", "x");
        is_page(text) && text.contains("{code}") && !rest.contains(['{', '}'])
    },
    help: "write the address of a code's page, such as `https://example.com/errors/{code}`; only `{family}` may be in braces, too, and the page of the whole API is `homepage`",
});

/// The address of a web page or mailbox.
pub(super) const ADDRESS: Kind = Kind::Form(&TextForm {
    what: "the address of a page or of a mailbox",
    pattern: r#"^(https?://|mailto:[^\s<>"`\\^|@]+@)[A-Za-z0-9\[{\u0080-\uffff][^\s<>"`\\^|]*$"#,
    numbers: None,
    holds: |text| is_page(text) || is_mailbox(text),
    help: "write a complete address, such as `https://example.com/docs` or `mailto:help@example.com`",
});

/// A media type.
pub(super) const MEDIA_TYPE: Kind = Kind::Form(&TextForm {
    what: "a media type",
    pattern: r"^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+( *; *[A-Za-z0-9_-]+=[A-Za-z0-9_.-]+)*$",
    numbers: None,
    holds: is_media_type,
    help: "write a type and a subtype, such as `application/problem+json`",
});

/// A semantic version.
pub(super) const VERSION: Kind = Kind::Form(&TextForm {
    what: "a semantic version",
    pattern: concat!(
        r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)",
        r"(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?",
        r"(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$",
    ),
    numbers: None,
    holds: is_version,
    help: "write three numbers, such as `1.0.0`, or `1.0.0-beta.2`",
});

/// The text between two parts of a code.
pub(super) const SEPARATOR: Kind = Kind::Form(&TextForm {
    what: "a separator",
    pattern: "^.{1,16}$",
    numbers: None,
    holds: |text| (1..=16).contains(&text.chars().count()) && !text.contains('\n'),
    help: "write 1 to 16 characters, such as `\".\"`",
});

/// A path below the folder of the project. Nothing outside of it is written or removed.
pub const PATH: Kind = Kind::Form(&TextForm {
    what: "a path below the project, with `/`",
    pattern: r"^(?!/)(?!(.*/)?\.\.(/|$))(?!(\.?/)*\.?$)[^\\:]*$",
    numbers: None,
    holds: is_path,
    help: "write a path such as `src/errors`, relative to the folder of `errcat.yaml`",
});

/// The name of the root file of generated Rust.
pub(super) const ROOT: Kind = Kind::Form(&TextForm {
    what: "`lib.rs` or `mod.rs`",
    pattern: r"^(lib|mod)\.rs$",
    numbers: None,
    holds: |text| matches!(text, "lib.rs" | "mod.rs"),
    help: "write `lib.rs` for a separate crate, or `mod.rs` for a module of a crate",
});

/// A path of Rust to the runtime.
pub(crate) const RUNTIME: TextForm = TextForm {
    what: "a path of Rust with `::`, such as `::my_sdk::errcat`",
    pattern: "^([A-Za-z_][A-Za-z0-9_]*)?(::[A-Za-z_][A-Za-z0-9_]*)+$",
    numbers: None,
    holds: is_rust_path,
    help: "write the path under which generated code finds the crate `errcat`",
};

/// A language, as a BCP 47 tag.
pub(super) const LANGUAGE: Kind = Kind::Form(&TextForm {
    what: "a language tag",
    pattern: "^[A-Za-z]{2,3}(-[0-9A-Za-z]{1,8})*$",
    numbers: None,
    holds: |text| language::canonical(text).is_some(),
    help: "write a BCP 47 tag, such as `en` or `pt-BR`",
});

/// A word that names write in capitals.
pub(super) const INITIALISM: Kind = Kind::Form(&TextForm {
    what: "a word in capitals",
    pattern: "^[A-Z][0-9A-Z]*$",
    numbers: None,
    holds: |text| {
        text.starts_with(|c: char| c.is_ascii_uppercase())
            && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    },
    help: "write the word in capital letters, such as `CVM`",
});

/// The reason for an `allow`.
pub(super) const REASON: Kind = Kind::Form(&TextForm {
    what: "a reason",
    pattern: r"\S",
    numbers: None,
    holds: |text| !text.trim().is_empty(),
    help: "say why the rule does not apply here",
});

/// The reason for an accepted change.
pub(super) const INTENTION: Kind = Kind::Form(&TextForm {
    what: "a reason",
    pattern: "[0-9A-Za-z\\u0080-\\uffff]",
    numbers: None,
    holds: |text| text.contains(char::is_alphanumeric),
    help: "say why the change is intended",
});

fn is_status(text: &str) -> bool {
    text.len() == 3 && matches!(text.as_bytes()[0], b'1'..=b'5') && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_page(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(begins_with_host) && !text.contains(is_foreign)
}

fn is_mailbox(text: &str) -> bool {
    let parts = text.strip_prefix("mailto:").and_then(|rest| rest.split_once('@'));
    parts.is_some_and(|(name, host)| !name.is_empty() && begins_with_host(host)) && !text.contains(is_foreign)
}

/// Returns whether the text may begin with a host. The rest of the host is not checked.
fn begins_with_host(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || c == '[' || c == '{')
}

/// Returns whether an address contains the character only in escaped form.
fn is_foreign(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '\\' | '^' | '|')
}

fn is_media_type(text: &str) -> bool {
    let is_word = |word: &str, marks: &[u8]| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || marks.contains(&b))
    };
    let mut parts = text.split(';');
    let is_type = parts
        .next()
        .and_then(|kind| kind.trim_end_matches(' ').split_once('/'))
        .is_some_and(|(kind, subtype)| is_word(kind, b"!#$&^_.+-") && is_word(subtype, b"!#$&^_.+-"));
    let mut parameters = parts.map(|part| part.trim_matches(' ').split_once('='));
    !text.ends_with(' ')
        && is_type
        && parameters
            .all(|part| part.is_some_and(|(name, value)| is_word(name, b"_-") && is_word(value, b"_.-")))
}

fn is_version(text: &str) -> bool {
    let (rest, build) = text.split_once('+').map_or((text, None), |(rest, build)| (rest, Some(build)));
    let (numbers, pre) = rest.split_once('-').map_or((rest, None), |(numbers, pre)| (numbers, Some(pre)));
    let is_number = |part: &str| {
        let digits = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        digits && (part == "0" || !part.starts_with('0')) && part.parse::<u64>().is_ok()
    };
    let is_word =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let is_pre = |part: &str| is_word(part) && (is_number(part) || part.bytes().any(|b| !b.is_ascii_digit()));
    numbers.split('.').count() == 3
        && numbers.split('.').all(is_number)
        && pre.is_none_or(|pre| pre.split('.').all(is_pre))
        && build.is_none_or(|build| build.split('.').all(is_word))
}

fn is_rust_path(text: &str) -> bool {
    let is_name = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    };
    text.contains("::") && text.strip_prefix("::").unwrap_or(text).split("::").all(is_name)
}

fn is_path(text: &str) -> bool {
    !text.starts_with('/')
        && !text.contains(['\\', ':'])
        && !text.split('/').any(|part| part == "..")
        && !text.split('/').all(|part| matches!(part, "" | "."))
}

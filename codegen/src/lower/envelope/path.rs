//! Parses paths in a response.
//!
//! A path of the body is steps joined by dots: members, indexes, and members with a selector of one
//! item, such as `errors[code].message` or `details[@type=ErrorInfo].reason`. `\` makes a character
//! part of a name.

use crate::format::limits::MOST_STEPS;
use crate::model::{Path, Step};

/// A mistake in a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mistake {
    /// What is wrong.
    Path(&'static str),
    /// A misspelt `header:`, and what to write instead.
    Prefix(Option<String>),
}

impl From<&'static str> for Mistake {
    fn from(what: &'static str) -> Self {
        Self::Path(what)
    }
}

/// Parses a path.
pub(super) fn parse(text: &str) -> Result<Path, Mistake> {
    if let Some((prefix, name)) = text.split_once(':') {
        if prefix == "header" {
            return header(name);
        }
        if ["header", "headers"].iter().any(|word| prefix.eq_ignore_ascii_case(word)) {
            let instead = format!("header:{}", name.trim_start());
            return Err(Mistake::Prefix(parse(&instead).is_ok().then_some(instead)));
        }
    }
    if text == "$" || text.starts_with("$.") || text.starts_with("$[") {
        return Err("a path starts with its first step, without `$`".into());
    }
    if text.starts_with('/') || (text.contains('/') && !text.contains(['.', '[', '\\'])) {
        return Err("steps are joined by dots; a `/` in a name is written `\\/`".into());
    }
    if text == "." {
        return Ok(Path::Body(Vec::new()));
    }
    let mut steps = Vec::new();
    let mut rest = Rest(text);
    loop {
        step(&mut rest, &mut steps)?;
        if steps.len() > MOST_STEPS {
            return Err("the path has too many steps".into());
        }
        match rest.next() {
            None => return Ok(Path::Body(steps)),
            Some('.') => {}
            Some(_) => return Err("a dot must follow `]`".into()),
        }
    }
}

fn header(name: &str) -> Result<Path, Mistake> {
    let (name, parameter) = name.split_once('#').map_or((name, None), |(name, word)| (name, Some(word)));
    if !is_token(name) || !parameter.is_none_or(is_token) {
        return Err("that is not the name of a header".into());
    }
    let name = name.to_ascii_lowercase();
    Ok(match parameter {
        None => Path::Header(name),
        Some(parameter) => Path::Parameter(name, parameter.to_owned()),
    })
}

fn is_token(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!$%&'*+-.^_`|~".contains(&byte))
}

/// The rest of a path.
struct Rest<'t>(&'t str);

impl Rest<'_> {
    fn next(&mut self) -> Option<char> {
        let mut chars = self.0.chars();
        let next = chars.next();
        self.0 = chars.as_str();
        next
    }

    /// Reads a name up to one of these characters, and returns whether any of it was escaped.
    fn name(&mut self, ends: &[char]) -> Result<(String, bool), Mistake> {
        let mut name = String::new();
        let mut escaped = false;
        while let Some(c) = self.0.chars().next().filter(|c| !ends.contains(c)) {
            self.next();
            match c {
                '\\' => match self.next() {
                    Some(c @ ('.' | '[' | ']' | '=' | '/' | '\\' | '0'..='9')) => {
                        name.push(c);
                        escaped = true;
                    }
                    _ => return Err("`\\` stands before one of `. [ ] = / \\` or a digit".into()),
                },
                '[' | ']' => return Err("`[` or `]` without the other, or `\\` before it is missing".into()),
                _ => name.push(c),
            }
        }
        Ok((name, escaped))
    }
}

/// Reads a member, an index, or a member with a selector.
fn step(rest: &mut Rest<'_>, steps: &mut Vec<Step>) -> Result<(), Mistake> {
    let (name, escaped) = rest.name(&['.', '['])?;
    if name.trim().is_empty() {
        return Err("a step of the path is empty".into());
    }
    if name.trim() != name {
        return Err("a step of the path begins or ends with a blank".into());
    }
    let has_selector = rest.0.starts_with('[');
    if !escaped && name.bytes().all(|byte| byte.is_ascii_digit()) {
        let index = name.parse().ok().filter(|index: &usize| index.to_string() == name);
        let Some(index) = index.filter(|_| !has_selector) else {
            return Err("a number is an index; `\\` before its first digit makes it a member".into());
        };
        steps.push(Step::Index(index));
        return Ok(());
    }
    steps.push(Step::Member(name));
    if has_selector {
        rest.next();
        steps.push(selector(rest)?);
        if rest.0.starts_with('[') {
            return Err("a member has only one selector".into());
        }
    }
    Ok(())
}

/// Reads a selector up to its closing bracket.
fn selector(rest: &mut Rest<'_>) -> Result<Step, Mistake> {
    let mut member = Vec::new();
    loop {
        let (name, _) = rest.name(&['.', '=', ']'])?;
        if name.is_empty() {
            return Err("a selector names a member: `[MEMBER]` or `[MEMBER=VALUE]`".into());
        }
        member.push(name);
        if member.len() > MOST_STEPS {
            return Err("the path has too many steps".into());
        }
        match rest.next() {
            Some('.') => {}
            Some('=') => break,
            Some(_) => return Ok(Step::First(member, None)),
            None => return Err("`]` is missing".into()),
        }
    }
    let (value, _) = rest.name(&[']'])?;
    match rest.next() {
        Some(_) => Ok(Step::First(member, Some(value))),
        None => Err("`]` is missing".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(name: &str) -> Step {
        Step::Member(name.to_owned())
    }

    fn steps(text: &str) -> Vec<Step> {
        match parse(text) {
            Ok(Path::Body(steps)) => steps,
            _ => Vec::new(),
        }
    }

    #[test]
    fn paths_have_members_indexes_and_selectors() {
        assert_eq!(steps("errors.0.code"), [member("errors"), Step::Index(0), member("code")]);
        assert_eq!(steps("0.1.a"), [Step::Index(0), Step::Index(1), member("a")]);
        assert_eq!(steps(r"odata\.error.\0.\\a"), [member("odata.error"), member("0"), member("\\a")]);
        assert_eq!(
            steps("errors[extensions.code].message"),
            [
                member("errors"),
                Step::First(vec!["extensions".into(), "code".into()], None),
                member("message")
            ]
        );
        assert_eq!(
            steps("details[@type=type.googleapis.com/google.rpc.ErrorInfo].reason"),
            [
                member("details"),
                Step::First(vec!["@type".into()], Some("type.googleapis.com/google.rpc.ErrorInfo".into())),
                member("reason")
            ]
        );
        assert_eq!(
            steps(r"a[b\.c\==\]\\=]"),
            [member("a"), Step::First(vec!["b.c=".into()], Some("]\\=".into()))]
        );
        assert_eq!(parse("."), Ok(Path::Body(Vec::new())));
        assert_eq!(parse("header:X-Error-Code"), Ok(Path::Header("x-error-code".into())));
        assert_eq!(
            parse("header:WWW-Authenticate#error"),
            Ok(Path::Parameter("www-authenticate".into(), "error".into()))
        );
        assert_eq!(steps("headers.x"), [member("headers"), member("x")]);
        assert_eq!(steps("odata:error"), [member("odata:error")]);
        assert_eq!(steps("$ref.a/b"), [member("$ref"), member("a/b")]);
        assert_eq!(steps(r"a\/b"), [member("a/b")]);
        assert_eq!(steps("a b.c"), [member("a b"), member("c")]);
    }

    #[test]
    fn mistakes_are_refused() {
        for text in [
            "",
            "..",
            ".a",
            "a.",
            "a..b",
            "a[",
            "a[]",
            "a]",
            "a[b",
            "a[=c]",
            "a[b].",
            "a[b]c",
            "a[b][c]",
            "[b]",
            "a[b[c]]",
            "a[b=c",
            "007",
            "1x[",
            "99999999999999999999999",
            "0[a]",
            r"a\b",
            r"a\",
            "$",
            "$.error.code",
            "$[0]",
            "/error/code",
            "error/code",
            "errors/0/code",
            "a/",
            " ",
            "a. b",
            "code ",
            "header:",
            "header:x y",
            "header:x#",
            "header:#x",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
        for (text, instead) in [("headers:x-a", "header:x-a"), ("Header: x-a#b", "header:x-a#b")] {
            assert_eq!(parse(text), Err(Mistake::Prefix(Some(instead.to_owned()))));
        }
        assert_eq!(parse("HEADER:x y"), Err(Mistake::Prefix(None)));
    }
}

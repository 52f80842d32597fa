//! Adds a module to the root file of a crate in place.

/// Returns `true` if a line of the file declares the module.
pub(crate) fn declares(text: &str, module: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start();
        let line = match line.strip_prefix("pub") {
            Some(rest) if rest.starts_with('(') => rest.split_once(')').map_or(rest, |(_, rest)| rest),
            Some(rest) => rest,
            None => line,
        };
        let name = line.trim_start().strip_prefix("mod ").map(str::trim_start);
        name.and_then(|name| name.strip_prefix(module))
            .is_some_and(|rest| rest.trim_start().starts_with([';', '{']))
    })
}

/// Adds an item after the attributes and documentation of the crate. Every other byte is kept.
pub(super) fn with_item(text: &str, item: &str) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let item = item.replace('\n', end);
    let (before, after) = text.split_at(head(text));
    let is_blank = |line: Option<&str>| line.is_none_or(|line| line.trim().is_empty());
    let mut edited = before.to_owned();
    if !before.is_empty() && !before.ends_with('\n') {
        edited.push_str(end);
    }
    if !is_blank(before.trim_start_matches('\u{feff}').lines().last()) {
        edited.push_str(end);
    }
    edited.push_str(&item);
    edited.push_str(end);
    if !is_blank(after.lines().next()) {
        edited.push_str(end);
    }
    edited.push_str(after);
    edited
}

/// Returns the length of the head of a file: its inner attributes and documentation, or the
/// comments at its start that a blank line separates from the first item.
fn head(text: &str) -> usize {
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    if text[at..].starts_with("#!") && !text[at..].trim_start_matches("#!").trim_start().starts_with('[') {
        at = next_line(text, at);
    }
    let start = at;
    let (mut inner, mut block, mut is_comment) = (None, None, false);
    loop {
        let blanks = text[at..].len() - text[at..].trim_start().len();
        let token = at + blanks;
        let rest = &text[token..];
        if is_comment && block.is_none() && (rest.is_empty() || text[at..token].contains('\n')) {
            block = Some(at);
        }
        let is_doc = (rest.starts_with("///") && !rest.starts_with("////"))
            || (rest.starts_with("/**") && !rest.starts_with("/***") && !rest.starts_with("/**/"));
        at = if rest.starts_with("#![") {
            next_line(text, token + attribute(rest))
        } else if rest.starts_with("//") && !is_doc {
            next_line(text, token)
        } else if rest.starts_with("/*") && !is_doc {
            next_line(text, token + comment(rest))
        } else {
            return inner.or(block).unwrap_or(start);
        };
        is_comment = !["//!", "/*!", "#!["].iter().any(|start| rest.starts_with(start));
        if !is_comment {
            inner = Some(at);
        }
    }
}

/// Returns the offset of the line after the one that contains `at`.
fn next_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// Returns the length of a comment, which may contain others.
fn comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_u32, 0);
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth.saturating_sub(1), at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// Returns the length of an attribute. Brackets in its texts are skipped.
fn attribute(text: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0_u32, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => depth += 1,
            ']' if !quoted => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{declares, with_item};

    fn check(before: &str, after: &str) {
        assert_eq!(with_item(before, "mod errors;"), after);
        // The same with the line ends of Windows.
        let crlf = |text: &str| text.replace('\n', "\r\n");
        if before.contains('\n') {
            assert_eq!(with_item(&crlf(before), "mod errors;"), crlf(after));
        }
    }

    #[test]
    fn an_item_is_added_after_the_head_of_a_file() {
        check("", "mod errors;\n");
        check("fn main() {}\n", "mod errors;\n\nfn main() {}\n");
        check("//! A crate.", "//! A crate.\n\nmod errors;\n");
        check("//! A crate.\n\nmod a;\n", "//! A crate.\n\nmod errors;\n\nmod a;\n");
        check("//! A crate.\n#![no_std]\nmod a;\n", "//! A crate.\n#![no_std]\n\nmod errors;\n\nmod a;\n");
        check("#![doc = \"]\\\"]\"]\n\n\nmod a;\n", "#![doc = \"]\\\"]\"]\n\nmod errors;\n\n\nmod a;\n");
        check("/*! A /* long */ page. */\nmod a;\n", "/*! A /* long */ page. */\n\nmod errors;\n\nmod a;\n");
        check("#!/usr/bin/env run\nfn main() {}\n", "#!/usr/bin/env run\n\nmod errors;\n\nfn main() {}\n");
    }

    #[test]
    fn comments_stay_with_what_they_describe() {
        check("// Licensed.\n\nmod a;\n", "// Licensed.\n\nmod errors;\n\nmod a;\n");
        check("// About a.\nmod a;\n", "mod errors;\n\n// About a.\nmod a;\n");
        check("/// About a.\nmod a;\n", "mod errors;\n\n/// About a.\nmod a;\n");
        check(
            "//! A crate.\n\n// About a.\nmod a;\n",
            "//! A crate.\n\nmod errors;\n\n// About a.\nmod a;\n",
        );
        check("// A.\n\n// B.\nmod a;\n", "// A.\n\nmod errors;\n\n// B.\nmod a;\n");
    }

    #[test]
    fn declarations_are_found() {
        for text in ["mod errors;", "pub mod errors;", "pub(crate) mod errors {", "a\n  mod  errors ;"] {
            assert!(declares(text, "errors"), "{text}");
        }
        for text in ["mod errors2;", "// mod errors;", "use errors;", "mod error;"] {
            assert!(!declares(text, "errors"), "{text}");
        }
    }
}

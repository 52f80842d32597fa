//! Doc comments of generated code.

pub(super) use crate::emit::markdown::{code_span, inline, link, paragraphs};

/// Doc comment lines, one attribute of code each, in front of an item that is indented by `indent`.
pub(super) fn comment(indent: &str, lines: &[String]) -> String {
    let mut comment = String::new();
    push_comment(&mut comment, indent, lines);
    comment
}

/// Appends doc comment lines.
pub(super) fn push_comment(comment: &mut String, indent: &str, lines: &[String]) {
    for line in lines {
        comment.push_str(indent);
        comment.push_str("///");
        if !line.is_empty() {
            comment.push(' ');
            comment.push_str(line);
        }
        comment.push('\n');
    }
}

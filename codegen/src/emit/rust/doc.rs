//! Doc comments of generated code.

pub(super) use crate::emit::markdown::{code_span, inline, link, paragraphs};

/// Returns doc comment lines and code attributes for an item, indented by `indent`.
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
